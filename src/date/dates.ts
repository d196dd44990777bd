import { COUNTED, SEASONS, UNITS, WEEKDAYS } from '../lexicon/en/time.js';
import {
  type Day,
  dayOf,
  isDay,
  isoDay,
  isoMonth,
  isoWeek,
  partsOf,
  two,
  weekdayOf,
} from '../model/calendar.js';
import type { Granularity, TimeAnchor } from '../model/time.js';
import {
  countIn,
  exactDay,
  grainOf,
  inDuration,
  modified,
  onDay,
  partIn,
  type Reading,
  type Site,
  set,
  timed,
  unitIn,
  type Year,
  yearIn,
} from './site.js';
import type { Direction } from './tense.js';

export function inFigures(site: Site): Reading | null {
  const [word] = site.words as [string];
  const parts = word.split(/[-/.]/).map(Number) as [number, number, number];
  const day = (year: number, month: number, date: number): Reading | null =>
    isDay(year, month, date) ? exactDay(dayOf(year, month, date), 'absolute') : null;
  if (/^\d{4}/.test(word)) return day(...parts);
  const last = parts[2];
  const year =
    String(last).length <= 2 && word.split(/[-/.]/)[2]?.length === 2
      ? (last > 50 ? 1900 : 2000) + last
      : last;
  const american = day(year, parts[0], parts[1]);
  const european = day(year, parts[1], parts[0]);
  if (!american || !european) return american ?? european;
  if (word.includes('.')) return european;
  if (site.monthFirst !== null || parts[0] === parts[1])
    return site.monthFirst === false ? european : american;
  return { ...american, doubtful: true };
}

/** Days ahead that a day in a past clause may lie: “said that the vote on Friday week …” reads as past. */
const FORTNIGHT = 14;
/** And a day that no tense tells of. */
const QUARTER = 60;
/** Days back from which on a coming day is next year’s. */
const HALF_YEAR = 180;

/** A month and a day; the year nearest to publication that the tense allows, where none is told. */
export function datedDay(site: Site, month: number, date: number, told: Year | null): Reading | null {
  if (told)
    return isDay(told.year, month, date) ? exactDay(dayOf(told.year, month, date), told.anchor) : null;
  const { published } = site;
  if (published === null)
    return date <= 31 && month
      ? { type: 'DATE', value: `XXXX-${two(month)}-${two(date)}`, granularity: 'day', anchor: 'absolute' }
      : null;
  const year = nearestYear(published, month, date, site.direction());
  return isDay(year, month, date) ? exactDay(dayOf(year, month, date), 'published') : null;
}

/** The year of a day that tells none: that of publication, else the one before or after that the tense asks for. */
export function nearestYear(published: Day, month: number, date: number, tense: Direction): number {
  const { year } = partsOf(published);
  const away = dayOf(year, month, date) - published;
  if (tense <= 0 && away > (tense < 0 ? FORTNIGHT : QUARTER)) return year - 1;
  if (tense > 0 && away < -HALF_YEAR) return year + 1;
  return year;
}

