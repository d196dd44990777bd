import { type Check, isFault } from '../model/check.js';
import { checkViewOf, lineSpanOf, VERDICT_WORDS } from './check-view.js';

/**
 * Findings as workflow commands of GitHub Actions, one a line: they show beside the lines of a pull request. What cannot be
 * told is a notice; the last line is the summary.
 */
export function renderCheckGithub(check: Check): string {
  const view = checkViewOf(check);
  const lines = [...view.findings, ...view.unsure].map((one) => {
    const at = lineSpanOf(check, one.quotation);
    const place: Record<string, string | number> = {
      file: check.draft.origin,
      ...(at ? { line: at.line, endLine: at.endLine } : {}),
      // Columns are told within one line alone.
      ...(at && at.line === at.endLine ? { col: at.column, endColumn: at.endColumn } : {}),
      title: `Hearsay: ${VERDICT_WORDS[one.quotation.verdict]}`,
    };
    const given = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
    const source = one.source ? ` Source (${one.source.place}): “${one.source.words}”.` : '';
    const level = isFault(one.quotation) ? 'error' : 'notice';
    return `::${level} ${given.join(',')}::${data(`${one.explanation}: “${one.words}”.${source} [${one.quotation.id}]`)}`;
  });
  return `${[...lines, view.summary].join('\n')}\n`;
}

/** The two ways in which workflow commands escape (actions/toolkit, command.ts). */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
