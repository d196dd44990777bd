import type { Span } from '../model/span.js';
import { bytesOf, type Postings, postingsOf } from './postings.js';
import { Vocabulary, WordColumns } from './word-columns.js';

/** A word that stands in more places than this is found through its neighbours alone. */
export const RARE = 64;

/** A stretch of the columns with postings of its own. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly triples: Postings;
  readonly pairs: Postings;
  /** Rows by the word's id; empty for words that are not rare. */
  readonly rare: Postings;
  /** How often each word stands there, by the id under which it is looked up. */
  readonly counts: Uint32Array;
}

/**
 * Texts as columns of words with postings of word triples, pairs and rare words. Texts may be added at any time: they
 * are indexed at the next search, in parts that double, so that adding one by one costs `n log n` in all.
 *
 * 11 bytes a word for the columns and about 20 for the postings.
 */
export class SourceIndex {
  readonly columns: WordColumns;
  #parts: Part[] = [];

  constructor(columns: WordColumns = new WordColumns()) {
    this.columns = columns;
  }

  /** Adds a text. @param stretches its paragraphs, by default its lines. @returns its number, from 0 */
  add(text: string, stretches: readonly Span[] = linesOf(text)): number {
    this.columns.add(text, stretches);
    return this.columns.texts.length - 2;
  }

  /** Postings of all that was added. */
  get parts(): readonly Part[] {
    const { columns } = this;
    let from = this.#parts.at(-1)?.to ?? 0;
    if (from === columns.length) return this.#parts;
    while (this.#parts.length > 0) {
      const last = this.#parts.at(-1) as Part;
      if (last.to - last.from > columns.length - from) break;
      from = last.from;
      this.#parts.pop();
    }
    this.#parts.push(partOf(columns, from, columns.length));
    return this.#parts;
  }

  /** Bytes of columns and postings, the words' own characters at two a letter. */
  get bytes(): number {
    const letters = this.columns.vocabulary.norms.reduce((sum, norm) => sum + 2 * norm.length, 0);
    return this.parts.reduce(
      (sum, { triples, pairs, rare }) => sum + bytesOf(triples) + bytesOf(pairs) + bytesOf(rare),
      this.columns.bytes + letters,
    );
  }

  /** Everything in one block of bytes, little-endian; {@link SourceIndex.load} reads it. Postings are made anew. */
  save(): Uint8Array {
    const { columns } = this;
    columns.trim();
    const head = new TextEncoder().encode(
      JSON.stringify({
        format: INDEX_FORMAT,
        words: columns.length,
        texts: columns.texts,
        vocabulary: columns.vocabulary.norms,
      }),
    );
    const start = 8 + Math.ceil(head.length / 4) * 4;
    const bytes = new Uint8Array(start + columns.length * 11);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, head.length, true);
    bytes.set(head, 8);
    let at = start;
    for (const id of columns.ids) at = put32(view, at, id);
    for (const offset of columns.starts) at = put32(view, at, offset);
    for (const length of columns.lengths) {
      view.setUint16(at, length, true);
      at += 2;
    }
    bytes.set(columns.flags, at);
    return bytes;
  }

  /** @throws RangeError where the bytes are no saved index, or one that is not whole */
  static load(bytes: Uint8Array): SourceIndex {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC)
      throw new RangeError('these bytes are no saved index');
    const headLength = view.getUint32(4, true);
    const start = 8 + Math.ceil(headLength / 4) * 4;
    if (start > bytes.length) throw new RangeError('the saved index was cut short');
    const { format, words, texts, vocabulary } = JSON.parse(
      new TextDecoder().decode(bytes.subarray(8, 8 + headLength)),
    ) as { format: string; words: number; texts: number[]; vocabulary: string[] };
    if (format !== INDEX_FORMAT)
      throw new RangeError(`the saved index is of the form ${format}; this reads ${INDEX_FORMAT}`);
    if (start + words * 11 !== bytes.length) throw new RangeError('the saved index was cut short');
    const columns = new WordColumns(new Vocabulary(vocabulary), words);
    for (let i = 0; i < words; i++) {
      columns.ids[i] = view.getInt32(start + 4 * i, true);
      columns.starts[i] = view.getUint32(start + 4 * (words + i), true);
      columns.lengths[i] = view.getUint16(start + 8 * words + 2 * i, true);
    }
    columns.flags.set(bytes.subarray(start + 10 * words));
    columns.length = words;
    columns.texts.splice(0, columns.texts.length, ...texts);
    return new SourceIndex(columns);
  }
}

const INDEX_FORMAT = 'hearsay-index/1';

/** `HSIX`. */
const MAGIC = 0x58495348;

function put32(view: DataView, at: number, value: number): number {
  view.setUint32(at, value, true);
  return at + 4;
}

function partOf(columns: WordColumns, from: number, to: number): Part {
  return {
    from,
    to,
    triples: postingsOf(columns, 3, from, to),
    pairs: postingsOf(columns, 2, from, to),
    ...rareOf(columns, from, to),
  };
}

function rareOf(columns: WordColumns, from: number, to: number): Pick<Part, 'rare' | 'counts'> {
  const { ids, vocabulary } = columns;
  const counts = new Uint32Array(vocabulary.size);
  for (let i = from; i < to; i++) counts[vocabulary.folded(ids[i] as number)]!++;
  const starts = new Uint32Array(vocabulary.size + 1);
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id] as number;
    starts[id + 1] = (starts[id] as number) + (count <= RARE ? count : 0);
  }
  const positions = new Uint32Array(starts.at(-1) as number);
  const next = starts.slice(0, -1);
  for (let i = from; i < to; i++) {
    const id = vocabulary.folded(ids[i] as number);
    if ((counts[id] as number) <= RARE) positions[next[id]!++] = i;
  }
  return { rare: { size: 1, starts, positions }, counts };
}

/** Stretches between line breaks. */
function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
