import { CUE_BITS } from '../learned/attribution/model.js';
import { bucketOf, pair } from '../learned/hash.js';
import { TAGS } from '../learned/pos/tagger.js';
import { subjectOfGerund } from './clause-before.js';
import { type Columns, cellAt } from './columns.js';
import type { Item } from './items.js';
import { nounPhraseEndingAt, type Phrase, subjectOf } from './phrases.js';
import type { RuleMarks } from './rule-marks.js';

/** No more features than this at one place. */
export const CUE_FEATURES = 64;

const TAG = Object.fromEntries(TAGS.map((tag, index) => [tag, index])) as Record<
  (typeof TAGS)[number],
  number
>;
const NEVER = new Set([TAG.DET, TAG.PRON, TAG.NUM, TAG.CCONJ, TAG.SYM, TAG.INTJ, TAG.AUX, TAG.POSS]);

/** Words that follow a cue and tell what kind of complement it takes. */
const FOLLOWERS = ['that', 'to', 'of', 'about', 'as', 'for', ':', ',', 'on', 'whether', 'if', 'how', 'why'];

/** Whether a cue can stand at `i` at all. */
export function isCandidate(items: readonly Item[], columns: Columns, i: number): boolean {
  if (columns.quotation[i] || NEVER.has(columns.tag[i] as number)) return false;
  if (columns.tag[i] === TAG.PUNCT) return (items[i] as Item).lower === ':';
  return true;
}

/** What stands round a candidate, looked up once. */
export interface CueContext {
  readonly at: number;
  readonly subject: Phrase | null;
  /** Item that follows, as a class of complement. */
  readonly follower: number;
  readonly passive: number;
  /** Distance to `that`, 0 for none within reach. */
  readonly that: number;
  /** Signed distances to the nearest quotation, 0 for none. */
  readonly quoteLeft: number;
  readonly quoteRight: number;
}

export function cueContext(
  items: readonly Item[],
  columns: Columns,
  at: number,
  subjects: boolean,
): CueContext {
  const tag = columns.tag[at] as number;
  const verbal = tag === TAG.VFIN || tag === TAG.VB || tag === TAG.VBN;
  const subject = !subjects
    ? null
    : tag === TAG.VBG
      ? subjectOfGerund(items, at)
      : verbal
        ? subjectOf(items, at)
        : tag === TAG.NOUN
          ? possessor(items, columns, at)
          : null;
  let that = 0;
  for (let i = at + 1; i < Math.min(items.length, at + 7); i++)
    if (items[i]!.lower === 'that') {
      that = i - at;
      break;
    }
  let quoteRight = 0;
  for (let i = at + 1; i < Math.min(items.length, at + 40); i++)
    if (columns.quotation[i]) {
      quoteRight = i - at;
      break;
    }
  let quoteLeft = 0;
  for (let i = at - 1; i >= Math.max(0, at - 40); i--)
    if (columns.quotation[i]) {
      quoteLeft = at - i;
      break;
    }
  const next = items[at + 1];
  const follower = !next
    ? 0
    : next.quotation !== null
      ? 1
      : FOLLOWERS.includes(next.lower)
        ? 2 + FOLLOWERS.indexOf(next.lower)
        : 20 + (columns.tag[at + 1] as number);
  return { at, subject, follower, passive: passiveAt(items, columns, at), that, quoteLeft, quoteRight };
}

function passiveAt(items: readonly Item[], columns: Columns, at: number): number {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const { lower } = items[k] as Item;
    if (/^(?:was|were|is|are|been|being|be)$/.test(lower)) return columns.tag[at] === TAG.VBG ? 2 : 1;
    if (/^(?:has|have|had|'ve)$/.test(lower)) return 3;
    if (/^(?:will|would|can|could|should|may|might|must)$/.test(lower)) return 4;
    if (lower === 'to') return 5;
    if (columns.tag[k] !== TAG.ADV && columns.tag[k] !== TAG.PART) return 0;
  }
  return 0;
}

/** `the candidates’ claim`, `a claim by Ruiz`: whoever the noun belongs to. */
function possessor(items: readonly Item[], columns: Columns, at: number): Phrase | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (columns.tag[i] === TAG.POSS) {
      const owner = nounPhraseEndingAt(items, i - 1);
      return { first: owner && owner.last === i - 1 ? owner.first : i, last: i };
    }
    if (/^(?:his|her|their|its|my|our)$/.test((items[i] as Item).lower)) return { first: i, last: i };
    if (columns.tag[i] !== TAG.ADJ && columns.tag[i] !== TAG.NOUN) return null;
  }
  return null;
}

