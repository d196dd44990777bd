import { CUES, NAMING_WORDS } from '../lexicon/en/cues.js';
import { SOURCE_PRONOUNS } from '../lexicon/en/function-words.js';
import type { SourceKind } from '../model/attribution.js';
import type { Quotation } from '../model/segmentation.js';
import type { Span } from '../model/span.js';
import { clauseBefore } from './clause-before.js';
import type { Item } from './items.js';
import { isName, isVerb, nounPhraseStartingAt, type Phrase, spanOf } from './phrases.js';
import { opener, type Reporting } from './reporting.js';

export function kindOf(items: readonly Item[], source: Phrase | null): SourceKind {
  if (!source) return 'role';
  const words = items.slice(source.first, source.last + 1);
  const last = words.at(-1) as Item;
  if (words.length === 1 && (SOURCE_PRONOUNS.has(last.lower) || /^(?:his|her|their|its)$/.test(last.lower)))
    return 'pronoun';
  return isName(last) || (words.some(isName) && /^\p{Lu}/u.test(last.text)) ? 'name' : 'role';
}

/** `the “so-called” …`, `his trademark “intense handshake”`, `an album titled “…”`. */
export function namesSomething(items: readonly Item[], i: number): boolean {
  if (NAMING_WORDS.has(items[i - 1]?.lower ?? '')) return true;
  // `a group called “…”`
  return (
    /^(?:called|named)$/.test(items[i - 1]?.lower ?? '') &&
    items[i - 2]?.tag === 'NOUN' &&
    /^an?$/.test(items[i - 3]?.lower ?? items[i - 4]?.lower ?? '')
  );
}

/** A short quotation used as an adjective or a name for a thing: `his “reset” button`. */
export function isAttributive(items: readonly Item[], i: number, words: number): boolean {
  const next = items[i + 1];
  const before = items[i - 1];
  if (words > 3 || !next || !before) return false;
  return (
    (next.tag === 'NOUN' || next.tag === 'PROPN') &&
    (before.tag === 'DET' || before.tag === 'ADJ' || before.tag === 'POSS' || before.tag === 'NOUN')
  );
}

/** Every long word of a quotation in the body begins with a capital: a title. */
export function isTitle(text: string, quotation: Quotation, items: readonly Item[], i: number): boolean {
  const inner = text.slice(quotation.inner.start, quotation.inner.end);
  const words = inner.match(/[\p{L}’'-]+/gu) ?? [];
  // `“He is a Great American.”` is a sentence, however it is written.
  if (/^(?:I|He|She|We|They|It|You)$/.test(words[0] ?? '') || items.length === 1) return false;
  if (words.length < 2 || words.length > 9 || /^[:,]$/.test(items[i - 1]?.lower ?? '') || /[,!]$/.test(inner))
    return false;
  const small = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|from|is|as|it)$/;
  return words.every((word, k) => /^\p{Lu}/u.test(word) || (k > 0 && small.test(word)));
}

/** Direct: the words stand for themselves, parted from the clause by a comma or colon, or follow `said` at once. */
export function isDirect(
  text: string,
  items: readonly Item[],
  i: number,
  quotation: Quotation,
  reporting: Reporting,
): boolean {
  if (reporting.at > i) return true;
  const before = items[i - 1]?.lower;
  if (before === ':' || before === ',') return true;
  return (
    reporting.at === i - 1 && /^[\p{Lu}[]/u.test(text.slice(quotation.inner.start, quotation.inner.start + 1))
  );
}

/** Where a mixed content begins: behind the cue, its addressee and `that`. */
export function contentStart(items: readonly Item[], reporting: Reporting, quotation: number): number {
  let i = reporting.at + 1;
  const that = items.findIndex((item, k) => k >= i && k < quotation && item.lower === 'that');
  if (that !== -1 && that - i <= 4) i = that + 1;
  while (i < quotation && /^(?:that|,|:|to|as)$/.test((items[i] as Item).lower)) i++;
  return (items[Math.min(i, quotation)] as Item).start;
}

/** `told reporters`: whoever stands right after such a cue. */
export function addresseeOf(items: readonly Item[], cue: number): Span | null {
  const lemma = CUES.get(items[cue]?.lower ?? '')?.[0]?.lemma ?? '';
  if (!/^(?:tell|inform|remind|assure|advise)$/.test(lemma)) return null;
  const phrase = nounPhraseStartingAt(items, cue + 1);
  return phrase ? spanOf(items, phrase) : null;
}

/** `“…”, according to Ruiz` in a headline. */
export function headlineBody(items: readonly Item[], i: number): Reporting | null | 'none' {
  return opener(items, i + 1);
}

/** `Ruiz: “…”` in running text, without a verb. */
export function colonClause(items: readonly Item[], i: number): Reporting | null {
  const colon = i - 1;
  if (colon < 1 || items.slice(0, colon).some((item) => isVerb(item) || item.quotation !== null)) return null;
  const source = nounPhraseStartingAt(items, 0);
  if (!source || source.last !== colon - 1 || !items.slice(source.first, source.last + 1).some(isName))
    return null;
  if (!isName(items[source.last] as Item)) return null;
  return { cue: items[colon]!, at: colon, lemma: ':', source, implicit: false, rule: 'name-colon' };
}

/** `Ruiz repeated that …` at the head of the next sentence. */
export function forwardClause(items: readonly Item[]): Reporting | null {
  const reporting = clauseBefore(items, Math.min(items.length, 8));
  return reporting?.source && reporting.source.first <= 1 ? reporting : null;
}

/** `would never call him “weak”`. */
export function isDenied(items: readonly Item[], cue: number): boolean {
  return items
    .slice(Math.max(0, cue - 3), cue)
    .some((item) => /^(?:never|not|n't|no)$/.test(item.lower) || /n't$/.test(item.lower));
}
