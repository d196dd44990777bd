import { ARGUMENT_BITS } from '../learned/attribution/model.js';
import { bucketOf, pair } from '../learned/hash.js';
import { TAGS } from '../learned/pos/tagger.js';
import { type Columns, cellAt } from './columns.js';
import { type CueContext, nearness } from './cue-features.js';
import type { Item } from './items.js';
import type { RuleMarks } from './rule-marks.js';

/** No more features than this at one place. */
export const ARGUMENT_FEATURES = 80;

/** Items to either side of a cue that are looked at; a bound keeps text without stops linear. */
export const WINDOW = 90;

/**
 * Features of every item of a window round a cue: `out` gets `count` buckets an item, row by row.
 * @param probability of each item of the passage to be a cue
 */
export function argumentFeatures(
  items: readonly Item[],
  columns: Columns,
  marks: RuleMarks,
  probability: Float32Array,
  context: CueContext,
  first: number,
  last: number,
  out: Int32Array,
): Uint8Array {
  const a = context.at;
  const counts = new Uint8Array(last - first + 1);
  const { word, lemma, suffix, tag, shape, quotation, finite, length } = columns;
  const between = betweenStates(items, columns, probability, a, first, last);
  const lemmaA = lemma[a] as number;
  const cueA = columns.cue[a] as number;
  const tagA = tag[a] as number;
  const ruledA = marks.role[a] === 2 ? (marks.finding[a] as number) : -2;
  const anyQuote = (context.quoteLeft ? 1 : 0) + (context.quoteRight ? 2 : 0);
  const anchorKind = pair(pair(cueA, tagA), context.passive);
  const anchorForm = pair(context.follower, pair(tagA, anyQuote));
  for (let i = first; i <= last; i++) {
    let n = 0;
    const base = (i - first) * ARGUMENT_FEATURES;
    const put = (template: number, x: number, y = 0) => {
      out[base + n++] = bucketOf(template, x, y, ARGUMENT_BITS);
    };
    const distance = i - a;
    const side = distance < 0 ? 1 : distance > 0 ? 2 : 0;
    const near = nearness(Math.abs(distance)) * 3 + side;
    const w0 = word[i] as number;
    const t0 = tag[i] as number;
    const w1 = cellAt(word, i + 1);
    const w_1 = cellAt(word, i - 1);
    const t1 = cellAt(tag, i + 1);
    const t_1 = cellAt(tag, i - 1);
    const t2 = cellAt(tag, i + 2);
    const t_2 = cellAt(tag, i - 2);
    const path = between[i - first] as number;
    put(1, 0);
    put(2, w0);
    put(3, w_1);
    put(4, w1);
    put(5, cellAt(word, i - 2));
    put(6, cellAt(word, i + 2));
    put(7, t0);
    put(8, t_1, t0);
    put(9, t0, t1);
    put(10, pair(t_1, t1), t0);
    put(11, pair(t_2, t_1), t0);
    put(12, pair(t1, t2), t0);
    put(13, near);
    put(14, near, t0);
    put(15, near, lemmaA);
    put(16, near, tagA);
    put(17, side, w0);
    put(18, side, pair(w0, w_1));
    put(19, side, pair(w0, w1));
    put(20, pair(lemmaA, side), t0);
    put(21, pair(lemmaA, side), w0);
    put(22, path, side);
    put(23, path, pair(t0, side));
    put(24, path, pair(t_1, pair(t0, side)));
    put(25, path, pair(anchorKind, side));
    put(26, path, pair(w0, side));
    put(27, pair(anchorForm, side), t0);
    put(28, pair(anchorForm, side), near);
    put(29, pair(anchorKind, side), t0);
    put(30, pair(anchorKind, near), t0);
    put(31, pair(lemmaA, context.follower), near);
    put(32, shape[i] as number, pair(t0, side));
    put(33, pair(suffix[i] as number, side), t0);
    put(34, pair(side, t_1), pair(t0, t1));
    put(35, pair(side, w_1), t0);
    put(36, pair(side, w1), t0);
    if (Math.abs(distance) <= 5) {
      let steps = distance;
      for (let k = Math.min(i, a); k <= Math.max(i, a); k++) steps = pair(steps, tag[k] as number);
      put(37, steps);
      put(38, steps, lemmaA);
    }
    const { subject } = context;
    if (subject && i >= subject.first && i <= subject.last) {
      const where = (i === subject.first ? 1 : 0) + (i === subject.last ? 2 : 0);
      put(39, where, tagA);
      put(40, where, lemmaA);
      put(41, where, pair(anchorKind, t0));
    } else if (subject) {
      put(42, i < subject.first ? 1 : i < a ? 2 : 3, pair(near, tagA));
    } else put(43, side, pair(tagA, context.passive));
    const ruled = marks.role[i] as number;
    const same = marks.finding[i] === ruledA ? 1 : 0;
    put(44, pair(ruled, same), side);
    put(45, pair(ruled, same), pair(marks.role[i - 1] ?? 9, side));
    put(46, pair(ruled, ruledA === -2 ? 0 : 1), pair(side, t0));
    if (quotation[i]) {
      put(47, w0, path);
      put(48, w0, pair(side, cueA));
      put(49, w0, near);
    }
    put(50, (quotation[i - 1] ? 1 : 0) + (quotation[i] ? 2 : 0) + (quotation[i + 1] ? 4 : 0), near);
    put(51, (i === 0 ? 1 : 0) + (i === length - 1 ? 2 : 0) + (i === length - 2 ? 4 : 0), pair(t0, side));
    const cueHere = level(probability[i] as number);
    put(52, cueHere, side);
    put(53, level(probability[i + 1] ?? 0), pair(side, t0));
    put(
      54,
      level(Math.max(probability[i + 1] ?? 0, probability[i + 2] ?? 0, probability[i + 3] ?? 0)),
      pair(side, pair(t0, t_1)),
    );
    // After a comma, what follows: a clause with a verb of its own, or a phrase.
    if (t_1 === PUNCT_CELL) put(55, side, path);
    let verb = 0;
    for (let k = i; k < Math.min(length, i + 9); k++)
      if (finite[k]) {
        verb = k - i + 1;
        break;
      }
    put(56, verb, pair(side, t0));
    put(57, pair(Math.min(verb, 4), path), t_1);
    put(58, pair(lemmaA, path), side);
    put(59, pair(lemmaA, side), pair(w_1, 1));
    put(60, pair(lemmaA, side), pair(t_1, t0));
    put(61, pair(pair(w_1, w0), w1), side);
    counts[i - first] = n;
  }
  return counts;
}

