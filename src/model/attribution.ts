import type { Span } from './span.js';

/** How much of the speaker's own wording an attribution gives. */
export type AttributionForm = 'direct' | 'indirect' | 'mixed';

/**
 * What kind of act the cue tells of: `evidence` is what a poll, a picture or a record shows, `attitude` what somebody
 * believes or feels, `decision` what somebody undertakes or refuses.
 */
export const CUE_KINDS = ['speech', 'writing', 'evidence', 'attitude', 'decision', 'other'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** What names the speaker: a name, a role, a pronoun, a transcript label, or nothing but the flow of the text. */
export type SourceKind = 'name' | 'role' | 'pronoun' | 'label' | 'continuation';

/**
 * Source, cue and content in one report. `content` includes quotation marks, `quoted` never does. A quotation resumed
 * in the same sentence (`“A,” X said, “b.”`) is one attribution; after a full stop a new one, `by: continuation`.
 */
export interface Attribution {
  readonly id: string;
  readonly report: string;
  readonly source?: Span;
  readonly cue?: Span;
  readonly content: readonly Span[];
  readonly quoted: readonly Span[];
  readonly form: AttributionForm;
  /** Id of a speaker; absent where the text does not tell. */
  readonly speaker?: string;
  /** Who it may be where the text leaves it open, the likeliest first; empty where a speaker is told, or nobody is near. */
  readonly candidates: readonly Candidate[];
  readonly by: SourceKind;
  readonly kind: CueKind;
  /** Outermost first: the outlet, whoever passed it on, the speaker. */
  readonly chain: readonly Link[];
  /** To whom: `told {reporters}`. */
  readonly addressee?: Span;
  /** Where, or on what occasion: `aboard Air Force One`, `in an interview with CNN`. */
  readonly venue?: Span;
  /** When it was said; absent where the text does not tell. */
  readonly saidOn?: SaidOn;
  /** Name of the rule that found it; `tagged` where a model did. */
  readonly rule: string;
  /** Probability, 0 to 1, that content and source are right. */
  readonly confidence: number;
}

/** How the time of a saying is known: told beside the cue, carried on from before, or assumed as the latest possible. */
export const SAID_ON_BASES = ['told', 'carried', 'assumed'] as const;

/** When something was said: not when it was published. */
export interface SaidOn {
  /** TIMEX3 value: `2017-11-11`, `2017-11-11TMO`, `2017-10`, `2016`. */
  readonly value: string;
  readonly basis: (typeof SAID_ON_BASES)[number];
  /** The words that tell it. */
  readonly span?: Span;
}

/** Somebody who may be the speaker, with the probability of it, from 0 to 1. */
export interface Candidate {
  /** Id of a speaker. */
  readonly speaker: string;
  readonly probability: number;
}

/** One holder in a chain of reporting. */
export interface Link {
  readonly holder: string;
  readonly act: string;
  readonly span?: Span;
}

/**
 * What `attribute` finds, before anyone knows who the source is. `source` is words; `identify` turns it into a
 * speaker. `from` points at the finding whose speaker this one shares (the sentence before, the opening turn), and
 * `within` at the finding whose quotation it stands in.
 */
export interface Finding {
  readonly source?: Span;
  /** The words that name the speaker, where the source does not end with them: `Ruiz` of `Ruiz, who chairs the panel`, or what `who` stands for. */
  readonly head?: Span;
  readonly cue?: Span;
  readonly content: readonly Span[];
  readonly quoted: readonly Span[];
  readonly form: AttributionForm;
  readonly by: SourceKind;
  readonly kind: CueKind;
  readonly rule: string;
  readonly from?: number;
  readonly within?: number;
  /** Who handed it on: "according to X", "X reported". */
  readonly relay?: { readonly source: Span; readonly cue: Span };
  readonly addressee?: Span;
  readonly venue?: Span;
  /** The source is the writer of the report ("I have been making this case, noting that …"). */
  readonly author?: boolean;
  /** Probability, 0 to 1, that content and source are right. */
  readonly confidence: number;
}
