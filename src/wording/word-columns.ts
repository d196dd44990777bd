import type { Span } from '../model/span.js';
import { type Levels, type Word, wordsIn } from './words.js';

/** What is true of a word, one bit each. */
const BRACKET = 1;
const AFTER_ELLIPSIS = 2;
const ENDS_SENTENCE = 4;
const BEFORE_PAUSE = 8;
const CAPITAL = 16;

/** Level forms ↔ numbers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #norms: string[] = [];
  /** id → the id under which words that may be one are looked up: `'s`, `is` and `has`. */
  #folded = new Int32Array(1024);

  constructor(norms: readonly string[] = []) {
    for (const norm of norms) this.add(norm);
  }

  get size(): number {
    return this.#norms.length;
  }

  get norms(): readonly string[] {
    return this.#norms;
  }

  norm(id: number): string {
    return this.#norms[id] as string;
  }

  /** -1 where no text has it. */
  idOf(norm: string): number {
    return this.#ids.get(norm) ?? -1;
  }

  folded(id: number): number {
    return this.#folded[id] as number;
  }

  /** Whether other words are looked up under this one. */
  isFolded(id: number): boolean {
    return FOLDED_UNDER.has(this.norm(id));
  }

  /** Like {@link folded}, of a word that no text need have. */
  foldedOf(norm: string): number {
    const id = this.idOf(FOLDED.get(norm) ?? norm);
    return id === -1 ? -1 : this.folded(id);
  }

  add(norm: string): number {
    const known = this.#ids.get(norm);
    if (known !== undefined) return known;
    const folded = FOLDED.get(norm);
    const under = folded === undefined ? -1 : this.add(folded);
    const id = this.#norms.length;
    this.#ids.set(norm, id);
    this.#norms.push(norm);
    if (id >= this.#folded.length) this.#folded = grown(this.#folded, id + 1);
    this.#folded[id] = under === -1 ? id : under;
    return id;
  }
}

/** Forms that house style exchanges, and what they are looked up as. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ["'s", 'is'],
  ['has', 'is'],
  ["'d", 'would'],
  ['had', 'would'],
]);

const FOLDED_UNDER: ReadonlySet<string> = new Set(FOLDED.values());

/** The words of many texts in parallel arrays, 11 bytes a word. Offsets are of each word's own text. */
export class WordColumns {
  readonly vocabulary: Vocabulary;
  ids: Int32Array;
  starts: Uint32Array;
  lengths: Uint16Array;
  flags: Uint8Array;
  length = 0;
  /** First word of each text, and one entry more. */
  readonly texts: number[] = [0];
  readonly levels: Levels = new Map();

  constructor(vocabulary: Vocabulary = new Vocabulary(), room = 4096) {
    this.vocabulary = vocabulary;
    this.ids = new Int32Array(room);
    this.starts = new Uint32Array(room);
    this.lengths = new Uint16Array(room);
    this.flags = new Uint8Array(room);
  }

  /** Adds a text, one stretch at a time: what is open in one of them (a bracket) is closed in the next. */
  add(text: string, stretches: readonly Span[]): void {
    for (const stretch of stretches) {
      const words = wordsIn(text, stretch, this.levels);
      this.#reserve(this.length + words.length);
      for (const word of words) this.#push(word);
      // A stretch without a stop, a headline or a line, ends all the same.
      if (words.length > 0) this.flags[this.length - 1]! |= ENDS_SENTENCE;
    }
    this.texts.push(this.length);
  }

  #push(word: Word): void {
    const at = this.length++;
    this.ids[at] = this.vocabulary.add(word.norm);
    this.starts[at] = word.start;
    this.lengths[at] = Math.min(65_535, word.end - word.start);
    this.flags[at] =
      (word.bracket ? BRACKET : 0) |
      (word.afterEllipsis ? AFTER_ELLIPSIS : 0) |
      (word.endsSentence ? ENDS_SENTENCE : 0) |
      (word.beforePause ? BEFORE_PAUSE : 0) |
      (word.capital ? CAPITAL : 0);
  }

  #reserve(size: number): void {
    if (size <= this.ids.length) return;
    this.ids = grown(this.ids, size);
    this.starts = grown(this.starts, size);
    this.lengths = grown(this.lengths, size);
    this.flags = grown(this.flags, size);
  }

  /** Gives back what was reserved for more. */
  trim(): void {
    this.ids = this.ids.slice(0, this.length);
    this.starts = this.starts.slice(0, this.length);
    this.lengths = this.lengths.slice(0, this.length);
    this.flags = this.flags.slice(0, this.length);
  }

  wordAt(at: number): Word {
    const flags = this.flags[at] as number;
    const start = this.starts[at] as number;
    return {
      norm: this.vocabulary.norm(this.ids[at] as number),
      start,
      end: start + (this.lengths[at] as number),
      bracket: (flags & BRACKET) !== 0,
      afterEllipsis: (flags & AFTER_ELLIPSIS) !== 0,
      endsSentence: (flags & ENDS_SENTENCE) !== 0,
      beforePause: (flags & BEFORE_PAUSE) !== 0,
      capital: (flags & CAPITAL) !== 0,
    };
  }

  endsSentence(at: number): boolean {
    return ((this.flags[at] as number) & ENDS_SENTENCE) !== 0;
  }

  /** Index of the text that a word stands in. */
  textOf(at: number): number {
    let low = 0;
    let high = this.texts.length - 1;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.texts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Bytes of the columns. */
  get bytes(): number {
    return this.ids.byteLength + this.starts.byteLength + this.lengths.byteLength + this.flags.byteLength;
  }
}

/** A longer copy: by half as much again, so that adding one by one stays linear. */
export function grown<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(
  array: T,
  least: number,
): T {
  const Kind = array.constructor as new (length: number) => T;
  const longer = new Kind(Math.max(least, Math.ceil(array.length * 1.5)));
  longer.set(array as never);
  return longer;
}
