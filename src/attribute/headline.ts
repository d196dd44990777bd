import { CUES } from '../lexicon/en/cues.js';
import { SENTENCE_OPENERS } from '../lexicon/en/function-words.js';
import { LINK_LABELS } from '../lexicon/en/labels.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Item } from './items.js';
import { nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from './phrases.js';
import type { Reporting } from './reporting.js';

/**
 * Who a quotation in a headline is by; null where nobody is named, for then it is a scare quote.
 *
 * - `Ruiz: ‘We will not sign’`, `Ruiz on treaty: ‘It is over’`, `Ruiz: Deal ‘in doubt’ after vote`
 * - `‘We will not sign’: Ruiz`
 * - `Ministers blast deal as ‘shameful’`
 */
export function headlineClause(items: readonly Item[], quotation: number): Reporting | null {
  const start = afterLinkLabel(items);
  const colon = items.findLastIndex((item, i) => i >= start && i < quotation && item.lower === ':');
  if (colon > start) {
    const source = headlineSubject(items, start, colon);
    if (source)
      return { cue: items[colon]!, at: colon, lemma: ':', source, implicit: false, rule: 'headline-colon' };
  }
  const after = items[quotation + 1];
  if (after && (after.lower === ':' || /^[–—-]$/.test(after.lower))) {
    const source = nounPhraseStartingAt(items, quotation + 2);
    const followed = source ? items[source.last + 1] : undefined;
    if (source && namesSomebody(items, source) && (!followed || isCue(followed))) {
      return {
        cue: after,
        at: quotation + 1,
        lemma: ':',
        source,
        implicit: false,
        rule: 'headline-colon-after',
      };
    }
  }
  for (let i = quotation - 1; i > start; i--) {
    const item = items[i] as Item;
    if (item.quotation !== null && i < quotation - 1 && items[i + 1]?.lower !== 'and') return null;
    if (item.quotation !== null) continue;
    if (!isCue(item)) continue;
    if (/^for$/i.test(items[i - 1]?.text ?? '')) {
      const blamed = nounPhraseEndingAt(items, i - 2);
      const name = blamed ? lastNames(items, blamed) : null;
      if (name)
        return {
          cue: item,
          at: i,
          lemma: item.lower,
          source: name,
          implicit: false,
          rule: 'headline-for-saying',
        };
    }
    const source = headlineSubject(items, start, i);
    if (source) return { cue: item, at: i, lemma: item.lower, source, implicit: false, rule: 'headline-cue' };
  }
  return null;
}

function afterLinkLabel(items: readonly Item[]): number {
  const colon = items.findIndex((item) => item.lower === ':');
  if (colon <= 0 || colon > 3) return 0;
  const label = items
    .slice(0, colon)
    .map((item) => item.lower)
    .join(' ');
  return LINK_LABELS.has(label) ? colon + 1 : 0;
}

/** In title case tags mislead, so the word alone decides; only present tense and gerunds report in headlines. */
function isCue(item: Item): boolean {
  return (CUES.get(item.lower) ?? []).some((cue) => {
    if (cue.class === 'think') return false;
    if (cue.shape === 'finite') return true;
    return (cue.shape === 'gerund' && cue.class !== 'act') || (cue.shape === 'base' && cue.class === 'label');
  });
}

/** The name, or the group, that the words between `from` and `to` begin with. */
function headlineSubject(items: readonly Item[], from: number, to: number): Phrase | null {
  let first = from;
  while (first < to && /^(?:PUNCT|ADV|CCONJ)$/.test((items[first] as Item).tag)) first++;
  let last = -1;
  for (let i = first; i < to; i++) {
    const item = items[i] as Item;
    if (
      item.quotation !== null ||
      item.tag === 'PUNCT' ||
      /^(?:on|in|at|to|of|for|with|over|from|by|says?|and)$/.test(item.lower) ||
      isCue(item)
    )
      break;
    last = i;
  }
  if (last < first) return null;
  const phrase = { first, last };
  return namesSomebody(items, phrase) ? phrase : null;
}

function namesSomebody(items: readonly Item[], phrase: Phrase): boolean {
  const words = items.slice(phrase.first, phrase.last + 1);
  if (words.length > 6) return false;
  const role = words.some((word) => ROLE_NOUNS.has(word.lower));
  const last = words.at(-1) as Item;
  const capitals = words.every((word) => /^\p{Lu}/u.test(word.text));
  const place = COUNTRY_OF.has(words.map((word) => word.lower).join(' '));
  if (
    /^(?:analysis|report|opinion|exclusive|breaking|update|transcript|factbox|explainer|poll|editorial)$/.test(
      last.lower,
    )
  )
    return false;
  return (
    role ||
    place ||
    (capitals &&
      words.length <= 4 &&
      !/^(?:NUM|DET|ADP)$/.test(last.tag) &&
      !words.some((word) => SENTENCE_OPENERS.has(word.lower)))
  );
}

function lastNames(items: readonly Item[], phrase: Phrase): Phrase | null {
  let first = phrase.last;
  if (!/^\p{Lu}/u.test((items[first] as Item).text)) return null;
  while (
    first > phrase.first &&
    (items[first - 1] as Item).tag === 'PROPN' &&
    !isCue(items[first - 1] as Item)
  )
    first--;
  return { first, last: phrase.last };
}
