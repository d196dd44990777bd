import type { Report } from '../model/report.js';

/** Country codes at the end of a host's name where dates in figures begin with the day. */
const DAY_FIRST =
  /\.(?:uk|ie|au|nz|in|za|ng|ke|gh|pk|sg|my|fr|de|it|es|pt|nl|be|ch|at|se|no|dk|fi|pl|ru|ua|br|mx|ar)$/i;
const MONTH_FIRST = /\.(?:us|gov|mil)$/i;

/**
 * Whether an outlet writes the month first in a date in figures (`03/04/2017`), by the country of its language or
 * address; null where neither tells.
 */
export function monthFirstIn({ language, url }: Pick<Report, 'language' | 'url'>): boolean | null {
  const region = /^en-([A-Z]{2})\b/i.exec(language ?? '')?.[1]?.toUpperCase();
  if (region) return region === 'US';
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1];
  if (!host) return null;
  if (DAY_FIRST.test(host)) return false;
  return MONTH_FIRST.test(host) ? true : null;
}
