import { type Postings, rowOf } from './postings.js';
import { RARE, type SourceIndex } from './source-index.js';
import { nearWord, sameWord, type Word } from './words.js';

/** A run of a quotation's words and the run of a source's words that it renders. Both half-open. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Words of the index's columns. */
  readonly start: number;
  readonly end: number;
}

/** Where a quotation stands in one text. */
export interface Place {
  /** Number of the text in the index. */
  readonly text: number;
  /** In the order of the quotation. */
  readonly pieces: readonly Piece[];
  /** How much of the quotation's words, weighted by their rarity, stands there in order; 0 to 1. */
  readonly share: number;
}

export interface Scope {
  /** Whether a text may be looked at. */
  readonly admits?: (text: number) => boolean;
  /** Give the places that hold less of it as well; dearer. */
  readonly lesser?: boolean;
}

/** Whether a place holds as much of the quotation as another, in as few pieces. */
export const isAsGood = (place: Place, other: Place): boolean =>
  place.share >= other.share - 1e-6 && place.pieces.length <= other.pieces.length;

/** Places that are told of one quotation. */
const MOST_PLACES = 8;

/** Windows that are aligned for one run, the likeliest first. */
const TRIES = 6;

/** A window with less than this share of the best one's votes is not aligned. */
const WORTH = 0.35;
const AS_GOOD = 0.9;

/** Rows of postings longer than this say nothing about where a quotation belongs. */
const COMMON = 400;

/** Postings that are read for one run, the rarest first: what bounds the time of one search. */
const BUDGET = 500;

/** Words of a window beyond where the votes point, on either side. */
const MARGIN = 12;

/** Words of a text that are worth a look, and more than its neighbour's margin lends. */
const LEAST = 3;

/** Runs of a quotation that are looked for one by one after the first, before the rest is given up. */
const MOST_PIECES = 8;

/** Least words of a further piece. */
const PIECE_WORDS = 3;

/**
 * How much a piece must tell to count for itself, in bits of the words that stand there, as multiples of what it takes to
 * name one place of the index: so much chance does not give. Near a piece that counts, less is enough.
 */
const FIRST_TELLS = 2.5;
const FURTHER_TELLS = 3;
const NEAR_TELLS = 0.9;

/**
 * A quotation is located where pieces that count hold enough of what it tells: a share, and a bonus for every place that
 * they could name, since chance gives half of a short sentence sooner than half of a long one. Or where one run holds
 * nearly all of it, however short it is. Set on made quotations (`eval/locate.mjs`, seeds 11 to 13) so that 97 % and more of those
 * that were not there are left unlocated.
 */
const LOCATED = 0.65;
const BONUS = 0.04;
const MUCH = 12;
const WHOLE = 0.8;

/** Points of local alignment (Smith and Waterman, 1981); a word so common that one in 200 is it gives less. */
const SAME = 2;
const COMMON_SAME = 1.2;
const COMMON_WEIGHT = Math.log2(200);
const NEAR = 1.2;
const OTHER = -0.8;
const GAINED = -0.8;
const LOST_OPEN = -1;
const LOST = -0.35;

/**
 * Finds where words stand in an index: seeds (word triples, pairs, rare words) vote for diagonals, the likeliest windows
 * are aligned word by word, and what is left before and behind the aligned run is looked for again, near it first.
 *
 * Holds working memory; one search at a time.
 */
export class Locator {
  readonly #index: SourceIndex;
  readonly #votes = new Votes();
  #line = new Float64Array(1024);
  #moves = new Uint8Array(4096);
  #near = new Float64Array(4096);

  constructor(index: SourceIndex) {
    this.#index = index;
  }

