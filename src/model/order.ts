import type { Report } from './report.js';

/** Order of texts by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of reports by what they hold: the same wherever their files lie, and in whatever order they are given. */
export function compareContent(a: Report, b: Report): number {
  return compareText(a.sha256, b.sha256) || compareText(a.id, b.id);
}
