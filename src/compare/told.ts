import {
  ABSENCES,
  ATTITUDES,
  type Attitude,
  CARRIERS,
  EVALUATIONS,
  FACTIVES,
  SEMIFACTIVES,
} from '../lexicon/en/verbs.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Link } from '../model/attribution.js';
import { covers } from '../model/span.js';
import type { StanceBasis } from '../model/stance.js';
import { argumentsOf } from './arguments.js';
import { type Claim, claimIn } from './claim.js';
import { type Clause, clausesIn } from './clause.js';
import { eventOf, isEvent, judgedIn, nominalIn, nominalOf } from './nominal.js';
import { type Phrase, phraseAt } from './phrase.js';
import { basisIn, innerScene, isOwnSubject, isRelayed, type Scene } from './scene.js';
import { singularOf } from './stem.js';
import { heldBy, type Stand, saidOfIt, strengthOf, valueIn } from './value.js';
import type { Token } from './words.js';

export function claimsIn(
  tokens: readonly Token[],
  text: string,
  scene: Scene,
  stand: Stand,
): readonly Claim[] {
  const clauses = clausesIn(asFinite(tokens, text, scene), text);
  if (clauses.length === 0) {
    const nominal = nominalIn(tokens, text, scene, stand);
    return [...(nominal ? [nominal] : []), ...carriedIn(tokens, clauses, text, scene)];
  }
  const claims: Claim[] = scene.attribution
    ? [...carriedIn(tokens, clauses, text, scene), ...absencesIn(tokens, text, scene)]
    : [];
  const judged = judgedIn(tokens, clauses, text, scene, stand);
  if (judged) return [...claims, ...judged];
  clauses.forEach((clause, i) => {
    const above = governorOf(clauses, i);
    const own =
      above === null
        ? isFact(clauses, i, tokens)
          ? PRESUPPOSED
          : {
              stand,
              basis: basisIn(scene),
              relayed: isRelayed(clause, scene) && !isJudged(clause, text, scene, stand),
            }
        : stacked(above, clause, scene, stand);
    if (!own) return;
    const ofNoun = claimOfNoun(clauses, i, tokens, stand);
    if (ofNoun) {
      claims.push(...claimOf(clause, clauses, tokens, text, scene, ofNoun));
      return;
    }
    if (above && own.relayed && isTakenForGranted(above))
      claims.push(...claimOf(clause, clauses, tokens, text, scene, PRESUPPOSED));
    const believed = believedAt(clauses, i, scene);
    if (believed)
      claims.push(
        ...claimOf(clause, clauses, tokens, text, scene, {
          stand: believed,
          basis: 'explicit',
          relayed: false,
        }),
      );
    claims.push(...claimOf(clause, clauses, tokens, text, scene, own));
    // What somebody else is said to say or think is theirs, where no attribution of their own tells it.
    const inner =
      above && own.relayed && ATTITUDES.has(above.predicate) ? innerScene(above, clause, scene) : null;
    if (inner)
      claims.push(
        ...claimOf(clause, clauses, tokens, text, inner, {
          stand: heldBy(above as Clause) as Stand,
          basis: 'explicit',
          relayed: false,
        }),
      );
  });
  return claims;
}

const cueOf = (attribution: Scene['attribution'], text: string): string =>
  attribution?.cue ? text.slice(attribution.cue.start, attribution.cue.end).toLowerCase() : '';

/** `vowed {never to sign}`, `accused {Ito of leaking it}`: what the speaker will not do, and what Ito is said to have done. */
function asFinite(tokens: readonly Token[], text: string, { attribution }: Scene): readonly Token[] {
  const accused = /^(?:accus|suspect)/.test(cueOf(attribution, text));
  const of = accused
    ? tokens.findIndex(({ lower }, i) => lower === 'of' && tokens[i + 1]?.tag === 'VBG')
    : -1;
  if (of > 0) return tokens.map((token, i) => (i === of ? { ...token, lower: 'was', tag: 'AUX' } : token));
  const at = tokens.findIndex(({ lower }) => lower === 'to');
  const [to, verb] = [tokens[at], tokens[at + 1]];
  if (attribution?.kind !== 'decision' || !to || verb?.tag !== 'VB') return tokens;
  if (!tokens.slice(0, at).every(({ lower }) => NEGATORS.has(lower))) return tokens;
  const place = { start: to.start, end: to.start };
  const he: Token = { ...place, text: 'he', lower: 'he', tag: 'PRON' };
  const will: Token = { start: to.start, end: to.end, text: 'will', lower: 'will', tag: 'AUX' };
  return [he, will, ...tokens.slice(0, at), ...tokens.slice(at + 1)];
}

