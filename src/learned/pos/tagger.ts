import { bucketOf, fnv } from '../hash.js';
import { unpack } from '../packed.js';
import { WEIGHTS } from './weights.js';

/**
 * Part-of-speech tags: Universal Dependencies' UPOS, with verbs split by form (finite, gerund, participle, base), and
 * `POSS` for a noun or name with its possessive ending, because a token keeps its apostrophe (`Ruiz’s`).
 */
export const TAGS = [
  'NOUN',
  'PUNCT',
  'ADP',
  'DET',
  'PRON',
  'PROPN',
  'ADJ',
  'AUX',
  'ADV',
  'VFIN',
  'VBG',
  'VBN',
  'VB',
  'CCONJ',
  'PART',
  'NUM',
  'SCONJ',
  'X',
  'SYM',
  'INTJ',
  'POSS',
] as const;
export type Tag = (typeof TAGS)[number];

const BITS = 18;

/** Buckets that features are hashed into. */
export const BUCKETS = 1 << BITS;

/** One weight for each bucket and tag: `weights[bucket * TAGS.length + tag]`. */
export type Weights = Int8Array | Float32Array;

/** What the tagger looks at in a word, hashed once. */
export interface WordFeatures {
  readonly lower: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly prefix: number;
  readonly shape: number;
}

const EDGE: WordFeatures = { lower: 1, suffix1: 1, suffix2: 1, suffix3: 1, prefix: 1, shape: 1 };

/**
 * Tags one sentence with a greedy averaged perceptron (Collins, 2002). Deterministic; linear in the sentence's length.
 * @param words the sentence's tokens, as written
 * @param known features of words seen before, for callers that tag many sentences; it is added to
 * @returns for each word an index into {@link TAGS}
 */
export function tagSentence(
  words: readonly string[],
  weights: Weights = shipped(),
  known: Map<string, WordFeatures> = new Map(),
): Uint8Array {
  const seen = words.map((word) => {
    const features = known.get(word) ?? wordFeatures(word);
    known.set(word, features);
    return features;
  });
  const tags = new Uint8Array(words.length);
  // Sums of signed bytes: whole numbers are added faster, and to the same sum.
  const scores = weights instanceof Int8Array ? new Int32Array(TAGS.length) : new Float64Array(TAGS.length);
  const features = new Int32Array(FEATURE_COUNT);
  for (let i = 0; i < words.length; i++) {
    featuresAt(seen, i, tags, features);
    tags[i] = bestTag(features, weights, scores);
  }
  return tags;
}

/** Index of the best tag for one place; `scores` is working space of one cell a tag. */
export function bestTag(features: Int32Array, weights: Weights, scores: Float64Array | Int32Array): number {
  const count = TAGS.length;
  scores.fill(0);
  for (let f = 0; f < features.length; f++) {
    const row = (features[f] as number) * count;
    for (let tag = 0; tag < count; tag++) scores[tag]! += weights[row + tag] as number;
  }
  let best = 0;
  for (let tag = 1; tag < count; tag++) if (scores[tag]! > scores[best]!) best = tag;
  return best;
}

export const FEATURE_COUNT = 22;

/** Fills `out` with the buckets of the features at place `i`, given the tags to its left. */
export function featuresAt(
  seen: readonly WordFeatures[],
  i: number,
  tags: Uint8Array,
  out: Int32Array,
): void {
  const word = seen[i] as WordFeatures;
  const before = seen[i - 1] ?? EDGE;
  const before2 = seen[i - 2] ?? EDGE;
  const after = seen[i + 1] ?? EDGE;
  const after2 = seen[i + 2] ?? EDGE;
  const tag1 = i > 0 ? (tags[i - 1] as number) + 1 : 0;
  const tag2 = i > 1 ? (tags[i - 2] as number) + 1 : 0;
  const first = i === 0 ? 1 : 0;
  let n = 0;
  out[n++] = bucket(1, 0, 0);
  out[n++] = bucket(2, word.lower, 0);
  out[n++] = bucket(3, word.suffix3, 0);
  out[n++] = bucket(4, word.suffix2, 0);
  out[n++] = bucket(5, word.suffix1, word.prefix);
  out[n++] = bucket(6, word.shape, first);
  out[n++] = bucket(7, tag1, 0);
  out[n++] = bucket(8, tag1, tag2);
  out[n++] = bucket(9, tag1, word.lower);
  out[n++] = bucket(10, before.lower, 0);
  out[n++] = bucket(11, before.suffix3, tag1);
  out[n++] = bucket(12, after.lower, 0);
  out[n++] = bucket(13, after.suffix3, 0);
  out[n++] = bucket(14, after.suffix2, word.suffix2);
  out[n++] = bucket(15, before2.lower, 0);
  out[n++] = bucket(16, after2.lower, 0);
  out[n++] = bucket(17, after.shape, word.shape);
  out[n++] = bucket(18, word.shape, tag1);
  out[n++] = bucket(19, word.lower, after.lower);
  out[n++] = bucket(20, tag1, after.lower);
  out[n++] = bucket(21, before.lower, word.lower);
  out[n++] = bucket(22, word.suffix3, word.shape * 2 + first);
}

export function wordFeatures(word: string): WordFeatures {
  const lower = word.toLowerCase().replace(/[’‘]/g, "'");
  return {
    lower: fnv(lower, 0),
    suffix1: fnv(lower, Math.max(0, lower.length - 1)),
    suffix2: fnv(lower, Math.max(0, lower.length - 2)),
    suffix3: fnv(lower, Math.max(0, lower.length - 3)),
    prefix: lower.charCodeAt(0) | 0,
    shape: shapeOf(word),
  };
}

function shapeOf(word: string): number {
  const capital = /^\p{Lu}/u.test(word);
  const inner = /.\p{Lu}/u.test(word);
  const digit = /\d/.test(word);
  const possessive = /['’]s?$/.test(word) && word.length > 1;
  const hyphen = word.includes('-');
  const letter = /\p{L}/u.test(word);
  return (
    2 +
    (capital ? 1 : 0) +
    (inner ? 2 : 0) +
    (digit ? 4 : 0) +
    (possessive ? 8 : 0) +
    (hyphen ? 16 : 0) +
    (letter ? 32 : 0)
  );
}

function bucket(template: number, a: number, b: number): number {
  return bucketOf(template, a, b, BITS);
}

let decoded: Int8Array | null = null;

/** The shipped weights, decoded on first use. The data is constant, so this memory is no state. */
function shipped(): Int8Array {
  decoded ??= unpack(WEIGHTS, BUCKETS * TAGS.length);
  return decoded;
}
