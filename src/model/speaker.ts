import type { Span } from './span.js';

export type MentionKind = 'name' | 'role' | 'pronoun' | 'description';

/** A span that names or refers to someone. */
export interface Mention extends Span {
  readonly report: string;
  readonly kind: MentionKind;
}

export type SpeakerKind = 'person' | 'body' | 'document' | 'unnamed';

/** The person, body or document that mentions resolve to. */
export interface Speaker {
  readonly id: string;
  /** The fullest form that the texts give. */
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly roles: readonly string[];
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
}