/** The clause that governs this one (`{he believes} that …`), over a clause of time between them. */
function governorOf(clauses: readonly Clause[], i: number): Clause | null {
  const clause = clauses[i] as Clause;
  for (let at = i - 1; at >= Math.max(0, i - 2); at--) {
    const before = clauses[at] as Clause;
    if (before.governs !== null && before.governs <= clause.start + 5 && heldBy(before))
      return at === i - 1 || (clauses[i - 1] as Clause).subordinate || (clauses[i - 1] as Clause).conditional
        ? before
        : null;
    if (!before.subordinate && !before.conditional) return null;
  }
  return null;
}

/**
 * Who believes somebody when they say something believes that: `she believed {Lee} when {he} said {it was safe}`. What
 * the holder of the first clause makes of the third; null elsewhere.
 */
function believedAt(clauses: readonly Clause[], i: number, scene: Scene): Stand | null {
  const [outer, saying] = [clauses[i - 2], clauses[i - 1]];
  if (!outer || !saying || !/^(?:believe|trust)$/.test(outer.predicate) || !isOwnSubject(outer, scene))
    return null;
  if (!outer.object || !saying.subordinate || !/^(?:he|she|they)$/.test(saying.subject?.head ?? ''))
    return null;
  const person = scene.references.of(outer.object);
  if (!person || !scene.references.isPerson(person.key) || ATTITUDES.get(saying.predicate) !== 'assert')
    return null;
  return { attitude: 'believe', negated: outer.negated };
}

/** `Ruiz doubts the laboratory’s assessment that {it leaked}`: who judges what a noun says judges its clause. */
function isJudged(clause: Clause, text: string, { nested }: Scene, { attitude }: Stand): boolean {
  if (attitude === 'assert') return false;
  return nested.every(({ cue, content }) => {
    if (!content.some((span) => covers(span, clause.verb))) return true;
    const noun = cue ? (/[\p{L}-]+$/u.exec(text.slice(cue.start, cue.end).toLowerCase())?.[0] ?? '') : '';
    return HELD.get(singularOf(noun)) === 'assert';
  });
}

interface Own {
  readonly stand: Stand;
  readonly basis: StanceBasis;
  readonly relayed: boolean;
}

/** What the speaker holds of a clause that an attitude governs; null where an attribution of its own tells it. */
function stacked(above: Clause, clause: Clause, scene: Scene, outer: Stand): Own | null {
  const held = heldBy(above) as NonNullable<ReturnType<typeof heldBy>>;
  const nested = scene.nested.some(
    (inner) => inner.content.some((span) => covers(span, clause.verb)) && inner.speaker === scene.speaker,
  );
  if (nested) return null;
  if (!held.impersonal && !isOwnSubject(above, scene))
    return { stand: outer, basis: 'explicit', relayed: true };
  // “I used to believe that it leaked”, “if she believes that it leaked”
  if (above.conditional)
    return { stand: { attitude: 'unknown', negated: false }, basis: basisIn(scene), relayed: false };
  return {
    stand: { attitude: held.attitude, negated: held.negated !== outer.negated },
    basis: basisIn(scene),
    relayed: isRelayed(clause, scene),
  };
}

/** Held by whoever uses the words, because they take it for granted. */
const PRESUPPOSED: Own = {
  stand: { attitude: 'assert', negated: false },
  basis: 'presupposed',
  relayed: false,
};

/** What somebody else knows or regrets is so. Under a condition or in a question that may be left open. */
function isTakenForGranted({ predicate, negated, conditional, question, modal, hedge }: Clause): boolean {
  if (conditional || question || modal !== null || hedge !== null) return false;
  return FACTIVES.has(predicate) || (SEMIFACTIVES.has(predicate) && !negated);
}

/** `because of the fact that {no meeting took place}`; to be strong “in the fact that” takes nothing for granted. */
function isFact(clauses: readonly Clause[], i: number, tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ start }) => start >= (clauses[i] as Clause).start);
  const [fact, the, before] = [2, 3, 4].map((back) => tokens[at - back]?.lower);
  return tokens[at - 1]?.lower === 'that' && fact === 'fact' && the === 'the' && before !== 'in';
}

/**
 * `the captain’s claim that {it leaked} was absurd`: what the noun’s clause says is not put forward, and where it is judged
 * so is the clause. Null elsewhere, and where the noun is what the cue is about (`rejected claims that …`).
 */
