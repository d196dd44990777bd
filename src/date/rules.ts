import { NEAR_DAYS, REFERENCES, REPEATED, WEEKDAYS } from '../lexicon/en/time.js';
import { isoMonth, two } from '../model/calendar.js';
import {
  besidePrevious,
  datedDay,
  inFigures,
  isMonth,
  nearPeriod,
  nearYear,
  quarter,
  weekday,
  year,
} from './dates.js';
import {
  countIn,
  modified,
  monthIn,
  onDay,
  partIn,
  type Reading,
  reference,
  type Site,
  set,
  stretch,
  unitIn,
  yearIn,
} from './site.js';
import { ago, clock, duration, earlierOrLater, every, spanOfUnits } from './spans.js';

/** A rule over word classes (see {@link Lexed}). `example` marks the words and gives their value in 2017-11-12's report. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly example: string;
  readonly read: (site: Site) => Reading | null;
}

export const RULES: readonly Rule[] = [
  {
    name: 'date in figures',
    pattern: /D/g,
    example: 'It was signed on {2017-11-03}[2017-11-03].',
    read: inFigures,
  },
  {
    name: 'month, day, year',
    pattern: /(?:W\.?,?)?M\.?[NO](?:,?Y)?/g,
    example: 'The panel met on {Tuesday, Nov. 7, 2017}[2017-11-07].',
    read: (site) => {
      const [month, day, year] = [monthIn(site), countIn(site), yearIn(site)];
      return month && day ? datedDay(site, month, day, year) : null;
    },
  },
  {
    name: 'day, month, year',
    pattern: /(?:W\.?,?)?T?[NO]o?M\.?(?:,?Y)?/g,
    example: 'The panel met on {7 November 2017}[2017-11-07].',
    read: (site) => {
      const [month, day, year] = [monthIn(site), countIn(site), yearIn(site)];
      return month && day ? datedDay(site, month, day, year) : null;
    },
  },
  {
    name: 'month',
    pattern: /(?:T?m(?:oT?|-)?)?[LXH]?M\.?(?:,?o?Y|o?[LHX]U)?/g,
    example: 'Talks began in {early March}[2017-03].',
    read: (site) => {
      const month = monthIn(site);
      if (!month || !isMonth(site)) return null;
      const year = yearIn(site) ?? nearYear(site, month);
      if (year === null) return null;
      return {
        type: 'DATE',
        value: isoMonth(year.year, month),
        granularity: 'month',
        anchor: year.anchor,
        ...modified(site),
      };
    },
  },
  {
    name: 'weekday',
    pattern: /m?[LXHE]?T?W\.?(?:J|m?J|k)?/g,
    example: 'The panel met on {Tuesday}[2017-11-07].',
    read: weekday,
  },
  {
    name: 'weekdays',
    pattern: /wJ?/g,
    example: 'The panel meets on {Tuesdays}[XXXX-WXX-2].',
    read: (site) => set(`XXXX-WXX-${WEEKDAYS.get((site.words[0] as string).slice(0, -1))}`),
  },
  {
    name: 'near day',
    pattern: /m?(?:mK)?RJ?|RJ/g,
    example: 'The mayor spoke {yesterday}[2017-11-11].',
    read: (site) => {
      const word = site.words.find((one) => NEAR_DAYS.has(one)) as string;
      return onDay(site, NEAR_DAYS.get(word) as number, word === 'tonight' ? 'NI' : partIn(site));
    },
  },
  {
    name: 'part of a near day',
    pattern: /m?[HLX]J/g,
    example: 'The mayor spoke {this morning}[2017-11-12TMO].',
    read: (site) =>
      onDay(site, site.classes.includes('L') ? -1 : site.classes.includes('X') ? 1 : 0, partIn(site)),
  },
  {
    name: 'near period',
    pattern: /(?:mK?o?|K)?T?[LXH]f?[USk]/g,
    example: 'The budget was passed {last year}[2016].',
    read: nearPeriod,
  },
  {
    name: 'so many units ago',
    pattern: /~{0,2}(?:ha|[aN]|aQo?|Q)(?:&ah)?-?[UV](?:&ah)?G/g,
    example: 'It burned down {two years ago}[2015].',
    read: ago,
  },
  {
    name: 'so many units earlier or later',
    pattern: /~{0,2}[aN][UV]K|~{0,2}[aN][UV]A(?=R)/g,
    example: 'The bridge opened on May 3, 2016, and closed {two days later}[2016-05-05].',
    read: earlierOrLater,
  },
  {
    name: 'a day beside the one before',
    pattern: /T(?:I|X|L)?U(?:A|(?=.))|TUA|I[UJ]/g,
    example: 'The bridge opened on May 3, 2016, and closed {the next day}[2016-05-04].',
    read: besidePrevious,
  },
  {
    name: 'quarter',
    pattern: /T?f?[OL]-?f?U(?:o(?:Y|[LHX]U))?/g,
    example: 'Sales fell in {the first quarter}[2017-Q1].',
    read: quarter,
  },
  {
    name: 'century',
    pattern: /Tm?-?O-?U/g,
    example: 'The quay is from {the 19th century}[18].',
    read: (site) => {
      const which = countIn(site);
      if (!which || unitIn(site) !== 'CE') return null;
      return {
        type: 'DATE',
        value: two(which - 1),
        granularity: 'century',
        anchor: 'absolute',
        ...modified(site),
      };
    },
  },
  {
    name: 'decade',
    pattern: /T?(?:m-?)?c/g,
    example: 'It was built in {the late 1980s}[198].',
    read: (site) => {
      const digits = /\d+/.exec(site.words.at(-1) as string)?.[0] as string;
      const value = digits.length === 4 ? digits.slice(0, 3) : `19${digits[0]}`;
      return { type: 'DATE', value, granularity: 'decade', anchor: 'absolute', ...modified(site) };
    },
  },
  {
    name: 'year',
    pattern: /(?:T?m(?:oT?|-)?)?(?:fU?|So?)?Y/g,
    example: 'It was built in {2009}[2009].',
    read: year,
  },
  {
    name: 'span of units round now',
    pattern: /~?T?[LXO](?:[N]|Q|Qo)?-?[UV]|T?[LX](?:Q|aQo)V/g,
    example: 'It closed three times in {the past two years}[P2Y].',
    read: spanOfUnits,
  },
  {
    name: 'recent units',
    pattern: /QV/g,
    example: 'Prices rose in {recent weeks}[PAST_REF].',
    read: (site) => (site.words[0] === 'recent' ? reference('PAST_REF') : null),
  },
  {
    name: 'so many units',
    pattern: /~{0,2}(?:ha|aQo?|N(?:&ah)?|[NaQ]|TN)-?[UV](?:&ah)?/g,
    example: 'They spoke for {five minutes}[PT5M].',
    read: duration,
  },
  {
    name: 'units alone',
    pattern: /V/g,
    example: 'It may take {weeks}[PXW].',
    read: (site) => {
      const unit = unitIn(site) as string;
      const before = site.lexed.classes[site.from - 1] ?? '';
      if (/[TIHN]/.test(before) || unit === 'TS' || unit === 'Q' || site.words[0] === 'nights') return null;
      return stretch(site, 'X', unit);
    },
  },
  {
    name: 'every unit',
    pattern: /E(?:O|N)?(?:[UVSkJW]|M)J?/g,
    example: 'The ferry runs {every day}[P1D].',
    read: every,
  },
  {
    name: 'repeated',
    pattern: /F/g,
    example: 'The ferry runs {daily}[P1D].',
    read: (site) => set(REPEATED.get(site.words[0] as string) as string),
  },
  {
    name: 'clock',
    pattern: /(?:mK?)?(?:CP?|NP)\.?\.?(?:x\.)?\.?Z?(?:(?:,|i)?(?:R|W\.?))?|CZ?(?:i?(?:R|W\.?))?/g,
    example: 'It fell at {4:25 p.m. on Tuesday}[2017-11-07T16:25].',
    read: clock,
  },
  {
    name: 'now and then',
    pattern: /n|iTq|iTL(?=[^UVNQSkM~])|iTU|iq/g,
    example: 'The quay is {now}[PRESENT_REF] closed.',
    read: (site) => {
      const [word] = site.words as [string];
      const phrase = site.words.join(' ');
      if (REFERENCES.has(word)) return reference(REFERENCES.get(word) as string);
      if (phrase === 'at the moment') return reference('PRESENT_REF');
      if (phrase === 'in the future' || phrase === 'in future') return reference('FUTURE_REF');
      if (phrase === 'in the past') return reference('PAST_REF');
      return null;
    },
  },
];
