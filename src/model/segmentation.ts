import type { Span } from './span.js';

/** A report's text cut into paragraphs, sentences, tokens, quotations and turns. All lists are in reading order. */
export interface Segmentation {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  readonly quotations: readonly Quotation[];
  readonly turns: readonly Turn[];
}

/** Where a paragraph stands in the article. */
export type ParagraphRole = 'headline' | 'link' | 'body' | 'social-post';

export interface Paragraph extends Span {
  readonly role: ParagraphRole;
}

export interface Sentence extends Span {
  /** Index into `paragraphs`. */
  readonly paragraph: number;
}

/** Token offsets in parallel arrays: token `i` is `text.slice(starts[i], ends[i])`. White space belongs to none. */
export interface Tokens {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Part of speech: an index into the tagger's `TAGS`. */
  readonly tags: Uint8Array;
}

/** Index of the first token that starts at `offset` or behind it; the number of tokens where none does. */
export function firstTokenFrom({ starts, length }: Tokens, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch between quotation marks, with its marks. */
export interface Quotation extends Span {
  /** Without the marks. */
  readonly inner: Span;
  readonly depth: number;
  /** Index of the quotation that this one stands in. */
  readonly parent: number | null;
  readonly paragraph: number;
  readonly single: boolean;
  /** False where the closing mark is missing. */
  readonly closed: boolean;
  /** Index of the quotation that this one goes on from, in an earlier paragraph that was left open. */
  readonly continues: number | null;
}

/** A labelled turn of a transcript: `TRUMP: …`, `Q …`. */
export interface Turn {
  /** The label without its colon. */
  readonly label: Span;
  /** Everything said, without quotation marks round the whole of a paragraph; one span a paragraph. */
  readonly content: readonly Span[];
  /** Whole paragraphs: label, marks and all. */
  readonly extent: Span;
}
