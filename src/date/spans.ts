import { DAY_PARTS, MONTHS, NEAR_DAYS, SEASONS, WEEKDAYS, ZONES } from '../lexicon/en/time.js';
import { type Day, isoDay, isoMonth, isoWeek, partsOf, two, weekdayOf } from '../model/calendar.js';
import type { Granularity, TimeAnchor, TimeModifier } from '../model/time.js';
import {
  amountIn,
  countIn,
  exactDay,
  inDuration,
  modified,
  type Reading,
  reference,
  type Site,
  set,
  stretch,
  timed,
  unitIn,
} from './site.js';

export function ago(site: Site): Reading | null {
  const unit = unitIn(site) as string;
  const count = amountIn(site);
  const base = site.published;
  if (count === 'X') return reference('PAST_REF');
  if (base === null || count === null) return null;
  return stepped(base, -Math.round(Number(count)), unit, 'published', modified(site));
}

export function earlierOrLater(site: Site): Reading | null {
  const unit = unitIn(site) as string;
  const count = amountIn(site);
  if (count === null) return null;
  const back = site.words.at(-1) === 'earlier' || site.words.at(-1) === 'before';
  const base = site.previous ?? (back ? site.published : null);
  if (base === null || count === 'X' || unit.startsWith('T')) return stretch(site, count, unit);
  const number = Math.round(Number(count));
  return stepped(
    base,
    back ? -number : number,
    unit,
    site.previous === null ? 'published' : 'previous',
    modified(site),
  );
}

export function stepped(
  base: Day,
  count: number,
  unit: string,
  anchor: TimeAnchor,
  modifier: { readonly modifier?: TimeModifier },
): Reading | null {
  const { year, month } = partsOf(base);
  const at = (value: string, granularity: Granularity): Reading => ({
    type: 'DATE',
    value,
    granularity,
    anchor,
    ...modifier,
  });
  switch (unit) {
    case 'D':
      return at(isoDay(base + count), 'day');
    case 'W':
      return at(isoWeek(base + 7 * count), 'week');
    case 'F':
      return at(isoWeek(base + 14 * count), 'week');
    case 'M':
      return at(isoMonth(year, month + count), 'month');
    case 'Y':
      return at(String(year + count), 'year');
    case 'DE':
      return at(String(year + 10 * count).slice(0, 3), 'decade');
    case 'CE':
      return at(String(year + 100 * count).slice(0, 2), 'century');
    case 'Q':
      return at(isoMonth(year, month + 3 * count), 'month');
    default:
      return { ...exactDay(base, anchor), ...modifier };
  }
}

export function spanOfUnits(site: Site): Reading | null {
  const { words, classes } = site;
  const unit = unitIn(site);
  if (!unit) return null;
  const amount = amountIn(site);
  const first = words[classes.search(/[LXO]/)] as string;
  if (classes.includes('O') && (first !== 'first' || !amount)) return null;
  if (amount === null) {
    if (!/V$/.test(classes)) return null;
    if (first === 'recent') return reference('PAST_REF');
    if (!/^(?:past|last|next|coming|previous|following)$/.test(first)) return null;
    return stretch(site, 'X', unit);
  }
  return stretch(site, amount, unit);
}