/** `may` and `march` are verbs, and `August` a name: a month alone needs something that makes it one. */
export function isMonth(site: Site): boolean {
  const { classes, from, lexed } = site;
  if (/[YLXHmU]/.test(classes)) return true;
  const at = from;
  const before = classes.startsWith('M') ? (lexed.classes[at - 1] ?? '') : '';
  const word = lexed.text.slice(lexed.starts[at], lexed.ends[at]).toLowerCase();
  if (word !== 'may' && word !== 'march')
    return (
      !/^['’]?[A-Z]/.test(lexed.text.slice((lexed.ends[at] as number) + 1, (lexed.ends[at] as number) + 2)) ||
      /[io]/.test(before)
    );
  return /[io&A-]/.test(before);
}

/** The year of a month that tells none. */
export function nearYear(site: Site, month: number): Year | null {
  if (site.published === null) return null;
  const now = partsOf(site.published);
  const deictic = /([LXH])(?=M)/.exec(site.classes)?.[1];
  const at = (year: number): Year => ({ year, anchor: 'published' });
  if (deictic === 'L') return at(month >= now.month ? now.year - 1 : now.year);
  if (deictic === 'X') return at(month <= now.month ? now.year + 1 : now.year);
  if (deictic === 'H') return at(now.year);
  const tense = site.direction();
  if (tense > 0) return at(month < now.month ? now.year + 1 : now.year);
  if (tense < 0) return at(month > now.month ? now.year - 1 : now.year);
  // Where the words do not tell, the nearer one.
  const ahead = month - now.month;
  return at(ahead > 6 ? now.year - 1 : ahead < -6 ? now.year + 1 : ahead > 2 ? now.year - 1 : now.year);
}

/** Weekdays mean the last one, today included, unless a mark of the future governs. */
export function weekday(site: Site): Reading | null {
  const number = WEEKDAYS.get(site.words.find((word) => WEEKDAYS.has(word)) as string) as number;
  if (site.classes.includes('E')) return set(`XXXX-WXX-${number}`);
  const part = partIn(site);
  const { published } = site;
  if (published === null)
    return {
      type: part ? 'TIME' : 'DATE',
      value: `XXXX-WXX-${number}${part ? timed(part) : ''}`,
      granularity: part ? 'time' : 'day',
      anchor: 'published',
    };
  const now = weekdayOf(published);
  const back = (now - number + 7) % 7;
  const ahead = (number - now + 7) % 7;
  const which = /([LXH])T?W/.exec(site.classes)?.[1];
  const word = site.words.find((_, i) => site.classes[i] === 'X');
  const step =
    which === 'L'
      ? back === 0
        ? -7
        : -back
      : which === 'X' && word !== 'following'
        ? ahead === 0
          ? 7
          : ahead
        : site.direction() > 0 || which === 'X'
          ? ahead
          : -back;
  return onDay(site, step, part);
}

export function nearPeriod(site: Site): Reading | null {
  const { published, classes, words } = site;
  const at = Math.max(classes.lastIndexOf('L'), classes.lastIndexOf('X'), classes.lastIndexOf('H'));
  const letter = classes[at] as string;
  const word = words[at] as string;
  const step = letter === 'L' ? -1 : letter === 'X' ? 1 : 0;
  const last = words.at(-1) as string;
  const base =
    word === 'following' || word === 'preceding' || (word === 'previous' && site.about !== null)
      ? site.about
      : published;
  if (base === null) return null;
  const anchor: TimeAnchor = base === published ? 'published' : 'previous';
  const { year, month } = partsOf(base);
  const found = (value: string, granularity: Granularity): Reading => ({
    type: 'DATE',
    value,
    granularity,
    anchor,
    ...modified(site),
  });
  // “the past year” is a stretch, “the last decade” too; “last week” is a week.
  const article = at > 0 && classes[at - 1] === 'T';
  const unit = UNITS.get(last);
  if (
    article &&
    unit &&
    (word === 'past' || unit === 'DE' || unit === 'CE' || (word === 'last' && /[YMW]/.test(unit)))
  ) {
    if (unit === 'D') return null;
    return { type: 'DURATION', value: inDuration('1', unit), granularity: grainOf(unit), anchor: 'absolute' };
  }
  if (last === 'day')
    return step === 0 ? null : article || word === 'following' ? besidePrevious(site) : null;
  if (last === 'night') return letter === 'L' ? onDay(site, -1, 'NI') : null;
  if (last === 'week') return found(isoWeek(base + 7 * step), 'week');
  if (last === 'weekend') return found(`${isoWeek(base + 7 * step)}-WE`, 'week');
  if (last === 'month') return found(isoMonth(year, month + step), 'month');
  if (last === 'year') return found(String(year + step), 'year');
  if (last === 'quarter') {
    const index = year * 4 + Math.floor((month - 1) / 3) + step;
    return found(`${Math.floor(index / 4)}-Q${(index % 4) + 1}`, 'quarter');
  }
  if (last === 'decade') return found(String(year + 10 * step).slice(0, 3), 'decade');
  if (last === 'century') return found(String(year + 100 * step).slice(0, 2), 'century');
  const season = SEASONS.get(last);
  if (!season) return null;
  const begins = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] as number;
  const past = step < 0 && month < begins + (season === 'WI' ? 0 : 3) ? -1 : 0;
  return found(`${year + (step > 0 && month >= begins ? 1 : past)}-${season}`, 'season');
}

