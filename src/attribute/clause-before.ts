import { CUE_NOUNS, CUES, type Cue, STRONG_CUES } from '../lexicon/en/cues.js';
import { ADVERBS } from '../lexicon/en/function-words.js';
import { ROLE_NOUNS } from '../lexicon/en/roles.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Span } from '../model/span.js';
import { cueAt, isPassive } from './cue.js';
import type { Item } from './items.js';
import {
  isName,
  isVerb,
  mainSubject,
  nounPhraseEndingAt,
  nounPhraseStartingAt,
  type Phrase,
  previousFinite,
  subjectAbove,
  subjectOf,
} from './phrases.js';
import { opener, REACH, type Reporting } from './reporting.js';

/**
 * The reporting clause that governs a quotation from its left, the nearest that fits:
 *
 * - `Ruiz said: “…”`, `Ruiz told reporters that it was “…”`
 * - `Ruiz dismissed the report as a “…”` (with `as`, a verb that takes `as`)
 * - `Ruiz, who spoke first, …, calling it “…”`
 * - `Ruiz’s claim that it was “…”`
 *
 * An attitude or a hypothetical naming inside a clause of saying belongs to whoever says it: in `Ruiz said she would
 * never call Ito “weak”` the source is Ruiz.
 */
export function clauseBefore(items: readonly Item[], quotation: number): Reporting | null {
  const withAs = asBefore(items, quotation);
  let fallback: Reporting | null = null;
  for (let i = quotation - 1; i >= Math.max(0, quotation - REACH); i--) {
    const item = items[i] as Item;
    if (item.lower === ';') break;
    if (DASH.test(item.lower) && i < quotation - 1) {
      // An aside between dashes is no part of the clause; a dash near the front closes a dateline.
      const opens = items.findLastIndex((other, k) => k < i && k > 6 && DASH.test(other.lower));
      if (opens > 0) {
        i = opens;
        continue;
      }
    }
    if (item.quotation !== null) continue;
    if (item.lower === 'to' && items[i - 1]?.lower === 'according') {
      const relayed = opener(items, i - 1);
      // `According to Ruiz, it was “…”`, but not over another verb of saying.
      if (relayed?.source && relayed.source.last < quotation) return relayed;
    }
    const noun = nounCue(items, i, quotation);
    if (noun) {
      if (fallback === null) return noun;
      if (fallback.source === null) return noun;
      continue;
    }
    const cue = cueAt(items, i);
    if (!cue || isPost(items, i)) continue;
    if (withAs !== null && i < withAs && !takesAs(cue)) continue;
    if (ONLY_WITH_AS.has(cue.lemma) && cue.class !== 'say' && withAs === null) continue;
    if (inClosedAside(items, i, quotation)) continue;
    const reporting = governing(items, i, cue);
    if (!reporting) continue;
    if (climbs(items, i, cue)) {
      fallback ??= reporting;
      continue;
    }
    // An attitude between the saying and the words: `said Ruiz believes it “…”` was said by the sayer.
    return reporting;
  }
  return fallback;
}

/** `wrote in a lengthy Facebook {post} that …`: a noun, with an article before it. */
function isPost(items: readonly Item[], i: number): boolean {
  if (!/^(?:post|tweet|email|text|blog|message)$/.test(items[i]!.lower)) return false;
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const { tag, lower } = items[k] as Item;
    if (tag === 'DET' || /^(?:his|her|its|their)$/.test(lower)) return true;
    if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tag)) return false;
  }
  return false;
}

/** `Ito resisted: “…”`: a verb that need not be one of saying, because the colon says so. */
export function anyVerbColon(items: readonly Item[], quotation: number): Reporting | null {
  if (items[quotation - 1]?.lower !== ':') return null;
  for (let i = quotation - 2; i >= Math.max(0, quotation - 14); i--) {
    const item = items[i] as Item;
    if (item.quotation !== null || item.lower === ';') return null;
    if (item.tag !== 'VFIN') continue;
    const source = subjectOf(items, i);
    const somebody =
      source &&
      (isName(items[source.last] as Item) ||
        items[source.last]!.tag === 'PRON' ||
        ROLE_NOUNS.has(items[source.last]!.lower));
    return somebody
      ? { cue: item, at: i, lemma: item.lower, source, implicit: false, rule: 'any-verb-colon' }
      : null;
  }
  return null;
}

/** The first clause of a sentence without quotation marks in which somebody says something. */
export function tellingClause(items: readonly Item[]): Reporting | null {
  for (let i = 0; i < items.length; i++) {
    const cue = cueAt(items, i);
    if (cue?.class !== 'say' || cue.shape !== 'finite' || !STRONG_CUES.has(cue.lemma)) continue;
    const reporting = governing(items, i, cue);
    if (reporting?.source) return reporting;
  }
  return null;
}

