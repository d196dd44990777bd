import { FEASTS } from '../lexicon/en/time.js';
import { type Day, dayIn, dayOf } from '../model/calendar.js';
import type { Note } from '../model/note.js';
import type { TimeExpression } from '../model/time.js';
import { nearestYear } from './dates.js';
import { type Lexed, lex } from './lex.js';
import { RULES } from './rules.js';
import { exactDay, type Reading, type Site } from './site.js';
import { directionAt } from './tense.js';

export interface Dating {
  /** ISO 8601, as a report has it; null where nobody tells. */
  readonly published: string | null;
  /** Whether the outlet writes the month first; null where nobody tells. */
  readonly monthFirst?: boolean | null;
  /** Where to report a date that can be read in two ways. */
  readonly report?: string;
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly rule: number;
}

/**
 * The temporal expressions of a text in reading order, none overlapping. Of rival ones the longest is taken, of equally
 * long ones that of the earlier rule. Values as in TIMEX3 (ISO 24617-1); a relative one is reckoned from the day of
 * publication, or from the last day named before it.
 *
 * @param text offsets of the result are UTF-16 code units in it
 */
export function timeExpressions(
  text: string,
  { published, monthFirst = null, report = '' }: Dating,
): { readonly value: readonly TimeExpression[]; readonly notes: readonly Note[] } {
  const lexed = lex(text);
  const base = dayIn(published);
  const found: TimeExpression[] = [];
  const notes: Note[] = [];
  const told: Told = { previous: null, about: null };
  for (const group of rivals(candidates(lexed))) {
    const chosen: { readonly one: Candidate; readonly reading: Reading }[] = [];
    for (const one of group) {
      if (chosen.some(({ one: other }) => other.from < one.to && one.from < other.to)) continue;
      const reading = readAs(lexed, one, base, told, monthFirst);
      if (reading) chosen.push({ one, reading });
    }
    for (const { one, reading } of chosen.sort((a, b) => a.one.from - b.one.from)) {
      const { doubtful, ...rest } = reading;
      const span = { start: lexed.starts[one.from] as number, end: endOf(lexed, one) };
      found.push({ ...span, ...rest });
      if (doubtful) notes.push(orderNote(text, span, report));
      if (reading.type === 'DATE' || reading.type === 'TIME') remember(told, reading.value);
    }
  }
  const feasts = feastsIn(text, base).filter(
    ({ start, end }) => !found.some((one) => one.start < end && start < one.end),
  );
  return { value: [...found, ...feasts].sort((a, b) => a.start - b.start), notes };
}

/** What the text has named so far. */
interface Told {
  previous: Day | null;
  about: Day | null;
}

function remember(told: Told, value: string): void {
  const day = dayIn(value);
  if (day !== null) told.previous = day;
  const coarse = /^(\d{4})(?:-(\d{2}))?$/.exec(value);
  told.about = day ?? (coarse ? dayOf(Number(coarse[1]), Number(coarse[2] ?? 1), 1) : told.about);
}

function candidates({ classes }: Lexed): readonly Candidate[] {
  const all: Candidate[] = [];
  RULES.forEach(({ pattern }, rule) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(classes); match; match = pattern.exec(classes)) {
      all.push({ from: match.index, to: match.index + match[0].length, rule });
      // A rule whose longest reading fails may hold further on.
      if (match[0].length > 1) pattern.lastIndex = match.index + 1;
    }
  });
  return all.sort((a, b) => a.from - b.from || b.to - a.to || a.rule - b.rule);
}

/** Candidates that touch each other, each group ordered longest first. */
function* rivals(all: readonly Candidate[]): Generator<readonly Candidate[]> {
  let group: Candidate[] = [];
  let reach = 0;
  for (const one of all) {
    if (group.length && one.from >= reach) {
      yield ordered(group);
      group = [];
    }
    group.push(one);
    reach = Math.max(reach, one.to);
  }
  if (group.length) yield ordered(group);
}

function ordered(group: readonly Candidate[]): readonly Candidate[] {
  return [...group].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from || a.rule - b.rule);
}

function readAs(
  lexed: Lexed,
  { from, to, rule }: Candidate,
  published: Day | null,
  { previous, about }: Told,
  monthFirst: boolean | null,
): Reading | null {
  const { text, starts, ends } = lexed;
  // Words of one expression stand together: no line break between them.
  const start = starts[from] as number;
  const end = ends[to - 1] as number;
  if (to - from > 1 && text.slice(start, end).includes('\n')) return null;
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(text.slice(starts[i], ends[i]).toLowerCase());
  const site: Site = {
    words,
    classes: lexed.classes.slice(from, to),
    from,
    lexed,
    published,
    previous,
    about,
    direction: () => directionAt(text, start, end),
    monthFirst,
  };
  return (RULES[rule] as (typeof RULES)[number]).read(site);
}

/** A full stop belongs to an abbreviation (`Nov.`, `p.m.`) and to nothing else. */
function endOf({ text, classes, starts, ends }: Lexed, { from, to }: Candidate): number {
  let last = to - 1;
  while (last > from && /[.,]/.test(classes[last] as string)) {
    const word = text.slice(starts[last - 1], ends[last - 1]).toLowerCase();
    if (
      classes[last] === '.' &&
      /[MW]/.test(classes[last - 1] as string) &&
      word.length < 5 &&
      word !== 'may' &&
      word !== 'june' &&
      word !== 'july'
    )
      break;
    last--;
  }
  const end = ends[last] as number;
  if (classes[last] !== 'P' || !/[ap]$/i.test(text[end - 1] as string)) return end;
  return end + (/^(?:\. ?m\.?|m\.?)/i.exec(text.slice(end, end + 4))?.[0].length ?? 0);
}

const FEAST = new RegExp(
  `\\b(?:${[...FEASTS.keys()].sort((a, b) => b.length - a.length).join('|')})\\b`.replaceAll("'", "['’]"),
  'gi',
);

function feastsIn(text: string, published: Day | null): readonly TimeExpression[] {
  if (published === null) return [];
  const found: TimeExpression[] = [];
  for (const match of text.matchAll(FEAST)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!/^[A-Z]/.test(match[0])) continue;
    const [month, day] = (FEASTS.get(match[0].toLowerCase().replace('’', "'")) as string)
      .split('-')
      .map(Number) as [number, number];
    const year = nearestYear(published, month, day, directionAt(text, span.start, span.end));
    found.push({ ...span, ...exactDay(dayOf(year, month, day), 'published') });
  }
  return found;
}

function orderNote(text: string, span: { start: number; end: number }, report: string): Note {
  return {
    code: 'date-order',
    severity: 'info',
    message: `“${text.slice(span.start, span.end)}” can be read in two ways; it is read with the month first`,
    at: { report, ...span },
  };
}
