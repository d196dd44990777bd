import type { Bound } from './claim.js';
import type { Clause } from './clause.js';
import type { Phrase } from './phrase.js';
import type { References, Referent } from './references.js';
import type { Scene } from './scene.js';

/** Verbs that two do together: who stands behind `with` or `to` does it too. */
const MUTUAL: ReadonlySet<string> = new Set([
  'talk',
  'meet',
  'agree',
  'fight',
  'negotiate',
  'argue',
  'marry',
]);

export function argumentsOf(clause: Clause, clauses: readonly Clause[], scene: Scene): readonly Bound[] {
  const { references } = scene;
  const bound: Bound[] = [];
  const mutual = MUTUAL.has(clause.predicate);
  const { subject, object } = clause;
  if (subject && subject.head !== 'there') {
    bound.push({
      role: mutual ? 'with' : clause.passive ? 'object' : 'subject',
      phrase: subject,
      referents: subjectReferents(subject, clauses, scene),
    });
  }
  if (object)
    bound.push({
      ...boundTo(
        mutual && clause.predicate !== 'talk' ? 'with' : mutual ? 'about' : 'object',
        object,
        references,
      ),
    });
  for (const { preposition, phrase } of clause.obliques) {
    const role =
      mutual && (preposition === 'with' || preposition === 'to')
        ? 'with'
        : clause.passive && preposition === 'by'
          ? 'subject'
          : preposition;
    bound.push(boundTo(role, phrase, references));
  }
  return bound;
}

export function boundTo(role: string, phrase: Phrase, references: References): Bound {
  const referents = [phrase, ...phrase.others].map((one) => references.of(one));
  return { role, phrase, referents: referents.every((one) => one !== null) ? (referents as Referent[]) : [] };
}

/** Who a subject is: the speaker for “I” in quoted words and for “he” in told ones; both for “they” where one other is named. */
function subjectReferents(subject: Phrase, clauses: readonly Clause[], scene: Scene): readonly Referent[] {
  const { references, speaker, direct } = scene;
  const all = [subject, ...subject.others].map((phrase): readonly Referent[] => {
    if (!phrase.pronoun) {
      const referent = references.of(phrase);
      return referent ? [referent] : [];
    }
    if (!speaker || !references.isPerson(speaker)) return [];
    if (direct) return phrase.head === 'i' ? [references.speaker(speaker)] : [];
    if (/^(?:he|she|i)$/.test(phrase.head) && isFirstPerson(phrase, clauses))
      return [references.speaker(speaker)];
    if (/^(?:they|we)$/.test(phrase.head)) {
      // Both, where the same words name one other person.
      const others = scene.named.filter((id) => id !== speaker);
      const [other] = others;
      return other && others.length === 1 ? [references.speaker(speaker), references.speaker(other)] : [];
    }
    return [];
  });
  return all.every((one) => one.length > 0) ? all.flat() : [];
}

/** Whether no other person was named before in the same words, so that “he” can be the speaker alone. */
function isFirstPerson(phrase: Phrase, clauses: readonly Clause[]): boolean {
  return !clauses.some(
    (clause) =>
      clause.start < phrase.start &&
      [clause.subject, clause.object].some((one) => one?.name && one.start < phrase.start),
  );
}
