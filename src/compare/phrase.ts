import { CARDINALS } from '../lexicon/en/time.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Span } from '../model/span.js';
import { baseOf, singularOf } from './stem.js';
import type { Token } from './words.js';

/** A noun phrase: `a separate, official meeting`. */
export interface Phrase extends Span {
  readonly text: string;
  /** Its noun, singular and lower case; a name as it stands, lower case. */
  readonly head: string;
  /** All its words that tell something, singular and lower case, the head among them. */
  readonly words: readonly string[];
  readonly pronoun: boolean;
  readonly name: boolean;
  /** `no`, `none`, `nobody`, `neither`. */
  readonly negative: boolean;
  /** What is counted, where the phrase has a number. */
  readonly count: Count | null;
  /** Further phrases that `and` or a comma join to this one, without their own further phrases. */
  readonly others: readonly Phrase[];
}

export interface Count {
  readonly value: number;
  /** `at least`, `about`, `more than`, `several`: no exact number. */
  readonly loose: boolean;
  readonly span: Span;
}

const INNER: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'POSS', 'SYM']);
const LOOSE =
  /^(?:about|around|nearly|almost|roughly|approximately|over|under|least|most|than|up|some|estimated)$/;
const VAGUE: ReadonlySet<string> = new Set([
  'several',
  'many',
  'few',
  'dozens',
  'hundreds',
  'thousands',
  'scores',
  'multiple',
  'numerous',
]);
const EMPTY: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your some any no all both each every such other own same another'.split(
    ' ',
  ),
);

/** The phrase that begins at a token, with what is joined to it, and the index behind it; null where none does. */
export function phraseAt(
  tokens: readonly Token[],
  from: number,
  text: string,
): { readonly phrase: Phrase; readonly next: number } | null {
  const first = single(tokens, from, text);
  if (!first) return null;
  const others: Phrase[] = [];
  let next = first.next;
  for (;;) {
    const mark = tokens[next];
    if (!mark) break;
    let at = next;
    if (mark.text === ',' || mark.tag === 'CCONJ') at++;
    else break;
    if (mark.text === ',' && tokens[at]?.tag === 'CCONJ') at++;
    const joined = single(tokens, at, text);
    if (!joined) break;
    // A comma alone joins only where an “and” comes in the end; a verb behind makes it the subject of a new clause.
    let after = joined.next;
    while (tokens[after]?.tag === 'ADV') after++;
    if (/^(?:VFIN|AUX)$/.test(tokens[after]?.tag ?? '')) break;
    if (mark.text === ',' && tokens[next + 1]?.tag !== 'CCONJ' && !listGoesOn(tokens, joined.next, text))
      break;
    others.push(joined.phrase);
    next = joined.next;
  }
  return { phrase: { ...first.phrase, others }, next };
}

function listGoesOn(tokens: readonly Token[], from: number, text: string): boolean {
  const mark = tokens[from];
  if (!mark) return false;
  if (mark.tag === 'CCONJ') return single(tokens, from + 1, text) !== null;
  return mark.text === ',' && tokens[from + 1]?.tag === 'CCONJ';
}

function single(
  tokens: readonly Token[],
  from: number,
  text: string,
): { readonly phrase: Phrase; readonly next: number } | null {
  let at = from;
  let negative = false;
  while (at < tokens.length) {
    const { tag, lower } = tokens[at] as Token;
    if (tag === 'DET' || lower === 'no') {
      negative ||= NEGATORS.has(lower);
      at++;
    } else if (
      tag === 'ADV' &&
      at === from &&
      /^(?:only|just|about|around|nearly|almost|roughly|approximately|over|very|at|more|less|up)$/.test(lower)
    )
      at++;
    else if (
      (lower === 'least' || lower === 'most' || lower === 'than' || lower === 'to') &&
      at > from &&
      LOOSE_LEAD.test((tokens[at - 1] as Token).lower)
    )
      at++;
    else if (tag === 'PRON' && /^(?:his|her|its|their|our|my|your|whose)$/.test(lower)) at++;
    else break;
  }
  const pronoun = tokens[at];
  if (pronoun && pronoun.tag === 'PRON' && at === from)
    return { phrase: made(tokens.slice(at, at + 1), text, NEGATORS.has(pronoun.lower), true), next: at + 1 };
  let end = at;
  let head = -1;
  while (end < tokens.length) {
    const token = tokens[end] as Token;
    if (INNER.has(token.tag)) {
      if (token.tag !== 'ADJ' && token.tag !== 'POSS' && token.tag !== 'SYM') head = end;
      end++;
    } else if (
      (token.tag === 'VBN' || token.tag === 'VBG') &&
      end + 1 < tokens.length &&
      INNER.has((tokens[end + 1] as Token).tag) &&
      (end > at || at > from)
    )
      end++;
    else if (token.tag === 'VBG' && end === at && at > from) {
      head = end;
      end++;
      break;
    } else if (token.tag === 'ADV' && tokens[end + 1]?.tag === 'ADJ') end++;
    else if (
      (token.text === ',' || token.tag === 'CCONJ') &&
      tokens[end - 1]?.tag === 'ADJ' &&
      tokens[end + 1]?.tag === 'ADJ'
    )
      end++;
    else if (token.text === '-' && end > at) end++;
    else break;
  }
  // `told {her} that`: nothing follows that would be hers.
  if (head < 0 && tokens[from]?.tag === 'PRON')
    return { phrase: made(tokens.slice(from, from + 1), text, false, true), next: from + 1 };
  if (head < 0) return null;
  return { phrase: made(tokens.slice(from, head + 1), text, negative, false), next: head + 1 };
}

const LOOSE_LEAD = /^(?:at|more|less|up|over)$/;

function made(tokens: readonly Token[], text: string, negative: boolean, pronoun: boolean): Phrase {
  const start = (tokens[0] as Token).start;
  const last = tokens.at(-1) as Token;
  const words: string[] = [];
  let count: Count | null = null;
  let loose = false;
  for (const { lower, tag, start: from, end: to } of tokens) {
    if (LOOSE.test(lower)) loose = true;
    if (tag === 'NUM' || VAGUE.has(lower)) {
      const value = numberOf(lower);
      if (value !== null || VAGUE.has(lower)) {
        count = {
          value: value ?? Number.NaN,
          loose: loose || value === null,
          span: { start: from, end: to },
        };
        continue;
      }
    }
    if (EMPTY.has(lower) || tag === 'ADV' || tag === 'PUNCT' || tag === 'CCONJ' || LOOSE.test(lower))
      continue;
    words.push(tag === 'VBG' ? baseOf(lower) : singularOf(lower));
  }
  const head = pronoun ? last.lower.replace(/'.*$/, '') : singularOf(last.lower);
  return {
    start,
    end: last.end,
    text: text.slice(start, last.end),
    head,
    words: words.length > 0 ? words : [head],
    pronoun,
    name: last.tag === 'PROPN',
    negative,
    count,
    others: [],
  };
}

/** `7`, `1,200`, `seven`; null where the word is no plain number. */
export function numberOf(word: string): number | null {
  const known = CARDINALS.get(word);
  if (known !== undefined && word !== 'hundred' && word !== 'dozen') return known;
  return /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(word)
    ? Number(word.replaceAll(',', ''))
    : null;
}
