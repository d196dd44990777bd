/** A day as the number of days since 1970-01-01, in the proleptic Gregorian calendar. No clock and no zone. */
export type Day = number;

const MS = 86_400_000;

/** `month` 1 to 12; days beyond its end run on into the next. */
export function dayOf(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / MS);
}

export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether there is such a day, in the years that news tells of. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 2999) return false;
  return day <= partsOf(dayOf(year, month + 1, 0)).day;
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function isoDay(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

export function isoMonth(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${Math.floor(index / 12)}-${two((((index % 12) + 12) % 12) + 1)}`;
}

/** ISO 8601 week, `2017-W46`. */
export function isoWeek(day: Day): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = partsOf(thursday);
  const week = 1 + Math.floor((thursday - dayOf(year, 1, 1)) / 7);
  return `${year}-W${two(week)}`;
}

/** The first day that a string begins with (`2017-11-12T16:25-05:00`), or null. */
export function dayIn(iso: string | null | undefined): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDay(year, month, day) ? dayOf(year, month, day) : null;
}

export const two = (value: number): string => String(value).padStart(2, '0');

/** Days from the first time to the second, negative where that is earlier; null where one of them names no day. */
export function dayOrder(a: string | null | undefined, b: string | null | undefined): number | null {
  const [one, other] = [dayIn(a), dayIn(b)];
  return one === null || other === null ? null : other - one;
}

/** Days between two times that name a day each, never negative; null where one names none. */
export function daysApart(a: string | null | undefined, b: string | null | undefined): number | null {
  const order = dayOrder(a, b);
  return order === null ? null : Math.abs(order);
}
