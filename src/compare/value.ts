import { ATTITUDES, type Attitude } from '../lexicon/en/verbs.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Attribution } from '../model/attribution.js';
import type { Segmentation } from '../model/segmentation.js';
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
export function standOf(text: string, segmentation: Segmentation, { cue, kind }: Attribution): Stand {
  if (!cue) return { attitude: 'assert', negated: false };
  const words = tokensOf(text, segmentation, cue).map(({ lower }) => lower);
  const before = tokensOf(text, segmentation, { start: Math.max(0, cue.start - 24), end: cue.start });
  let negated = words.some((word) => NEGATORS.has(word) || word.endsWith("n't"));
  for (let i = before.length - 1; i >= 0; i--) {
    const { lower, tag } = before[i] as Token;
    if (NEGATORS.has(lower) || lower.endsWith("n't")) negated = true;
    if (tag !== 'AUX' && tag !== 'ADV' && tag !== 'PART') break;
  }
  for (const word of [...words].reverse()) {
    const attitude = ATTITUDES.get(baseOf(word)) ?? ATTITUDES.get(word);
    if (attitude) return { attitude, negated };
  }
  return { attitude: kind === 'attitude' ? 'believe' : kind === 'decision' ? 'commit' : 'assert', negated };
}

export function valueIn(attitude: Attitude, outerNegated: boolean, clause: Clause | null): StanceValue {
  if (clause?.question && attitude === 'assert') return 'ask';
  // “As to whether it leaked, …”: neither that it did nor that it did not.
  if (clause?.conditional && /^(?:assert|believe|know|commit)$/.test(attitude)) return 'unknown';
  const negated = (clause?.negated ?? false) !== outerNegated;
  const unsure =
    clause !== null &&
    (clause.hedge !== null || (clause.modal !== null && /^(?:may|might|could)/.test(clause.modal)));
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

export function strengthOf(value: StanceValue, attitude: Attitude, clause: Clause): Strength {
  if (value === 'relay' || value === 'ask' || value === 'evade' || value === 'unknown') return 'none';
  if (clause.hedge !== null || (clause.modal !== null && /^(?:may|might|could)/.test(clause.modal)))
    return 'possible';
  if (value === 'hedge' || value === 'doubt' || attitude === 'believe') return 'probable';
  return 'certain';
}
