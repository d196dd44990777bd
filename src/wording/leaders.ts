import { compareText } from '../model/order.js';
import { mix } from './postings.js';
import { grown, Vocabulary } from './word-columns.js';
import { type Levels, wordsIn } from './words.js';

/** Words that somebody said, as some text gives them. */
export interface Phrase {
  readonly text: string;
  /** Whoever said it; words of two people stay apart. Left out where nobody knows: then the words alone decide. */
  readonly speaker?: string;
  /** Days since some day; the same words said on two days stay apart. */
  readonly day?: number;
  /** The record itself: it leads before any report of it. */
  readonly record?: boolean;
}

/** Share of a phrase that its leader must hold, in points of alignment to each word. */
const HELD = 0.56;

/** Leaders that are aligned for one phrase, the likeliest first. */
const TRIES = 4;

/** A sequence of words that more leaders share than this says nothing about where a phrase belongs. */
const COMMON = 100;

/** Leaders that are counted for one phrase, over all of its sequences, the rarest first: what bounds its time. */
const BUDGET = 400;

/** Days between two sayings that may still be one, told by outlets on either side of midnight. */
const DAYS = 1;

/** Longer phrases are compared by so many words. */
const LONGEST = 160;

/** Points of local alignment (Smith and Waterman, 1981) for the common and the rare word; and for what differs. */
const OTHER = -0.6;
const GAP = -0.5;

/**
 * Groups phrases into utterances: the longest lead, records before all, and a phrase joins the leader that alignment says
 * holds most of it. Groups never chain: every member was read against its leader, never against another member. The order
 * of the phrases makes no difference to who is grouped with whom.
 *
 * Time grows with the phrases times the leaders that share their rarer words, which {@link BUDGET} bounds.
 *
 * @returns for each phrase, the index of its leader; a leader is its own
 */
export function groupPhrases(phrases: readonly Phrase[]): Int32Array {
  // In the order of their text, so that no order in which they came shows through.
  const sorted = Uint32Array.from(phrases.keys()).sort((a, b) =>
    compareText((phrases[a] as Phrase).text, (phrases[b] as Phrase).text),
  );
  const columns = columnsOf(sorted, phrases);
  const sizeOf = (i: number) => (columns.starts[i + 1] as number) - (columns.starts[i] as number);
  const phraseAt = (i: number) => phrases[sorted[i] as number] as Phrase;
  const order = Uint32Array.from(sorted.keys()).sort(
    (a, b) =>
      Number(phraseAt(b).record ?? false) - Number(phraseAt(a).record ?? false) ||
      sizeOf(b) - sizeOf(a) ||
      a - b,
  );
  const leaderOf = new Int32Array(phrases.length);
  const index = new LeaderIndex(columns);
  for (const one of order) {
    const leader = index.find(one, (other) => mayBeOne(phraseAt(one), phraseAt(other)));
    leaderOf[sorted[one] as number] = sorted[leader === -1 ? one : leader] as number;
    if (leader === -1) index.add(one);
  }
  return leaderOf;
}

function mayBeOne(a: Phrase, b: Phrase): boolean {
  if (a.speaker !== undefined && b.speaker !== undefined && a.speaker !== b.speaker) return false;
  return a.day === undefined || b.day === undefined || Math.abs(a.day - b.day) <= DAYS;
}

/** The phrases' words as numbers, one behind the other. */
interface Columns {
  readonly ids: Int32Array;
  /** First word of each phrase, and one entry more. */
  readonly starts: Uint32Array;
  /** How rare each word is, from 0 to 1. */
  readonly weights: Float32Array;
}

function columnsOf(sorted: Uint32Array, phrases: readonly Phrase[]): Columns {
  const vocabulary = new Vocabulary();
  const levels: Levels = new Map();
  const ids: number[] = [];
  const starts = new Uint32Array(phrases.length + 1);
  sorted.forEach((number, i) => {
    const { text } = phrases[number] as Phrase;
    for (const word of wordsIn(text, { start: 0, end: text.length }, levels))
      ids.push(vocabulary.folded(vocabulary.add(word.norm)));
    starts[i + 1] = ids.length;
  });
  const counts = new Uint32Array(vocabulary.size);
  for (const id of ids) counts[id]!++;
  const most = Math.log2(1 + ids.length);
  const weights = Float32Array.from(counts, (count) => Math.log2(1 + ids.length / (1 + count)) / most);
  return { ids: Int32Array.from(ids), starts, weights };
}

