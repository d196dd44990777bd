import type { WordColumns } from './word-columns.js';

/**
 * Where sequences of `size` words begin: positions by hash of the words (compressed rows, as of sparse matrices).
 * Different sequences may share a row; whoever looks one up compares the words.
 */
export interface Postings {
  readonly size: number;
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

/** Postings of words `from` to `to`; positions are of the columns. Two passes: count, then place. */
export function postingsOf(columns: WordColumns, size: number, from: number, to: number): Postings {
  const count = Math.max(0, to - from - size + 1);
  const rows = 1 << Math.max(8, Math.round(Math.log2(count + 1)));
  const mask = rows - 1;
  const starts = new Uint32Array(rows + 1);
  const hashes = new Uint32Array(count);
  const { ids, vocabulary } = columns;
  const folded = Int32Array.from({ length: vocabulary.size }, (_, id) => vocabulary.folded(id));
  for (let i = 0; i < count; i++) {
    const at = from + i;
    const row = hash(folded, ids, at, size) & mask;
    hashes[i] = row;
    starts[row + 1]!++;
  }
  for (let i = 0; i < rows; i++) starts[i + 1]! += starts[i] as number;
  const next = starts.slice(0, rows);
  const positions = new Uint32Array(count);
  for (let i = 0; i < count; i++) positions[next[hashes[i] as number]!++] = from + i;
  return { size, starts, positions };
}

function hash(folded: Int32Array, ids: Int32Array, at: number, size: number): number {
  let value = 0x9e3779b1;
  for (let i = 0; i < size; i++) value = mix(value, folded[ids[at + i] as number] as number);
  return value >>> 0;
}

/** The row of a sequence of folded ids. */
export function rowOf({ size, starts }: Postings, ids: Int32Array, at: number): number {
  let value = 0x9e3779b1;
  for (let i = 0; i < size; i++) value = mix(value, ids[at + i] as number);
  return (value >>> 0) & (starts.length - 2);
}

/** One round of a multiplicative hash (Knuth’s constant, murmur’s finish). */
export function mix(value: number, id: number): number {
  const mixed = Math.imul(value ^ (id + 0x7f4a7c15), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
}

export const bytesOf = ({ starts, positions }: Postings): number => starts.byteLength + positions.byteLength;
