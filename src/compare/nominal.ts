import { CARRIERS, EVALUATIONS, EVENT_NOUNS, VERB_CLASSES } from '../lexicon/en/verbs.js';
import type { Span } from '../model/span.js';
import { boundTo } from './arguments.js';
import { type Bound, type Claim, claimIn } from './claim.js';
import type { Clause } from './clause.js';
import { type Phrase, phraseAt } from './phrase.js';
import { basisIn, type Scene } from './scene.js';
import { baseOf } from './stem.js';
import { type Stand, valueIn } from './value.js';
import type { Token } from './words.js';

/** A content without a verb: `dismissed {allegations of meddling in the election}`. */
export function nominalIn(tokens: readonly Token[], text: string, scene: Scene, stand: Stand): Claim | null {
  let at = 0;
  while (
    at < tokens.length &&
    (/^(?:PUNCT|ADP|ADV|CCONJ|SCONJ)$/.test((tokens[at] as Token).tag) ||
      (tokens[at] as Token).lower === 'as')
  )
    at++;
  const found = phraseAt(tokens, at, text);
  if (!found) return null;
  const span = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  // `called {the report of a leak} a lie`
  const called = tokens.findLast(({ tag }) => tag !== 'PUNCT');
  if (called && stand.attitude === 'assert' && EVALUATIONS.get(called.lower) === 'deny')
    return nominalIn(tokens.slice(0, tokens.indexOf(called)), text, scene, { ...stand, attitude: 'dismiss' });
  const carrier = CARRIERS.get(found.phrase.head);
  const preposition = tokens[found.next];
  if (carrier && preposition && /^(?:of|about|on|over|that|in)$/.test(preposition.lower)) {
    const below = phraseAt(tokens, found.next + 1, text);
    if (below)
      return nominalOf(
        below.phrase,
        tokens,
        text,
        scene,
        { ...stand, negated: stand.negated !== (carrier === 'deny') },
        span,
      );
  }
  return nominalOf(found.phrase, tokens, text, scene, stand, span);
}

/**
 * What is denied or dismissed as a whole, with what it is called instead: `dismissed {the report}, which …, as
 * {a smear}`. The clause that hangs on it is not judged. Null where the content is a clause.
 */
export function judgedIn(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  text: string,
  scene: Scene,
  stand: Stand,
): readonly Claim[] | null {
  if (!/^(?:deny|dismiss|doubt)$/.test(stand.attitude) || tokens[0]?.lower === 'that') return null;
  const found = phraseAt(tokens, 0, text);
  const first = clauses[0];
  if (!found || !first?.subordinate || first.start < found.phrase.end) return null;
  const claims: Claim[] = [];
  const object = nominalIn(tokens.slice(0, found.next), text, scene, stand);
  if (object) claims.push(object);
  const as = tokens.findLastIndex(({ lower }, i) => lower === 'as' && tokens[i + 1]?.tag === 'DET');
  const called =
    as > 0 ? nominalIn(tokens.slice(as + 1), text, scene, { attitude: 'assert', negated: false }) : null;
  if (called) claims.push(called);
  return claims;
}

/** An event noun with what stands round it: `Russian meddling in the election`. */
export function nominalOf(
  phrase: Phrase,
  tokens: readonly Token[],
  text: string,
  scene: Scene,
  stand: Stand,
  span: Span,
): Claim | null {
  const { references } = scene;
  const named = references.of(phrase);
  // Somebody is no proposition.
  if (phrase.pronoun || phrase.name || (named && references.isSpeaker(named.key))) return null;
  const predicate = eventOf(phrase.head);
  const bound: Bound[] = [];
  const at = tokens.findIndex(({ start }) => start >= phrase.end);
  for (let next = at; next >= 0 && next < tokens.length; ) {
    const token = tokens[next] as Token;
    if (token.tag !== 'ADP') break;
    const oblique = phraseAt(tokens, next + 1, text);
    if (!oblique) break;
    bound.push(boundTo(token.lower, oblique.phrase, references));
    next = oblique.next;
  }
  const modifiers = phrase.words.filter((word) => word !== phrase.head && baseOf(word) !== predicate);
  for (const word of modifiers) {
    const own: Phrase = {
      ...phrase,
      text: word,
      head: word,
      words: [word],
      others: [],
      count: null,
      negative: false,
    };
    const referent = references.of(own);
    if (referent)
      bound.push({ role: referent.country ? 'subject' : 'object', phrase: own, referents: [referent] });
  }
  const value = valueIn(stand.attitude, stand.negated !== phrase.negative, null);
  return claimIn(scene, {
    predicate,
    arguments: bound,
    whole: false,
    value,
    strength: 'certain',
    basis: basisIn(scene),
    factual: false,
    nominal: true,
    manner: [],
    undertaken: false,
    span,
    when: null,
  });
}

export const isEvent = (noun: string): boolean => EVENT_NOUNS.has(noun) || noun.endsWith('ing');

export function eventOf(noun: string): string {
  const verb = EVENT_NOUNS.get(noun) ?? (noun.endsWith('ing') ? baseOf(noun) : noun);
  return VERB_CLASSES.get(verb) ?? verb;
}
