import { ATTITUDES, type Attitude, DECLINING, EVALUATIONS, SURE } from '../lexicon/en/verbs.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Attribution } from '../model/attribution.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Span } from '../model/span.js';
import type { StanceValue, Strength } from '../model/stance.js';
import type { Clause } from './clause.js';
import { baseOf } from './stem.js';
import { type Token, tokensOf } from './words.js';

/** What a verb or noun makes of what stands below it. */
export interface Stand {
  readonly attitude: Attitude;
  readonly negated: boolean;
}

/** What the cue makes its speaker hold: `{cue:did not deny}`, `{cue:dismissed}`. */
export function standOf(
  text: string,
  segmentation: Segmentation,
  { cue, kind, content }: Attribution,
): Stand {
  if (!cue) return { attitude: 'assert', negated: false };
  const words = tokensOf(text, segmentation, cue).map(({ lower }) => lower);
  const before = tokensOf(text, segmentation, { start: Math.max(0, cue.start - 24), end: cue.start });
  let negated = words.some((word) => NEGATORS.has(word) || word.endsWith("n't"));
  for (let i = before.length - 1; i >= 0; i--) {
    const { lower, tag } = before[i] as Token;
    if (NEGATORS.has(lower) || lower.endsWith("n't")) negated = true;
    if (tag !== 'AUX' && tag !== 'ADV' && tag !== 'PART') break;
  }
  if (/\bused to\b/.test(text.slice(Math.max(0, cue.start - 8), cue.end)))
    return { attitude: 'unknown', negated: false };
  if (words.some((word) => SURE.has(word)))
    return { attitude: negated ? 'doubt' : 'believe', negated: false };
  // “would neither confirm nor deny”, “declined to say”: no answer.
  const last = words.at(-1) ?? '';
  if (words.includes('nor') || (words.length > 1 && words.some((word) => DECLINING.has(baseOf(word)))))
    return { attitude: 'evade', negated: false };
  if (DECLINING.has(baseOf(last)) && kind === 'decision') return declined(text, segmentation, content);
  for (const word of [...words].reverse()) {
    const attitude = ATTITUDES.get(baseOf(word)) ?? ATTITUDES.get(word);
    if (attitude) return saidNot({ attitude, negated });
  }
  return { attitude: kind === 'attitude' ? 'believe' : kind === 'decision' ? 'commit' : 'assert', negated };
}

/** `refused to comment` says nothing of what stands behind it; `refused to sign` that it will not be signed. */
function declined(text: string, segmentation: Segmentation, content: readonly Span[]): Stand {
  const words = tokensOf(text, segmentation, content[0] as Span);
  const verb = words.find(({ tag }) => tag === 'VB');
  const speech =
    verb &&
    (ATTITUDES.has(verb.lower) || /^(?:comment|discuss|elaborate|speculate|identify|name)$/.test(verb.lower));
  return speech || !verb ? { attitude: 'evade', negated: false } : { attitude: 'commit', negated: true };
}

/** Not to say that something is so is not to say that it is not. */
export function saidNot({ attitude, negated }: Stand): Stand {
  return negated && attitude === 'assert' ? { attitude: 'unknown', negated: false } : { attitude, negated };
}

/** Of `it is absurd that` the adjective, of `there is no doubt that` the noun. */
export const saidOfIt = ({ predicate, object }: Clause): string =>
  predicate.startsWith('be ') ? predicate.slice(3) : (object?.head ?? '');

/** What a clause holds of the one that it governs, and whether whoever puts it forward holds it, whatever its subject. */
export function heldBy(clause: Clause): (Stand & { readonly impersonal: boolean }) | null {
  const { predicate, subject, negated } = clause;
  const word = saidOfIt(clause);
  const evaluation = EVALUATIONS.get(word);
  const plain = /^(?:be(?: .*)?|have|see|find)$/.test(predicate);
  if (evaluation && plain) {
    const impersonal =
      predicate.startsWith('be') && (subject === null || /^(?:it|that|this|there)$/.test(subject.head));
    if (predicate.startsWith('be') && !impersonal) return null;
    if (evaluation === 'evidence')
      return { attitude: negated ? 'doubt' : 'assert', negated: false, impersonal };
    if (evaluation === 'doubt') return { attitude: negated ? 'assert' : 'doubt', negated: false, impersonal };
    if (evaluation === 'hedge') return { attitude: negated ? 'doubt' : 'hedge', negated: false, impersonal };
    const turned = (evaluation === 'deny') !== negated;
    return { attitude: 'assert', negated: turned, impersonal };
  }
  if (SURE.has(word) && predicate.startsWith('be '))
    return { attitude: negated ? 'doubt' : 'believe', negated: false, impersonal: false };
  // “cannot rule out that it leaked” is not to say that it did.
  if (predicate === 'rule out')
    return { attitude: negated ? 'hedge' : 'deny', negated: false, impersonal: false };
  const attitude = ATTITUDES.get(predicate);
  return attitude ? { ...saidNot({ attitude, negated }), impersonal: false } : null;
}

export function valueIn(attitude: Attitude, outerNegated: boolean, clause: Clause | null): StanceValue {
  if (clause?.question && attitude === 'assert') return 'ask';
  // “As to whether it leaked, …”: neither that it did nor that it did not.
  if (clause?.conditional && /^(?:assert|believe|know|commit)$/.test(attitude)) return 'unknown';
  const negated = (clause?.negated ?? false) !== outerNegated;
  const unsure = clause !== null && isUnsure(clause);
  switch (attitude) {
    case 'assert':
      return unsure ? 'hedge' : negated ? 'deny' : 'assert';
    case 'believe':
    case 'know':
      return unsure ? 'hedge' : negated ? 'disbelieve' : 'believe';
    case 'deny':
    case 'dismiss':
      return negated ? 'assert' : attitude;
    case 'disbelieve':
      return negated ? 'believe' : 'disbelieve';
    case 'hedge':
      return outerNegated ? 'doubt' : 'hedge';
    case 'commit':
      return negated ? 'deny' : 'commit';
    default:
      return attitude;
  }
}

const isUnsure = ({ hedge, modal }: Clause): boolean =>
  hedge !== null || /^(?:may|might|could)/.test(modal ?? '');

export function strengthOf(value: StanceValue, attitude: Attitude, clause: Clause): Strength {
  if (value === 'relay' || value === 'ask' || value === 'evade' || value === 'unknown') return 'none';
  if (isUnsure(clause)) return 'possible';
  if (value === 'hedge' || value === 'doubt' || attitude === 'believe') return 'probable';
  return 'certain';
}
