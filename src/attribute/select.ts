import type { AttributionModel } from '../learned/attribution/model.js';
import { CUES, STRONG_CUES } from '../lexicon/en/cues.js';
import type { CueContext } from './cue-features.js';
import type { Item } from './items.js';
import type { Phrase } from './phrases.js';
import { type CueProbabilities, type Tagged, tagArguments, type View } from './tag.js';

/** News has a cue to twelve words; what has more than one to six is no prose, and must not cost more than prose. */
const ITEMS_A_CUE = 6;
const MOST_CUES = 8;

/**
 * `according to` steps behind a verb of saying that is likelier than this: `Ruiz said …, according to the Courier` is
 * Ruiz’s; `the two did not discuss it, according to an official` is the official’s.
 */
const HANDS_ON = 0.6;

/** What of the tagged cues of a passage stands at its own level, and who handed it on. */
export interface Selected {
  /** In reading order; no content holds another's cue. */
  readonly chosen: readonly Tagged[];
  /** Relay of a chosen one: `…, according to the Courier`, round what somebody else said. */
  readonly relays: ReadonlyMap<Tagged, Tagged>;
}

/**
 * Tags the cues of a passage and keeps those of its own level.
 *
 * The likelier cue wins: one that stands in the content of a likelier one is no attribution of this level (it is looked
 * for again inside that content), one whose words a likelier cue has is none, and one whose content would swallow a
 * likelier cue only hands that on.
 */
export function select(
  view: View,
  { probability, contexts }: CueProbabilities,
  model: AttributionModel,
): Selected {
  const { items } = view;
  const chosen: Tagged[] = [];
  const relays = new Map<Tagged, Tagged>();
  // Item → whose content it is, whose cue stands there; so that a passage without stops costs no more than others.
  const contentOf = new Map<number, Tagged>();
  const cueAt = new Map<number, Tagged>();
  let said = 1;
  for (const { at } of contexts.values())
    if (probability[at]! > HANDS_ON && saysPlainly(items[at] as Item)) said = HANDS_ON;
  const rank = ({ at }: CueContext) =>
    items[at]?.lower === 'according'
      ? Math.min(probability[at] as number, said)
      : (probability[at] as number);
  const ranked = [...contexts.values()].sort((a, b) => rank(b) - rank(a) || a.at - b.at);
  let left = MOST_CUES + items.length / ITEMS_A_CUE;
  for (const context of ranked) {
    if (contentOf.has(context.at) || cueAt.has(context.at)) continue;
    if (left-- < 1) break;
    const one = tagArguments(view, probability, context, model);
    if (one.content.length === 0) continue;
    const swallowed = new Set<Tagged>();
    const shared = new Map<Tagged, number>();
    for (const i of indicesOf(one.content)) {
      const cue = cueAt.get(i);
      if (cue) swallowed.add(cue);
      const owner = contentOf.get(i);
      if (owner) shared.set(owner, (shared.get(owner) ?? 0) + 1);
    }
    if (swallowed.size > 0) {
      if (isRelay(items, one)) for (const other of swallowed) if (!relays.has(other)) relays.set(other, one);
      continue;
    }
    // Words are said by one: more than half of the shorter content may not be another's.
    const own = lengthOf(one.content);
    if ([...shared].some(([other, count]) => 2 * count > Math.min(own, lengthOf(other.content)))) continue;
    chosen.push(one);
    for (const i of indicesOf([one.cue])) cueAt.set(i, one);
    for (const i of indicesOf(one.content)) if (!contentOf.has(i)) contentOf.set(i, one);
  }
  return { chosen: chosen.sort((a, b) => a.at - b.at), relays };
}

function* indicesOf(phrases: readonly Phrase[]): Iterable<number> {
  for (const { first, last } of phrases) for (let i = first; i <= last; i++) yield i;
}

const lengthOf = (phrases: readonly Phrase[]): number =>
  phrases.reduce((sum, { first, last }) => sum + last - first + 1, 0);

const saysPlainly = ({ lower, quotation }: Item): boolean => {
  const cue = quotation === null ? CUES.get(lower)?.[0] : undefined;
  return cue?.class === 'say' && STRONG_CUES.has(cue.lemma);
};

/** `according to X`, `X reported`, `citing X`. */
function isRelay(items: readonly Item[], one: Tagged): boolean {
  const cue = items[one.at]?.lower ?? '';
  return (
    one.source !== null &&
    /^(?:according|report(?:s|ed|ing)?|citing|cit(?:es|ed)|quot(?:es|ed|ing))$/.test(cue)
  );
}
