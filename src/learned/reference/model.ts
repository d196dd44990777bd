import { unpack } from '../packed.js';
import { ANTECEDENT_WEIGHTS, ENTITY_WEIGHTS, SETTINGS } from './weights.js';

/** What a noun phrase stands for. A document is told by its noun, not learned. */
export const ENTITY_TYPES = ['person', 'body', 'place', 'thing'] as const;
const TYPES = ENTITY_TYPES.length;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Buckets that the features of the two models are hashed into: two to this power. */
export const ENTITY_BITS = 15;
export const ANTECEDENT_BITS = 14;

/**
 * The learned half of `identify`: a classifier for what a noun phrase stands for, and a ranker of the possible
 * antecedents of a pronoun.
 */
export interface ReferenceModel {
  /** `entity[bucket * ENTITY_TYPES.length + type]`; a score is the sum times `entityScale`. */
  readonly entity: Int8Array | Float32Array;
  readonly entityScale: number;
  /** One weight a bucket; a score is their sum times `antecedentScale`. */
  readonly antecedent: Int8Array | Float32Array;
  readonly antecedentScale: number;
  /** What a point of salience weighs. */
  readonly salienceScale: number;
}

/** What a training script writes beside the weights. */
export interface Settings {
  readonly entityScale: number;
  readonly antecedentScale: number;
  readonly salienceScale: number;
}

let shipped: ReferenceModel | null = null;

/** The shipped model, decoded on first use. The data is constant, so this memory is no state. */
export function referenceModel(): ReferenceModel {
  shipped ??= {
    entity: unpack(ENTITY_WEIGHTS, (1 << ENTITY_BITS) * ENTITY_TYPES.length),
    antecedent: unpack(ANTECEDENT_WEIGHTS, 1 << ANTECEDENT_BITS),
    ...SETTINGS,
  };
  return shipped;
}

/** Probability of each of {@link ENTITY_TYPES}: a softmax over the summed weights of the features' buckets. */
export function entityTypes(model: ReferenceModel, buckets: readonly number[]): readonly number[] {
  const { entity, entityScale } = model;
  const scores = [0, 0, 0, 0];
  for (const bucket of buckets)
    for (let type = 0; type < TYPES; type++)
      scores[type] = (scores[type] as number) + (entity[bucket * TYPES + type] as number);
  for (let type = 0; type < TYPES; type++) scores[type] = (scores[type] as number) * entityScale;
  return softmax(scores);
}

/** The score of one possible antecedent: its salience by rule, and what was learned to correct it. */
export function antecedentScore(model: ReferenceModel, salience: number, buckets: readonly number[]): number {
  let score = 0;
  for (const bucket of buckets) score += model.antecedent[bucket] as number;
  return salience * model.salienceScale + score * model.antecedentScale;
}

export function softmax(scores: readonly number[]): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  const powers = scores.map((score) => Math.exp(score - top));
  let sum = 0;
  for (const power of powers) sum += power;
  for (let i = 0; i < powers.length; i++) powers[i] = (powers[i] as number) / sum;
  return powers;
}
