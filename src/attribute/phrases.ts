import { CUES } from '../lexicon/en/cues.js';
import {
  ADVERBS,
  OTHER_PRONOUNS,
  SENTENCE_OPENERS,
  SOURCE_PRONOUNS,
  WEEKDAYS_AND_MONTHS,
} from '../lexicon/en/function-words.js';
import { ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Span } from '../model/span.js';
import type { Item } from './items.js';

/** A stretch of items, both ends included. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

export function spanOf(items: readonly Item[], phrase: Phrase): Span {
  const last = items[phrase.last] as Item;
  return { start: (items[phrase.first] as Item).start, end: last.end };
}

/** Words beyond which no verb is looked for; a bound keeps text without stops linear. */
const REACH = 120;

/** No noun phrase is longer; the same bound for what stands between a subject and its verb. */
const LONGEST = 40;

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'POSS', 'X', 'SYM']);
const PREMODIFIER = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'POSS', 'SYM', 'VBN', 'VBG', 'ADV']);
const VERBAL = new Set(['VFIN', 'VBG', 'VBN', 'VB', 'AUX']);
const POSSESSIVE_PRONOUNS = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your']);

export const isVerb = (item: Item | undefined): boolean => item !== undefined && VERBAL.has(item.tag);

const isDate = (item: Item): boolean =>
  WEEKDAYS_AND_MONTHS.has(item.lower.replace('.', '')) ||
  /^\d[\d.,:/]*(?:st|nd|rd|th|[ap]m)?$/.test(item.lower);

/** `night` of `Ruiz on Tuesday night refused`. */
export const isTimeOfDay = (items: readonly Item[], i: number): boolean =>
  /^(?:morning|afternoon|evening|night)$/.test(items[i]?.lower ?? '') &&
  i > 0 &&
  WEEKDAYS_AND_MONTHS.has(items[i - 1]!.lower);

/** A capital letter, or a tag that says so: names that the tagger took for something else are still names. */
export const isName = (item: Item): boolean =>
  item.quotation === null && /^(?:PROPN|POSS|X|NOUN|ADJ)$/.test(item.tag) && /^\p{Lu}|^@/u.test(item.text);