function claimOfNoun(
  clauses: readonly Clause[],
  i: number,
  tokens: readonly Token[],
  stand: Stand,
): Own | null {
  const clause = clauses[i] as Clause;
  const at = tokens.findIndex(({ start }) => start >= clause.start);
  const noun = singularOf(tokens[at - 2]?.lower ?? '');
  if (tokens[at - 1]?.lower !== 'that' || noun === 'fact' || !CARRIERS.has(noun)) return null;
  const judging = clauses[i + 1];
  if (!/^(?:assert|believe)$/.test(stand.attitude) || !judging || judging.subordinate) return null;
  const evaluation = judging.predicate.startsWith('be') ? EVALUATIONS.get(saidOfIt(judging)) : undefined;
  if (evaluation === 'assert' || evaluation === 'deny') {
    const against = (evaluation === 'deny') !== judging.negated;
    return {
      stand: { attitude: against ? 'dismiss' : 'assert', negated: false },
      basis: 'explicit',
      relayed: false,
    };
  }
  return { stand, basis: 'explicit', relayed: true };
}

/** `{the absence of a meeting} proves …`: there was none. Of a thing or a relationship too little may be meant. */
function absencesIn(tokens: readonly Token[], text: string, scene: Scene): readonly Claim[] {
  return tokens.flatMap((token, i) => {
    if (!ABSENCES.has(token.lower) || token.tag !== 'NOUN' || tokens[i + 1]?.lower !== 'of') return [];
    const below = phraseAt(tokens, i + 2, text);
    if (!below || !isEvent(below.phrase.head)) return [];
    const stand: Stand = { attitude: 'deny', negated: false };
    const span = { start: token.start, end: below.phrase.end };
    const claim = nominalOf(below.phrase, tokens, text, scene, stand, span);
    return claim ? [{ ...claim, basis: 'presupposed' as const }] : [];
  });
}

/** `he did`, `which are`, `it is what it is`: what it says stands elsewhere. */
function saysNothing({ predicate, object, obliques }: Clause): boolean {
  if (predicate === 'do') return object === null && obliques.length === 0;
  return (
    predicate === 'be' &&
    obliques.length === 0 &&
    (object === null || /^(?:what|so|it|who|how)$/.test(object.head))
  );
}

function claimOf(
  clause: Clause,
  clauses: readonly Clause[],
  tokens: readonly Token[],
  text: string,
  scene: Scene,
  { stand, basis, relayed }: Own,
): readonly Claim[] {
  // What the speaker thinks is what it governs; that somebody else thinks or says it is a claim of its own.
  const next = clauses[clauses.indexOf(clause) + 1];
  const held = clause.governs !== null && next !== undefined ? heldBy(clause) : null;
  const governing = held !== null;
  if (held && (held.impersonal || isOwnSubject(clause, scene))) return [];
  if (saysNothing(clause)) return [];
  const bound = argumentsOf(clause, clauses, scene);
  const existential = clause.subject?.head === 'there' && clause.object !== null;
  const carrier = clause.object && CARRIERS.get(clause.object.head);
  const predicate = existential ? eventOf((clause.object as Phrase).head) : clause.predicate;
  const { attitude, negated } = stand;
  // “he believes the denials of …” is not to believe what is denied.
  if (carrier && ATTITUDES.has(clause.predicate) && clause.obliques.length > 0) {
    const held: Stand = {
      attitude: ATTITUDES.get(clause.predicate) as Attitude,
      negated: (negated !== clause.negated) !== (carrier === 'deny'),
    };
    const nominal = nominalOf(clause.obliques[0]!.phrase, tokens, text, scene, held, {
      start: clause.start,
      end: clause.end,
    });
    return nominal ? [nominal] : [];
  }
  const value = relayed ? 'relay' : valueIn(attitude, negated, clause);
  const when = scene.times.find((time) => covers(clause, time) && /^\d{4}/.test(time.value))?.value ?? null;
  const irrealis = clause.modal !== null && !/^(?:can't|cannot|couldn't)$/.test(clause.modal);
  const whole =
    !governing &&
    clause.complete &&
    bound.length > 0 &&
    bound.every(({ referents }) => referents.length > 0) &&
    bound.some(({ role }) => role === 'subject' || role === 'with') &&
    !(clause.predicate === 'be' && !existential && !clause.object);
  return [
    claimIn(scene, {
      predicate,
      arguments: bound,
      whole,
      value,
      strength: strengthOf(value, attitude, clause),
      basis: clause.implied && basis === 'explicit' ? 'implicit' : basis,
      factual:
        !irrealis &&
        !clause.conditional &&
        !clause.question &&
        !clause.future &&
        clause.hedge === null &&
        !clause.subordinate &&
        /^(?:assert|deny)$/.test(value),
      nominal: false,
      manner: clause.manner,
      undertaken:
        scene.speaker !== null &&
        (clause.future || value === 'commit') &&
        !clause.conditional &&
        bound.some(
          ({ role, referents }) => role === 'subject' && referents.some(({ key }) => key === scene.speaker),
        ),
      span: { start: clause.start, end: governing ? (next as Clause).end : clause.end },
      when,
    }),
  ];
}

