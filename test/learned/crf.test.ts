import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chain, forwardBackward, logPartition, viterbi } from '../../src/learned/crf.js';
import { pack, unpack } from '../../src/learned/packed.js';

const LABELS = 3;
const score = fc.double({ min: -6, max: 6, noNaN: true });
const chains = fc
  .integer({ min: 1, max: 5 })
  .chain((length) =>
    fc.record({
      emissions: fc.array(score, { minLength: length * LABELS, maxLength: length * LABELS }),
      transitions: fc.array(fc.oneof(score, fc.constant(Number.NEGATIVE_INFINITY)), {
        minLength: LABELS * LABELS,
        maxLength: LABELS * LABELS,
      }),
    }),
  )
  .map(({ emissions, transitions }): Chain => {
    // One label may always stay, so that some path is allowed.
    transitions[0] = 0;
    return {
      length: emissions.length / LABELS,
      labels: LABELS,
      emissions: Float64Array.from(emissions),
      transitions: Float64Array.from(transitions),
    };
  });

/** Every sequence of labels with its score. */
function* sequences({
  length,
  labels,
  emissions,
  transitions,
}: Chain): Iterable<readonly [number[], number]> {
  for (let code = 0; code < labels ** length; code++) {
    const path = Array.from({ length }, (_, i) => Math.floor(code / labels ** i) % labels);
    let sum = 0;
    path.forEach((y, i) => {
      sum += emissions[i * labels + y]! + (i > 0 ? transitions[path[i - 1]! * labels + y]! : 0);
    });
    yield [path, sum];
  }
}

describe('chain of labels', () => {
  test('the best path is the best of all, and its score is its own', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const all = [...sequences(chain)];
        const most = Math.max(...all.map(([, sum]) => sum));
        const { path, score: found } = viterbi(chain);
        expect(found).toBeCloseTo(most, 6);
        const own = all.find(([one]) => one.every((y, i) => y === path[i]));
        expect(own?.[1]).toBeCloseTo(most, 6);
      }),
      { numRuns: 200 },
    );
  });

  test('both sums over all paths are the sum over all paths', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const sum = Math.log([...sequences(chain)].reduce((total, [, one]) => total + Math.exp(one), 0));
        expect(forwardBackward(chain).logZ).toBeCloseTo(sum, 6);
        expect(logPartition(chain, chain.transitions.map(Math.exp))).toBeCloseTo(sum, 6);
      }),
      { numRuns: 200 },
    );
  });

  test('each place’s shares of the paths through its labels sum to one', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { alpha, beta, logZ } = forwardBackward(chain);
        for (let i = 0; i < chain.length; i++) {
          let sum = 0;
          for (let y = 0; y < LABELS; y++)
            sum += Math.exp(alpha[i * LABELS + y]! + beta[i * LABELS + y]! - logZ);
          expect(sum).toBeCloseTo(1, 6);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('packed weights unpack to themselves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -127, max: 127 }), { maxLength: 600 }), (list) => {
      const weights = Int8Array.from(list.map((value, i) => (i % 3 === 0 ? value : 0)));
      expect(unpack(pack(weights), weights.length)).toEqual(weights);
    }),
  );
});
