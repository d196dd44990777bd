import type { Sees } from '../learned/attribution/model.js';
import { fnv, pair } from '../learned/hash.js';
import { TAGS } from '../learned/pos/tagger.js';
import { CUE_NOUNS, CUES, STRONG_CUES } from '../lexicon/en/cues.js';
import { ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Item } from './items.js';

/** A passage as the models see it: one cell an item, every word hashed once. */
export interface Columns {
  readonly length: number;
  readonly word: Int32Array;
  /** Of the cue that the word is a form of, else the word. */
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly tag: Uint8Array;
  readonly shape: Uint8Array;
  /** What the lexicon says of the word as a cue, as bits. */
  readonly cue: Uint8Array;
  /** 1 for a quotation. */
  readonly quotation: Uint8Array;
  /** Verb that heads a clause. */
  readonly finite: Uint8Array;
}

const TAG_INDEX = new Map(TAGS.map((tag, index) => [tag, index]));
const CLASS_BIT = { say: 1, label: 2, think: 4, act: 8 } as const;
const STRONG = 16;
const NOUN = 32;
const ROLE = 64;
/** Cell of what stands beyond either end. */
const EDGE = 1;

/** A cell as a feature: apart from what stands beyond either end. */
export function cellAt(cells: Int32Array | Uint8Array, i: number): number {
  return i < 0 || i >= cells.length ? EDGE : (cells[i] as number) + 2;
}

/** The cells of one word, whatever its tag. */
export interface Cell {
  readonly word: number;
  readonly lemma: number;
  readonly suffix: number;
  readonly shape: number;
  readonly cue: number;
}

/**
 * @param sees what the model may look at; the cells of the rest stay 0
 * @param known words seen before in the same text; it is added to
 */
export function columnsOf(items: readonly Item[], sees: Sees, known: Map<string, Cell>): Columns {
  const length = items.length;
  const columns = {
    length,
    word: new Int32Array(length),
    lemma: new Int32Array(length),
    suffix: new Int32Array(length),
    tag: new Uint8Array(length),
    shape: new Uint8Array(length),
    cue: new Uint8Array(length),
    quotation: new Uint8Array(length),
    finite: new Uint8Array(length),
  };
  for (let i = 0; i < length; i++) {
    const item = items[i] as Item;
    if (sees.tags) columns.tag[i] = TAG_INDEX.get(item.tag) as number;
    if (item.quotation !== null) {
      columns.quotation[i] = 1;
      columns.word[i] = quotationHash(item.text);
      columns.lemma[i] = QUOTATION;
      columns.suffix[i] = columns.word[i] as number;
      continue;
    }
    let cell = known.get(item.text);
    if (!cell) {
      cell = cellOf(item);
      known.set(item.text, cell);
    }
    columns.word[i] = cell.word;
    columns.lemma[i] = sees.lexicon ? cell.lemma : cell.word;
    columns.suffix[i] = cell.suffix;
    columns.shape[i] = cell.shape;
    if (sees.lexicon) columns.cue[i] = cell.cue;
    if (sees.tags) columns.finite[i] = item.tag === 'VFIN' || item.tag === 'AUX' ? 1 : 0;
  }
  return columns;
}

const QUOTATION = fnv('“”');

function cellOf({ text, lower }: Item): Cell {
  const cues = CUES.get(lower);
  const word = fnv(lower);
  let cue = 0;
  for (const one of cues ?? []) cue |= CLASS_BIT[one.class] | (STRONG_CUES.has(one.lemma) ? STRONG : 0);
  if (CUE_NOUNS.has(lower)) cue |= NOUN;
  if (ROLE_NOUNS.has(lower)) cue |= ROLE;
  return {
    word,
    lemma: cues ? fnv(cues[0]!.lemma) : word,
    suffix: fnv(lower, Math.max(0, lower.length - 3)),
    shape: shapeOf(text),
    cue,
  };
}

/** A quotation is seen by its length, how it begins and how it ends. */
function quotationHash(text: string): number {
  const words = text.split(/\s+/, 12).length;
  const size = words > 8 ? 4 : words > 4 ? 3 : words > 2 ? 2 : 1;
  const opens = /^[\p{Lu}[]/u.test(text) ? 1 : 0;
  const closes = /,["”’']*$/.test(text) ? 1 : /[.!?]["”’']*$/.test(text) ? 2 : 0;
  return pair(7, size * 8 + opens * 4 + closes);
}

function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  const upper = /^\p{Lu}/u.test(text) ? 1 : 0;
  const allUpper = upper && text.length > 1 && text === text.toUpperCase() ? 2 : 0;
  const digit = first >= 48 && first <= 57 ? 4 : 0;
  const possessive = /['’]s?$/.test(text) && text.length > 1 ? 8 : 0;
  return 1 + upper + allUpper + digit + possessive;
}