/** The cell of a punctuation mark as `cellAt` gives it. */
const PUNCT_CELL = TAGS.indexOf('PUNCT') + 2;

const level = (probability: number): number =>
  probability < 0.05 ? 0 : probability < 0.2 ? 1 : probability < 0.5 ? 2 : probability < 0.8 ? 3 : 4;

/** What stands between the cue and each item, as bits. */
function betweenStates(
  items: readonly Item[],
  columns: Columns,
  probability: Float32Array,
  a: number,
  first: number,
  last: number,
): Int32Array {
  const states = new Int32Array(last - first + 1);
  for (const step of [-1, 1]) {
    let commas = 0;
    let that = 0;
    let verbs = 0;
    let quotes = 0;
    let and = 0;
    let stop = 0;
    let cue = 0;
    let relative = 0;
    for (let i = a + step; i >= first && i <= last; i += step) {
      states[i - first] =
        commas + 4 * that + 8 * verbs + 32 * quotes + 64 * and + 128 * stop + 512 * cue + 2048 * relative;
      const { lower } = items[i] as Item;
      if (columns.quotation[i]) quotes = 1;
      else if (lower === ',') commas = Math.min(3, commas + 1);
      else if (lower === 'that') that = 1;
      else if (lower === 'and' || lower === 'but' || lower === 'or') and = 1;
      else if (lower === 'who' || lower === 'which') relative = 1;
      else if (/^[:;—–]$/.test(lower)) stop = 1;
      else if (lower === '.' || lower === '?' || lower === '!') stop = 2;
      else if (columns.finite[i]) verbs = Math.min(3, verbs + 1);
      cue = Math.max(cue, Math.min(3, level(probability[i] as number)));
    }
  }
  return states;
}
