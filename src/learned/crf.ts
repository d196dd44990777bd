/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) over given label scores. Scores are
 * row-major: `emissions[i * labels + y]`; `transitions[y * labels + z]` is the score of `z` following `y`; a forbidden
 * step is `-Infinity`.
 */
export interface Chain {
  readonly length: number;
  readonly labels: number;
  readonly emissions: Float64Array;
  readonly transitions: Float64Array;
}

/** The best sequence of labels and its score. */
export function viterbi({ length, labels, emissions, transitions }: Chain): {
  readonly path: Uint8Array;
  readonly score: number;
} {
  const path = new Uint8Array(length);
  if (length === 0) return { path, score: 0 };
  const back = new Uint8Array(length * labels);
  let before = emissions.slice(0, labels);
  let now = new Float64Array(labels);
  for (let i = 1; i < length; i++) {
    for (let z = 0; z < labels; z++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let y = 0; y < labels; y++) {
        const score = before[y]! + transitions[y * labels + z]!;
        if (score > best) {
          best = score;
          from = y;
        }
      }
      now[z] = best + emissions[i * labels + z]!;
      back[i * labels + z] = from;
    }
    [before, now] = [now, before];
  }
  let last = 0;
  for (let y = 1; y < labels; y++) if (before[y]! > before[last]!) last = y;
  const score = before[last] as number;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = last;
    last = back[i * labels + last] as number;
  }
  return { path, score };
}

/** Log sums of the scores of all ways up to (`alpha`) and behind (`beta`) each label, and of all paths. */
export function forwardBackward({ length, labels, emissions, transitions }: Chain): {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly logZ: number;
} {
  const alpha = new Float64Array(length * labels);
  const beta = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let z = 0; z < labels; z++) alpha[z] = emissions[z] as number;
  for (let i = 1; i < length; i++) {
    for (let z = 0; z < labels; z++) {
      for (let y = 0; y < labels; y++) terms[y] = alpha[(i - 1) * labels + y]! + transitions[y * labels + z]!;
      alpha[i * labels + z] = logSum(terms) + emissions[i * labels + z]!;
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let y = 0; y < labels; y++) {
      for (let z = 0; z < labels; z++)
        terms[z] =
          transitions[y * labels + z]! + emissions[(i + 1) * labels + z]! + beta[(i + 1) * labels + z]!;
      beta[i * labels + y] = logSum(terms);
    }
  }
  return { alpha, beta, logZ: length === 0 ? 0 : logSum(alpha.subarray((length - 1) * labels)) };
}

/**
 * Log sum of the scores of all sequences of labels: what a sequence's score is a share of.
 * @param factors the exponentials of the chain's transitions, computed once for many chains
 */
export function logPartition({ length, labels, emissions }: Chain, factors: Float64Array): number {
  if (length === 0) return 0;
  let before = emissions.slice(0, labels);
  let now = new Float64Array(labels);
  for (let i = 1; i < length; i++) {
    // Steps are summed as shares of the largest; one exponential a label instead of one a step.
    let most = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < labels; y++) if (before[y]! > most) most = before[y] as number;
    for (let y = 0; y < labels; y++) before[y] = Math.exp(before[y]! - most);
    for (let z = 0; z < labels; z++) {
      let sum = 0;
      for (let y = 0; y < labels; y++) sum += before[y]! * factors[y * labels + z]!;
      now[z] = sum > 0 ? Math.log(sum) + most + emissions[i * labels + z]! : Number.NEGATIVE_INFINITY;
    }
    [before, now] = [now, before];
  }
  return logSum(before);
}

function logSum(terms: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const term of terms) if (term > most) most = term;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