  /**
   * The places where a quotation stands, the best first; all that are as good as the best where there are several
   * ({@link MOST_PLACES} at most), and none where too little of it stands anywhere.
   */
  locate(words: readonly Word[], scope: Scope = {}): readonly Place[] {
    const query = this.#query(words);
    const firsts = this.#aligned(query, 0, words.length, scope, null).filter((run) => mayLead(query, run));
    const best = firsts[0];
    if (!best) return [];
    // A lesser run may lead a better whole, where the best one leaves words over.
    const leading = firsts.filter(
      (run) => scope.lesser || run.score > best.score - 0.6 || best.weight < 0.9 * query.weight,
    );
    const places = leading
      .map((first) => this.#whole(query, first, scope))
      .filter((place) => place !== null)
      .sort((a, b) => b.share - a.share || a.pieces.length - b.pieces.length || startOf(a) - startOf(b));
    const distinct = new Map<number, Place>();
    for (const place of places) {
      if (!scope.lesser && !isAsGood(place, places[0] as Place)) continue;
      if (!distinct.has(startOf(place))) distinct.set(startOf(place), place);
    }
    return [...distinct.values()].slice(0, MOST_PLACES);
  }

  #query(words: readonly Word[]): Query {
    const { vocabulary, length } = this.#index.columns;
    const { parts } = this.#index;
    const ids = Int32Array.from(words, (word) => (word.bracket ? -1 : vocabulary.idOf(word.norm)));
    const folded = Int32Array.from(words, (word) => (word.bracket ? -1 : vocabulary.foldedOf(word.norm)));
    const weights = Float64Array.from(words, (word, i) => {
      if (word.bracket) return 0;
      const id = folded[i] as number;
      const count = id === -1 ? 0 : parts.reduce((sum, part) => sum + (part.counts[id] ?? 0), 0);
      return Math.log2(1 + length / (1 + count));
    });
    const weight = weights.reduce((sum, one) => sum + one, 0);
    return { words, ids, folded, weights, weight, place: Math.log2(1 + length) };
  }

