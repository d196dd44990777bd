import type { Attribution, Link } from '../model/attribution.js';
import type { Report } from '../model/report.js';
import { covers } from '../model/span.js';
import type { StanceBasis } from '../model/stance.js';
import type { TimeExpression } from '../model/time.js';
import type { Clause } from './clause.js';
import type { References } from './references.js';

export interface Scene {
  readonly report: Report;
  readonly attribution: Attribution | null;
  readonly speaker: string | null;
  /** Words between quotation marks: “I” is the speaker, “he” is not. */
  readonly direct: boolean;
  readonly references: References;
  readonly times: readonly TimeExpression[];
  /** Persons whom the same words name. */
  readonly named: readonly string[];
  /** Attributions inside this one. */
  readonly nested: readonly Attribution[];
  /** The outlet tells what it takes the speaker to hold, in its own words. */
  readonly interpreted: boolean;
  /** Whoever holds it beneath the speaker, where a noun tells (`Putin’s denials`). */
  readonly holder?: Link;
}

/** “I” in quoted words, “he” in told ones, or the speaker’s name; `which claim that` is not. */
export function isOwnSubject(
  { subject, subordinate }: Clause,
  { direct, references, speaker }: Scene,
): boolean {
  if (subject === null) return !subordinate;
  if (subject.pronoun) return (direct ? /^(?:i|we)$/ : /^(?:he|she|they|i|we)$/).test(subject.head);
  return references.of(subject)?.key === speaker && speaker !== null;
}

/** It stands in what somebody else is said to have said: the outer speaker hands it on. */
export function isRelayed(clause: Clause, { nested, speaker }: Scene): boolean {
  return nested.some(
    (inner) => inner.content.some((span) => covers(span, clause.verb)) && (inner.speaker ?? null) !== speaker,
  );
}

/** The scene of whoever is the subject of a verb of saying or thinking; null where an attribution has it already. */
export function innerScene({ subject, predicate, verb }: Clause, clause: Clause, scene: Scene): Scene | null {
  if (
    !scene.attribution ||
    !subject ||
    subject.pronoun ||
    scene.nested.some(({ content }) => content.some((span) => covers(span, clause.verb)))
  )
    return null;
  const referent = scene.references.of(subject);
  if (!referent?.definite) return null;
  const link: Link = {
    holder: scene.references.nameOf(referent.key),
    act: predicate,
    span: { start: verb.start, end: verb.end },
  };
  return {
    ...scene,
    speaker: scene.references.isSpeaker(referent.key) ? referent.key : null,
    nested: [],
    direct: false,
    holder: link,
    interpreted: false,
  };
}

/** How what the words tell is known, before anything that they imply or take for granted. */
export const basisIn = ({ interpreted }: Scene): StanceBasis => (interpreted ? 'outlet' : 'explicit');
