import { unpack } from '../packed.js';
import { ARGUMENT_WEIGHTS, CUE_WEIGHTS, SETTINGS } from './weights.js';

/** Buckets that the features of the two models are hashed into: two to this power. */
export const CUE_BITS = 18;
export const ARGUMENT_BITS = 20;

/** What an item is to one cue: nothing, or begin and inside of source, cue and content. */
export const LABELS = ['O', 'BS', 'IS', 'BQ', 'IQ', 'BC', 'IC'] as const;

/** Which evidence a model was trained to see; an ablation switches some of it off. */
export interface Sees {
  readonly tags: boolean;
  readonly lexicon: boolean;
  readonly subjects: boolean;
  /** Whether a source that the labels leave open is the cue's subject. */
  readonly filling: boolean;
  readonly rules: boolean;
}

/**
 * The learned half of `attribute`: a classifier for cues, a conditional random field that labels what stands round one
 * cue, and a logistic curve from what both say to a probability.
 */
export interface AttributionModel {
  /** One weight a bucket; a score is their sum times `cueScale`. */
  readonly cue: Int8Array;
  readonly cueScale: number;
  /** One weight a bucket and label: `argument[bucket * LABELS.length + label]`. */
  readonly argument: Int8Array;
  readonly argumentScale: number;
  /** `transitions[from * LABELS.length + to]`, forbidden steps `-Infinity`. */
  readonly transitions: Float64Array;
  /** Probability from which a word counts as a cue. */
  readonly threshold: number;
  /** Weights of the features of `confidenceFeatures`. */
  readonly confidence: readonly number[];
  readonly sees: Sees;
}

/** What a training script writes beside the weights. */
export interface Settings {
  readonly cueScale: number;
  readonly argumentScale: number;
  readonly transitions: readonly number[];
  readonly threshold: number;
  readonly confidence: readonly number[];
}

let shipped: AttributionModel | null = null;

/** The shipped model, decoded on first use. The data is constant, so this memory is no state. */
export function attributionModel(): AttributionModel {
  shipped ??= {
    cue: unpack(CUE_WEIGHTS, 1 << CUE_BITS),
    argument: unpack(ARGUMENT_WEIGHTS, (1 << ARGUMENT_BITS) * LABELS.length),
    cueScale: SETTINGS.cueScale,
    argumentScale: SETTINGS.argumentScale,
    transitions: withForbidden(SETTINGS.transitions),
    threshold: SETTINGS.threshold,
    confidence: SETTINGS.confidence,
    sees: { tags: true, lexicon: true, subjects: true, filling: true, rules: true },
  };
  return shipped;
}

/** `inside` only follows its own kind, and a cue does not begin right after a cue. */
export function withForbidden(scores: readonly number[]): Float64Array {
  const transitions = Float64Array.from(scores);
  for (let from = 0; from < LABELS.length; from++) {
    for (let to = 0; to < LABELS.length; to++) {
      const label = LABELS[to] as string;
      const before = LABELS[from] as string;
      const inside = label.startsWith('I') && before.slice(1) !== label.slice(1);
      if (inside || (label === 'BQ' && before.endsWith('Q')))
        transitions[from * LABELS.length + to] = Number.NEGATIVE_INFINITY;
    }
  }
  return transitions;
}
