import {
  type Check,
  type CheckedQuotation,
  type CheckVerdict,
  isFault,
  type Passage,
} from '../model/check.js';
import { originalSpan, type Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { flat, placeOf } from './view.js';

/** A quotation with everything that its lines show. */
export interface CheckedView {
  readonly quotation: CheckedQuotation;
  /** The draft's words, the parts of a split quotation joined by an ellipsis in brackets. */
  readonly words: string;
  /** `draft.md:12:8`, or the offsets where the draft has no lines. */
  readonly place: string;
  readonly explanation: string;
  readonly source: PassageView | null;
  readonly others: readonly PassageView[];
}

export interface PassageView {
  readonly passage: Passage;
  readonly report: Report;
  readonly words: string;
  /** `remarks.txt @120–180 (transcript), 1:02–1:09`. */
  readonly place: string;
}

export interface CheckView {
  readonly check: Check;
  readonly findings: readonly CheckedView[];
  readonly waived: readonly CheckedView[];
  readonly unsure: readonly CheckedView[];
  readonly right: readonly CheckedView[];
  /** `13 quotations against 9 sources, policy ap: 5 findings, …`. */
  readonly summary: string;
}

export function checkViewOf(check: Check): CheckView {
  const reports = new Map(check.sources.map((report) => [report.id, report]));
  const views = check.quotations.map((quotation) => viewOfQuotation(quotation, check, reports));
  const findings = views.filter(({ quotation }) => isFault(quotation));
  const waived = views.filter(({ quotation }) => quotation.waived !== null);
  const unsure = views.filter(({ quotation }) => quotation.verdict === 'not-checkable');
  const right = views.filter((view) => ![findings, waived, unsure].some((group) => group.includes(view)));
  const parts = [
    plural(findings.length, 'finding'),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    `${right.length} right`,
    ...(unsure.length > 0 ? [`${unsure.length} not checkable`] : []),
  ];
  return {
    check,
    findings,
    waived,
    unsure,
    right,
    summary: `${plural(check.quotations.length, 'quotation')} against ${plural(check.sources.length, 'source')}, policy ${check.policy}: ${parts.join(', ')}`,
  };
}

function viewOfQuotation(
  quotation: CheckedQuotation,
  check: Check,
  reports: ReadonlyMap<string, Report>,
): CheckedView {
  const passageView = (passage: Passage): PassageView => {
    const report = reports.get(passage.report) as Report;
    return {
      passage,
      report,
      words: wordsOf(report.text, passage.spans),
      place: passagePlace(report, passage),
    };
  };
  return {
    quotation,
    words: wordsOf(check.draft.text, quotation.spans),
    place: draftPlace(check, quotation),
    explanation: explainCheck(quotation),
    source: quotation.passage && passageView(quotation.passage),
    others: quotation.alternates.map(passageView),
  };
}

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => flat(text.slice(start, end))).join(' […] ');

/** Where a quotation stands in the draft's own file: line and column from 1, columns in UTF-16 code units. */
export interface LineSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Null where the draft has no lines. */
export function lineSpanOf(
  { draft, lines }: Check,
  { spans }: Pick<CheckedQuotation, 'spans'>,
): LineSpan | null {
  if (lines === null) return null;
  const whole = { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end };
  const { start, end } = originalSpan(draft.sourceMap, whole);
  const [first, last] = [lineAt(lines, start), lineAt(lines, end)];
  return {
    line: first + 1,
    column: start - (lines[first] as number) + 1,
    endLine: last + 1,
    endColumn: end - (lines[last] as number) + 1,
  };
}

function lineAt(lines: readonly number[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function draftPlace(check: Check, quotation: CheckedQuotation): string {
  const at = lineSpanOf(check, quotation);
  const { draft } = check;
  if (!at) return placeOf(draft, { start: quotation.spans[0]!.start, end: quotation.spans.at(-1)!.end });
  return `${flat(draft.origin)}:${at.line}:${at.column}`;
}

function passagePlace(report: Report, { spans, time }: Passage): string {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const where = spans.length > 0 ? placeOf(report, { start, end }) : flat(report.origin);
  const kind = report.kind === 'transcript' ? ' (transcript)' : '';
  return `${where}${kind}${time ? `, ${clock(time.from)}–${clock(time.to)}` : ''}`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Verdicts as a person says them. */
export const VERDICT_WORDS: Record<CheckVerdict, string> = {
  exact: 'exact',
  presentation: 'house style',
  'marked-edit': 'marked edit',
  altered: 'altered',
  spliced: 'spliced',
  misattributed: 'misattributed',
  'not-found': 'not found',
  'not-checkable': 'cannot tell',
};

const RULE_WORDS: Readonly<Record<string, string>> = {
  stitched: 'joined from separate places as if said at once',
  reordered: 'its parts stand in another order',
  reworded: 'no source has these words; the nearest passage reads otherwise',
  'negator-cut': 'cut behind a “not” that governs the words',
  'condition-cut': 'cut beside the condition that the words depend on',
  'distancing-verb-cut': 'cut behind a verb that takes the words back',
  'main-clause-cut': 'cut before the clause that completes it',
  'other-speaker': 'the source gives these words to somebody else',
  'not-located': 'no source has these words',
  'too-short': 'under five words, and no source has them as they stand',
  'other-language': 'in another language than the sources',
  'part-found': 'the sources quote a part of it alone',
  'without-marks': 'a source tells it in its own words only',
  'no-speaker': 'nobody is cited for it, and no source has the words',
  'marked-elision': 'shortened, and marked so',
  bracketed: 'an editor’s words, in brackets',
  verbatim: 'word for word',
  trimmed: 'a part of it, word for word',
  case: 'capitals differ',
  punctuation: 'punctuation differs',
  contraction: 'a contraction is opened or closed',
  'number-form': 'a number is written otherwise',
  spelling: 'spelling differs',
  accent: 'accents differ',
  'word-division': 'a compound is divided otherwise',
  masking: 'a word is masked',
};

/** One phrase for a person: why the verdict is what it is. */
export function explainCheck({ rule, passage, speaker }: CheckedQuotation): string {
  if (rule === 'other-speaker' && passage?.speaker)
    return `the source gives these words to ${flat(passage.speaker)}${speaker ? `, not ${flat(speaker)}` : ''}`;
  const known = RULE_WORDS[rule];
  if (known) return known;
  const changed = /^(.+)-changed$/.exec(rule)?.[1];
  if (changed) return `a ${changed.replace('-', ' ')} differs`;
  const only = /^(.+)-only$/.exec(rule)?.[1];
  return only ? `nothing but a ${only.replace('-', ' ')} differs` : rule;
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
