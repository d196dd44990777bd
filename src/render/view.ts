import type { Attribution } from '../model/attribution.js';
import type { Ledger } from '../model/ledger.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import type { Statement, Variant, Verdict, Witness } from '../model/statement.js';
import { type ToldOf, toldOf } from './told.js';
import { type SpeakerView, sceneOf, speakersOf, whoOf } from './who.js';

/** The sections of a record, in the order in which they are shown: findings first. */
export const SECTIONS = ['meaning-at-risk', 'altered', 'stitched', 'shared', 'single'] as const;
export type SectionKind = (typeof SECTIONS)[number];

export const SECTION_TITLES: Record<SectionKind, string> = {
  'meaning-at-risk': 'Meaning at risk',
  altered: 'Wording changed',
  stitched: 'Joined from separate places',
  shared: 'Quoted alike',
  single: 'In one report only',
};

/** A piece of a witness's words as they are shown against the base. */
export interface Piece {
  /** `lost` and `cut` stand in the base alone, `gained` in the witness alone. */
  readonly kind: 'same' | 'lost' | 'gained' | 'cut' | 'gap';
  readonly text: string;
}

export interface WitnessView {
  readonly witness: Witness;
  readonly attribution: Attribution;
  readonly report: Report;
  readonly pieces: readonly Piece[];
  readonly explanation: string;
}

export interface StatementView {
  readonly statement: Statement;
  /** 1, 2, 3 … in the order shown. */
  readonly number: number;
  readonly speaker: string;
  /** To whom and where, as the base tells it; may be empty. */
  readonly scene: string;
  readonly base: { readonly attribution: Attribution; readonly report: Report; readonly text: string };
  /** All but the base, the gravest first. */
  readonly others: readonly WitnessView[];
  readonly verdict: Verdict;
}

export interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  readonly statements: readonly StatementView[];
}

export interface RecordView {
  readonly ledger: Ledger;
  readonly title: string;
  readonly sections: readonly Section[];
  /** Reports none of whose statements another report has. */
  readonly apart: readonly Report[];
  /** What the reports tell in their own words. */
  readonly told: readonly ToldOf[];
  readonly speakers: readonly SpeakerView[];
  readonly counts: {
    readonly reports: number;
    readonly told: number;
    readonly statements: number;
    readonly speakers: number;
    readonly risk: number;
    readonly changed: number;
  };
}

/** Orders a ledger for reading. */
export function viewOf(ledger: Ledger): RecordView {
  const reports = new Map(ledger.reports.map((report) => [report.id, report]));
  const attributions = new Map(ledger.attributions.map((attribution) => [attribution.id, attribution]));
  const speakers = new Map(ledger.speakers.map((speaker) => [speaker.id, speaker.name]));
  const views = ledger.statements.map((statement) =>
    statementView(statement, reports, attributions, speakers),
  );
  const sections: Section[] = [];
  let number = 0;
  for (const kind of SECTIONS) {
    const inSection = views.filter((view) => sectionOf(view) === kind);
    // What one report alone has stays in the order of the reports; the rest by weight.
    if (kind !== 'single') inSection.sort((a, b) => weight(b) - weight(a));
    const numbered = inSection.map((view) => ({ ...view, number: ++number }));
    if (numbered.length > 0) sections.push({ kind, title: SECTION_TITLES[kind], statements: numbered });
  }
  const sharing = new Set(
    views.flatMap((view) => {
      const ids = new Set([view.base.report.id, ...view.others.map(({ report }) => report.id)]);
      return ids.size > 1 ? [...ids] : [];
    }),
  );
  const told = toldOf(ledger);
  return {
    ledger,
    told,
    speakers: speakersOf(ledger),
    title: titleOf(ledger.reports),
    sections,
    apart: ledger.reports.length > 1 ? ledger.reports.filter((report) => !sharing.has(report.id)) : [],
    counts: {
      reports: ledger.reports.length,
      told: told.reduce((sum, { tellings }) => sum + tellings.length, 0),
      statements: views.length,
      speakers: ledger.speakers.length,
      risk: views.filter((view) => view.verdict === 'meaning-at-risk').length,
      changed: views.filter((view) => view.verdict === 'content-changed').length,
    },
  };
}

