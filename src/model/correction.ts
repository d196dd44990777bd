import type { SpeakerKind } from './speaker.js';

/**
 * What a person knows better about the speakers of a record. A speaker is named by any of its names, letter case apart,
 * or by its id. Corrections are applied in order, each to what the ones before have left.
 */
export type Correction =
  /** Several speakers are one; it has the first one's name and id. */
  | { readonly merge: readonly string[] }
  /** Some of a speaker's attributions are another's, who is made where nobody has that name. */
  | { readonly split: string; readonly into: string; readonly where: readonly Place[] }
  /** Who said what nobody was found for, or what was left unresolved. */
  | { readonly assign: string; readonly where: readonly Place[] }
  | { readonly rename: string; readonly to: string }
  /** What is added to a speaker: a role, the item in Wikidata, what kind of speaker it is. */
  | {
      readonly speaker: string;
      readonly role?: string;
      readonly wikidata?: string;
      readonly kind?: SpeakerKind;
    };

/** Where somebody is cited: every attribution of a report, or those whose content holds some words. */
export interface Place {
  /** The report's id, its path or URL as given, or the last part of that. */
  readonly report: string;
  readonly words?: string;
}