  /** The best runs of words `from` to `to` of a query: one for each window that holds one, the best first. */
  #aligned(query: Query, from: number, to: number, scope: Scope, near: Run | null): readonly Run[] {
    const runs: Run[] = [];
    const seen = new Set<number>();
    let most = 0;
    let whole = false;
    for (const { start, end, vote } of this.#windows(query, from, to, scope, near)) {
      // Where all of it stands in one place, only as good a place is worth a look.
      if (vote < most * (whole && !scope.lesser ? AS_GOOD : WORTH)) break;
      most = Math.max(most, vote);
      const exact = this.#exact(query, from, to, start, end);
      const run = exact.length === 0 ? this.#align(query, from, to, start, end) : null;
      for (const one of run ? [run] : exact) {
        if (seen.has(one.start)) continue;
        seen.add(one.start);
        runs.push(one);
        whole ||= one.pairs === to - from;
      }
    }
    return runs.sort((a, b) => b.score - a.score || a.start - b.start);
  }

  /** A first run, and what stands before and behind it; null where that is too little of the quotation. */
  #whole(query: Query, first: Run, scope: Scope): Place | null {
    const { columns } = this.#index;
    const text = columns.textOf(first.start);
    const here = { admits: (other: number) => other === text };
    const runs = [first];
    const fill = (from: number, to: number) => {
      if (to - from < PIECE_WORDS || runs.length >= MOST_PIECES) return;
      const tells = weightOf(query, from, to);
      const found =
        this.#further(query, from, to, here, first, NEAR_TELLS, tells) ??
        this.#further(query, from, to, scope, null, FURTHER_TELLS, tells);
      if (!found) return;
      runs.push(found);
      fill(from, found.from);
      fill(found.to, to);
    };
    fill(0, first.from);
    fill(first.to, query.words.length);
    runs.sort((a, b) => a.from - b.from);
    let held = 0;
    let counting = 0;
    for (const run of runs) {
      held += run.weight;
      if (run.weight >= (run === first ? FIRST_TELLS : FURTHER_TELLS) * query.place) counting += run.weight;
    }
    const tells = Math.min(MUCH, counting / query.place);
    if (counting / query.weight + BONUS * tells < LOCATED && first.weight < WHOLE * query.weight) return null;
    return {
      text,
      pieces: runs.map(({ from, to, start, end }) => ({ from, to, start, end })),
      share: query.weight === 0 ? 0 : held / query.weight,
    };
  }

  /** The best run of the words between, where it tells enough for how far away it was looked for. */
  #further(
    query: Query,
    from: number,
    to: number,
    scope: Scope,
    near: Run | null,
    tells: number,
    most: number,
  ): Run | null {
    const least = tells * query.place;
    if (most < least) return null;
    const run = this.#aligned(query, from, to, scope, near)[0];
    const enough = run && run.pairs >= PIECE_WORDS && run.weight >= least;
    return enough && run.weight >= 0.5 * weightOf(query, run.from, run.to) ? run : null;
  }

  #windows(
    query: Query,
    from: number,
    to: number,
    scope: Scope,
    near: Run | null,
  ): readonly { readonly start: number; readonly end: number; readonly vote: number }[] {
    const { columns, parts } = this.#index;
    const votes = this.#votes;
    votes.clear();
    const { texts } = columns;
    const [low, high] = near
      ? [texts[columns.textOf(near.start)] as number, texts[columns.textOf(near.start) + 1] as number]
      : [0, columns.length];
    for (const part of parts) {
      if (part.to <= low || part.from >= high) continue;
      const rows: Row[] = [];
      const look = (postings: Postings, worth: number, cap: number) => {
        for (let i = from; i + postings.size <= to; i++) {
          if (!known(query.folded, i, postings.size)) continue;
          const row = postings.size === 1 ? (query.folded[i] as number) : rowOf(postings, query.folded, i);
          if (row >= postings.starts.length - 1) continue;
          const begin = postings.starts[row] as number;
          const end = postings.starts[row + 1] as number;
          const count = end - begin;
          if (count === 0 || (count > cap && !near)) continue;
          rows.push({ postings, at: i, begin, end, vote: worth * Math.log(columns.length / count + 1) });
        }
      };
      look(part.triples, 1, COMMON);
      look(part.rare, 0.35, RARE);
      if (near || to - from <= 16 || rows.length < (to - from) / 2) look(part.pairs, 0.5, COMMON / 2);
      rows.sort((a, b) => a.end - a.begin - (b.end - b.begin));
      let read = 0;
      for (const row of rows) {
        const { positions } = row.postings;
        let k = row.begin;
        if (low > 0) k = firstFrom(positions, row.begin, row.end, low);
        for (; k < row.end; k++) {
          const position = positions[k] as number;
          if (position >= high) break;
          if (++read > BUDGET) break;
          if (row.postings.size > 1 && !this.#stands(query.folded, row.at, position, row.postings.size))
            continue;
          votes.add(position - row.at + OFFSET, row.vote);
        }
        if (read > BUDGET) break;
      }
    }
    const admits = scope.admits;
    const windows: { start: number; end: number; vote: number }[] = [];
    for (const { diagonal, vote } of votes.best(admits ? TRIES * 8 : TRIES * 2)) {
      const begins = Math.max(0, diagonal - OFFSET + from - MARGIN);
      const ends = Math.min(columns.length, diagonal - OFFSET + to + ((to - from) >> 1) + 2 * WIDTH + MARGIN);
      if (begins >= ends) continue;
      // Of short texts a stretch of diagonals holds several.
      for (let text = columns.textOf(begins); (texts[text] as number) < ends; text++) {
        const start = Math.max(texts[text] as number, begins);
        const end = Math.min(texts[text + 1] as number, ends);
        if (end - start < LEAST || (admits && !admits(text))) continue;
        windows.push({ start, end, vote });
      }
      if (windows.length >= TRIES) break;
    }
    return windows;
  }

  #stands(folded: Int32Array, at: number, position: number, size: number): boolean {
    const { ids, vocabulary } = this.#index.columns;
    for (let k = 0; k < size; k++)
      if (vocabulary.folded(ids[position + k] as number) !== folded[at + k]) return false;
    return true;
  }

  /** The best run of words `from` to `to` within words `start` to `end` of the columns; null where nothing is alike. */
  #align(query: Query, from: number, to: number, start: number, end: number): Run | null {
    const { ids } = this.#index.columns;
    const n = to - from;
    const m = end - start;
    const width = m + 1;
    if ((n + 1) * width > LARGEST) return null;
    this.#reserve(width, (n + 1) * width);
    // The scores of one word of the quotation over those of the one before; the moves of all.
    const line = this.#line.fill(0, 0, width);
    const moves = this.#moves;
    moves.fill(STOP, 0, width);
    let best = 0;
    let bestAt = 0;
    const column = ids.subarray(start, end);
    for (let i = 1; i <= n; i++) {
      const gain = (query.words[from + i - 1] as Word).bracket ? 0 : GAINED;
      const alike = this.#alike(query, from + i - 1, column);
      const row = i * width;
      moves[row] = STOP;
      let diagonal = 0;
      let left = 0;
      let lost = -1e9;
      for (let j = 1; j <= m; j++) {
        const above = line[j] as number;
        const points = alike[j - 1] as number;
        let value = diagonal + points;
        let move = points > 0 ? MATCH : PAIR;
        if (above + gain > value) {
          value = above + gain;
          move = GAIN;
        }
        const opened = left + LOST_OPEN;
        lost += LOST;
        if (opened > lost) lost = opened;
        if (lost > value) {
          value = lost;
          move = LOSE;
        }
        if (value <= 0) {
          value = 0;
          move = STOP;
        }
        line[j] = value;
        diagonal = above;
        left = value;
        moves[row + j] = move;
        if (value > best) {
          best = value;
          bestAt = row + j;
        }
      }
    }
    if (best <= 0) return null;
    let i = Math.floor(bestAt / width);
    let j = bestAt % width;
    const [last, lastColumn] = [i, j];
    let weight = 0;
    let pairs = 0;
    while (i > 0 && j > 0) {
      const move = moves[i * width + j] as number;
      if (move === STOP) break;
      if (move === MATCH) {
        weight += query.weights[from + i - 1] as number;
        pairs++;
      }
      if (move !== LOSE) i--;
      if (move !== GAIN) j--;
    }
    return {
      from: from + i,
      to: from + last,
      start: start + j,
      end: start + lastColumn,
      score: best,
      weight,
      pairs,
    };
  }

  /** Where all of the words stand, one behind the other: what most quotations are, and cheap to see. */
  #exact(query: Query, from: number, to: number, start: number, end: number): readonly Run[] {
    const { ids } = this.#index.columns;
    const n = to - from;
    const runs: Run[] = [];
    for (let at = start; at + n <= end; at++) {
      let k = 0;
      while (k < n && ids[at + k] === query.ids[from + k]) k++;
      if (k < n) continue;
      const weight = weightOf(query, from, to);
      let score = 0;
      for (let i = from; i < to; i++) score += pointsOf(query, i);
      runs.push({ from, to, start: at, end: at + n, score, weight, pairs: n });
    }
    return runs;
  }

  /** Points of one word of the quotation against each word of a window. */
  #alike(query: Query, at: number, column: Int32Array): Float64Array {
    const { vocabulary } = this.#index.columns;
    if (this.#near.length < column.length) this.#near = new Float64Array(column.length * 2);
    const points = this.#near;
    const { norm, bracket } = query.words[at] as Word;
    const id = query.ids[at] as number;
    const same = pointsOf(query, at);
    if (bracket) return points.fill(0, 0, column.length);
    if (id === -1) {
      // No source has the word: it may be one of theirs, misspelt, or theirs of it.
      for (let j = 0; j < column.length; j++) {
        const theirs = vocabulary.norm(column[j] as number);
        points[j] = sameWord(norm, theirs) ? same : nearWord(norm, theirs) ? NEAR : OTHER;
      }
      return points;
    }
    const folded = query.folded[at] as number;
    const clitic = folded !== id || vocabulary.isFolded(id);
    for (let j = 0; j < column.length; j++) {
      const other = column[j] as number;
      points[j] = other === id || (clitic && vocabulary.folded(other) === folded) ? same : OTHER;
    }
    return points;
  }

  #reserve(width: number, size: number): void {
    if (this.#line.length < width) this.#line = new Float64Array(width * 2);
    if (this.#moves.length < size) this.#moves = new Uint8Array(size * 2);
  }
}

