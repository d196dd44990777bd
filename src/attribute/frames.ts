import {
  ACCOUNT_NOUNS,
  BACKING_CUES,
  CUE_NOUNS,
  CUES,
  GIVING_CUES,
  JUDGING_CUES,
  NOUNS_WITH_CLAUSE,
  POSITION_NOUNS,
  REVISING_CUES,
  STRONG_CUES,
} from '../lexicon/en/cues.js';
import { ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { CueContext } from './cue-features.js';
import type { Item } from './items.js';
import { isName, isVerb, nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from './phrases.js';

/**
 * Whether a word stands as only a cue stands, so that how seldom a corpus has it there counts for nothing:
 *
 * - `agencies, which {cue:claim} that Ruiz knew`: a verb of saying with somebody for subject, and its clause;
 * - `the panel’s {cue:finding} that Ruiz knew`: a noun of saying with its owner, and its clause;
 * - `the charge, which the ministry {cue:denies}`: what is said stands before, as `which`;
 * - `the two offices {cue:gave} conflicting accounts of the visit`: a noun of saying under a verb of giving;
 * - `Ruiz {cue:walked} back her pledge`, `Ruiz moved to {cue:qualify} her remark`: words that take words back.
 */
export function isPlainCue(items: readonly Item[], { at, subject, passive }: CueContext): boolean {
  if (!subject || passive === 1) return false;
  const item = items[at] as Item;
  const next = items[at + 1];
  if (item.quotation !== null || !next) return false;
  if (item.tag === 'NOUN') return NOUNS_WITH_CLAUSE.has(item.lower) && opensClause(items, at + 1);
  if (revised(items, at)) return true;
  if (item.tag !== 'VFIN' && item.tag !== 'VBG' && item.tag !== 'VBN') return false;
  return (
    (isSaying(item) && opensClause(items, at + 1) && (item.tag !== 'VBG' || isLinked(items, at, subject))) ||
    contentBefore(items, at, subject) !== null ||
    accountOf(items, at) !== null
  );
}

/** What `which` stands for in `the charge, which the ministry denies`; null where the cue has no such content. */
export function contentBefore(items: readonly Item[], at: number, subject: Phrase | null): Phrase | null {
  const relative = subject ? items[subject.first - 1] : undefined;
  if (!subject || relative?.lower !== 'which' || subject.last >= at) return null;
  if (!JUDGING_CUES.has(items[at]!.lower)) return null;
  let end = at + 1;
  if (/^(?:upon|on|to|with)$/.test(items[end]?.lower ?? '')) end++;
  if (items[end] && items[end]!.tag !== 'PUNCT') return null;
  const which = subject.first - 1;
  return items[which - 1]?.lower === ',' ? nounPhraseEndingAt(items, which - 2) : null;
}

/** `that` before a clause of its own: a subject, then a verb. */
function opensClause(items: readonly Item[], that: number): boolean {
  if (items[that]?.lower !== 'that' || items[that]!.tag === 'DET') return false;
  const first = items[that + 1];
  if (!first || first.quotation !== null || isVerb(first)) return false;
  for (let i = that + 2; i < Math.min(items.length, that + CLAUSE); i++) {
    const item = items[i] as Item;
    if (item.tag === 'VFIN' || item.tag === 'AUX') return true;
    if (/^[.;:?!]$/.test(item.lower)) return false;
  }
  return false;
}

/** Items within which a clause has its verb. */
const CLAUSE = 16;

/** `before eventually {cue:stating} that …`: whose act a gerund is, other links do not tell as surely. */
function isLinked(items: readonly Item[], at: number, { last }: Phrase): boolean {
  const who = items[last] as Item;
  // `met on Friday night before stating …`
  if (!isName(who) && who.tag !== 'PRON' && !ROLE_NOUNS.has(who.lower)) return false;
  let before = at - 1;
  while (items[before]?.tag === 'ADV') before--;
  return /^(?:before|after|while)$/.test(items[before]?.lower ?? '');
}

const isSaying = ({ lower }: Item): boolean => {
  const cue = CUES.get(lower)?.[0];
  return cue?.class === 'say' && STRONG_CUES.has(cue.lemma);
};

/** The account that a verb gives, as in `gave conflicting accounts of the visit`; null where it gives none. */
function accountOf(items: readonly Item[], at: number): Phrase | null {
  if (!GIVING_CUES.has(items[at]!.lower)) return null;
  let noun = at + 1;
  while (noun < at + 5 && /^(?:DET|ADJ|VBG|VBN|NUM|ADV)$/.test(items[noun]?.tag ?? '')) noun++;
  if (!ACCOUNT_NOUNS.has(items[noun]?.lower ?? '')) return null;
  if (!/^(?:of|on|about|for|that|over)$/.test(items[noun + 1]?.lower ?? '')) return null;
  return { first: at + 1, last: nounPhraseStartingAt(items, noun + 2)?.last ?? noun };
}

/** What a verb of revising or of giving accounts has for its content, as far as grammar alone tells it; null for none. */
export const objectOf = (items: readonly Item[], at: number): Phrase | null =>
  revised(items, at) ?? accountOf(items, at);

/** The words that a verb takes back, as in `walked back her pledge`, `qualify her remark`; null where it takes none. */
function revised(items: readonly Item[], at: number): Phrase | null {
  const item = items[at] as Item;
  if (!isVerb(item)) return null;
  const back = BACKING_CUES.has(item.lower);
  if (back && items[at + 1]?.lower !== 'back') return null;
  // `Ruiz’s revised statement`
  if (!back && (!REVISING_CUES.has(item.lower) || /^(?:POSS|DET|ADJ)$/.test(items[at - 1]?.tag ?? '')))
    return null;
  const object = nounPhraseStartingAt(items, back ? at + 2 : at + 1);
  if (!object) return null;
  // `walked back the way she had come`, `walked back home`: only words can be taken back.
  for (let i = object.first; i <= object.last; i++)
    if (CUE_NOUNS.has(items[i]!.lower) || POSITION_NOUNS.has(items[i]!.lower)) return object;
  return null;
}