export function duration(site: Site): Reading | null {
  const { classes, words, lexed, from } = site;
  const unit = unitIn(site);
  if (!unit) return null;
  const after = lexed.text.slice(
    lexed.ends[from + words.length - 1],
    (lexed.ends[from + words.length - 1] as number) + 5,
  );
  // An age is no stretch of the story’s time.
  if (/^[- ]old\b/.test(after)) return null;
  const before = lexed.classes[from - 1] ?? '';
  const [word] = words as [string];
  if (classes.startsWith('a') && classes.length === 2) {
    if (unit === 'TS' || unit === 'Q' || /^[- ](?:when|where)/.test(after)) return null;
    const back = from > 0 ? lexed.text.slice(lexed.starts[from - 1], lexed.ends[from - 1]).toLowerCase() : '';
    if (
      /^(?:once|twice|times|time|dollars|percent|%)$/.test(back) ||
      (before === 'x' && /\d/.test(lexed.text[(lexed.starts[from] as number) - 2] ?? ''))
    )
      return set(inDuration('1', unit));
    if (words[1] === 'night' || words[1] === 'day')
      return unit === 'D' && words[1] === 'day'
        ? { type: 'DURATION', value: 'P1D', granularity: 'day', anchor: 'absolute' }
        : null;
  }
  if (words.at(-1) === 'night') return null;
  if (word === 'recent') return null;
  if (unit === 'TS' && words.at(-1) === 'second' && !/-/.test(classes)) return null;
  // A number that ends in an ordinal unit (“third-quarter”) or follows a currency is none.
  if (before === 'x' && /[$£€]/.test(lexed.text[(lexed.starts[from] as number) - 1] ?? '')) return null;
  const amount = amountIn(site);
  if (amount === null) return null;
  return stretch(site, amount, unit);
}

export function every(site: Site): Reading | null {
  const { words, classes } = site;
  const last = words.at(-1) as string;
  const weekdayNumber = WEEKDAYS.get(words.find((word) => WEEKDAYS.has(word)) ?? '');
  if (weekdayNumber) return set(`XXXX-WXX-${weekdayNumber}`);
  const month = words.find((word) => MONTHS.has(word));
  if (month) return set(`XXXX-${two(MONTHS.get(month) as number)}`);
  const part = DAY_PARTS.get(last);
  if (part && last !== 'night') return set(`XXXX-XX-XX${timed(part)}`);
  const season = SEASONS.get(last);
  if (season) return set(`XXXX-${season}`);
  if (last.startsWith('weekend')) return set('XXXX-WXX-WE');
  const unit = unitIn(site);
  if (!unit) return part ? set(`XXXX-XX-XX${timed(part)}`) : null;
  const amount = classes.includes('N') ? amountIn(site) : classes.includes('O') ? String(countIn(site)) : '1';
  return amount === null ? null : set(inDuration(amount, unit));
}

export function clock(site: Site): Reading | null {
  const { words, classes, lexed, from } = site;
  const at = classes.search(/[CN]/);
  const [hourText, minuteText = '00', secondText] = (words[at] as string).split(/[:.]/) as [
    string,
    string?,
    string?,
  ];
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const half = words[classes.indexOf('P')]?.[0];
  const zoneWord = words[classes.indexOf('Z')];
  if (half && (hour < 1 || hour > 12)) return null;
  if (hour > 24 || minute > 59) return null;
  // “3:16” alone may be a score or a verse.
  if (!half && !zoneWord && !/[RW]/.test(classes)) {
    const before =
      from > 0 ? lexed.text.slice(lexed.starts[from - 1], lexed.ends[from - 1]).toLowerCase() : '';
    if (secondText !== undefined || !/^(?:at|by|until|from|around|about|before|after|since)$/.test(before))
      return null;
  }
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const offset = zoneWord ? ZONES.get(zoneWord) : undefined;
  const zone = zoneWord ? { zone: offset || zoneWord.toUpperCase() } : {};
  const time = `T${two(hour)}:${two(minute)}`;
  const { published } = site;
  const near = words.find((word) => NEAR_DAYS.has(word));
  const named = words.find((word) => WEEKDAYS.has(word));
  if (published === null)
    return { type: 'TIME', value: `XXXX-XX-XX${time}`, granularity: 'time', anchor: 'published', ...zone };
  let day: Day = published;
  if (near) day = published + (NEAR_DAYS.get(near) as number);
  else if (named) {
    const now = weekdayOf(published);
    const number = WEEKDAYS.get(named) as number;
    day = site.direction() > 0 ? published + ((number - now + 7) % 7) : published - ((now - number + 7) % 7);
  }
  return { type: 'TIME', value: `${isoDay(day)}${time}`, granularity: 'time', anchor: 'published', ...zone };
}