export const nearness = (distance: number): number =>
  distance <= 3
    ? distance
    : distance <= 5
      ? 4
      : distance <= 8
        ? 5
        : distance <= 14
          ? 6
          : distance <= 22
            ? 7
            : 8;

/** Fills `out` with buckets and returns how many. */
export function cueFeatures(
  columns: Columns,
  marks: RuleMarks,
  context: CueContext,
  role: number,
  out: Int32Array,
): number {
  const { at: i, subject, follower, passive, that, quoteLeft, quoteRight } = context;
  const { length, word, lemma, suffix, tag, cue, shape } = columns;
  let n = 0;
  const put = (template: number, a: number, b = 0) => {
    out[n++] = bucketOf(template, a, b, CUE_BITS);
  };
  const l0 = lemma[i] as number;
  const w0 = word[i] as number;
  const t0 = tag[i] as number;
  const t1 = cellAt(tag, i + 1);
  const t_1 = cellAt(tag, i - 1);
  const w1 = cellAt(word, i + 1);
  const w_1 = cellAt(word, i - 1);
  put(1, 0);
  put(2, w0);
  put(3, l0);
  put(4, t0);
  put(5, suffix[i] as number, t0);
  put(6, w1);
  put(7, w_1);
  put(8, cellAt(word, i + 2));
  put(9, cellAt(word, i - 2));
  put(10, t1, t0);
  put(11, t_1, t0);
  put(12, pair(t_1, t1), t0);
  put(13, pair(cellAt(tag, i + 2), t1), t0);
  put(14, pair(cellAt(tag, i - 2), t_1), t0);
  put(15, l0, w1);
  put(16, l0, w_1);
  put(17, l0, t1);
  put(18, l0, t_1);
  put(19, l0, t0);
  put(20, cue[i] as number, t0);
  put(21, cue[i] as number, pair(t_1, t1));
  put(22, l0, follower);
  put(23, cue[i] as number, pair(follower, t0));
  put(24, l0, passive);
  put(25, cue[i] as number, pair(passive, t0));
  put(26, l0, pair(that, 3));
  put(27, pair(that, t0), cue[i] as number);
  const quotes = nearness(quoteLeft) * 16 + nearness(quoteRight);
  put(28, quotes, cue[i] as number);
  put(29, quotes, t0);
  put(30, l0, (quoteLeft ? 1 : 0) + (quoteRight ? 2 : 0));
  put(31, shape[i] as number, t0);
  put(32, Math.min(i, 4), t0);
  put(33, Math.min(length - i, 4), t0);
  put(34, role, t0);
  put(35, role, l0);
  const ruled = marks.role[i] as number;
  put(36, ruled, t0);
  put(37, ruled, l0);
  if (subject) {
    const head = subject.last;
    put(38, word[head] as number);
    put(39, word[head] as number, l0);
    put(40, tag[head] as number, pair(shape[head] as number, t0));
    put(41, tag[head] as number, l0);
    put(42, (cue[head] as number) & 64, l0);
    put(43, nearness(i - head), t0);
    put(44, word[subject.first] as number, pair(t0, tag[head] as number));
    put(45, suffix[head] as number, cue[i] as number);
    put(46, cellAt(word, subject.first - 1), cue[i] as number);
  } else {
    put(47, t0, cue[i] as number);
    put(48, l0);
  }
  let verbsBefore = 0;
  let lastVerb = 0;
  for (let k = i - 1; k >= Math.max(0, i - 30); k--)
    if (columns.finite[k]) {
      if (!lastVerb) lastVerb = lemma[k] as number;
      verbsBefore++;
    }
  put(49, Math.min(verbsBefore, 3), t0);
  put(50, lastVerb, t0);
  put(51, lastVerb, cue[i] as number);
  put(52, pair(w1, cellAt(word, i + 2)), cue[i] as number);
  put(53, pair(w_1, cellAt(word, i - 2)), t0);
  put(54, l0, pair(cellAt(word, i + 2), w1));
  put(55, cellAt(word, 0), cue[i] as number);
  // Whether another cue stands to the left in the same passage, outside any quotation.
  let cuesLeft = 0;
  for (let k = i - 1; k >= Math.max(0, i - 30); k--)
    if ((cue[k] as number) & 1 && columns.finite[k]) {
      cuesLeft = 1 + Math.min(2, Math.floor((i - k) / 6));
      break;
    }
  put(56, cuesLeft, cue[i] as number);
  put(57, cuesLeft, l0);
  return n;
}
