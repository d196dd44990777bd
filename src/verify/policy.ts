import { PRESENTATION_KINDS, type PresentationKind } from '../model/check.js';
import { EVENT_KINDS, type EventKind } from '../model/statement.js';

/** What a newsroom makes of a difference: nothing to speak of, or a fault. */
export type Weight = 'cosmetic' | 'error';

/** What a newsroom makes of a change that the draft shows its reader. */
export type Disclosed = 'disclosed' | 'error';

/** Which differences count, and as what. Every kind is named; a custom one says from which it starts. */
export interface Policy {
  readonly name: string;
  readonly presentation: Readonly<Record<PresentationKind, Weight>>;
  readonly events: Readonly<Record<EventKind, Weight>>;
  readonly ellipsis: Disclosed;
  readonly bracket: Disclosed;
}

const all = <K extends string>(kinds: readonly K[], weight: Weight): Record<K, Weight> =>
  Object.fromEntries(kinds.map((kind) => [kind, weight])) as Record<K, Weight>;

/** House style may touch marks, figures, spelling and contractions; no word may go, come or change unmarked. */
const AP: Policy = {
  name: 'ap',
  presentation: all(PRESENTATION_KINDS, 'cosmetic'),
  events: all(EVENT_KINDS, 'error'),
  ellipsis: 'disclosed',
  bracket: 'disclosed',
};

/** As `ap`, but a word that says nothing may be left out, and a slip of the keyboard is none of the meaning's. */
const REUTERS: Policy = {
  ...AP,
  name: 'reuters',
  events: { ...AP.events, filler: 'cosmetic', misspelling: 'cosmetic' },
};

/** The record itself, for court and parliament: every word as it was said, nothing marked away. */
const VERBATIM: Policy = {
  name: 'verbatim',
  presentation: {
    ...all(PRESENTATION_KINDS, 'error'),
    case: 'cosmetic',
    punctuation: 'cosmetic',
    'word-division': 'cosmetic',
  },
  events: all(EVENT_KINDS, 'error'),
  ellipsis: 'error',
  bracket: 'error',
};

export const POLICIES: ReadonlyMap<string, Policy> = new Map(
  [AP, REUTERS, VERBATIM].map((policy) => [policy.name, policy]),
);

/** What is meant where nobody says otherwise. */
export const DEFAULT_POLICY = AP;

/** Why a file is no policy, in one sentence with what to do. */
export interface BadPolicy {
  readonly problem: string;
}

/**
 * A policy from parsed JSON: `{ "name": "ours", "from": "ap", "filler": "cosmetic", "ellipsis": "error" }`. Keys are the
 * kinds of events and of presentation, `ellipsis` and `bracket`; what is not named stays as in `from`.
 */
export function policyFrom(json: unknown): Policy | BadPolicy {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return {
      problem: 'a policy is a JSON object such as {"name": "ours", "from": "ap", "filler": "cosmetic"}',
    };
  const { name, from = 'ap', ...rest } = json as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '') return { problem: 'a policy needs a "name"' };
  const start = typeof from === 'string' ? POLICIES.get(from) : undefined;
  if (!start) return { problem: `"from" must be one of ${[...POLICIES.keys()].join(', ')}` };
  const presentation = { ...start.presentation };
  const events = { ...start.events };
  let { ellipsis, bracket } = start;
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'ellipsis' || key === 'bracket') {
      if (value !== 'disclosed' && value !== 'error')
        return { problem: `"${key}" must be "disclosed" or "error"` };
      if (key === 'ellipsis') ellipsis = value;
      else bracket = value;
      continue;
    }
    if (value !== 'cosmetic' && value !== 'error')
      return { problem: `"${key}" must be "cosmetic" or "error"` };
    if (isOneOf(EVENT_KINDS, key)) events[key] = value;
    else if (isOneOf(PRESENTATION_KINDS, key)) presentation[key] = value;
    else
      return {
        problem: `"${key}" is no kind of difference; there are ${[...EVENT_KINDS, ...PRESENTATION_KINDS, 'ellipsis', 'bracket'].join(', ')}`,
      };
  }
  return { name: name.trim(), presentation, events, ellipsis, bracket };
}

const isOneOf = <K extends string>(kinds: readonly K[], key: string): key is K =>
  (kinds as readonly string[]).includes(key);
