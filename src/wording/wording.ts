import type { Span } from '../model/span.js';
import type { Word } from './words.js';

/** A stretch of some text as words: a quotation, a turn of a transcript, or a passage of a source. */
export interface Wording {
  /** Of the text that it stands in; two wordings with one id stand in one text. */
  readonly textId: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly words: readonly Word[];
  /** The record itself, a turn of a transcript or a source: what it does not hold was not said there. */
  readonly record: boolean;
}