function sectionOf(view: StatementView): SectionKind {
  if (view.verdict === 'meaning-at-risk') return 'meaning-at-risk';
  if (view.verdict === 'content-changed')
    return view.others.some(
      ({ witness }) => witness.verdict === 'content-changed' && witness.form !== 'stitched',
    )
      ? 'altered'
      : 'stitched';
  return view.others.length > 0 ? 'shared' : 'single';
}

/** More outlets, then a longer base: what more readers saw comes first. */
function weight(view: StatementView): number {
  return (
    new Set(view.others.map(({ report }) => report.id)).size * 10_000 + Math.min(9_999, view.base.text.length)
  );
}

const RANK: Record<Verdict, number> = { 'meaning-at-risk': 2, 'content-changed': 1, cosmetic: 0 };

function statementView(
  statement: Statement,
  reports: ReadonlyMap<string, Report>,
  attributions: ReadonlyMap<string, Attribution>,
  speakers: ReadonlyMap<string, string>,
): StatementView {
  const attribution = attributions.get(statement.base) as Attribution;
  const report = reports.get(attribution.report) as Report;
  const others = statement.witnesses.slice(1).map((witness): WitnessView => {
    const own = attributions.get(witness.attribution) as Attribution;
    const ownReport = reports.get(own.report) as Report;
    return {
      witness,
      attribution: own,
      report: ownReport,
      pieces: piecesOf(witness, ownReport.text, report.text),
      explanation: explain(witness),
    };
  });
  others.sort((a, b) => RANK[b.witness.verdict] - RANK[a.witness.verdict]);
  return {
    statement,
    number: 0,
    speaker:
      (statement.speaker && speakers.get(statement.speaker)) ||
      (whoOf(attribution, speakers) ?? 'speaker not known'),
    scene: sceneOf(attribution, report),
    base: {
      attribution,
      report,
      text: statement.baseSpans.map((span) => report.text.slice(span.start, span.end)).join(' … '),
    },
    others,
    verdict: others.reduce<Verdict>(
      (worst, { witness }) => (RANK[witness.verdict] > RANK[worst] ? witness.verdict : worst),
      'cosmetic',
    ),
  };
}

