import type { Check, Difference } from '../model/check.js';
import { type CheckedView, checkViewOf, type PassageView, VERDICT_WORDS } from './check-view.js';
import { type Palette, PLAIN, type TextOptions, wrap } from './text.js';
import { clean, flat, squeeze } from './view.js';

/** A check as text for a terminal: findings first, each with the words of both sides; then what could not be told, then what is right. */
export function renderCheckText(check: Check, options: TextOptions = {}): string {
  const palette = options.palette ?? PLAIN;
  const width = Math.max(40, Math.min(110, options.width ?? 96));
  const view = checkViewOf(check);
  const out: string[] = [palette.bold(flat(check.draft.title ?? check.draft.origin)), view.summary];
  if (view.findings.length > 0) {
    out.push('', palette.bold(palette.red(`FINDINGS (${view.findings.length})`)), '');
    for (const [i, one] of view.findings.entries()) finding(one, `${i + 1}. `, palette, width, out);
  }
  if (view.waived.length > 0) {
    out.push('', palette.bold(`WAIVED (${view.waived.length})`), '');
    for (const one of view.waived) {
      finding(one, '   ', palette, width, out);
      out.splice(-1, 0, wrap(`waived: ${flat(one.quotation.waived?.reason ?? '')}`, width, '   '));
    }
  }
  if (view.unsure.length > 0) {
    out.push('', palette.bold(`CANNOT TELL (${view.unsure.length})`), '');
    for (const one of view.unsure) short(one, '?', palette, width, out);
  }
  if (view.right.length > 0) {
    out.push('', palette.bold(`RIGHT (${view.right.length})`), '');
    for (const one of view.right) short(one, '✓', palette, width, out);
  }
  if (check.passed > 0)
    out.push('', palette.dim(`${check.passed} short or titled in marks, with no speaker: not checked`));
  const odd = check.notes.filter((note) => note.severity !== 'info');
  if (odd.length > 0) {
    out.push('', palette.bold('NOTES'), '');
    for (const note of odd)
      out.push(`  ${flat(note.message)}${note.at?.origin ? palette.dim(`  ${flat(note.at.origin)}`) : ''}`);
  }
  return `${out.join('\n')}\n`;
}

function finding(one: CheckedView, number: string, palette: Palette, width: number, out: string[]): void {
  const { quotation, source } = one;
  out.push(
    `${palette.bold(number)}${palette.red(VERDICT_WORDS[quotation.verdict])}: ${one.explanation}  ${palette.dim(`${one.place} ${quotation.id}`)}`,
  );
  const words = source ? differenceText(source.passage.difference, palette) : clean(one.words);
  out.push(wrap(`${speakerText(quotation.speaker)}“${squeeze(words)}”`, width, '   '));
  if (source) {
    out.push(palette.dim(`   ${sourceText(source)}`));
    out.push(wrap(`“${source.words}”`, width, '     '));
  }
  for (const other of one.others.slice(0, 3))
    out.push(palette.dim(`   also ${sourceText(other)}: ${other.passage.form}`));
  out.push('');
}

function short(one: CheckedView, sign: string, palette: Palette, width: number, out: string[]): void {
  const { quotation, source } = one;
  const told = source ? sourceText(source) : one.explanation;
  out.push(
    ` ${sign} ${VERDICT_WORDS[quotation.verdict]}  ${palette.dim(`${one.place}${source ? ` = ${told}` : `: ${told}`}`)}`,
  );
  const why = quotation.verdict === 'exact' || !source ? '' : ` (${one.explanation})`;
  out.push(wrap(`${speakerText(quotation.speaker)}“${clean(one.words)}”${why}`, width, '     '));
}

const speakerText = (speaker: string | null): string => (speaker ? `${flat(speaker)}: ` : '');

function sourceText({ place, passage }: PassageView): string {
  const who = passage.speaker ? `, ${flat(passage.speaker)}` : '';
  return `${place}${who}${passage.quoted || !passage.speaker ? '' : ', without quotation marks'}`;
}

/** `[-lost-]` and `{+gained+}`, as in a word diff. */
function differenceText(difference: readonly Difference[], palette: Palette): string {
  return difference
    .map(({ kind, text }) => {
      switch (kind) {
        case 'same':
        case 'gap':
          return clean(text);
        case 'lost':
          return palette.red(` [-${flat(text)}-] `);
        case 'gained':
          return palette.green(`{+${clean(text)}+}`);
        default:
          return kind satisfies never;
      }
    })
    .join('');
}
