import { CARDINALS, DAY_PARTS, MONTHS, ORDINALS, UNITS } from '../lexicon/en/time.js';
import { type Day, isoDay, partsOf } from '../model/calendar.js';
import type { Span } from '../model/span.js';
import type { Granularity, TimeAnchor, TimeExpression, TimeModifier } from '../model/time.js';
import type { Lexed } from './lex.js';
import type { Direction } from './tense.js';

/** What a rule makes of its words. */
export interface Reading extends Omit<TimeExpression, keyof Span> {
  /** More than one reading of figures is possible (`03/04/2017`) and the order was assumed. */
  readonly doubtful?: boolean;
}

/** What a rule may ask about its place. Words are lower case. */
export interface Site {
  readonly words: readonly string[];
  readonly classes: string;
  /** Index of the rule's first word in the whole text. */
  readonly from: number;
  readonly lexed: Lexed;
  /** The day of publication, or null where nobody tells. */
  readonly published: Day | null;
  /** The last day that the text named before this place, or null. */
  readonly previous: Day | null;
  /** The last day or the first day of the last month or year that the text named, or null. */
  readonly about: Day | null;
  readonly direction: () => Direction;
  /** Whether `03/04/2017` is the fourth of March; null where nobody tells. */
  readonly monthFirst: boolean | null;
}

export interface Year {
  readonly year: number;
  readonly anchor: TimeAnchor;
}

/** The year that the words tell: `2016`, `of last year`. */
export function yearIn(site: Site): Year | null {
  const at = site.classes.indexOf('Y');
  if (at >= 0) return { year: Number(site.words[at]), anchor: 'absolute' };
  const deictic = /([LHX])U$/.exec(site.classes);
  if (!deictic || site.published === null || site.words.at(-1) !== 'year') return null;
  const step = deictic[1] === 'L' ? -1 : deictic[1] === 'X' ? 1 : 0;
  return { year: partsOf(site.published).year + step, anchor: 'published' };
}

export function monthIn(site: Site): number | null {
  const at = site.classes.indexOf('M');
  return at < 0 ? null : (MONTHS.get(site.words[at] as string) ?? null);
}

/** The whole number that the words tell. */
export function countIn(site: Site): number | null {
  const at = site.classes.search(/[NO]/);
  if (at < 0) return null;
  const word = site.words[at] as string;
  return (
    ORDINALS.get(word) ??
    CARDINALS.get(word) ??
    (/^\d+(?:st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : null)
  );
}

/** How many units: a number, `X` for an unknown one, null where the words tell none. */
export function amountIn(site: Site): string | null {
  const { classes, words } = site;
  const at = classes.search(/N/);
  if (at >= 0) {
    const word = words[at] as string;
    const number =
      CARDINALS.get(word) ?? (/^\d[\d,]*(?:\.\d+)?$/.test(word) ? Number(word.replaceAll(',', '')) : null);
    return number === null ? null : String(number + (classes.includes('h') ? 0.5 : 0));
  }
  if (classes.includes('Q')) return words.includes('recent') ? null : 'X';
  if (!classes.includes('a')) return null;
  return classes.startsWith('ha') || classes.startsWith('~ha') ? '0.5' : classes.includes('h') ? '1.5' : '1';
}

export function unitIn(site: Site): string | null {
  const at = site.classes.search(/[UV]/);
  if (at < 0) return site.words.at(-1) === 'second' ? 'TS' : null;
  const word = site.words[at] as string;
  return UNITS.get(word) ?? UNITS.get(word === 'centuries' ? 'century' : word.slice(0, -1)) ?? null;
}

export function partIn(site: Site): string | null {
  const at = site.classes.lastIndexOf('J');
  if (at < 0) return null;
  const word = site.words[at] as string;
  return DAY_PARTS.get(word) ?? DAY_PARTS.get(word.slice(0, -1)) ?? null;
}

/** `MO` → `TMO`; a clock time is one already. */
export function timed(part: string): string {
  return part.startsWith('T') ? part : `T${part}`;
}

export function onDay(site: Site, step: number, part: string | null): Reading | null {
  if (site.published === null) return null;
  const day = site.published + step;
  if (!part) return exactDay(day, 'published');
  return {
    type: 'TIME',
    value: `${isoDay(day)}${timed(part)}`,
    granularity: 'time',
    anchor: 'published',
    ...modified(site),
  };
}

export function exactDay(day: Day, anchor: TimeAnchor): Reading {
  return { type: 'DATE', value: isoDay(day), granularity: 'day', anchor };
}

export function set(value: string): Reading {
  return { type: 'SET', value, granularity: 'vague', anchor: 'absolute' };
}

/** A stretch of so many units; `count` as {@link amountIn} gives it. */
export function stretch(site: Site, count: string, unit: string): Reading {
  return {
    type: 'DURATION',
    value: inDuration(count, unit),
    granularity: grainOf(unit),
    anchor: 'absolute',
    ...modified(site),
  };
}

export function reference(value: string): Reading {
  return { type: 'DATE', value, granularity: 'vague', anchor: 'absolute' };
}

/** `half an hour` is told in the next smaller unit. */
const HALVES: ReadonlyMap<string, string> = new Map([
  ['TM', 'PT30S'],
  ['TH', 'PT30M'],
  ['D', 'PT12H'],
  ['Y', 'P6M'],
  ['DE', 'P5Y'],
  ['CE', 'P50Y'],
]);

export function inDuration(count: string, unit: string): string {
  if (count === '0.5' && HALVES.has(unit)) return HALVES.get(unit) as string;
  if (unit === 'F') return count === 'X' ? 'PXW' : `P${Number(count) * 2}W`;
  if (unit === 'DE') return count === '1' ? 'P10Y' : `P${count}DE`;
  if (unit === 'CE') return count === '1' ? 'P100Y' : `P${count}CE`;
  return unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`;
}

export function grainOf(unit: string): Granularity {
  if (unit.startsWith('T')) return 'time';
  return { D: 'day', W: 'week', F: 'week', M: 'month', Q: 'quarter', Y: 'year', DE: 'decade', CE: 'century' }[
    unit
  ] as Granularity;
}

export const MODIFIERS: ReadonlyMap<string, TimeModifier> = new Map([
  ['early', 'START'],
  ['beginning', 'START'],
  ['start', 'START'],
  ['mid', 'MID'],
  ['middle', 'MID'],
  ['late', 'END'],
  ['end', 'END'],
  ['about', 'APPROX'],
  ['around', 'APPROX'],
  ['nearly', 'APPROX'],
  ['almost', 'APPROX'],
  ['roughly', 'APPROX'],
  ['approximately', 'APPROX'],
  ['over', 'MORE_THAN'],
  ['more', 'MORE_THAN'],
  ['least', 'MORE_THAN'],
  ['under', 'LESS_THAN'],
  ['less', 'LESS_THAN'],
]);

export function modified(site: Site): { readonly modifier?: TimeModifier } {
  for (const word of site.words) {
    const modifier = MODIFIERS.get(word);
    if (modifier) return { modifier };
  }
  return {};
}