/** Alignments larger than this (words of the quotation × words of the window) are not tried. */
const LARGEST = 8_000_000;

const STOP = 0;
const PAIR = 1;
const GAIN = 2;
const LOSE = 3;
const MATCH = 4;

interface Query {
  readonly words: readonly Word[];
  readonly ids: Int32Array;
  /** As they are looked up; -1 for an editor's word, and for one that no text has. */
  readonly folded: Int32Array;
  /** Bits that each word tells about where it stands. */
  readonly weights: Float64Array;
  /** Of all words together. */
  readonly weight: number;
  /** Bits that name one place of the index. */
  readonly place: number;
}

interface Run extends Piece {
  readonly score: number;
  readonly weight: number;
  readonly pairs: number;
}

interface Row {
  readonly postings: Postings;
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  readonly vote: number;
}

const pointsOf = ({ weights }: Query, at: number): number =>
  (weights[at] as number) < COMMON_WEIGHT ? COMMON_SAME : SAME;

const startOf = ({ pieces }: Place): number => (pieces[0] as Piece).start;

/** Whether a run tells enough to look for the rest of the quotation round it. */
const mayLead = (query: Query, run: Run): boolean =>
  run.weight >= FIRST_TELLS * query.place || run.weight >= WHOLE * query.weight;

