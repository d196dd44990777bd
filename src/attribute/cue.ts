import { CUES, type Cue, STRONG_CUES } from '../lexicon/en/cues.js';
import { ADVERBS } from '../lexicon/en/function-words.js';
import { DOCUMENT_NOUNS } from '../lexicon/en/roles.js';
import type { Item } from './items.js';
import { isVerb, nounPhraseEndingAt } from './phrases.js';

/** The cue that the item is, read in its place: a noun such as `claims` is none. */
export function cueAt(items: readonly Item[], i: number): Cue | null {
  const item = items[i];
  if (!item || item.quotation !== null) return null;
  const cues = CUES.get(item.lower);
  if (!cues || (i > 0 && /^\p{Lu}/u.test(item.text))) return null;
  const cue = cues[0] as Cue;
  // `said in a report published overnight that`: published where, not said what.
  const publishes = cue.lemma === 'publish' || cue.lemma === 'issue' || cue.lemma === 'post';
  if (
    publishes &&
    DOCUMENT_NOUNS.has(items[i - 1]?.lower ?? '') &&
    items.slice(0, i).some((other) => CUES.has(other.lower) && isVerb(other))
  )
    return null;
  const verbal =
    isVerb(item) ||
    (cue.shape !== 'base' && STRONG_CUES.has(cue.lemma) && item.tag !== 'POSS' && !nounPosition(items, i));
  if (!verbal) return null;
  if (item.tag === 'VBN' && !hasAuxiliary(items, i) && !nounPhraseEndingAt(items, i - 1))
    return cue.class === 'say' ? cue : null;
  // `a report published on Friday`: a reduced relative clause cites nobody.
  const reduced =
    item.tag === 'VBN' &&
    !hasAuxiliary(items, i) &&
    items[i + 1]?.tag === 'ADP' &&
    items[i + 1]?.lower !== 'as';
  if (reduced && items.some((other) => other.tag === 'VFIN' || other.tag === 'AUX')) return null;
  return cue;
}

export function isPassive(items: readonly Item[], i: number): boolean {
  if (items[i]!.tag !== 'VBN' && items[i]!.tag !== 'VFIN') return false;
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const item = items[k] as Item;
    if (/^(?:was|were|is|are|been|being|be)$/.test(item.lower)) return true;
    if (item.tag !== 'ADV' && item.tag !== 'AUX' && item.tag !== 'PART' && !ADVERBS.has(item.lower))
      return false;
  }
  return false;
}

function hasAuxiliary(items: readonly Item[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const item = items[k] as Item;
    if (item.tag === 'AUX') return true;
    if (item.tag !== 'ADV' && item.tag !== 'PART' && !ADVERBS.has(item.lower)) return false;
  }
  return false;
}

/** After a determiner, adjective or preposition, or before `of`: a noun. */
function nounPosition(items: readonly Item[], i: number): boolean {
  const before = items[i - 1];
  return (
    before !== undefined &&
    (/^(?:DET|ADJ|ADP|POSS|NUM)$/.test(before.tag) || /^(?:his|her|their|its)$/.test(before.lower))
  );
}