/**
 * What others are said to hold by a noun: `{holder:Putin’s} denials of {meddling}`, `the {holder:agencies’} assessment
 * that {Russia meddled}`, `allegations by {holder:the agencies} that …`. Their stance, not the speaker’s.
 */
function carriedIn(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  text: string,
  scene: Scene,
): readonly Claim[] {
  const claims: Claim[] = [];
  tokens.forEach((token, i) => {
    const carrier = HELD.get(singularOf(token.lower));
    if (!carrier || !/^(?:NOUN|VFIN)$/.test(token.tag)) return;
    let holder: Phrase | null = null;
    let next = i + 1;
    const before = tokens[i - 1];
    if (before?.tag === 'POSS') holder = phraseBefore(tokens, i - 1, text);
    else {
      while (/^(?:raised|made|leveled|levelled|brought)$/.test(tokens[next]?.lower ?? '')) next++;
      if (tokens[next]?.lower === 'by' || tokens[next]?.lower === 'from') {
        const found = phraseAt(tokens, next + 1, text);
        if (found) {
          holder = found.phrase;
          next = found.next;
        }
      }
    }
    if (!holder) return;
    const referent = scene.references.of(holder);
    const link: Link = {
      holder: referent ? scene.references.nameOf(referent.key) : holder.text,
      act: token.lower,
      span: { start: holder.start, end: holder.end },
    };
    const own: Scene = {
      ...scene,
      speaker: referent && scene.references.isSpeaker(referent.key) ? referent.key : null,
      nested: [],
      direct: false,
      holder: link,
      interpreted: false,
    };
    const stand: Stand = { attitude: carrier, negated: false };
    const opener = tokens[next];
    if (!opener) return;
    // An attribution of its own tells it.
    const after = tokens[next + 1];
    if (after && scene.nested.some(({ content }) => content.some((span) => covers(span, after)))) return;
    if (/^(?:about|of|on|over|in)$/.test(opener.lower)) {
      const below = phraseAt(tokens, next + 1, text);
      const claim =
        below &&
        nominalOf(below.phrase, tokens, text, own, stand, { start: holder.start, end: below.phrase.end });
      if (claim) claims.push(claim);
      return;
    }
    const clause = clauses.find(({ start }) => start > token.end);
    const governed =
      opener.lower === 'that' ||
      opener.tag === 'PROPN' ||
      (opener.lower === 'which' && /^(?:claim|say|hold|assert)$/.test(tokens[next + 1]?.lower ?? ''));
    const told =
      opener.lower === 'which'
        ? clauses.find(({ start }) => start > (tokens[next + 1] as Token).end)
        : clause;
    if (governed && told)
      claims.push(...claimOf(told, clauses, tokens, text, own, { stand, basis: 'explicit', relayed: false }));
  });
  return claims;
}

const HELD: ReadonlyMap<string, Attitude> = new Map([
  ...['allegation', 'claim', 'accusation', 'assessment', 'assertion', 'conclusion', 'finding', 'belief'].map(
    (word) => [word, 'assert'] as const,
  ),
  ...['denial'].map((word) => [word, 'deny'] as const),
  ...['doubt', 'skepticism', 'scepticism'].map((word) => [word, 'doubt'] as const),
]);

/** The phrase whose possessive ends at a token: `Vladimir Putin’s`. */
function phraseBefore(tokens: readonly Token[], at: number, text: string): Phrase | null {
  let from = at;
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET)$/.test((tokens[from - 1] as Token).tag)) from--;
  const last = tokens[at] as Token;
  const bare: Token = {
    ...last,
    tag: /^[A-Z]/.test(last.text) ? 'PROPN' : 'NOUN',
    text: last.text.replace(/['’]s?$/, ''),
    lower: last.lower.replace(/'s?$/, ''),
    end: last.start + last.text.replace(/['’]s?$/, '').length,
  };
  return phraseAt([...tokens.slice(from, at), bare], 0, text)?.phrase ?? null;
}
