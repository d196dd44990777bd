import type { Span } from './span.js';

/** What was odd about an input. News text is never an error: a stage returns its value and notes. */
export interface Note {
  /** Kebab-case, stable, listed in `docs/formats.md`. */
  readonly code: NoteCode;
  readonly severity: 'info' | 'warning' | 'error';
  /** One sentence, for a person. */
  readonly message: string;
  /** The report, and the place in it, that the note is about. */
  readonly at?: { readonly report?: string; readonly origin?: string } & Partial<Span>;
}

export const NOTE_CODES = [
  'unclosed-quotation',
  'unopened-quotation',
  'wrong-way-mark',
  'charset-guessed',
  'charset-replaced',
  'nul-characters-removed',
  'page-cut',
  'metadata-invalid',
  'extraction-fallback',
  'manifest-line-invalid',
  'duplicate-report',
  'speaker-unresolved',
  'correction-unused',
  'quotation-unattributed',
  'input-skipped',
  'waiver-unused',
  'waiver-without-reason',
  'date-order',
  'near-copy',
] as const;

export type NoteCode = (typeof NOTE_CODES)[number];

/** What a stage gives back. */
export interface Noted<T> {
  readonly value: T;
  readonly notes: readonly Note[];
}
