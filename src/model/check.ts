import type { Note } from './note.js';
import type { Report } from './report.js';
import type { Span } from './span.js';
import type { Form, Variant } from './statement.js';

/** What a check says of a quotation; exactly one. `docs/check.md` explains each. */
export const CHECK_VERDICTS = [
  'exact',
  'presentation',
  'marked-edit',
  'altered',
  'spliced',
  'misattributed',
  'not-found',
  'not-checkable',
] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** Verdicts that somebody must look at. */
export const FAULTS: readonly CheckVerdict[] = ['altered', 'spliced', 'misattributed', 'not-found'];

/** What house style changes without changing a word. */
export const PRESENTATION_KINDS = [
  'case',
  'punctuation',
  'contraction',
  'number-form',
  'spelling',
  'accent',
  'word-division',
  'masking',
] as const;
export type PresentationKind = (typeof PRESENTATION_KINDS)[number];

/** One difference of house style; spans as in {@link Variant}. */
export interface Presented {
  readonly kind: PresentationKind;
  readonly base: Span;
  readonly witness: Span;
}

/** Whether the draft and the source give the words to the same speaker. `unknown`: one of them does not tell, or not surely. */
export type SpeakerMatch = 'same' | 'other' | 'unknown';

/** One step of the word difference, in the order of the draft. `lost` words stand in the source alone, `gained` in the draft alone. */
export interface Difference {
  readonly kind: 'same' | 'lost' | 'gained' | 'gap';
  readonly text: string;
}

/** A passage of a source that a quotation was read against. */
export interface Passage {
  /** Id of the source. */
  readonly report: string;
  /** The words that stand there, in the order of the quotation; UTF-16 code units of the source's text, half-open. */
  readonly spans: readonly Span[];
  readonly form: Form;
  readonly events: readonly Variant[];
  readonly presentation: readonly Presented[];
  readonly difference: readonly Difference[];
  /** Who says it there; null where the source does not tell. */
  readonly speaker: string | null;
  readonly match: SpeakerMatch;
  /** Whether the source itself has the words as speech: in quotation marks, or in a turn. */
  readonly quoted: boolean;
  /** When it was said, as the source tells it: a TIMEX3 value; null where it tells nothing. */
  readonly saidOn: string | null;
  /** Seconds from the beginning of a recording, where the source has times. */
  readonly time: { readonly from: number; readonly to: number } | null;
  /** What this passage alone would make of the quotation. */
  readonly verdict: CheckVerdict;
  /** Name of the rule that gave the verdict. */
  readonly rule: string;
}

/** A quotation of a draft, and what the sources say to it. */
export interface CheckedQuotation {
  /** From its words and their place among equal ones: stays the same while the text round it changes. */
  readonly id: string;
  /** The words without their marks, in the draft. */
  readonly spans: readonly Span[];
  /** Name of the speaker as the draft tells it; null where it does not. */
  readonly speaker: string | null;
  readonly verdict: CheckVerdict;
  readonly rule: string;
  /** Fewer than five words. */
  readonly fragment: boolean;
  /** The passage that decided; null where there is none. */
  readonly passage: Passage | null;
  /** Other passages that hold the words, as well or less well, the best first. */
  readonly alternates: readonly Passage[];
  /** Why a person let the finding stand, and where that is written; null where nobody did. */
  readonly waived: { readonly reason: string; readonly by: 'comment' | 'option' } | null;
}

/** A person's word that a finding may stand, with the reason. */
export interface Waiver {
  readonly reason: string;
  /** Id of the quotation; or where a comment of the draft stands. */
  readonly on: string | CommentPlace;
}

/** Offsets of the draft's decoded original, half-open. */
export interface CommentPlace extends Span {
  /** The paragraph that the comment stands in; the next one as well, where it stands alone. */
  readonly within: Span;
}

/** A draft checked against sources. */
export interface Check {
  readonly draft: Report;
  /** Every source that was read, in the order given. */
  readonly sources: readonly Report[];
  /** Name of the policy. */
  readonly policy: string;
  /** In the order of the draft. */
  readonly quotations: readonly CheckedQuotation[];
  /** Short words in marks without a speaker (titles, scare quotes), which were not checked. */
  readonly passed: number;
  /** Where the lines of the draft's decoded original begin; null where it has none, as a Word document. */
  readonly lines: readonly number[] | null;
  readonly notes: readonly Note[];
}

/** Whether a quotation counts as a finding: a fault that nobody waived. */
export const isFault = ({ verdict, waived }: Pick<CheckedQuotation, 'verdict' | 'waived'>): boolean =>
  waived === null && FAULTS.includes(verdict);