/** The source that a verb cue has. */
function governing(items: readonly Item[], i: number, cue: Cue): Reporting | null {
  const item = items[i] as Item;
  const base = { cue: item as Span, at: i, lemma: cue.lemma };
  if (cue.shape === 'gerund' || item.tag === 'VBG') {
    const source = subjectOfGerund(items, i);
    return source ? { ...base, source, implicit: false, rule: 'gerund-before' } : null;
  }
  if (cue.lemma === 'ask' || cue.lemma === 'press' || cue.lemma === 'question') {
    // `Asked whether …`, `when she was asked if …`: the reporters asked.
    const opensClause = i === 0 || /^(?:when|if|after|,)$/.test(items[i - 1]!.lower);
    if (
      item.lower === 'asked' &&
      (opensClause || isPassive(items, i)) &&
      /^(?:if|whether|about|why|how|what|when|during|at|by|,)$/.test(items[i + 1]?.lower ?? '')
    ) {
      return { ...base, source: null, implicit: true, rule: 'asked' };
    }
  }
  if (isPassive(items, i)) {
    const by = items.findIndex((word, k) => k > i && k < i + 12 && word.lower === 'by');
    const agent = by === -1 ? null : nounPhraseStartingAt(items, by + 1);
    if (cue.lemma === 'accuse' || cue.lemma === 'quote') return null;
    return agent ? { ...base, source: agent, implicit: false, rule: 'passive-by' } : null;
  }
  const source = subjectOf(items, i) ?? inverted(items, i);
  if (source)
    return {
      ...base,
      source,
      implicit: false,
      rule: cue.shape === 'base' ? 'infinitive-before' : 'source-cue-before',
    };
  return null;
}

/** `said Ruiz: “…”`. */
function inverted(items: readonly Item[], i: number): Phrase | null {
  if (i > 0 && items[i - 1]!.quotation === null && items[i - 1]!.tag !== 'PUNCT') return null;
  return nounPhraseStartingAt(items, i + 1);
}

/** Gerunds that hang on each other beyond which nobody looks. */
const DEEPEST = 4;

/** Whose act a gerund is: `, saying`, `by calling`, `for saying` (the one who is blamed), `Calling it …, Ruiz said`. */
export function subjectOfGerund(items: readonly Item[], i: number, depth = 0): Phrase | null {
  if (depth > DEEPEST) return null;
  let before = i - 1;
  while (before >= 0 && (ADVERBS.has(items[before]!.lower) || items[before]!.tag === 'ADV')) before--;
  const link = items[before];
  if (link && (link.tag === 'CCONJ' || link.lower === ',') && isGerundCue(items, before)) {
    for (let k = before - 1; k >= Math.max(0, before - REACH); k--)
      if (items[k]!.tag === 'VBG' || CUES.get(items[k]!.lower)?.[0]?.shape === 'gerund')
        return subjectOfGerund(items, k, depth + 1);
  }
  if (link?.tag === 'AUX') return subjectOf(items, i);
  if (link?.lower === 'for') {
    const person = nounPhraseEndingAt(items, before - 1);
    if (person) return person;
  }
  if (link?.lower === 'by') {
    // `insulted her by calling her`, `Why would Ito insult me by calling me`: the nearest verb's subject.
    for (let k = before - 1; k >= Math.max(0, before - REACH); k--) {
      if (!isVerb(items[k]) || items[k]!.tag === 'VBG') continue;
      const own = subjectOf(items, k);
      if (own) return own;
    }
  }
  const verb = previousFinite(items, i);
  const subject = verb === null ? null : subjectAbove(items, i);
  if (subject) return subject;
  // `Trump, calling it …`: the phrase before the comma.
  if (link?.lower === ',') {
    const phrase = nounPhraseEndingAt(items, before - 1);
    if (phrase) return phrase;
  }
  const comma = nextWithin(items, i, (word) => word.lower === ',');
  return comma === -1 ? (insideQuotationComma(items, i) ?? null) : mainSubject(items, comma + 1);
}

function isGerundCue(items: readonly Item[], before: number): boolean {
  for (let k = before - 1; k >= Math.max(0, before - 8); k--) {
    if (items[k]!.tag === 'VBG') return true;
    if (isVerb(items[k])) return false;
  }
  return false;
}

/** Index of the next item behind `i`, and within reach, that is wanted; -1 for none. */
function nextWithin(items: readonly Item[], i: number, wanted: (item: Item) => boolean): number {
  for (let k = i + 1; k < Math.min(items.length, i + REACH); k++) if (wanted(items[k] as Item)) return k;
  return -1;
}

/** `Calling it a “scam,” Ruiz said`: the comma stands inside the marks. */
function insideQuotationComma(items: readonly Item[], i: number): Phrase | null {
  const quotation = nextWithin(items, i, (word) => word.quotation !== null);
  if (quotation === -1 || !items[quotation]!.text.endsWith(',')) return null;
  return mainSubject(items, quotation + 1);
}

