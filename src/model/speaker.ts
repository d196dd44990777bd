import type { Span } from './span.js';

export type MentionKind = 'name' | 'role' | 'pronoun' | 'description';

/** A span that names or refers to someone. */
export interface Mention extends Span {
  readonly report: string;
  readonly kind: MentionKind;
}

/** `collective`: several named speakers together; `unnamed`: somebody, or several, whom no report names. */
export const SPEAKER_KINDS = ['person', 'body', 'document', 'collective', 'unnamed'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** The person, body or document that mentions resolve to. */
export interface Speaker {
  readonly id: string;
  /** The fullest form that the texts give. */
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly roles: readonly string[];
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
  /** Item in Wikidata, `Q42`, where a person gave it. */
  readonly wikidata?: string;
}