export function besidePrevious(site: Site): Reading | null {
  const base = site.previous;
  const phrase = site.words.join(' ');
  const step = {
    'the next day': 1,
    'the following day': 1,
    'the day after': 1,
    'the same day': 0,
    'that day': 0,
    'that night': 0,
    'that morning': 0,
    'that afternoon': 0,
    'that evening': 0,
    'same day': 0,
    'the previous day': -1,
    'the day before': -1,
    'the preceding day': -1,
  }[phrase];
  if (step === undefined) return null;
  if (base === null) return { type: 'DATE', value: 'XXXX-XX-XX', granularity: 'day', anchor: 'previous' };
  const part = partIn(site);
  return part
    ? { type: 'TIME', value: `${isoDay(base + step)}${timed(part)}`, granularity: 'time', anchor: 'previous' }
    : exactDay(base + step, 'previous');
}

export function quarter(site: Site): Reading | null {
  if (unitIn(site) !== 'Q' && !site.words.includes('quarter')) return null;
  const { published } = site;
  if (published === null) return null;
  const now = partsOf(published);
  const current = Math.floor((now.month - 1) / 3) + 1;
  const which = site.classes.includes('O') ? countIn(site) : null;
  if (site.classes.includes('O') && (!which || which > 4)) return null;
  const told = yearIn(site);
  if (!which) return null;
  const year = told?.year ?? (which > current && site.direction() <= 0 ? now.year - 1 : now.year);
  return {
    type: 'DATE',
    value: `${year}-Q${which}`,
    granularity: 'quarter',
    anchor: told ? told.anchor : 'published',
  };
}

export function year(site: Site): Reading | null {
  const { lexed, from, words } = site;
  const last = words.at(-1) as string;
  const at = from + words.length - 1;
  const season = SEASONS.get(words.find((word) => SEASONS.has(word)) ?? '');
  if (season)
    return {
      type: 'DATE',
      value: `${last}-${season}`,
      granularity: 'season',
      anchor: 'absolute',
      ...modified(site),
    };
  const bare = words.length === 1;
  const before = lexed.classes[from - 1] ?? '';
  const beforeWord =
    from > 0 ? lexed.text.slice(lexed.starts[from - 1], lexed.ends[from - 1]).toLowerCase() : '';
  if (bare) {
    const next =
      at + 1 < lexed.starts.length
        ? lexed.text.slice(lexed.starts[at + 1], lexed.ends[at + 1]).toLowerCase()
        : '';
    if (COUNTED.has(next) || next === '%') return null;
    if (
      before === '~' &&
      beforeWord !== 'than' &&
      beforeWord !== 'around' &&
      beforeWord !== 'about' &&
      beforeWord !== 'only'
    )
      return null;
    if (
      beforeWord === 'some' ||
      beforeWord === 'no' ||
      (before === '-' && /[A-Za-z]/.test(lexed.text[(lexed.starts[from - 1] as number) - 1] ?? ' '))
    )
      return null;
    if (before === 'N' || before === 'Y') return null;
  }
  return { type: 'DATE', value: last, granularity: 'year', anchor: 'absolute', ...modified(site) };
}
