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
  const width = m + 1;
  // best[i][j]: witness[0..i) fitted to base ending at j; cut[i][j]: the same, inside a cut of the base.
  let best = new Float64Array(width);
  const moves = new Uint8Array((n + 1) * width);
  const cutMoves = new Uint8Array((n + 1) * width);
  for (let i = 1; i <= n; i++) {
    const word = (witness[i - 1] as Word).norm;
    const next = new Float64Array(width);
    next[0] = i * GAINED;
    moves[i * width] = MOVE_GAINED;
    let cut = Number.NEGATIVE_INFINITY;
    for (let j = 1; j <= m; j++) {
      const target = (base[low + j - 1] as Word).norm;
      const kind = scoreOf(word, target);
      const pair = (best[j - 1] as number) + kind;
      const gained = (best[j] as number) + GAINED;
      const open = (next[j - 1] as number) + CUT_OPEN;
      const stay = cut + CUT_WORD;
      cutMoves[i * width + j] = stay > open ? 1 : 0;
      cut = Math.max(open, stay);
      let value = pair;
      let move = MOVE_PAIR;
      if (gained > value) {
        value = gained;
        move = MOVE_GAINED;
      }
      if (cut > value && i < n) {
        value = cut;
        move = MOVE_CUT;
      }
      next[j] = value;
      moves[i * width + j] = move;
    }
    best = next;
  }
  let end = 0;
  for (let j = 1; j <= m; j++) if ((best[j] as number) > (best[end] as number)) end = j;
  return trace(base, witness, moves, cutMoves, width, end, low);
}

function scoreOf(a: string, b: string): number {
  if (sameWord(a, b)) return SAME;
  if (nearWord(a, b)) return NEAR;
  return isFigure(a) && isFigure(b) ? FIGURE : OTHER;
}

const MOVE_PAIR = 1;
const MOVE_GAINED = 2;
const MOVE_CUT = 3;

function trace(
  base: readonly Word[],
  witness: readonly Word[],
  moves: Uint8Array,
  cutMoves: Uint8Array,
  width: number,
  end: number,
  low: number,
): Alignment {
  const steps: Step[] = [];
  let i = witness.length;
  let j = end;
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
      const [b, w] = [low + j - 1, i - 1];
      const [x, y] = [(base[b] as Word).norm, (witness[w] as Word).norm];
      const op = sameWord(x, y) ? 'same' : nearWord(x, y) ? 'near' : 'other';
      if (op === 'same') same++;
      steps.push({ op, base: b, witness: w });
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
  let { steps } = alignment;
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

function sentenceAt(words: readonly Word[], at: number): [number, number] {
  let from = at;
  let to = at;
  while (from > 0 && !(words[from - 1] as Word).endsSentence) from--;
  while (to < words.length - 1 && !(words[to] as Word).endsSentence) to++;
  return [from, to + 1];
}
