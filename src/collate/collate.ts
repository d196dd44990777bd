import { COUNTRY_OF, countryOfPeople, stateBodyOf } from '../lexicon/en/places.js';
import { FUNCTION_WORDS, MODALS, NEGATORS, PRONOUNS, QUANTIFIERS } from '../lexicon/en/wording.js';
import type { Attribution } from '../model/attribution.js';
import { daysApart } from '../model/calendar.js';
import { append } from '../model/grouped.js';
import { contentId } from '../model/id.js';
import { compareContent, compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { overlaps, type Span } from '../model/span.js';
import type { Speaker } from '../model/speaker.js';
import type { Statement, Witness } from '../model/statement.js';
import type { Alignment } from '../wording/align.js';
import { sentenceRound } from '../wording/context.js';
import { type Judged, judge, PARAPHRASE } from '../wording/judge.js';
import { FRAGMENT, type Run, runsOf } from '../wording/runs.js';
import { isFigure } from '../wording/words.js';
import { disown, type Entry, type Leader, reelect, transfer } from './leader.js';
import { BaseIndex } from './locate.js';
import { suspectTranscript } from './suspect.js';
import { mayTranslateOne, saysTranslated } from './translation.js';

/** What collation reads. */
export interface Collatable {
  readonly report: Report;
  readonly segmentation: Segmentation;
  readonly attributions: readonly Attribution[];
}

/** Share of a run's words that must stand in a base for the run to render it; below, it is another utterance. */
const LOCATED = 0.6;

/** The same for one sentence of a longer run. */
const LOCATED_SENTENCE = 0.7;

/** Days between two reports beyond which a fragment of the one is not taken from a statement of the other. */
const FRAGMENT_DAYS = 3;

/**
 * Groups the quotations of a story into statements and collates each: every run of words is located in the fullest
 * rendering of the same utterance by the same speaker, aligned to it, and its differences named.
 *
 * Leaders are taken longest first, transcript turns before all; a run joins a leader only where alignment confirms
 * it, so groups never chain. Runs in, statements out; the order of the reports makes no difference.
 */
export function collate(
  inputs: readonly Collatable[],
  speakers: readonly Speaker[] = [],
): readonly Statement[] {
  const runs = inputs.flatMap((input) => runsOf(input.report, input.attributions)).sort(byRank);
  const index = new BaseIndex(spokenFor(speakers));
  const leaders: Leader[] = [];
  const segmentations = new Map(inputs.map((input) => [input.report.id, input.segmentation]));
  const context = (run: Run) => sentenceRound(run, segmentations.get(run.report.id));
  const translated = new Set(runs.filter((run) => saysTranslated(context(run))));
  for (const run of runs) place(run, leaders, index, translated);
  for (const leader of leaders) reelect(leader, index);
  const statements = leaders
    .filter((leader) => leader.owned.length > 0)
    .map((leader) => statementOf(leader, context, translated));
  return suspectTranscript(statements, inputs);
}

/**
 * Body → those who speak for it: the words of `a Harbour Board statement` may be its spokesman's, and those of a country
 * its ministry's.
 */
function spokenFor(speakers: readonly Speaker[]): ReadonlyMap<string, readonly string[]> {
  const bodies = speakers.filter((speaker) => speaker.kind === 'body');
  const ministries = bodies.map(({ id, name }) => ({ id, country: stateBodyOf(name)?.country }));
  const voices = speakers.filter((speaker) => speaker.roles.some((role) => VOICE.test(role)));
  return new Map(
    bodies.map((body) => {
      const country = COUNTRY_OF.get(body.name.toLowerCase()) ?? countryOfPeople(body.name);
      return [
        body.id,
        [
          ...voices.filter(({ roles }) => roles.some((role) => VOICE.test(role) && role.includes(body.name))),
          ...ministries.filter((ministry) => country !== null && ministry.country === country),
        ].map(({ id }) => id),
      ];
    }),
  );
}

const VOICE = /\b(?:press secretary|spokes(?:man|woman|person))\b/i;

/** Turns first, then the longest; ties by content, so that no order of reports shows through. */
function byRank(a: Run, b: Run): number {
  return (
    Number(b.record) - Number(a.record) ||
    ownWords(b) - ownWords(a) ||
    a.words.length - b.words.length ||
    compareText(a.published ?? '9', b.published ?? '9') ||
    compareContent(a.report, b.report) ||
    a.spans[0]!.start - b.spans[0]!.start
  );
}

/** How many words are the speaker's, not an editor's in brackets. */
const ownWords = (run: Run): number => run.words.filter((word) => !word.bracket).length;

function place(run: Run, leaders: Leader[], index: BaseIndex, translated: ReadonlySet<Run>): void {
  const found =
    run.words.length < FRAGMENT
      ? fragmentOf(run, leaders, index)
      : (locateWhole(run, leaders, index) ?? translationOf(run, leaders, index, translated));
  if (found) {
    enter(found.leader, found.entry, leaders, index);
    return;
  }
  const leader: Leader = { run, owned: [{ from: 0, to: run.words.length }], entries: [] };
  if (run.words.length >= FRAGMENT) {
    for (const sentence of sentencesOf(run)) {
      if (sentence.to - sentence.from < FRAGMENT || (sentence.from === 0 && sentence.to === run.words.length))
        continue;
      const part = locate(run, sentence.from, sentence.to, leaders, index, LOCATED_SENTENCE);
      if (!part) continue;
      if (part.leader.run.record) {
        const goesOn = turnGoesOn(part.leader, part.entry.alignment, run, sentence);
        part.leader.entries.push({ ...part.entry, goesOnOtherwise: goesOn });
        disown(leader, sentence.from, sentence.to);
      } else {
        // Recorded once: the sentence moves to the shorter leader, and the longer one bears witness to it.
        transfer(
          part.leader,
          part.entry.alignment.from,
          part.entry.alignment.to,
          leader,
          part.entry.alignment,
          index,
        );
      }
    }
  }
  if (leader.owned.length === 0) return;
  leaders.push(leader);
  index.add(leaders.length - 1, run);
}

/** Whether a transcript goes on after, or before, a located sentence with other words than the witness does. */
function turnGoesOn(
  leader: Leader,
  alignment: Alignment,
  run: Run,
  sentence: { from: number; to: number },
): boolean {
  const after = sentence.to < run.words.length && alignment.to < leader.run.words.length;
  const before = sentence.from > 0 && alignment.from > 0;
  return (
    (after && !(run.words[sentence.to]?.afterEllipsis ?? false)) ||
    (before && !(run.words[sentence.from]?.afterEllipsis ?? false))
  );
}

function locateWhole(
  run: Run,
  leaders: readonly Leader[],
  index: BaseIndex,
): { leader: Leader; entry: Entry } | null {
  return locate(run, 0, run.words.length, leaders, index, LOCATED);
}

function locate(
  run: Run,
  from: number,
  to: number,
  leaders: readonly Leader[],
  index: BaseIndex,
  share: number,
): { leader: Leader; entry: Entry } | null {
  let best: { leader: Leader; entry: Entry } | null = null;
  let bestSame = 0;
  for (const { base, window } of index.candidates(run, from, to)) {
    const leader = leaders[base] as Leader;
    if (leader.run === run || leader.run.attribution.id === run.attribution.id) continue;
    if (toldOfOtherDay(leader.run, run)) continue;
    const alignment = index.align(leader.run, run, from, to, window);
    if (
      !alignment ||
      alignment.same < share * (to - from) ||
      !holdsTogether(alignment, leader.run, run, to - from)
    )
      continue;
    if ((share === LOCATED_SENTENCE || to - from < 8) && alignment.same < (1 - PARAPHRASE) * (to - from))
      continue;
    // One report seldom gives the same words twice in two wordings: there, only the very words count.
    if (
      leader.run.report.id === run.report.id &&
      (run.record || (!leader.run.record && alignment.steps.some((step) => step.op !== 'same')))
    )
      continue;
    if (!leader.owned.some((own) => own.from < alignment.to && alignment.from < own.to)) continue;
    const same = alignment.same - (leader.run.report.id === run.report.id ? 0 : 0.5);
    if (same > bestSame) {
      best = { leader, entry: { run, from, to, alignment, goesOnOtherwise: false, ambiguous: false } };
      bestSame = same;
    }
  }
  return best;
}

/**
 * Whether an alignment is more than common words strewn over a long base: few places differ, four words or half of
 * the run stand together, and half of its words of content are among them.
 */
function holdsTogether({ steps }: Alignment, base: Run, run: Run, size: number): boolean {
  let places = 0;
  let together = 0;
  let longest = 0;
  let content = 0;
  let contentSame = 0;
  let lastBase = -2;
  steps.forEach((step, i) => {
    if (step.op === 'same') {
      together = step.base === lastBase + 1 ? together + 1 : 1;
      lastBase = step.base;
      longest = Math.max(longest, together);
    } else if (steps[i - 1] === undefined || (steps[i - 1] as { op: string }).op === 'same') places++;
    if (!('witness' in step)) return;
    const word = run.words[step.witness]!;
    if (word.bracket || !isContent(word.norm)) return;
    content++;
    if (step.op === 'same') contentSame++;
  });
  // Few words with another word of substance among them are likelier another remark: `The deal is bad`, `The deal is dead`.
  // Another figure in the place of a figure is the same remark, and what a reader must be shown.
  if (
    size < 8 &&
    steps.some(
      (step) =>
        (step.op === 'other' || step.op === 'gained') &&
        !(
          step.op === 'other' &&
          isFigure(base.words[step.base]!.norm) &&
          isFigure(run.words[step.witness]!.norm)
        ) &&
        !run.words[step.witness]!.bracket &&
        isContent(run.words[step.witness]!.norm),
    )
  )
    return false;
  // So they are where a “not” stands in the place of another word and more differs besides.
  const turned = steps.some(
    (step) =>
      step.op === 'other' &&
      NEGATORS.has(base.words[step.base]!.norm) !== NEGATORS.has(run.words[step.witness]!.norm),
  );
  if (size < 12 && turned && places > 1) return false;
  return places <= 1 + size / 8 && longest >= Math.min(4, size / 2) && contentSame * 2 >= content;
}

const isContent = (norm: string): boolean =>
  norm.length > 3 &&
  !FUNCTION_WORDS.has(norm) &&
  !PRONOUNS.has(norm) &&
  !MODALS.has(norm) &&
  !QUANTIFIERS.has(norm);

/** The statement that holds a fragment whole: of its own report first, then of reports of about its day. */
function fragmentOf(
  run: Run,
  leaders: readonly Leader[],
  index: BaseIndex,
): { leader: Leader; entry: Entry } | null {
  if (
    !run.words.some(
      (word) =>
        word.norm.length >= 3 &&
        !word.norm.endsWith('ly') &&
        !FUNCTION_WORDS.has(word.norm) &&
        !QUANTIFIERS.has(word.norm) &&
        !PRONOUNS.has(word.norm),
    )
  )
    return null;
  const holding: { leader: Leader; entry: Entry }[] = [];
  for (const { base, at } of index.exact(run)) {
    const leader = leaders[base] as Leader;
    const own = leader.run.report.id === run.report.id;
    if (leader.run.words.length < FRAGMENT && own) continue;
    if (toldOfOtherDay(leader.run, run) || (!own && !sameDays(leader.run, run))) continue;
    if (!leader.owned.some((part) => part.from <= at && at + run.words.length <= part.to)) continue;
    const steps = run.words.map((_, i) => ({ op: 'same' as const, base: at + i, witness: i }));
    const alignment: Alignment = { steps, same: steps.length, from: at, to: at + steps.length };
    holding.push({
      leader,
      entry: { run, from: 0, to: run.words.length, alignment, goesOnOtherwise: false, ambiguous: false },
    });
  }
  const distinct = [...new Map(holding.map((found) => [found.leader, found])).values()];
  const inOwn = distinct.filter(({ leader }) => leader.run.report.id === run.report.id);
  const possible = inOwn.length > 0 ? inOwn : distinct;
  const first = possible[0];
  if (!first) return null;
  if (possible.length === 1) return first;
  return { leader: first.leader, entry: { ...first.entry, ambiguous: true } };
}

/** The statement of another outlet of about that day that translates the same sentence, by what both say of it. */
function translationOf(
  run: Run,
  leaders: readonly Leader[],
  index: BaseIndex,
  translated: ReadonlySet<Run>,
): { leader: Leader; entry: Entry } | null {
  if (!translated.has(run) || run.speaker === '?') return null;
  for (const leader of leaders) {
    const base = leader.run;
    if (!translated.has(base) || base.speaker !== run.speaker || base.report.id === run.report.id) continue;
    if (!sameDays(base, run) || !mayTranslateOne(base, run)) continue;
    const whole = { from: 0, to: base.words.length };
    const alignment = index.align(base, run, 0, run.words.length, whole);
    if (!alignment || alignment.to <= alignment.from) continue;
    return {
      leader,
      entry: { run, from: 0, to: run.words.length, alignment, goesOnOtherwise: false, ambiguous: false },
    };
  }
  return null;
}

/** From this many words on the same words on neighbouring days are likelier one saying, told from two time zones. */
const LONG = 8;

/**
 * Both reports tell when it was said, and not the same day: the same words once more, and another statement. A day that
 * is only carried on or assumed tells nothing of the kind.
 */
function toldOfOtherDay(base: Run, run: Run): boolean {
  const [a, b] = [base.attribution.saidOn, run.attribution.saidOn];
  if (a?.basis !== 'told' || b?.basis !== 'told') return false;
  const apart = daysApart(a.value, b.value);
  return apart !== null && apart > (run.words.length < LONG ? 0 : 1);
}

function sameDays(a: Run, b: Run): boolean {
  if (a.published === null || b.published === null) {
    // Undated: only the dates that a report's own text names can speak against it.
    const [dated, undated] = a.published === null ? [b, a] : [a, b];
    if (undated.notBefore === null || dated.published === null) return true;
    return (
      dated.published >= undated.notBefore || daysBetween(dated.published, undated.notBefore) <= FRAGMENT_DAYS
    );
  }
  return daysBetween(a.published, b.published) <= FRAGMENT_DAYS;
}

/** A time that names no day is of no day. */
function daysBetween(a: string, b: string): number {
  return daysApart(a, b) ?? Number.POSITIVE_INFINITY;
}

/** Files a run under a leader; where it tells one whole sentence of the leader more fully, it leads that itself. */
function enter(leader: Leader, entry: Entry, leaders: Leader[], index: BaseIndex): void {
  const { alignment, run } = entry;
  const region = alignment.to - alignment.from;
  const fuller =
    !leader.run.record &&
    run.words.length > region &&
    isSentenceEdged(leader.run, alignment) &&
    region < leader.run.words.length;
  if (!fuller) {
    leader.entries.push(entry);
    return;
  }
  const own: Leader = { run, owned: [{ from: 0, to: run.words.length }], entries: [] };
  leaders.push(own);
  index.add(leaders.length - 1, run);
  transfer(leader, alignment.from, alignment.to, own, alignment, index);
}

function sentencesOf(run: Run): readonly { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  run.words.forEach((word, i) => {
    if (word.endsSentence && i + 1 < run.words.length && run.words[i + 1]!.start !== word.start) {
      sentences.push({ from, to: i + 1 });
      from = i + 1;
    }
  });
  sentences.push({ from, to: run.words.length });
  return sentences;
}

function isSentenceEdged(run: Run, { from, to }: Alignment): boolean {
  const starts = from === 0 || (run.words[from - 1]?.endsSentence ?? false);
  const ends = to === run.words.length || (run.words[to - 1]?.endsSentence ?? false);
  return starts && ends;
}

function statementOf(leader: Leader, context: (run: Run) => string, translated: ReadonlySet<Run>): Statement {
  const { run } = leader;
  const baseSpans = leader.owned.map((part) => spanOfWords(run, part.from, part.to));
  const first: Witness = {
    attribution: run.attribution.id,
    spans: baseSpans,
    baseSpans,
    form: 'verbatim',
    fragment: run.words.length < FRAGMENT,
    events: [],
    verdict: 'cosmetic',
    rule: 'base',
  };
  const told = toldByReport(leader);
  const witnesses = leader.entries
    .map((entry) => witnessOf(leader, entry, context, told, translated))
    .sort((a, b) => compareText(a.order, b.order))
    .map(({ witness }) => witness);
  return {
    id: contentId('st', run.attribution.id, run.spans[0]!.start, leader.owned[0]!.from),
    speaker: run.attribution.speaker ?? null,
    base: run.attribution.id,
    baseSpans,
    witnesses: [first, ...witnesses],
  };
}

/** For each report, which base words some entry of it renders: what is quoted elsewhere in a report was not cut. */
function toldByReport(leader: Leader): ReadonlyMap<string, readonly { from: number; to: number }[]> {
  const told = new Map<string, { from: number; to: number }[]>();
  for (const { run, alignment } of leader.entries) {
    append(told, run.report.id, { from: alignment.from, to: alignment.to });
  }
  return told;
}

function witnessOf(
  leader: Leader,
  entry: Entry,
  context: (run: Run) => string,
  told: ReadonlyMap<string, readonly { from: number; to: number }[]>,
  translated: ReadonlySet<Run>,
): { order: string; witness: Witness } {
  const { run, alignment, from, to } = entry;
  const { beyond: _, ...judged }: Judged = judge({
    base: leader.run,
    witness: run,
    from,
    to,
    alignment,
    context: context(run),
    goesOnOtherwise: entry.goesOnOtherwise,
    elsewhere: (told.get(run.report.id) ?? []).filter(
      (part) => part.from !== alignment.from || part.to !== alignment.to,
    ),
  });
  const witness: Witness = {
    attribution: run.attribution.id,
    spans: partsOf(run, from, to),
    baseSpans: alignment.to > alignment.from ? partsOf(leader.run, alignment.from, alignment.to) : [],
    ...(translated.has(run) && translated.has(leader.run) ? asTranslation(judged) : judged),
    ...(entry.ambiguous
      ? { form: 'ambiguous' as const, events: [], verdict: 'cosmetic' as const, rule: 'several-places' }
      : {}),
    fragment: to - from < FRAGMENT,
  };
  return {
    order: `${run.published ?? '9'} ${run.report.sha256} ${run.report.id} ${String(run.spans[0]!.start + from).padStart(9, '0')}`,
    witness,
  };
}

/** Two translators differ in words: that is no alteration; a “not” or a number that one of them lacks is. */
function asTranslation(judged: Omit<Judged, 'beyond'>): Omit<Judged, 'beyond'> {
  const alike = /^(?:verbatim|house-style|trimmed|marked-elision)$/.test(judged.form);
  if (alike) return judged;
  const grave = judged.events.filter(({ kind }) => kind === 'negator' || kind === 'number');
  if (grave.length > 0) return { ...judged, form: 'translated' };
  return { form: 'translated', events: [], verdict: 'cosmetic', rule: 'translated' };
}

function spanOfWords(run: Run, from: number, to: number): Span {
  const whole = from === 0 && to === run.words.length;
  if (whole && run.spans.length === 1) return run.spans[0] as Span;
  return { start: run.words[from]!.start, end: run.words[to - 1]!.end };
}

/** The text of words `from` to `to`, one span for each of the run's own spans that they touch. */
function partsOf(run: Run, from: number, to: number): readonly Span[] {
  const whole = from === 0 && to === run.words.length;
  if (whole) return run.spans;
  const outer = { start: run.words[from]!.start, end: run.words[to - 1]!.end };
  return run.spans
    .filter((span) => overlaps(span, outer))
    .map((span) => ({ start: Math.max(span.start, outer.start), end: Math.min(span.end, outer.end) }));
}
