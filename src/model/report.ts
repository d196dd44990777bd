import type { Span } from './span.js';

/**
 * One outlet's text, as published. `text` is the canonical text: the original's own characters, never changed, with
 * boilerplate left out. It never changes after reading; an update is a new report.
 */
export interface Report {
  /** From the content (`sha256`) and the origin. */
  readonly id: string;
  /** Short label within a ledger: A, B, … Z, AA. */
  readonly siglum: string;
  readonly kind: 'report' | 'transcript';
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601, as precise as the source gives it: `2017-11-12`, `2017-11-12T16:25` or with its own UTC offset. */
  readonly published: string | null;
  readonly url: string | null;
  /** Path or URL that was read. */
  readonly origin: string;
  /** Whatever a manifest says about where the text comes from. */
  readonly provenance?: string;
  /** BCP 47, where the page declares it. */
  readonly language: string | null;
  /** Of the original's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly text: string;
  /** Where each stretch of `text` stands in the decoded original: see {@link SourceMap}. */
  readonly sourceMap: SourceMap;
  /** What was set apart as no part of the article, in the original's order. */
  readonly dropped: readonly Dropped[];
  /** When stretches of the text were said, in reading order; only where the original is a transcript with times. */
  readonly times?: readonly Timed[];
}

/** A stretch of text with its time in a recording, in seconds from the beginning. */
export interface Timed extends Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Canonical text → decoded original, as pieces in reading order that tile the whole text. Within a piece of equal
 * lengths characters correspond one to one; a piece of unequal lengths (an entity such as `&amp;`, a paragraph break
 * that stood as tags) corresponds as a whole.
 */
export type SourceMap = readonly SourcePiece[];

/** `[start in text, length in text, start in original, length in original]`, all in UTF-16 code units. */
export type SourcePiece = readonly [number, number, number, number];

/** A stretch that was set apart, with its place in the decoded original. */
export interface Dropped extends Span {
  readonly reason: DropReason;
  readonly text: string;
}

export type DropReason =
  | 'navigation'
  | 'caption'
  | 'credit'
  | 'byline'
  | 'dateline'
  | 'promotion'
  | 'legal'
  | 'markup';

/** The place in the decoded original that a span of canonical text came from. */
export function originalSpan(map: SourceMap, span: Span): Span {
  const start = project(map, span.start, 'start');
  return { start, end: Math.max(start, project(map, span.end, 'end')) };
}

function project(map: SourceMap, offset: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const begins = (map[middle] as SourcePiece)[0];
    if (edge === 'start' ? begins <= offset : begins < offset) low = middle;
    else high = middle - 1;
  }
  const piece = map[low];
  if (piece === undefined) return 0;
  const [start, length, original, originalLength] = piece;
  const inside = offset - start;
  if (length === originalLength) return original + inside;
  if (edge === 'start') return inside < length || length === 0 ? original : original + originalLength;
  return inside > 0 ? original + originalLength : original;
}