/** The pronoun that a word is, or begins with (`I’ve`, `he’s`), if it can be a source. */
export function pronounOf(item: Item): string | null {
  const word = item.lower.replace(/'(?:ve|d|ll|s|m|re)$/, '');
  return item.quotation === null && SOURCE_PRONOUNS.has(word) && item.tag !== 'DET' ? word : null;
}

/** Whether an item can end the noun phrase of a source. */
function isHead(item: Item | undefined): boolean {
  if (!item || item.quotation !== null || (isDate(item) && item.lower !== 'may')) return false;
  if (item.tag === 'PRON' && !isUnknownName(item)) return pronounOf(item) !== null;
  if (NOMINAL.has(item.tag) && item.tag !== 'POSS') return /[\p{L}\p{N}@]/u.test(item.text);
  // Mistagged: a capitalised word, a role, or the adjective of "the accused".
  return (
    (/^\p{Lu}/u.test(item.text) && item.tag !== 'PUNCT' && !isVerbLike(item)) || ROLE_NOUNS.has(item.lower)
  );
}

const isVerbLike = (item: Item): boolean =>
  (item.tag === 'AUX' && !/^\p{Lu}/u.test(item.text)) || CUES.has(item.lower);

/** A name that the tagger took for a pronoun. */
const isUnknownName = (item: Item): boolean =>
  /^\p{Lu}\p{Ll}{2}/u.test(item.text) &&
  pronounOf(item) === null &&
  !OTHER_PRONOUNS.has(item.lower) &&
  !SENTENCE_OPENERS.has(item.lower);

/** The noun phrase that ends at `last`, with its determiners, modifiers and `of` phrases; null if none does. */
export function nounPhraseEndingAt(items: readonly Item[], last: number): Phrase | null {
  const head = items[last];
  if (!isHead(head)) return null;
  const pronoun = pronounOf(head as Item);
  if (pronoun !== null && pronoun !== 'both') return { first: last, last };
  let first = last;
  for (let i = last - 1; i >= Math.max(0, last - LONGEST); i--) {
    const item = items[i] as Item;
    if (item.quotation !== null || isDate(item)) break;
    if (PREMODIFIER.has(item.tag) && !(item.tag === 'VBG' && CUES.has(item.lower))) {
      if (item.tag === 'ADV' && !/^(?:former|then|now|ex|most|top)/.test(item.lower)) break;
      if (item.tag === 'VBN' && /^(?:said|told|added)$/.test(item.lower)) break;
      first = i;
      if (item.tag === 'DET') break;
      continue;
    }
    if (item.tag === 'PRON' && POSSESSIVE_PRONOUNS.has(item.lower)) {
      first = i;
      break;
    }
    if (
      (item.lower === 'of' || item.lower === 'for' || item.lower === '&') &&
      isHead(items[i - 1]) &&
      (item.lower !== 'for' || ROLE_NOUNS.has(items[i - 1]!.lower))
    )
      continue;
    if (
      item.lower === 'and' &&
      i > 0 &&
      isHead(items[i - 1]) &&
      /^\p{Lu}/u.test((items[first] as Item).text) &&
      isName(items[i - 1] as Item)
    )
      continue;
    break;
  }
  while (first < last && /^(?:of|for|and|&)$/.test((items[first] as Item).lower)) first++;
  return { first, last };
}

/** The noun phrase that begins at `first`; null if none does. */
export function nounPhraseStartingAt(items: readonly Item[], first: number): Phrase | null {
  const start = items[first];
  if (!start || start.quotation !== null || isDate(start)) return null;
  if (start.tag === 'PRON' && pronounOf(start) !== null) return { first, last: first };
  let last = -1;
  for (let i = first; i < Math.min(items.length, first + LONGEST); i++) {
    const item = items[i] as Item;
    if (item.quotation !== null) break;
    if (isHead(item) && !(i > first && item.tag === 'PRON')) {
      last = i;
      continue;
    }
    // `a 2008 Clinton veteran`
    if (isDate(item) && !(i > first && last < i && isHead(items[i + 1]))) break;
    if (isDate(item)) continue;
    if (PREMODIFIER.has(item.tag) && !(item.tag === 'ADV' && i > first) && !(item.tag === 'VBG' && i > first))
      continue;
    if (item.tag === 'PRON' && POSSESSIVE_PRONOUNS.has(item.lower)) continue;
    if ((item.lower === 'of' || item.lower === '&') && last === i - 1) continue;
    if (item.lower === 'for' && last === i - 1 && ROLE_NOUNS.has((items[last] as Item).lower)) continue;
    if (
      item.lower === 'and' &&
      last === i - 1 &&
      isName(items[last] as Item) &&
      items[i + 1] &&
      isName(items[i + 1] as Item) &&
      !isVerb(items[i + 2])
    )
      continue;
    break;
  }
  return last < first ? null : { first, last };
}

/**
 * The subject of the verb at `verb`, searched to its left.
 *
 * - `Senator Ruiz, who chairs the panel, said` → Senator Ruiz
 * - `The mayor called it odd and said` → The mayor
 * - `Ruiz on Sunday called` → Ruiz
 * - `Ruiz, who told` → Ruiz
 */
export function subjectOf(items: readonly Item[], verb: number, depth = 0): Phrase | null {
  if (depth > 2) return null;
  let i = verb - 1;
  for (; i >= Math.max(0, verb - LONGEST); i--) {
    const item = items[i] as Item;
    if (item.quotation !== null) return null;
    // `May said`: a name that looks like an auxiliary.
    if (item.tag === 'AUX' && /^\p{Lu}/u.test(item.text) && items[i + 1]?.tag === 'VFIN') break;
    if (
      item.tag === 'AUX' ||
      (item.tag === 'PART' && item.lower !== 'to') ||
      (ADVERBS.has(item.lower) && item.tag !== 'PRON') ||
      item.tag === 'ADV'
    )
      continue;
    if (/^(?:himself|herself|themselves|itself)$/.test(item.lower)) continue;
    // `very strongly, vehemently said`
    if (item.lower === ',' && items[i - 1]?.tag === 'ADV' && items[i + 1]?.tag === 'ADV') continue;
    if (isDate(item) || isTimeOfDay(items, i)) {
      while (
        i > 0 &&
        (isDate(items[i - 1] as Item) ||
          /^(?:on|in|last|late|early|this|,)$/.test((items[i - 1] as Item).lower))
      )
        i--;
      continue;
    }
    break;
  }
  const left = items[i];
  if (!left) return null;
  if (left.lower === 'who' || left.lower === 'which' || (left.lower === 'that' && left.tag !== 'DET')) {
    const before = items[i - 1]?.lower === ',' ? i - 2 : i - 1;
    const phrase = nounPhraseEndingAt(items, before);
    if (phrase) return aboveExamples(items, phrase) ?? phrase;
    return before >= 0 ? afterParenthesis(items, before) : null;
  }
  if (left.tag === 'CCONJ' || (left.lower === ',' && isVerb(items[verb]) && followsCoordination(items, i))) {
    return subjectAbove(items, i, depth + 1);
  }
  if (left.lower === ',' || left.lower === ')' || left.lower === '—' || left.lower === '–')
    return afterParenthesis(items, i);
  if (left.lower === 'to') {
    const earlier = previousFinite(items, i);
    return earlier === null ? null : subjectOf(items, earlier, depth + 1);
  }
  const phrase = nounPhraseEndingAt(items, i);
  return phrase ? (antecedentOfRelative(items, phrase) ?? fullPhrase(items, phrase)) : null;
}

/**
 * The subject that a coordinated verb or a gerund shares: of the nearest finite verb to the left that does not itself
 * stand in a clause under another verb. `Ruiz said that Ito had left and called it odd` → Ruiz.
 */
export function subjectAbove(items: readonly Item[], from: number, depth = 0): Phrase | null {
  let nearest: Phrase | null = null;
  for (
    let verb = previousFinite(items, from);
    verb !== null && from - verb < REACH;
    verb = previousFinite(items, verb)
  ) {
    const subject = subjectOf(items, verb, depth + 1);
    if (!subject) continue;
    nearest ??= subject;
    const before = items[subject.first - 1];
    const embedded =
      before !== undefined &&
      (before.tag === 'SCONJ' ||
        isVerb(before) ||
        CUES.has(before.lower) ||
        /^(?:that|if|when|whether|because|as|while|after|before|than|what|how|why|where)$/.test(
          before.lower,
        ));
    if (!embedded) return subject;
  }
  return nearest;
}

/** `agencies including the A, the B and the C, which said`: the phrase that the names are examples of. */
function aboveExamples(items: readonly Item[], phrase: Phrase): Phrase | null {
  for (let i = phrase.first - 1; i > 0 && phrase.first - i < LONGEST; i--) {
    const item = items[i] as Item;
    if (item.lower === 'including')
      return nounPhraseEndingAt(items, items[i - 1]!.lower === ',' ? i - 2 : i - 1);
    if (!isName(item) && !/^(?:,|and|the)$/.test(item.lower)) return null;
  }
  return null;
}

/** `The official who spoke to the Courier said`: the phrase before `who`, where no comma parts it from the verb. */
function antecedentOfRelative(items: readonly Item[], phrase: Phrase): Phrase | null {
  for (let i = phrase.first - 1; i > 0 && phrase.first - i < 10; i--) {
    const item = items[i] as Item;
    // `Ruiz, who is chairman of the panel said`: the comma that should close the clause is missing.
    if (item.lower === 'who') return nounPhraseEndingAt(items, items[i - 1]!.lower === ',' ? i - 2 : i - 1);
    if (item.tag === 'PUNCT' || item.quotation !== null || item.tag === 'CCONJ' || CUES.has(item.lower))
      return null;
  }
  return null;
}

/**
 * Widens `Kyiv` in `officials in Kyiv said` to the whole phrase, and narrows `a statement Ruiz` in `In a statement
 * Ruiz said` to the name.
 */
function fullPhrase(items: readonly Item[], phrase: Phrase | null): Phrase | null {
  if (!phrase) return null;
  const before = items[phrase.first - 1];
  if (before?.tag !== 'ADP' || before.lower === 'as' || before.lower === 'than')
    return narrowed(items, phrase);
  const outer = phrase.first > 1 ? nounPhraseEndingAt(items, phrase.first - 2) : null;
  if (outer && (items[outer.last] as Item).tag !== 'PRON') {
    const whole = fullPhrase(items, outer);
    return whole ? { first: whole.first, last: phrase.last } : null;
  }
  let name = phrase.last;
  while (name > phrase.first && isName(items[name - 1] as Item)) name--;
  return isName(items[phrase.last] as Item) && name > phrase.first
    ? { first: name, last: phrase.last }
    : phrase;
}

/** `later Ruiz` → `Ruiz`: adverbs, participles and stray words at the front are no part of a name. */
function narrowed(items: readonly Item[], phrase: Phrase): Phrase {
  let first = phrase.first;
  while (
    first < phrase.last &&
    /^(?:ADV|VBG|VBN|VFIN)$/.test((items[first] as Item).tag) &&
    !isName(items[first] as Item) &&
    !/^(?:then|former|ex)/.test((items[first] as Item).lower)
  )
    first++;
  return { first, last: phrase.last };
}

/** `Ruiz, 70, the mayor of Salt Harbour,` with `comma` the last: the phrase before what the commas enclose. */
function afterParenthesis(items: readonly Item[], comma: number): Phrase | null {
  const mark = (items[comma] as Item).lower;
  const open = mark === ')' ? '(' : mark;
  for (let i = comma - 1; i > 0 && comma - i < 40; i--) {
    const item = items[i] as Item;
    if (item.quotation !== null && mark === ',') continue;
    if (item.lower !== open) continue;
    const before = items[i - 1] as Item;
    if (before.tag === 'NUM' || /^\d+$/.test(before.lower)) continue;
    const phrase = nounPhraseEndingAt(items, i - 1);
    if (!phrase) continue;
    const inside = items[i + 1] as Item;
    // A finite verb of its own, not in a relative clause: no aside, but a sentence.
    const finite = items
      .slice(i + 1, comma)
      .some(
        (word, k, aside) =>
          (word.tag === 'VFIN' || word.tag === 'AUX') &&
          !aside.slice(0, k).some((before) => /^(?:who|which|that|whose)$/.test(before.lower)),
      );
    const opensAside =
      /^(?:who|which|whose|whom|where|when|as|while|that)$/.test(inside.lower) ||
      inside.tag === 'VBN' ||
      inside.tag === 'VBG' ||
      inside.tag === 'VFIN';
    if (finite && !opensAside && inside.lower !== 'asked') continue;
    // `The laboratory’s director, Asha Nair, said`: the name in the aside says who it is.
    const aside = items.slice(i + 1, comma);
    if (aside.length > 0 && aside.length <= 4 && aside.every(isName) && !isName(items[phrase.last] as Item))
      return { first: i + 1, last: comma - 1 };
    const whole = fullPhrase(items, phrase);
    // "On Sunday in Hanoi, after the talks, Ruiz": not a parenthesis round a subject, but an opener.
    if (whole && whole.first > 0 && (items[whole.first - 1] as Item).tag === 'ADP') continue;
    return whole;
  }
  return null;
}

/** Whether a comma before a verb joins it to an earlier verb, as in `came, saw and said`. */
function followsCoordination(items: readonly Item[], comma: number): boolean {
  return isVerb(items[comma - 1]);
}

/** The nearest finite verb, or auxiliary, to the left; none that stands between brackets which close before `from`. */
export function previousFinite(items: readonly Item[], from: number): number | null {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const item = items[i] as Item;
    if (item.lower === ')') i = bracketBefore(items, i);
    if (item.tag === 'VFIN' || item.tag === 'AUX') {
      let first = i;
      while (first > 0 && items[first - 1]!.tag === 'AUX') first--;
      return first;
    }
  }
  return null;
}

/** Where the bracket opens that closes at `closing`; `closing` itself where none does. */
function bracketBefore(items: readonly Item[], closing: number): number {
  for (let i = closing - 1; i >= Math.max(0, closing - LONGEST); i--) {
    if (items[i]!.lower === '(') return i;
    if (items[i]!.lower === ')') break;
  }
  return closing;
}

/** Whether a phrase stands between brackets that close before `at`. */
export function inBrackets(items: readonly Item[], { last }: Phrase, at: number): boolean {
  for (let i = last + 1; i < at; i++) {
    if (items[i]!.lower === '(') return false;
    if (items[i]!.lower === ')') return bracketBefore(items, i) < last;
  }
  return false;
}

/** The first noun phrase of a passage that a finite verb follows. */
export function mainSubject(items: readonly Item[], from = 0): Phrase | null {
  for (let i = from; i < Math.min(items.length, from + REACH); i++) {
    const item = items[i] as Item;
    if (item.tag !== 'VFIN' && item.tag !== 'AUX') continue;
    const subject = subjectOf(items, i);
    if (subject && subject.first >= from) return subject;
  }
  return null;
}
