import { CUE_NOUNS, CUES, type Cue, SOURCE_OPENERS, STRONG_CUES } from '../lexicon/en/cues.js';
import { ADVERBS, SENTENCE_OPENERS, SUBORDINATORS } from '../lexicon/en/function-words.js';
import { DOCUMENT_NOUNS, ROLE_NOUNS } from '../lexicon/en/roles.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Span } from '../model/span.js';
import type { Item } from './items.js';
import {
  isName,
  isVerb,
  mainSubject,
  nounPhraseEndingAt,
  nounPhraseStartingAt,
  type Phrase,
  previousFinite,
  spanOf,
  subjectAbove,
  subjectOf,
} from './phrases.js';

/** A cue beside a quotation, with its source where the words give one. */
export interface Reporting {
  readonly cue: Span;
  /** Index of the cue's (last) item. */
  readonly at: number;
  readonly lemma: string;
  readonly source: Phrase | null;
  /** Nobody is named and nobody can be: "it was alleged", "asked whether". */
  readonly implicit: boolean;
  readonly rule: string;
}

/**
 * A reporting clause after the quotation:
 *
 * - `“We will not sign,” Ruiz told reporters.`
 * - `“We will not sign,” said Maria Ruiz, who chairs the panel.`
 * - `“It is over,” according to two officials.`
 */