function weightOf({ weights }: Query, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += weights[i] as number;
  return sum;
}

function known(folded: Int32Array, at: number, size: number): boolean {
  for (let i = at; i < at + size; i++) if ((folded[i] as number) < 0) return false;
  return true;
}

function firstFrom(positions: Uint32Array, begin: number, end: number, low: number): number {
  let [a, b] = [begin, end];
  while (a < b) {
    const middle = (a + b) >> 1;
    if ((positions[middle] as number) < low) a = middle + 1;
    else b = middle;
  }
  return a;
}

/** Keeps diagonals from falling below zero. */
const OFFSET = 4096;

/** Diagonals that vote together, as a power of two: words lost and gained shift what follows. */
const SHIFT = 4;
const WIDTH = 1 << SHIFT;

/** Votes for diagonals in an open-addressing table that forgets in one step. */
class Votes {
  readonly #keys = new Int32Array(SLOTS);
  readonly #votes = new Float32Array(SLOTS);
  readonly #rounds = new Int32Array(SLOTS);
  readonly #used = new Int32Array(SLOTS);
  #count = 0;
  #round = 0;

  clear(): void {
    this.#round++;
    this.#count = 0;
  }

  add(diagonal: number, vote: number): void {
    const key = diagonal >> SHIFT;
    for (let slot = slotOf(key); ; slot = (slot + 1) & (SLOTS - 1)) {
      if (this.#rounds[slot] !== this.#round) {
        if (this.#count * 2 > SLOTS) return;
        this.#rounds[slot] = this.#round;
        this.#keys[slot] = key;
        this.#votes[slot] = vote;
        this.#used[this.#count++] = slot;
        return;
      }
      if (this.#keys[slot] === key) {
        this.#votes[slot]! += vote;
        return;
      }
    }
  }

  /** The stretches of diagonals with most votes, each with its neighbour's. */
  best(count: number): readonly { readonly diagonal: number; readonly vote: number }[] {
    const top: { diagonal: number; vote: number }[] = [];
    for (let i = 0; i < this.#count; i++) {
      const slot = this.#used[i] as number;
      const key = this.#keys[slot] as number;
      const vote = (this.#votes[slot] as number) + this.#of(key + 1);
      if (top.length === count && vote <= (top.at(-1) as { vote: number }).vote) continue;
      const diagonal = key * WIDTH;
      let at = top.length;
      while (at > 0 && before({ diagonal, vote }, top[at - 1] as { diagonal: number; vote: number })) at--;
      top.splice(at, 0, { diagonal, vote });
      if (top.length > count) top.pop();
    }
    return top;
  }

  #of(key: number): number {
    for (let slot = slotOf(key); this.#rounds[slot] === this.#round; slot = (slot + 1) & (SLOTS - 1))
      if (this.#keys[slot] === key) return this.#votes[slot] as number;
    return 0;
  }
}

const SLOTS = 1 << 14;

const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 18;

/** More votes first, then the earlier one: no order of insertion shows through. */
function before(a: { diagonal: number; vote: number }, b: { diagonal: number; vote: number }): boolean {
  return a.vote > b.vote + 1e-6 || (Math.abs(a.vote - b.vote) <= 1e-6 && a.diagonal < b.diagonal);
}
