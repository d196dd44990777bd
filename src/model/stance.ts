import type { Link } from './attribution.js';
import type { Span } from './span.js';

/** What can be true or false, as its words are read: a predicate with its arguments, never negated. The words are the evidence’s. */
export interface Proposition {
  /** From predicate and arguments: equal wherever the same thing is put forward of the same ones. */
  readonly id: string;
  /** Base form of the verb, or the class of verbs that tell the same. */
  readonly predicate: string;
  readonly arguments: readonly Argument[];
}

export interface Argument {
  /** `subject`, `object`, `with` for whoever does it together, else the preposition. */
  readonly role: string;
  /** Name of a speaker where it is one, else the words, singular and lower case. */
  readonly value: string;
}

export const STANCE_VALUES = [
  'assert',
  'believe',
  'commit',
  'deny',
  'disbelieve',
  'dismiss',
  'doubt',
  'hedge',
  'qualify',
  'mixed',
  'ask',
  'relay',
  'evade',
  'unknown',
] as const;
export type StanceValue = (typeof STANCE_VALUES)[number];

export const POLES = ['assert', 'deny', 'uncertain', 'none'] as const;
export type Pole = (typeof POLES)[number];

const POLE_OF: Readonly<Record<StanceValue, Pole>> = {
  assert: 'assert',
  believe: 'assert',
  commit: 'assert',
  deny: 'deny',
  disbelieve: 'deny',
  dismiss: 'deny',
  doubt: 'uncertain',
  hedge: 'uncertain',
  qualify: 'uncertain',
  mixed: 'uncertain',
  ask: 'none',
  relay: 'none',
  evade: 'none',
  unknown: 'none',
};

/** For it, against it, unsure, or not committed at all. */
export const poleOf = (value: StanceValue): Pole => POLE_OF[value];

export const STRENGTHS = ['certain', 'probable', 'possible', 'none'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * How a stance is known: in so many words, by what follows from them, because the words take it for granted, or only
 * because the outlet says so.
 */
export const STANCE_BASES = ['explicit', 'implicit', 'presupposed', 'outlet'] as const;
export type StanceBasis = (typeof STANCE_BASES)[number];

/** What a holder commits to about a proposition. */
export interface Stance {
  readonly id: string;
  /** Id of a speaker, or null where the text does not tell. */
  readonly holder: string | null;
  /** Id of the attribution that it rests on. */
  readonly attribution: string;
  readonly proposition: Proposition;
  readonly value: StanceValue;
  readonly strength: Strength;
  readonly basis: StanceBasis;
  /** Probability, 0 to 1, that the words are read with the right pole. */
  readonly confidence: number;
  /** Outermost first, as far as this holder. */
  readonly path: readonly Link[];
  readonly evidence: readonly Evidence[];
}

/** A passage that a row rests on. */
export interface Evidence extends Span {
  readonly report: string;
}

/**
 * `contradiction`: the same thing is told and denied; `rendering`: the same words are given with another sense;
 * `figure`: exact numbers of the same thing differ; `tension`: they may conflict.
 */
export const DISAGREEMENT_KINDS = ['contradiction', 'rendering', 'figure', 'tension'] as const;
export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number];

const CERTAIN = 0.9;

/** Whether a row may be told as so; below, accounts “may conflict” and a position “may have changed”. */
export const isCertain = (confidence: number): boolean => confidence >= CERTAIN;

/** Accounts that cannot all hold. */
export interface Disagreement {
  readonly id: string;
  readonly kind: DisagreementKind;
  /** 0 to 1; below .9 it is a `tension`, below .7 it is not reported. */
  readonly confidence: number;
  /** What the accounts disagree about. */
  readonly topic: string;
  readonly accounts: readonly Account[];
}

export interface Account {
  /** Id of the speaker whose saying it is given as; null where the outlet tells it itself. */
  readonly holder: string | null;
  readonly value: 'assert' | 'deny' | string;
  readonly evidence: readonly Evidence[];
}

export const SHIFT_KINDS = ['reversal', 'walk-back', 'softening', 'hardening', 'clarification'] as const;
export type ShiftKind = (typeof SHIFT_KINDS)[number];

/** One holder's stance on one proposition changing over time. */
export interface Shift {
  readonly id: string;
  readonly kind: ShiftKind;
  readonly holder: string;
  readonly confidence: number;
  readonly topic: string;
  /** Ids of stances. */
  readonly before: string;
  readonly after: string;
  readonly saidOn: readonly [string, string];
  /** Where an outlet says that the position changed; that is its own statement. */
  readonly told: readonly Evidence[];
}

export const COVERAGE_CELLS = ['in-words', 'paraphrased', 'absent', 'not-yet', 'unknown'] as const;
export type CoverageCell = (typeof COVERAGE_CELLS)[number];

/** Which report has, paraphrases or lacks a statement. A pair without a row is `absent`. */
export interface Coverage {
  readonly statement: string;
  readonly report: string;
  readonly cell: CoverageCell;
  /** The report that speaks for this one: itself, or the earliest of those that it is nearly a copy of. */
  readonly voice: string;
  /** What the report leaves out of the base, as spans of the base's report; only for `in-words`. */
  readonly cut: readonly Span[];
}
