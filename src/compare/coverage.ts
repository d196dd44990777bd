import type { Attribution, SaidOn } from '../model/attribution.js';
import { dayOrder } from '../model/calendar.js';
import { append } from '../model/grouped.js';
import type { Report } from '../model/report.js';
import { overlaps, type Span } from '../model/span.js';
import type { Coverage, CoverageCell } from '../model/stance.js';
import type { Statement } from '../model/statement.js';
import type { Read } from './claims.js';
import { baseOf, singularOf } from './stem.js';

/** Of the base’s telling words so many, and at least so many of them, make told words a paraphrase of it. */
const SHARE = 0.6;
const LEAST = 3;
/** Telling words of a base that is long enough to be paraphrased. */
const TELLING = 4;
/** Characters below which a text is a teaser, so that nobody knows what the whole report has. */
const TEASER = 350;
const CUT_OFF =
  /(?:…|\.\.\.|\[\+\d+ chars\]|read (?:more|the (?:full|rest))\b.{0,60}|subscribe to (?:read|continue)\b.{0,60}|continue reading\b.{0,60})\s*$/i;

/**
 * Statement × report, for the statements that more than one report has, in words or in its own: whether the report
 * gives it `in-words`, `paraphrased`, was out before it was said (`not-yet`), or cannot be told (`unknown`: a teaser or a
 * text that breaks off). A pair without a row is absent: the report is whole and has nothing of it.
 */
export function coverageOf(
  reads: readonly Read[],
  statements: readonly Statement[],
  voices: ReadonlyMap<string, string>,
): readonly Coverage[] {
  const attributions = new Map(
    reads.flatMap((read) => read.attributions.map((one) => [one.id, one] as const)),
  );
  const texts = new Map(reads.map(({ report }) => [report.id, report.text]));
  const segmentations = new Map(reads.map(({ report, segmentation }) => [report.id, segmentation]));
  const sentencesIn = (report: string, spans: readonly Span[]): readonly Span[] => {
    const hull = { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end };
    return (segmentations.get(report)?.sentences ?? []).filter((sentence) => overlaps(sentence, hull));
  };
  const told = tellingsBy(reads);
  const rows: Coverage[] = [];
  for (const statement of statements) {
    const base = attributions.get(statement.base) as Attribution;
    const baseText = texts.get(base.report) as string;
    const words = tellingWords(
      statement.baseSpans.map(({ start, end }) => baseText.slice(start, end)).join(' '),
    );
    const inWords = new Map<string, Span[]>();
    for (const witness of statement.witnesses) {
      const report = (attributions.get(witness.attribution) as Attribution).report;
      for (const span of witness.baseSpans) append(inWords, report, span);
    }
    const said = toldOf([
      base,
      ...statement.witnesses.map(({ attribution }) => attributions.get(attribution) as Attribution),
    ]);
    const paraphrased = new Set<string>();
    if (statement.speaker && words.size >= TELLING)
      for (const { report, day } of tellingsWith(words, told.get(statement.speaker)))
        if (!inWords.has(report) && !isOtherDay(base.saidOn?.value, day)) paraphrased.add(report);
    if (inWords.size + paraphrased.size < 2) continue;
    for (const { report } of reads) {
      const given = inWords.get(report.id);
      const cell: CoverageCell | null = given
        ? 'in-words'
        : paraphrased.has(report.id)
          ? 'paraphrased'
          : isBefore(report, said)
            ? 'not-yet'
            : isBroken(report)
              ? 'unknown'
              : null;
      if (cell === null) continue;
      rows.push({
        statement: statement.id,
        report: report.id,
        cell,
        voice: voices.get(report.id) ?? report.id,
        cut:
          given && report.id !== base.report
            ? cutBy(statement.baseSpans, given, sentencesIn(base.report, statement.baseSpans))
            : [],
      });
    }
  }
  return rows;
}

interface Telling {
  readonly report: string;
  readonly day: string | undefined;
}

/** All that is told of one speaker, and where each telling word stands in it. */
interface Tellings {
  readonly all: Telling[];
  readonly byWord: Map<string, number[]>;
}

/** Both are dated, and not alike: another saying. */
function isOtherDay(a: string | undefined, b: string | undefined): boolean {
  return (dayOrder(a, b) ?? 0) !== 0;
}

/** Speaker → what the reports tell of them without quoting. */
function tellingsBy(reads: readonly Read[]): ReadonlyMap<string, Tellings> {
  const told = new Map<string, Tellings>();
  for (const { report, attributions } of reads)
    for (const { speaker, form, content, saidOn } of attributions) {
      if (!speaker || form === 'direct') continue;
      const own = tellingWords(content.map(({ start, end }) => report.text.slice(start, end)).join(' '));
      const tellings = told.get(speaker) ?? { all: [], byWord: new Map<string, number[]>() };
      told.set(speaker, tellings);
      for (const word of own) append(tellings.byWord, word, tellings.all.length);
      tellings.all.push({ report: report.id, day: saidOn?.value });
    }
  return told;
}

const EMPTY =
  /^(?:the|and|that|this|with|from|have|has|had|was|were|are|been|not|but|for|his|her|its|their|our|you|they|she|him|who|what|when|will|would|could|should|can|very|just|about|there|said|say|than|then|into|over|also|more|some|any|all|does|did|don|didn|it's)$/;

function tellingWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{3,}|\d+/g) ?? [];
  return new Set(words.filter((word) => !EMPTY.test(word)).map((word) => baseOf(singularOf(word))));
}

/** The tellings that share enough of the words. */
function tellingsWith(words: ReadonlySet<string>, told: Tellings | undefined): readonly Telling[] {
  if (!told) return [];
  const counts = new Map<number, number>();
  for (const word of words)
    for (const at of told.byWord.get(word) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
  const least = Math.max(LEAST, SHARE * words.size);
  return [...counts].filter(([, shared]) => shared >= least).map(([at]) => told.all[at] as Telling);
}

/** The surest time of a saying that any report tells; none where it is only assumed. */
function toldOf(attributions: readonly Attribution[]): SaidOn | null {
  const told = attributions.flatMap(({ saidOn }) => (saidOn && saidOn.basis !== 'assumed' ? [saidOn] : []));
  return told.find(({ basis }) => basis === 'told') ?? told[0] ?? null;
}

function isBefore({ published }: Report, said: SaidOn | null): boolean {
  const order = dayOrder(published, said?.value);
  return order !== null && order > 0;
}

function isBroken({ text }: Report): boolean {
  return text.length < TEASER || CUT_OFF.test(text.slice(-160));
}

/**
 * What a report cut inside what it quotes: of the sentences of the base that it renders in part, the parts that none of
 * its runs renders. Sentences that it leaves out whole are no cut.
 */
function cutBy(base: readonly Span[], given: readonly Span[], sentences: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  const sorted = [...given].sort((a, b) => a.start - b.start);
  for (const whole of base)
    for (const sentence of sentences) {
      const piece = { start: Math.max(whole.start, sentence.start), end: Math.min(whole.end, sentence.end) };
      if (piece.start >= piece.end || !sorted.some((span) => overlaps(span, piece))) continue;
      let at = piece.start;
      for (const span of sorted) {
        if (span.end <= at || span.start >= piece.end) continue;
        if (span.start > at) parts.push({ start: at, end: span.start });
        at = Math.max(at, span.end);
      }
      if (at < piece.end) parts.push({ start: at, end: piece.end });
    }
  return parts;
}
