import { CUES, STRONG_CUES } from '../lexicon/en/cues.js';
import { ADVERBS, SENTENCE_OPENERS, SUBORDINATORS } from '../lexicon/en/function-words.js';
import { cueAt } from './cue.js';
import type { Item } from './items.js';
import { isName, isVerb, nounPhraseStartingAt, subjectOf } from './phrases.js';
import { opener, REACH, type Reporting, span } from './reporting.js';

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

/** Whether nothing but a phrase such as `in a tweet`, `on Sunday` stands there. */
function onlyAdverbial(items: readonly Item[], from: number, to: number): boolean {
  if (to - from > 6) return false;
  if (to > from && items[from]!.tag !== 'ADP' && items[from]!.tag !== 'DET' && items[from]!.tag !== 'ADV')
    return false;
  return !items
    .slice(from, to)
    .some((item) => isVerb(item) || item.tag === 'PRON' || item.quotation !== null);
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