export function clauseAfter(items: readonly Item[], quotation: number, endsOpen: boolean): Reporting | null {
  let i = quotation + 1;
  const comma = items[i]?.lower === ',' || items[i]?.tag === 'PUNCT';
  if (comma && /^[,—–-]+$/.test(items[i]!.lower)) i++;
  const according = opener(items, i);
  if (according) return according;
  if (!endsOpen && i === quotation + 1) return null;
  while (items[i] && ADVERBS.has(items[i]!.lower)) i++;
  if (items[i]?.tag === 'CCONJ' || SUBORDINATORS.has(items[i]?.lower ?? '')) return null;
  const named = nameThenCue(items, i);
  if (named) return named;
  const direct = cueAt(items, i);
  if (direct && STRONG_CUES.has(direct.lemma) && direct.shape !== 'gerund') {
    const source = nounPhraseStartingAt(items, i + 1) ?? null;
    if (source && source.first === i + 1)
      return {
        cue: items[i]!,
        at: i,
        lemma: direct.lemma,
        source,
        implicit: false,
        rule: 'cue-source-after',
      };
  }
  const unlisted = anyVerbClause(items, quotation, i);
  if (unlisted) return unlisted;
  for (let v = i; v < items.length && v < i + 30; v++) {
    const item = items[v] as Item;
    if (item.quotation !== null || item.lower === ';') return null;
    const cue = cueAt(items, v);
    const comma = /[,?!]["”’']*$/.test((items[quotation] as Item).text);
    if (!cue || !(STRONG_CUES.has(cue.lemma) || (comma && cue.class === 'say' && cue.shape === 'finite'))) {
      // Another finite verb comes first: `“…,” Ruiz said` but not `“…,” the mayor left, and …`
      if (item.tag === 'VFIN' && !isName(item) && !insideRelative(items, i, v)) return null;
      continue;
    }
    if (cue.shape === 'gerund') {
      if (items[v - 1]?.lower === 'as' && items[v - 2]?.lower === 'quoted') {
        const subject = subjectOf(items, v - 2);
        if (subject && subject.first >= i)
          return {
            cue: span(items[v - 2]!, item),
            at: v,
            lemma: cue.lemma,
            source: subject,
            implicit: false,
            rule: 'quoted-as-saying',
          };
      }
      continue;
    }
    // `the groups say`, `he will say`
    const plural = /s$/.test(items[v - 1]?.text ?? '') || items[v - 1]?.tag === 'NUM';
    const future = /^(?:will|would|'ll)$/.test(items[v - 1]?.lower ?? '');
    if (cue.shape === 'base' && item.tag !== 'VFIN' && !plural && !future) continue;
    const subject = subjectOf(items, v);
    if (subject && subject.first >= i && onlyAdverbial(items, i, subject.first)) {
      return {
        cue: item,
        at: v,
        lemma: cue.lemma,
        source: subject,
        implicit: false,
        rule: 'source-cue-after',
      };
    }
  }
  return null;
}

/**
 * `Ruiz said`, `Sen. Ruiz later told`: capitals and then a verb of saying, whatever the tagger makes of names that it
 * does not know.
 */
function nameThenCue(items: readonly Item[], first: number): Reporting | null {
  let last = first - 1;
  while (last + 1 < items.length && last - first < 7) {
    const item = items[last + 1] as Item;
    if (item.quotation !== null || !/^(?:\p{Lu}|\.$|@)/u.test(item.text)) break;
    last++;
  }
  let v = last + 1;
  while (items[v] && ADVERBS.has(items[v]!.lower)) v++;
  if (last < first || SENTENCE_OPENERS.has((items[first] as Item).lower)) return null;
  const cue = (CUES.get(items[v]?.lower ?? '') ?? []).find(
    (one) => one.shape === 'finite' && STRONG_CUES.has(one.lemma),
  );
  if (!cue || /^\p{Lu}/u.test(items[v]!.text)) return null;
  return {
    cue: items[v]!,
    at: v,
    lemma: cue.lemma,
    source: { first, last },
    implicit: false,
    rule: 'source-cue-after',
  };
}

/**
 * `“…,” an angry Ito retaliated.`, `“…,” he mused aloud.`: where a comma inside the marks leads to a subject and one
 * finite verb with which the sentence ends, that verb reports, whatever it is.
 */
function anyVerbClause(items: readonly Item[], quotation: number, first: number): Reporting | null {
  if (first !== quotation + 1 || !/[,?!]["”’']*$/.test((items[quotation] as Item).text)) return null;
  const source = nounPhraseStartingAt(items, first);
  if (!source || source.first !== first) return null;
  let v = source.last + 1;
  while (items[v] && ADVERBS.has(items[v]!.lower)) v++;
  const verb = items[v];
  if (verb?.tag !== 'VFIN' || isName(verb)) return null;
  let end = v + 1;
  while (items[end] && (ADVERBS.has(items[end]!.lower) || items[end]!.tag === 'ADV')) end++;
  if (items[end] !== undefined && items[end]!.lower !== '.') return null;
  return { cue: verb, at: v, lemma: verb.lower, source, implicit: false, rule: 'any-verb-after' };
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

/** Whether nothing but a phrase such as `in a tweet`, `on Sunday` stands there. */
function onlyAdverbial(items: readonly Item[], from: number, to: number): boolean {
  if (to - from > 6) return false;
  if (to > from && items[from]!.tag !== 'ADP' && items[from]!.tag !== 'DET' && items[from]!.tag !== 'ADV')
    return false;
  return !items
    .slice(from, to)
    .some((item) => isVerb(item) || item.tag === 'PRON' || item.quotation !== null);
}

/**
 * A reporting clause at the end of the sentence that the quotation stands in: `The deal is “dead”, two officials said
 * on Monday.`
 */
export function clauseAtEnd(items: readonly Item[], quotation: number): Reporting | null {
  for (let i = quotation + 1; i < Math.min(items.length - 1, quotation + REACH); i++) {
    if (items[i]!.lower !== ',') continue;
    // `…, said Ito, who chairs the panel.`
    const inverted = cueAt(items, i + 1);
    if (inverted?.class === 'say' && inverted.shape === 'finite' && STRONG_CUES.has(inverted.lemma)) {
      const speaker = nounPhraseStartingAt(items, i + 2);
      if (speaker?.first === i + 2 && items.slice(i + 2).every((item) => item.quotation === null)) {
        return {
          cue: items[i + 1]!,
          at: i + 1,
          lemma: inverted.lemma,
          source: speaker,
          implicit: false,
          rule: 'clause-at-end',
        };
      }
    }
    let source = nounPhraseStartingAt(items, i + 1);
    if (!source || source.first !== i + 1) continue;
    let v = source.last + 1;
    if (items[v]?.lower === ',') {
      // `…, Mr. Dean, who was a backer, said`: the verb behind the aside, with that subject.
      const verb = items.findIndex(
        (_, k) => k > v && k < v + 25 && cueAt(items, k)?.class === 'say' && items[k - 1]?.lower === ',',
      );
      const subject = verb === -1 ? null : subjectOf(items, verb);
      if (subject?.first !== source.first) continue;
      source = subject;
      v = verb;
    }
    while (items[v] && (ADVERBS.has(items[v]!.lower) || items[v]!.tag === 'AUX')) v++;
    const cue = cueAt(items, v);
    if (cue?.shape !== 'finite' || !STRONG_CUES.has(cue.lemma) || cue.class !== 'say') continue;
    if (items[v + 1]?.lower === 'that' || items.slice(v + 1).some((item) => item.quotation !== null))
      continue;
    return { cue: items[v]!, at: v, lemma: cue.lemma, source, implicit: false, rule: 'clause-at-end' };
  }
  return null;
}

/** Whether the verb at `v` stands in a relative clause of the subject: `Ruiz, who chairs the panel, said`. */
function insideRelative(items: readonly Item[], from: number, v: number): boolean {
  for (let i = v - 1; i >= from; i--) {
    const { lower } = items[i] as Item;
    if (lower === 'who' || lower === 'which' || lower === 'whose' || lower === 'whom' || lower === 'that')
      return true;
    if (lower === ',') return false;
  }
  return false;
}

/** `according to two officials`, `in the words of Ruiz` at `i`. */
export function opener(items: readonly Item[], i: number): Reporting | null {
  for (const words of SOURCE_OPENERS) {
    if (!words.every((word, k) => items[i + k]?.lower === word)) continue;
    const source = nounPhraseStartingAt(items, i + words.length);
    const last = items[i + words.length - 1] as Item;
    if (source)
      return {
        cue: span(items[i]!, last),
        at: i + words.length - 1,
        lemma: words.join(' '),
        source,
        implicit: false,
        rule: words.join('-'),
      };
  }
  return null;
}

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
    if (!cue) continue;
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

/** Words beyond which no clause governs a quotation; a bound keeps text without stops linear. */
const REACH = 120;

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

/** After a determiner, adjective or preposition, or before `of`: a noun. */
function nounPosition(items: readonly Item[], i: number): boolean {
  const before = items[i - 1];
  return (
    before !== undefined &&
    (/^(?:DET|ADJ|ADP|POSS|NUM)$/.test(before.tag) || /^(?:his|her|their|its)$/.test(before.lower))
  );
}

function hasAuxiliary(items: readonly Item[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const item = items[k] as Item;
    if (item.tag === 'AUX') return true;
    if (item.tag !== 'ADV' && item.tag !== 'PART' && !ADVERBS.has(item.lower)) return false;
  }
  return false;
}

function isPassive(items: readonly Item[], i: number): boolean {
  if (items[i]!.tag !== 'VBN' && items[i]!.tag !== 'VFIN') return false;
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const item = items[k] as Item;
    if (/^(?:was|were|is|are|been|being|be)$/.test(item.lower)) return true;
    if (item.tag !== 'ADV' && item.tag !== 'AUX' && item.tag !== 'PART' && !ADVERBS.has(item.lower))
      return false;
  }
  return false;
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

/** Whose act a gerund is: `, saying`, `by calling`, `for saying` (the one who is blamed), `Calling it …, Ruiz said`. */
function subjectOfGerund(items: readonly Item[], i: number): Phrase | null {
  let before = i - 1;
  while (before >= 0 && (ADVERBS.has(items[before]!.lower) || items[before]!.tag === 'ADV')) before--;
  const link = items[before];
  if (link && (link.tag === 'CCONJ' || link.lower === ',') && isGerundCue(items, before)) {
    for (let k = before - 1; k >= 0; k--)
      if (items[k]!.tag === 'VBG' || CUES.get(items[k]!.lower)?.[0]?.shape === 'gerund')
        return subjectOfGerund(items, k);
  }
  if (link?.tag === 'AUX') return subjectOf(items, i);
  if (link?.lower === 'for') {
    const person = nounPhraseEndingAt(items, before - 1);
    if (person) return person;
  }
  if (link?.lower === 'by') {
    // `insulted her by calling her`, `Why would Ito insult me by calling me`: the nearest verb's subject.
    for (let k = before - 1; k >= 0; k--) {
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
  const comma = items.findIndex((word, k) => k > i && word.lower === ',');
  return comma === -1 ? (insideQuotationComma(items, i) ?? null) : mainSubject(items, comma + 1);
}

function isGerundCue(items: readonly Item[], before: number): boolean {
  for (let k = before - 1; k >= Math.max(0, before - 8); k--) {
    if (items[k]!.tag === 'VBG') return true;
    if (isVerb(items[k])) return false;
  }
  return false;
}

/** `Calling it a “scam,” Ruiz said`: the comma stands inside the marks. */
function insideQuotationComma(items: readonly Item[], i: number): Phrase | null {
  const quotation = items.findIndex((word, k) => k > i && word.quotation !== null);
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

function span(from: Span, to: Span): Span {
  return { start: from.start, end: to.end };
}

export function sourceSpan(text: string, items: readonly Item[], reporting: Reporting): Span | undefined {
  if (!reporting.source) return undefined;
  const source = spanOf(items, reporting.source);
  // Without the possessive ending.
  const tail = /['’](?:s|ve|d|ll|m|re)?$/.exec(text.slice(source.start, source.end));
  return tail && source.end - source.start > tail[0].length
    ? { start: source.start, end: source.end - tail[0].length }
    : source;
}