/** Leaders by their word pairs and triples: linked rows in typed arrays, so that one more costs a few numbers. */
class LeaderIndex {
  readonly #columns: Columns;
  #heads = new Int32Array(1 << 16).fill(-1);
  #counts = new Uint16Array(1 << 16);
  #keys = new Int32Array(1 << 16);
  #next = new Int32Array(1 << 16);
  #leaders = new Int32Array(1 << 16);
  #rows = new Int32Array(1 << 16);
  #slots = 0;
  #entries = 0;
  readonly #votes: Float32Array;
  readonly #touched: number[] = [];
  #before = new Float32Array(LONGEST + 1);
  #current = new Float32Array(LONGEST + 1);

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#votes = new Float32Array(columns.starts.length);
  }

  add(leader: number): void {
    this.#eachSequence(leader, (key) => {
      const slot = this.#slot(key, true);
      if ((this.#counts[slot] as number) > COMMON) return;
      if (this.#heads[slot] !== -1 && this.#leaders[this.#heads[slot] as number] === leader) return;
      if (this.#entries === this.#next.length) {
        this.#next = grown(this.#next, 2 * this.#entries);
        this.#leaders = grown(this.#leaders, 2 * this.#entries);
      }
      const entry = this.#entries++;
      this.#next[entry] = this.#heads[slot] as number;
      this.#leaders[entry] = leader;
      this.#heads[slot] = entry;
      this.#counts[slot]!++;
    });
  }

  /** The leader that holds most of a phrase, where it holds enough; -1 where none does. */
  find(phrase: number, admits: (leader: number) => boolean): number {
    let best = -1;
    let most = HELD;
    for (const leader of this.#candidates(phrase, admits)) {
      const held = this.#held(phrase, leader);
      if (held > most + 1e-6) [best, most] = [leader, held];
    }
    return best;
  }

  #candidates(phrase: number, admits: (leader: number) => boolean): readonly number[] {
    const slots: number[] = [];
    this.#eachSequence(phrase, (key) => {
      const slot = this.#slot(key, false);
      if (slot !== -1 && (this.#counts[slot] as number) <= COMMON) slots.push(slot);
    });
    slots.sort((a, b) => (this.#counts[a] as number) - (this.#counts[b] as number));
    const touched = this.#touched;
    touched.length = 0;
    let read = 0;
    for (const slot of slots) {
      const count = this.#counts[slot] as number;
      read += count;
      if (read > BUDGET && touched.length > 0) break;
      const vote = 1 / Math.log2(2 + count);
      for (let entry = this.#heads[slot] as number; entry !== -1; entry = this.#next[entry] as number) {
        const leader = this.#leaders[entry] as number;
        if (this.#votes[leader] === 0) touched.push(leader);
        this.#votes[leader]! += vote;
      }
    }
    const top: number[] = [];
    for (const leader of touched) {
      const vote = this.#votes[leader] as number;
      const last = top[TRIES - 1];
      if (last !== undefined && vote <= (this.#votes[last] as number)) continue;
      if (!admits(leader)) continue;
      let at = top.length;
      while (at > 0 && vote > (this.#votes[top[at - 1] as number] as number)) at--;
      top.splice(at, 0, leader);
      if (top.length > TRIES) top.pop();
    }
    for (const leader of touched) this.#votes[leader] = 0;
    return top;
  }

  /** Points of the best local alignment to each point that the phrase could have; a rare word counts more than a common. */
  #held(phrase: number, leader: number): number {
    const { ids, starts, weights } = this.#columns;
    const [x, y] = [starts[phrase] as number, starts[leader] as number];
    const n = Math.min(LONGEST, (starts[phrase + 1] as number) - x);
    const m = Math.min(LONGEST, (starts[leader + 1] as number) - y);
    let before = this.#before;
    let current = this.#current;
    before.fill(0, 0, m + 1);
    current[0] = 0;
    let best = 0;
    let whole = 0;
    for (let i = 0; i < n; i++) {
      const id = ids[x + i] as number;
      const same = 0.6 + 0.8 * (weights[id] as number);
      whole += same;
      let left = 0;
      for (let j = 1; j <= m; j++) {
        let value = (before[j - 1] as number) + (ids[y + j - 1] === id ? same : OTHER);
        const up = (before[j] as number) + GAP;
        if (up > value) value = up;
        left += GAP;
        if (left > value) value = left;
        if (value < 0) value = 0;
        current[j] = left = value;
        if (value > best) best = value;
      }
      [before, current] = [current, before];
    }
    this.#before = before;
    this.#current = current;
    return whole === 0 ? 0 : best / whole;
  }

  #eachSequence(phrase: number, visit: (key: number) => void): void {
    const { ids, starts } = this.#columns;
    const end = starts[phrase + 1] as number;
    for (let at = starts[phrase] as number; at < end; at++) {
      const pair = mix(mix(0x9e3779b1, ids[at] as number), (ids[at + 1] as number) + 1);
      if (at + 1 < end) visit(pair);
      if (at + 2 < end) visit(mix(pair, (ids[at + 2] as number) + 2));
    }
  }

  /** The row of a key in an open-addressing table; -1 where there is none, and none is to be made. */
  #slot(key: number, make: boolean): number {
    if (make && this.#slots * 2 > this.#rows.length) this.#widen();
    const mask = this.#rows.length - 1;
    for (let at = (key ^ (key >>> 15)) & mask; ; at = (at + 1) & mask) {
      const row = (this.#rows[at] as number) - 1;
      if (row === -1) {
        if (!make) return -1;
        this.#rows[at] = this.#slots + 1;
        return this.#newRow(key);
      }
      if (this.#keys[row] === key) return row;
    }
  }

  #newRow(key: number): number {
    if (this.#slots === this.#keys.length) {
      const size = 2 * this.#slots;
      this.#keys = grown(this.#keys, size);
      this.#counts = grown(this.#counts, size);
      this.#heads = grown(this.#heads, size).fill(-1, this.#slots);
    }
    this.#keys[this.#slots] = key;
    return this.#slots++;
  }

  #widen(): void {
    this.#rows = new Int32Array(this.#rows.length * 4);
    const mask = this.#rows.length - 1;
    for (let row = 0; row < this.#slots; row++) {
      const key = this.#keys[row] as number;
      let at = (key ^ (key >>> 15)) & mask;
      while (this.#rows[at] !== 0) at = (at + 1) & mask;
      this.#rows[at] = row + 1;
    }
  }
}
