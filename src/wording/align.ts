import { isFigure, nearWord, sameWord, type Word } from './words.js';

/** One step of an alignment. Indices are into the base's and the witness's words. */
export type Step =
  | { readonly op: 'same'; readonly base: number; readonly witness: number }
  | { readonly op: 'near' | 'other'; readonly base: number; readonly witness: number }
  | { readonly op: 'lost'; readonly base: number }
  | { readonly op: 'gained'; readonly witness: number };

export interface Alignment {
  /** From the first to the last word of the witness; base words outside that stretch are not listed. */
  readonly steps: readonly Step[];
  /** How many words of the witness stand in the base as they are. */
  readonly same: number;
  /** Base words from the first to the last that has a partner, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Points of the alignment. A gap in the base costs once, however long: a cut is one act of editing. */
const SAME = 3;
const NEAR = 1;
const OTHER = -2;
/** Another figure in a figure's place stands for it, rather than beside it. */
const FIGURE = -1;
const GAINED = -2;
const CUT_OPEN = -3.5;
const CUT_WORD = -0.01;

/**
 * Fits a witness into a base: all its words, anywhere in the base, in order (Gotoh, 1982, with free ends in the base).
 * Cost grows with `base.length × witness.length`.
 */
export function align(
  base: readonly Word[],
  witness: readonly Word[],
  window?: { from: number; to: number },
): Alignment {
  const low = window?.from ?? 0;
  const m = (window?.to ?? base.length) - low;
  const n = witness.length;
  const whole = wholeAt(base, witness, low, low + m);
  if (whole !== -1) {
    const steps = witness.map((_, i): Step => ({ op: 'same', base: whole + i, witness: i }));
    return { steps, same: n, from: whole, to: whole + n };
  }
  const width = m + 1;
  const pairs = pairsOf(base, low, m, witness);
  const columns = pairs.base;
  // best[j]: the witness so far, fitted to the base ending at j; moves say how it got there, cutMoves the same in a cut.
  let best = new Float64Array(width);
  let next = new Float64Array(width);
  const moves = new Uint8Array((n + 1) * width);
  const cutMoves = new Uint8Array((n + 1) * width);
  for (let i = 1; i <= n; i++) {
    const row = i * width;
    const kinds = pairs.kinds.subarray(
      (pairs.witness[i - 1] as number) * pairs.width,
      ((pairs.witness[i - 1] as number) + 1) * pairs.width,
    );
    next[0] = i * GAINED;
    moves[row] = MOVE_GAINED;
    let cut = Number.NEGATIVE_INFINITY;
    const mayCut = i < n;
    for (let j = 1; j <= m; j++) {
      let value = (best[j - 1] as number) + (POINTS[kinds[columns[j - 1] as number] as number] as number);
      let move = MOVE_PAIR;
      const gained = (best[j] as number) + GAINED;
      const open = (next[j - 1] as number) + CUT_OPEN;
      const stay = cut + CUT_WORD;
      if (stay > open) {
        cutMoves[row + j] = 1;
        cut = stay;
      } else cut = open;
      if (gained > value) {
        value = gained;
        move = MOVE_GAINED;
      }
      if (cut > value && mayCut) {
        value = cut;
        move = MOVE_CUT;
      }
      next[j] = value;
      moves[row + j] = move;
    }
    [best, next] = [next, best];
  }
  let end = 0;
  for (let j = 1; j <= m; j++) if ((best[j] as number) > (best[end] as number)) end = j;
  return trace({ moves, cutMoves, pairs, width, end, low, n });
}

/** The first place where all of the witness stands, one word behind the other; -1 where there is none. */
function wholeAt(base: readonly Word[], witness: readonly Word[], from: number, to: number): number {
  const n = witness.length;
  if (n === 0) return -1;
  for (let at = from; at + n <= to; at++) {
    let k = 0;
    while (k < n && sameWord((base[at + k] as Word).norm, (witness[k] as Word).norm)) k++;
    if (k === n) return at;
  }
  return -1;
}

const MOVE_PAIR = 1;
const MOVE_GAINED = 2;
const MOVE_CUT = 3;

/** How a word of the witness pairs with one of the base; {@link POINTS} has the points of each. */
const OTHER_WORD = 0;
const SAME_WORD = 1;
const NEAR_WORD = 2;
const OTHER_FIGURE = 3;
const POINTS = Float64Array.of(OTHER, SAME, NEAR, FIGURE);
const OPS = ['other', 'same', 'near', 'other'] as const;

/** Every two different words are compared once, however often they stand there. */
interface Pairs {
  /** For each word of the witness, and of the base's window, which of the different words it is. */
  readonly witness: Int32Array;
  readonly base: Int32Array;
  /** One row for each different word of the witness, `width` columns. */
  readonly kinds: Uint8Array;
  readonly width: number;
}

function pairsOf(base: readonly Word[], low: number, m: number, witness: readonly Word[]): Pairs {
  const columns = distinct(m, (j) => (base[low + j] as Word).norm);
  const rows = distinct(witness.length, (i) => (witness[i] as Word).norm);
  const width = columns.norms.length;
  const kinds = new Uint8Array(rows.norms.length * width);
  const places = new Map(columns.norms.map((norm, j) => [norm, j]));
  const lengths = Uint8Array.from(columns.norms, (norm) => Math.min(255, norm.length));
  const unlike = Uint8Array.from(columns.norms, (norm) => (isPlain(norm) ? 0 : 1));
  rows.norms.forEach((norm, i) => {
    const plain = isPlain(norm);
    for (let j = 0; j < width; j++) {
      // Most pairs differ too much in length to be near, and neither is a figure, a clitic or masked.
      const gap = (lengths[j] as number) - norm.length;
      if (plain && !unlike[j] && (norm.length < 3 || gap > 2 || gap < -2)) continue;
      kinds[i * width + j] = kindOf(norm, columns.norms[j] as string);
    }
    const same = places.get(norm);
    if (same !== undefined) kinds[i * width + same] = SAME_WORD;
  });
  return { witness: rows.ids, base: columns.ids, kinds, width };
}

/** Letters alone: not one of the words that equal another one by rule. */
function isPlain(norm: string): boolean {
  const first = norm.charCodeAt(0);
  return first !== 39 && !(first >= 48 && first <= 57) && !CLITICS.has(norm) && !norm.includes('*');
}

/** What `'s` and `'d` may stand for. */
const CLITICS = new Set(['is', 'has', 'would', 'had']);

function distinct(length: number, normAt: (i: number) => string): { ids: Int32Array; norms: string[] } {
  const ids = new Int32Array(length);
  const norms: string[] = [];
  const known = new Map<string, number>();
  for (let i = 0; i < length; i++) {
    const norm = normAt(i);
    let id = known.get(norm);
    if (id === undefined) {
      id = norms.length;
      known.set(norm, id);
      norms.push(norm);
    }
    ids[i] = id;
  }
  return { ids, norms };
}

function kindOf(a: string, b: string): number {
  if (sameWord(a, b)) return SAME_WORD;
  if (nearWord(a, b)) return NEAR_WORD;
  return isFigure(a) && isFigure(b) ? OTHER_FIGURE : OTHER_WORD;
}

function trace(of: {
  readonly moves: Uint8Array;
  readonly cutMoves: Uint8Array;
  readonly pairs: Pairs;
  readonly width: number;
  readonly end: number;
  readonly low: number;
  readonly n: number;
}): Alignment {
  const { moves, cutMoves, pairs, width, low } = of;
  const steps: Step[] = [];
  let i = of.n;
  let j = of.end;
  let same = 0;
  let inCut = false;
  while (i > 0) {
    const at = i * width + j;
    if (inCut || moves[at] === MOVE_CUT) {
      const opens = cutMoves[at] === 0;
      steps.push({ op: 'lost', base: low + j - 1 });
      j--;
      inCut = !opens;
    } else if (moves[at] === MOVE_PAIR) {
      const kind = pairs.kinds[
        (pairs.witness[i - 1] as number) * pairs.width + (pairs.base[j - 1] as number)
      ] as number;
      if (kind === SAME_WORD) same++;
      steps.push({ op: OPS[kind] as (typeof OPS)[number], base: low + j - 1, witness: i - 1 });
      i--;
      j--;
    } else {
      steps.push({ op: 'gained', witness: i - 1 });
      i--;
    }
  }
  steps.reverse();
  const paired = steps.filter((step) => step.op === 'same' || step.op === 'near' || step.op === 'other');
  const anchors = paired.filter((step) => step.op !== 'other');
  const bounds = (anchors.length > 0 ? anchors : paired) as { base: number }[];
  return { steps, same, from: bounds[0]?.base ?? 0, to: (bounds.at(-1)?.base ?? -1) + 1 };
}

/** Words that a neighbouring sentence may lend by chance. */
const STRAY = 3;

/**
 * Takes back pairs that only chance put into a neighbouring sentence of the base: at either end, at most
 * {@link STRAY} words of a base sentence, and under half of it, while the witness runs on without a stop.
 */
export function tidy(alignment: Alignment, base: readonly Word[], witness: readonly Word[]): Alignment {
  let steps = joined(alignment.steps, base, witness);
  for (const end of ['last', 'first'] as const) {
    const pairs = steps.filter((step) => step.op === 'same' || step.op === 'near') as {
      base: number;
      witness: number;
    }[];
    if (pairs.length < 2) break;
    const edge = (end === 'last' ? pairs.at(-1) : pairs[0]) as { base: number; witness: number };
    const [from, to] = sentenceAt(base, edge.base);
    const inside = pairs.filter((pair) => pair.base >= from && pair.base < to);
    if (inside.length === pairs.length || inside.length > STRAY || inside.length * 2 >= to - from) continue;
    const before = end === 'last' ? (inside[0] as { witness: number }).witness : edge.witness;
    const seam = end === 'last' ? before - 1 : (inside.at(-1) as { witness: number }).witness;
    if (witness[seam]?.endsSentence) continue;
    steps = steps.flatMap((step): Step[] => {
      if (!('base' in step) || step.base < from || step.base >= to) return [step];
      return 'witness' in step ? [{ op: 'gained', witness: step.witness }] : [];
    });
    // What was cut between the sentences is no cut any more.
    const kept = steps.filter((step) => step.op === 'same' || step.op === 'near') as { base: number }[];
    const low = kept[0]?.base ?? 0;
    const high = kept.at(-1)?.base ?? 0;
    steps = steps.filter((step) => step.op !== 'lost' || (step.base > low && step.base < high));
  }
  const kept = steps.filter((step) => step.op === 'same' || step.op === 'near') as { base: number }[];
  return {
    steps,
    same: steps.filter((step) => step.op === 'same').length,
    from: kept[0]?.base ?? alignment.from,
    to: (kept.at(-1)?.base ?? alignment.to - 1) + 1,
  };
}

/**
 * Where the witness goes on beyond what it shares with the base, and a word of the base stands there once more, pairs
 * the one that follows what is shared: of `about an affair` and `about an affair – there was no affair` the first.
 */
function joined(given: readonly Step[], base: readonly Word[], witness: readonly Word[]): readonly Step[] {
  const last = given.findLastIndex(({ op }) => op !== 'same');
  const begin = given.findLastIndex(({ op }, at) => at < last && op !== 'gained') + 1;
  const behind = rejoined(given, begin, last + 1, given.length, base, witness, 0);
  const first = behind.findIndex(({ op }) => op !== 'same');
  const end = behind.findIndex(({ op }, at) => at > first && op !== 'gained');
  return end === -1 ? behind : rejoined(behind, 0, first, end, base, witness, end - first);
}

/**
 * Steps `from` to `to` are gained words and a block of pairs beside them, the block last (`shift` 0) or first; the same
 * with the block on the other side of the gained words, where those words are the same.
 */
function rejoined(
  steps: readonly Step[],
  from: number,
  middle: number,
  to: number,
  base: readonly Word[],
  witness: readonly Word[],
  shift: number,
): readonly Step[] {
  const block = shift === 0 ? steps.slice(middle, to) : steps.slice(from, middle);
  const gained = shift === 0 ? steps.slice(from, middle) : steps.slice(middle, to);
  const beside = steps[shift === 0 ? from - 1 : to];
  const edge = shift === 0 ? block[0] : block.at(-1);
  if (
    !gained.length ||
    !gained.every(({ op }) => op === 'gained') ||
    beside?.op !== 'same' ||
    edge?.op !== 'same' ||
    Math.abs(beside.base - edge.base) !== 1
  )
    return steps;
  const first = (steps[from] as { witness: number }).witness;
  const moved = block.map(
    (step, k): Step => ({ ...(step as Step & { base: number }), op: 'same', witness: first + shift + k }),
  );
  const alike = moved.every(
    (step) =>
      step.op === 'same' && sameWord((base[step.base] as Word).norm, (witness[step.witness] as Word).norm),
  );
  if (!alike) return steps;
  const rest = gained.map(
    (_, k): Step => ({ op: 'gained', witness: first + (shift === 0 ? block.length : 0) + k }),
  );
  const turned = shift === 0 ? [...moved, ...rest] : [...rest, ...moved];
  return [...steps.slice(0, from), ...turned, ...steps.slice(to)];
}

function sentenceAt(words: readonly Word[], at: number): [number, number] {
  let from = at;
  let to = at;
  while (from > 0 && !(words[from - 1] as Word).endsSentence) from--;
  while (to < words.length - 1 && !(words[to] as Word).endsSentence) to++;
  return [from, to + 1];
}

/**
 * Where the words on either side of a cut are alike, moves the cut to where the witness marks it with dots:
 * `I will stay … I will wait` of `I will stay here, I will rest, I will wait`.
 */
export function slid(alignment: Alignment, base: readonly Word[], witness: readonly Word[]): Alignment {
  const steps = [...alignment.steps];
  const marked = (word: number) => witness[word]?.afterEllipsis === true;
  const same = (word: number, target: number) =>
    sameWord((base[target] as Word).norm, (witness[word] as Word).norm);
  for (let i = 1; i < steps.length; i++) {
    if ((steps[i] as Step).op !== 'lost') continue;
    let end = i;
    while (end + 1 < steps.length && (steps[end + 1] as Step).op === 'lost') end++;
    const size = end - i + 1;
    const next = steps[end + 1];
    if (next && 'witness' in next && marked(next.witness)) {
      i = end;
      continue;
    }
    const shift = back(i, size) ?? ahead(i, end, size);
    if (shift) steps.splice(shift.from, shift.steps.length, ...shift.steps);
    i = end;
  }
  return { ...alignment, steps };

  /** The pair at a step; null where it is none of the same words. */
  function pairAt(at: number): { base: number; witness: number } | null {
    const step = steps[at];
    return step?.op === 'same' ? step : null;
  }

  /** Over words before the cut that stand behind it as well. */
  function back(start: number, size: number): { from: number; steps: Step[] } | null {
    for (let count = 1; ; count++) {
      const pair = pairAt(start - count);
      if (!pair || !same(pair.witness, pair.base + size)) return null;
      if (!marked(pair.witness)) continue;
      return {
        from: start - count,
        steps: [...lost(pair.base, size), ...pairs(pair.base + size, pair.witness, count)],
      };
    }
  }

  /** Over words behind the cut that it begins with. */
  function ahead(start: number, end: number, size: number): { from: number; steps: Step[] } | null {
    const first = steps[start] as { base: number };
    for (let count = 1; count <= size; count++) {
      const pair = pairAt(end + count);
      if (!pair || !same(pair.witness, first.base + count - 1)) return null;
      if (!marked(pair.witness + 1)) continue;
      const word = pair.witness - count + 1;
      return { from: start, steps: [...pairs(first.base, word, count), ...lost(first.base + count, size)] };
    }
    return null;
  }
}

const lost = (from: number, count: number): Step[] =>
  Array.from({ length: count }, (_, k) => ({ op: 'lost', base: from + k }));

const pairs = (base: number, witness: number, count: number): Step[] =>
  Array.from({ length: count }, (_, k) => ({ op: 'same', base: base + k, witness: witness + k }));
