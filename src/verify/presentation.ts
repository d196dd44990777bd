import type { PresentationKind, Presented } from '../model/check.js';
import type { Rendering } from '../wording/passage.js';
import { isFigure, sameWord, type Word } from '../wording/words.js';

/** Two stretches of text that hold the same words. */
interface Cell {
  readonly base: { start: number; end: number };
  readonly witness: { start: number; end: number };
  readonly bases: Word[];
  readonly witnesses: Word[];
}

/**
 * Where the same words are written otherwise: `do not` for `don’t`, `40` for `forty`, `labour` for `labor`. The styles of
 * quotation marks, apostrophes, dashes and spaces count for nothing, nor does what opens and closes the quotation.
 */
export function presentationOf(
  { pairs }: Pick<Rendering, 'pairs'>,
  baseText: string,
  witnessText: string,
): readonly Presented[] {
  const cells = cellsOf(pairs);
  const out: Presented[] = [];
  cells.forEach((cell, i) => {
    const kind = kindOf(cell, baseText, witnessText, i === 0);
    if (kind) out.push({ kind, base: cell.base, witness: cell.witness });
    const next = cells[i + 1];
    const between = next && pointing(cell, next, baseText, witnessText);
    if (between) out.push(between);
  });
  return out;
}

/** Pairs of the same word, those that share characters on either side together: `don’t` is `do` and `not`. */
function cellsOf(pairs: Rendering['pairs']): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { base, witness } of pairs) {
    const last = cells.at(-1);
    const shared = last && (base.start < last.base.end || witness.start < last.witness.end);
    if (last && shared && base.end >= last.base.end) {
      last.base.end = Math.max(last.base.end, base.end);
      last.witness.end = Math.max(last.witness.end, witness.end);
      last.bases.push(base);
      last.witnesses.push(witness);
    } else
      cells.push({
        base: { start: base.start, end: base.end },
        witness: { start: witness.start, end: witness.end },
        bases: [base],
        witnesses: [witness],
      });
  }
  return cells;
}

function kindOf(cell: Cell, baseText: string, witnessText: string, first: boolean): PresentationKind | null {
  const same = cell.bases.every((base, i) => sameWord(base.norm, (cell.witnesses[i] as Word).norm));
  if (!same) return null; // another word: an event says so
  const a = plain(baseText.slice(cell.base.start, cell.base.end));
  const b = plain(witnessText.slice(cell.witness.start, cell.witness.end));
  if (a === b) return null;
  const [low, lower] = [a.toLowerCase(), b.toLowerCase()];
  if (low === lower) return first ? null : 'case';
  if (a.includes('*') || b.includes('*')) return 'masking';
  if (bare(low) === bare(lower)) return 'accent';
  if (low.replace(/[\s-]/g, '') === lower.replace(/[\s-]/g, '')) return 'word-division';
  if (isFigure((cell.bases[0] as Word).norm) || /%|percent|per cent/.test(low + lower)) return 'number-form';
  if (/'/.test(low + lower) || cell.bases.length > 1) return 'contraction';
  return 'spelling';
}

/** Other points between two words that follow each other on both sides. */
function pointing(cell: Cell, next: Cell, baseText: string, witnessText: string): Presented | null {
  const base = { start: cell.base.end, end: next.base.start };
  const witness = { start: cell.witness.end, end: next.witness.start };
  if (base.end < base.start || witness.end < witness.start) return null;
  const [a, b] = [baseText.slice(base.start, base.end), witnessText.slice(witness.start, witness.end)];
  if (/[\p{L}\p{N}]/u.test(a + b) || /…|\.\s?\./.test(b)) return null;
  return points(a) === points(b) ? null : { kind: 'punctuation', base, witness };
}

/** Points that a reader hears, without marks, dashes of one kind, spaces. */
const points = (text: string): string =>
  text
    .replace(/["“”„«»'‘’‚`()[\]\s]/g, '')
    .replace(/[–—-]+/g, '-')
    .replace(/^-$/, '-');

const plain = (text: string): string =>
  text
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    .replace(/\s+/g, ' ');

const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
