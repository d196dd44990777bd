import type { Span } from './span.js';

/** How a witness renders the base; exactly one. `docs/formats.md` explains each with an example. */
export const FORMS = [
  'not-located',
  'ambiguous',
  'translated',
  'paraphrase',
  'stitched',
  'reordered',
  'altered',
  'silent-elision',
  'bracketed',
  'marked-elision',
  'trimmed',
  'house-style',
  'verbatim',
] as const;
export type Form = (typeof FORMS)[number];

/** What exactly differs. */
export const EVENT_KINDS = [
  'negator',
  'number',
  'unit',
  'date',
  'modal',
  'quantifier',
  'name',
  'pronoun',
  'tense',
  'content-word',
  'function-word',
  'filler',
  'misspelling',
  'clause',
  'boundary',
  'order',
  'insertion',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const VERDICTS = ['meaning-at-risk', 'content-changed', 'cosmetic'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * One difference, with its place on both sides. Where words were lost the witness's span is empty, where they were
 * gained the base's is: it marks the place between the neighbouring words.
 */
export interface Variant {
  readonly kind: EventKind;
  readonly base: Span;
  readonly witness: Span;
}

/** One report's attribution as evidence for a statement: one entry for each run of its words that was located. */
export interface Witness {
  readonly attribution: string;
  /** The run, in the witness's report. */
  readonly spans: readonly Span[];
  /** The words it renders, in the base's report. */
  readonly baseSpans: readonly Span[];
  readonly form: Form;
  /** Fewer than five tokens. */
  readonly fragment: boolean;
  readonly events: readonly Variant[];
  readonly verdict: Verdict;
  /** Name of the rule that gave the verdict. */
  readonly rule: string;
}

/** One act of saying, as one or more reports give it. */
export interface Statement {
  readonly id: string;
  readonly speaker: string | null;
  /** Id of the attribution that the others are read against: a transcript turn, else the fullest. */
  readonly base: string;
  readonly baseSpans: readonly Span[];
  /** The base itself is the first. */
  readonly witnesses: readonly Witness[];
}
