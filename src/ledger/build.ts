import type { Attribution } from '../model/attribution.js';
import type { Ledger } from '../model/ledger.js';
import type { Note } from '../model/note.js';
import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';
import type { Speaker } from '../model/speaker.js';
import type { Statement } from '../model/statement.js';

/**
 * Puts a story's rows together in their one order, whatever order they came in: reports by time, outlet and origin,
 * attributions by report and place, statements by the order of their bases.
 */
export function buildLedger(rows: {
  readonly reports: readonly Report[];
  readonly attributions: readonly Attribution[];
  readonly speakers: readonly Speaker[];
  readonly statements: readonly Statement[];
  readonly positions: Pick<Ledger, 'stances' | 'disagreements' | 'shifts' | 'coverage'>;
  readonly notes: readonly Note[];
}): Ledger {
  const reports = [...rows.reports].sort(byReport);
  const rank = new Map(reports.map((report, i) => [report.id, i]));
  const place = (id: string) => rank.get(id) ?? reports.length;
  const attributions = [...rows.attributions].sort(
    (a, b) => place(a.report) - place(b.report) || startOf(a) - startOf(b) || compareText(a.id, b.id),
  );
  const order = new Map(attributions.map((attribution, i) => [attribution.id, i]));
  const statements = [...rows.statements].sort(
    (a, b) => (order.get(a.base) ?? 0) - (order.get(b.base) ?? 0) || compareText(a.id, b.id),
  );
  const notes = [...rows.notes].sort(
    (a, b) =>
      place(a.at?.report ?? '') - place(b.at?.report ?? '') ||
      (a.at?.start ?? 0) - (b.at?.start ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.at?.origin ?? '', b.at?.origin ?? ''),
  );
  return {
    reports,
    speakers: rows.speakers,
    attributions,
    statements,
    ...rows.positions,
    notes,
  };
}

const startOf = (attribution: Attribution): number => attribution.content[0]?.start ?? 0;

function byReport(a: Report, b: Report): number {
  return (
    compareText(a.published ?? '9', b.published ?? '9') ||
    compareText(a.outlet ?? '', b.outlet ?? '') ||
    compareText(a.origin, b.origin) ||
    compareText(a.id, b.id)
  );
}

/**
 * Gives each report its siglum: the outlet's initials (`The Salt Harbour Courier` → `SHC`), `T` for a transcript, a
 * letter where the outlet is unknown; a number from the second of a kind on, in order of time.
 */
export function withSigla(reports: readonly Report[]): readonly Report[] {
  const used = new Map<string, number>();
  return [...reports].sort(byReport).map((report) => {
    const stem = stemOf(report);
    const count = (used.get(stem) ?? 0) + 1;
    used.set(stem, count);
    if (stem === '') return { ...report, siglum: letters(count) };
    return { ...report, siglum: count === 1 ? stem : `${stem}${count}` };
  });
}

function stemOf(report: Report): string {
  if (report.kind === 'transcript') return 'Tr';
  const words = (report.outlet ?? '').replace(/^the\s+/i, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return '';
  if (words.length === 1) {
    const word = words[0] as string;
    return word === word.toUpperCase() && word.length <= 4
      ? word
      : `${word[0]!.toUpperCase()}${word.slice(1, 3).toLowerCase()}`;
  }
  // `CBS News` → CBS
  const acronym = words.find((word) => /^\p{Lu}{2,4}$/u.test(word));
  if (acronym && words.some((word) => /\p{Ll}/u.test(word))) return acronym;
  return words
    .slice(0, 4)
    .map((word) => (word[0] as string).toUpperCase())
    .join('');
}

/** 1 → A, 26 → Z, 27 → AA. */
function letters(count: number): string {
  let rest = count;
  let text = '';
  while (rest > 0) {
    rest--;
    text = String.fromCharCode(65 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}