/** Whether the cue only stands inside somebody's saying: an attitude, or a naming that is denied or imagined. */
function climbs(items: readonly Item[], i: number, cue: Cue): boolean {
  if (cue.class === 'think') return true;
  if (cue.class !== 'label' && cue.shape !== 'base') return false;
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const { lower } = items[k] as Item;
    if (NEGATORS.has(lower) || /^(?:would|could|should|might|can|may)$/.test(lower)) return true;
    if (isVerb(items[k]) && lower !== 'be') return false;
  }
  return false;
}

/** `Ruiz’s claim that it was “…”`, `a statement by the ministry that …`, `in a tweet: “…”`. */
function nounCue(items: readonly Item[], i: number, quotation: number): Reporting | null {
  const item = items[i] as Item;
  if (!CUE_NOUNS.has(item.lower) || isVerb(item)) return null;
  const that =
    items[i + 1]?.lower === 'that' ||
    (items.slice(i + 1, quotation).some((word) => word.lower === 'that') && quotation - i < 14);
  if (!that) return null;
  if (
    items
      .slice(i + 1, quotation)
      .some((word, k, rest) => cueAt(items, i + 1 + k) !== null && rest.length > 0 && word.tag === 'VFIN')
  )
    return null;
  const base = { cue: item as Span, at: i, lemma: item.lower, implicit: false, rule: 'noun-cue' };
  let owner = i - 1;
  while (owner >= 0 && /^(?:ADJ|ADV|NUM)$/.test(items[owner]!.tag)) owner--;
  const before = items[owner];
  if (!before) return null;
  if (before.tag === 'POSS' || /['’]s?$/.test(before.text)) {
    let first = owner;
    if (isName(before))
      while (first > 0 && isName(items[first - 1] as Item) && items[first - 1]!.tag !== 'POSS') first--;
    else first = nounPhraseEndingAt(items, owner)?.first ?? owner;
    return { ...base, source: { first, last: owner } };
  }
  if (/^(?:his|her|their|its)$/.test(before.lower)) return { ...base, source: { first: owner, last: owner } };
  if (items[i + 1]?.lower === 'by' || items[i + 1]?.lower === 'from') {
    const agent = nounPhraseStartingAt(items, i + 2);
    if (agent) return { ...base, source: agent };
  }
  // `a previous White House statement`: the names inside.
  const phrase = nounPhraseEndingAt(items, i);
  if (!phrase) return null;
  const last = i - 1;
  if (!isName(items[last] as Item)) return null;
  let first = last;
  while (first > phrase.first && isName(items[first - 1] as Item)) first--;
  return { ...base, source: { first, last } };
}

/**
 * Whether the verb stands in a subordinate clause that a comma closes before the quotation: in `he said when Ito tells
 * him that, he “believes it”` the verb `tells` cites nobody.
 */
function inClosedAside(items: readonly Item[], verb: number, quotation: number): boolean {
  const closes = items.slice(verb + 1, quotation - 1).some((item) => item.lower === ',');
  if (!closes) return false;
  for (let i = verb - 1; i >= Math.max(0, verb - 10); i--) {
    const item = items[i] as Item;
    if (/^(?:when|if|because|although|though|unless|every|once|how|why|where)$/.test(item.lower)) return true;
    if (item.tag === 'PUNCT' || item.quotation !== null || item.tag === 'VFIN' || CUES.has(item.lower))
      return false;
  }
  return false;
}

/** Index of `as` where it joins the quotation to a verb over at most five words: `as a party-inspired “…”`. */
function asBefore(items: readonly Item[], quotation: number): number | null {
  for (let i = quotation - 1; i >= Math.max(0, quotation - 5); i--) {
    const item = items[i] as Item;
    if (item.lower === 'as') return i;
    if (item.quotation !== null && items[i + 1]?.lower === 'and') continue;
    if (isVerb(item) && item.tag !== 'VBN' && item.tag !== 'VBG') return null;
  }
  return null;
}

const DASH = /^(?:[—–-]|--)$/;

/** Verbs that name something only together with `as`. */
const ONLY_WITH_AS = new Set([
  'see',
  'view',
  'regard',
  'refer',
  'know',
  'cite',
  'present',
  'name',
  'rate',
  'bill',
  'class',
  'address',
  'qualify',
  'consider',
]);

const AS_VERBS = new Set(
  `hit lash lump describe dismiss denounce label brand characterize characterise portray criticize criticise condemn slam blast bash
   attack hail praise deride mock decry cast tout paint depict name refer defend lampoon regard see view treat recount
   reject cite quote ridicule know dub frame pan skewer rip assail interpret bill trumpet present assess rate`
    .trim()
    .split(/\s+/),
);

const takesAs = (cue: Cue): boolean => cue.class === 'label' || AS_VERBS.has(cue.lemma);