/** The witness's words with the differences marked in their places. */
export function piecesOf(witness: Witness, own: string, base: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const events = [...witness.events].sort(
    (a, b) => a.witness.start - b.witness.start || a.witness.end - b.witness.end,
  );
  let next = 0;
  witness.spans.forEach((span, i) => {
    if (i > 0) pieces.push({ kind: 'gap', text: ' … ' });
    let at = span.start;
    while (next < events.length && (events[next] as Variant).witness.start <= span.end) {
      const event = events[next++] as Variant;
      const start = Math.max(at, event.witness.start);
      push('same', own.slice(at, start));
      const cut =
        (event.kind === 'boundary' || event.kind === 'clause') &&
        event.witness.start === event.witness.end &&
        (event.witness.start <= firstStart(witness) || event.witness.start >= lastEnd(witness) - 3);
      // A cut at the end is shown behind the comma that closes the quotation.
      if (cut && start > firstStart(witness) && /^[\s.,!?;:’'"”]*$/.test(own.slice(start, span.end))) {
        push('same', own.slice(start, span.end));
        push('cut', base.slice(event.base.start, event.base.end));
        at = span.end;
        continue;
      }
      push(cut ? 'cut' : 'lost', base.slice(event.base.start, event.base.end));
      push('gained', own.slice(Math.max(start, event.witness.start), event.witness.end));
      at = Math.max(start, event.witness.end);
    }
    push('same', own.slice(at, span.end));
  });
  return pieces;

  function push(kind: Piece['kind'], text: string): void {
    if (text !== '') pieces.push({ kind, text });
  }
}

const firstStart = (witness: Witness): number => (witness.spans[0] as Span).start;
const lastEnd = (witness: Witness): number => (witness.spans.at(-1) as Span).end;

const RULE_WORDS: Record<string, string> = {
  'main-clause-cut': 'cut before the clause that completes it',
  'negator-cut': 'the negation that governs it was left out',
  'condition-cut': 'the condition on it was left out',
  'distancing-verb-cut': 'the verb that holds it at a distance was left out',
  'negator-changed': 'a negation was lost or gained',
  'number-changed': 'a number differs',
  'unit-changed': 'a unit differs',
  'date-changed': 'a date or time word differs',
  'clause-changed': 'the way the clauses hang together differs',
  'joined-unmarked': 'words from separate places run on as one',
  'paraphrased-in-marks': 'inside quotation marks, but largely in other words',
  reordered: 'the words stand in another order',
  'several-places': 'could be from several places',
  'transcript-suspect': 'every outlet differs from the transcript alike',
  'misspelling-only': 'a slip of the keyboard',
  'filler-only': 'a filler or false start was left out',
  'function-word-only': 'only small words differ',
};

/** One phrase for a person: what was done to the words. */
export function explain(witness: Witness): string {
  const known = RULE_WORDS[witness.rule];
  if (known) return known;
  const changed = /^(.+)-changed$/.exec(witness.rule)?.[1];
  if (changed) return `a ${changed.replace('-', ' ')} differs`;
  return FORM_WORDS[witness.form];
}

export const FORM_WORDS: Record<Witness['form'], string> = {
  'not-located': 'not found in the base',
  ambiguous: 'could be from several places',
  translated: 'translated',
  paraphrase: 'in other words',
  stitched: 'joined from separate places',
  reordered: 'in another order',
  altered: 'words changed',
  'silent-elision': 'words left out without a sign',
  bracketed: 'an editor’s words in brackets',
  'marked-elision': 'shortened, and marked so',
  trimmed: 'a part of it',
  'house-style': 'alike but for house style',
  verbatim: 'word for word',
};

/** The title that most words of the reports’ titles share: that of the earliest report which has one. */
function titleOf(reports: readonly Report[]): string {
  const titled = reports.filter((report) => report.title);
  if (titled.length === 0) return `${reports.length} reports`;
  const words = (title: string) => new Set(title.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const counts = new Map<string, number>();
  for (const { title } of titled)
    for (const word of words(title as string)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const score = (title: string) => {
    const own = [...words(title)];
    return own.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.max(4, own.length);
  };
  return titled.reduce((best, report) =>
    score(report.title as string) > score(best.title as string) ? report : best,
  ).title as string;
}

/** `Salt Harbour Courier, 12 May 2031`, or where it was read from. */
export function nameOf(report: Report): string {
  return flat(report.outlet ?? report.origin.replace(/^.*[\\/]/, ''));
}

/** Where words stand: `file:line` of a text that has lines, with the offsets. */
export function placeOf(report: Report, span: Span): string {
  const file = flat(report.origin.startsWith('http') ? report.origin : report.origin.replace(/^.*[\\/]/, ''));
  return `${file} @${span.start}–${span.end}`;
}

/** How an attribution hangs together, for a margin: `indirect, by role, attitude, 0.71`. */
export function evidenceOf(one: Attribution): string {
  return `${one.form}, by ${one.by}, ${one.kind}, ${one.confidence.toFixed(2)}`;
}

/** What the base of a statement is. */
export function baseWords(attribution: Attribution): string {
  if (attribution.rule === 'signed-post') return 'the post itself';
  return attribution.by === 'label' ? 'transcript' : 'fullest rendering';
}

/** Without characters that steer a terminal or turn the direction of what follows. */
export function clean(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (mark) => (mark === '\r' ? ' ' : ''),
  );
}

/** On one line, clean. */
export function flat(text: string): string {
  return squeeze(clean(text));
}

/** White space as single spaces. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The part of a statement's base that its witnesses speak for, with room on either side; the rest as an ellipsis. */
export function excerpt(view: StatementView, room = 90): string {
  const { report } = view.base;
  const spans = view.others.flatMap(({ witness }) => [
    ...witness.baseSpans,
    ...witness.events.map((event) => event.base),
  ]);
  const whole = view.statement.baseSpans;
  const outer = { start: (whole[0] as Span).start, end: (whole.at(-1) as Span).end };
  if (spans.length === 0 || outer.end - outer.start < 420) return flat(view.base.text);
  let start = Math.max(outer.start, Math.min(...spans.map((span) => span.start)) - room);
  let end = Math.min(outer.end, Math.max(...spans.map((span) => span.end)) + room);
  while (start > outer.start && /\S/.test(report.text[start - 1] as string)) start--;
  while (end < outer.end && /\S/.test(report.text[end] as string)) end++;
  return `${start > outer.start ? '… ' : ''}${flat(report.text.slice(start, end))}${end < outer.end ? ' …' : ''}`;
}
