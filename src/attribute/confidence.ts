import type { AttributionModel } from '../learned/attribution/model.js';
import type { Bare } from './merge.js';

/** What speaks for an attribution. */
export interface Evidence {
  /** Of its cue to be one. */
  readonly probability: number;
  /** Of the labels round the cue; 0 where the model did not label it. */
  readonly certainty: number;
  readonly ruled: boolean;
  readonly tagged: boolean;
  /** The model labelled a source, or a rule found one. */
  readonly source: boolean;
  readonly quoted: boolean;
  /** The cue stands as only a cue stands. */
  readonly plain: boolean;
  /** The word of the cue that says what kind of act it is; empty where the rules did not single one out. */
  readonly head: string;
}

/** Features of the logistic curve, in the order of the model's `confidence` weights. */
export function confidenceFeatures(evidence: Evidence, finding: Bare): readonly number[] {
  const probability = Math.min(0.999, Math.max(0.001, evidence.probability));
  return [
    1,
    Math.log(probability / (1 - probability)),
    Math.log(Math.max(evidence.certainty, 0.0005)),
    evidence.tagged ? 0 : 1,
    evidence.ruled ? 1 : 0,
    evidence.source ? 1 : 0,
    evidence.quoted ? 1 : 0,
    finding.cue ? 0 : 1,
    finding.by === 'pronoun' ? 1 : 0,
  ];
}

/** Probability that content and source are as an annotator would mark them: a calibrated logistic curve (Platt, 1999). */
export function confidenceOf(finding: Bare, evidence: Evidence, { confidence }: AttributionModel): number {
  let score = 0;
  confidenceFeatures(evidence, finding).forEach((value, i) => {
    score += value * (confidence[i] ?? 0);
  });
  return rounded(1 / (1 + Math.exp(-score)));
}

/** A label says who speaks: what remains is that the label is none. Hand-set. */
const LABELLED = 0.98;

/** Nothing but the order of the text. Hand-set, and used only for what no passage holds. */
const UNSEEN = 0.5;

export function confidenceByRule(finding: Bare): number {
  return finding.by === 'label' ? LABELLED : UNSEEN;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
