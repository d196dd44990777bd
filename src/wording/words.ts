import {
  CONTRACTION_TAILS,
  CONTRACTIONS,
  NUMBER_WORDS,
  OUR_STEMS,
  SPELLINGS,
} from '../lexicon/en/wording.js';
import type { Span } from '../model/span.js';

/**
 * A word as collation compares it. Contractions are opened (`he’s` → `he`, `'s`), so two words can share one place in
 * the text; numbers, spellings and accents are levelled. Offsets are of the report's text.
 */
export interface Word extends Span {
  readonly norm: string;
  /** Inside brackets, square or round: the editor's word, not the speaker's. */
  readonly bracket: boolean;
  /** Three dots stand between the word before and this one. */
  readonly afterEllipsis: boolean;
  /** A full stop, question or exclamation mark follows. */
  readonly endsSentence: boolean;
  /** A comma, semicolon, colon or dash follows. */
  readonly beforePause: boolean;
  /** Begins with a capital. */
  readonly capital: boolean;
}

const WORD =
  /(?:\[\p{L}{1,3}\](?=\p{L}))?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*(?:\*{2,}[\p{L}]*)?(?:[.,:]\p{N}+)*(?:['’ʼ][\p{L}]+)*(?:\[\p{L}+\])?%?|[[\]()]|\.(?:[ \u00a0]?\.)+|…|[.!?]|[,;:—–]|\$|£|€/gu;

/** Pieces of text → their level forms, kept by whoever reads many texts. */
export type Levels = Map<string, readonly string[]>;

/** The words of a stretch of text, in reading order. @param levels what is known already, and grows */
export function wordsIn(text: string, span: Span, levels?: Levels): readonly Word[] {
  const words: Mutable[] = [];
  let bracket = false;
  let ellipsis = false;
  WORD.lastIndex = span.start;
  for (;;) {
    const match = WORD.exec(text);
    if (!match || match.index >= span.end) break;
    const piece = match[0];
    const start = match.index;
    const end = Math.min(span.end, start + piece.length);
    const last = words.at(-1);
    const mark = isLetter(piece.charCodeAt(0))
      ? undefined
      : MARKS.get(piece.length > 1 && piece[0] === '.' ? '…' : piece);
    if (mark === 'opens') bracket = closes(text, piece, end, span.end);
    else if (mark === 'closes') bracket = false;
    else if (mark === 'ellipsis') ellipsis = true;
    else if (mark === 'stop') {
      if (last && !isInitial(text, last, end)) last.endsSentence = true;
    } else if (mark === 'pause') {
      if (last) last.beforePause = true;
    } else {
      let forms = levels?.get(piece);
      if (!forms) {
        forms = normalise(piece);
        levels?.set(piece, forms);
      }
      const capital = isCapital(piece);
      const inBracket = bracket || piece.includes('[');
      for (let i = 0; i < forms.length; i++) {
        words.push({
          norm: forms[i] as string,
          start,
          end,
          bracket: inBracket,
          afterEllipsis: ellipsis && i === 0,
          endsSentence: false,
          beforePause: false,
          capital,
        });
      }
      ellipsis = false;
    }
  }
  if (ellipsis && words.length > 0) (words.at(-1) as Mutable).beforePause = true;
  return withNumbers(words);
}

/** Characters that brackets hold at most: one that is never closed sets nothing apart. */
const BRACKETED = 300;

function closes(text: string, opening: string, from: number, end: number): boolean {
  const close = text.indexOf(opening === '[' ? ']' : ')', from);
  return close !== -1 && close < end && close - from <= BRACKETED;
}

const MARKS: ReadonlyMap<string, 'opens' | 'closes' | 'ellipsis' | 'stop' | 'pause'> = new Map([
  ['[', 'opens'],
  ['(', 'opens'],
  [']', 'closes'],
  [')', 'closes'],
  ['…', 'ellipsis'],
  ...['.', '!', '?'].map((mark) => [mark, 'stop'] as const),
  ...[',', ';', ':', '—', '–'].map((mark) => [mark, 'pause'] as const),
]);

const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

function isCapital(piece: string): boolean {
  const unit = piece.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(piece);
}

type Mutable = { -readonly [K in keyof Word]: Word[K] };

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

/** `four hundred` and `400`, `1.5 million` and `1,500,000`: one word, by value. */
function withNumbers(words: readonly Mutable[]): readonly Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; ) {
    const { norm, beforePause } = words[i] as Word;
    if (
      norm === 'no' &&
      !beforePause &&
      words[i + 1]?.norm === '1' &&
      (words[i + 1] as Word).end - (words[i + 1] as Word).start === 3
    ) {
      // `no one` is `nobody`.
      out.push({
        ...(words[i + 1] as Word),
        norm: 'nobody',
        start: (words[i] as Word).start,
        capital: (words[i] as Word).capital,
      });
      i += 2;
      continue;
    }
    // `World War I`
    if (norm === 'i' && words[i]?.capital && words[i - 1]?.norm === 'war' && words[i - 1]?.capital) {
      out.push({ ...(words[i] as Word), norm: '1' });
      i++;
      continue;
    }
    const joined = TWO_WORDS.get(norm)?.get(words[i + 1]?.norm ?? '');
    if (joined) {
      out.push({ ...(words[i + 1] as Word), norm: joined, start: (words[i] as Word).start });
      i += 2;
      continue;
    }
    const number = isFigure(norm) ? numberAt(words, i) : null;
    if (number && number.length > 1) {
      const last = words[i + number.length - 1] as Word;
      out.push({
        ...(words[i] as Word),
        norm: String(number.value),
        end: last.end,
        endsSentence: last.endsSentence,
        beforePause: last.beforePause,
      });
      i += number.length;
    } else {
      out.push(words[i] as Word);
      i++;
    }
  }
  return out;
}

/** Words that are written as one or as two. */
const TWO_WORDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['per', new Map([['cent', 'percent']])],
  ['some', new Map([['day', 'someday']])],
]);

/** A number in several words from `at` on: its value, and how many words it takes. */
function numberAt(words: readonly Word[], at: number): { value: number; length: number } | null {
  let total = 0;
  let group = 0;
  let i = at;
  let scaled = false;
  for (; i < words.length; i++) {
    const { norm, beforePause, endsSentence, bracket } = words[i] as Word;
    const scale = SCALES.get(norm);
    if (bracket) break;
    if (scale !== undefined && i > at) {
      scaled = true;
      if (scale === 100) group *= 100;
      else {
        total += group * scale;
        group = 0;
      }
    } else if (
      /^\d+(?:\.\d+)?$/.test(norm) &&
      (group === 0 ||
        (group % 100 === 0 && Number(norm) < 100) ||
        (group % 10 === 0 && group % 100 >= 20 && Number(norm) < 10))
    ) {
      // Digits do not follow digits: `2016 20` are two numbers.
      if (i > at && /\d/.test(words[i - 1]!.norm) && !scaled && !(group % 10 === 0 && Number(norm) < 10))
        break;
      group += Number(norm);
    } else if (norm === 'and' && scaled && group % 100 === 0 && /^\d{1,2}$/.test(words[i + 1]?.norm ?? '')) {
      continue;
    } else break;
    if (beforePause || endsSentence) {
      i++;
      break;
    }
  }
  while (i > at && (words[i - 1] as Word).norm === 'and') i--;
  const value = total + group;
  return i > at && Number.isFinite(value) ? { value, length: i - at } : null;
}

/** `J. Smith`, `U.S. troops`: a stop that ends no sentence. */
function isInitial(text: string, word: Word, stop: number): boolean {
  return (
    (word.end - word.start === 1 && word.capital) ||
    /^(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Lt|Col|Rep|St|vs|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$/.test(
      text.slice(word.start, word.end),
    ) ||
    !/^[\s"”’'\])]|^$/.test(text.slice(stop, stop + 1))
  );
}

/** `World War II` and `World War Two`; `I` and `V` are words and initials as well. */
const ROMAN: ReadonlyMap<string, string> = new Map(
  ['II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX'].map((numeral, i) => [numeral, String(i + (i < 3 ? 2 : 3))]),
);

function normalise(piece: string): readonly string[] {
  const roman = ROMAN.get(piece);
  if (roman) return [roman];
  let word = piece.toLowerCase().replace(/[’ʼ]/g, "'").replace(/[[\]]/g, '');
  if (/[^\x00-\x7f]/.test(word)) word = word.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  if (word === '$') return ['dollars'];
  if (word === '£') return ['pounds'];
  if (word === '€') return ['euros'];
  const percent = word.endsWith('%');
  if (percent) word = word.slice(0, -1);
  const whole = CONTRACTIONS.get(word);
  if (whole) return whole;
  const quote = word.indexOf("'");
  if (quote > 0) {
    if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
    const tail = word.slice(quote);
    const opened = CONTRACTION_TAILS.get(tail);
    if (opened) return [word.slice(0, quote), opened];
    if (tail === "'s" || tail === "'d") return [spelling(word.slice(0, quote)), tail];
    word = word.replace(/'/g, '');
  }
  if (/^\p{N}/u.test(word)) word = word.replace(/,(?=\d{3})/g, '').replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
  word = NUMBER_WORDS.get(word) ?? spelling(word);
  return percent ? [word, 'percent'] : [word];
}

/** American spelling, by list and by rule: `-ise`/`-ize`, `-our`/`-or`, `-lled`/`-led`. */
function spelling(word: string): string {
  const listed =
    SPELLINGS.get(word) ?? (word.endsWith('s') ? plural(SPELLINGS.get(word.slice(0, -1))) : undefined);
  if (listed) return listed;
  const our =
    /^(.+)our((?:s|ed|ing|er|ers|able|ably|ite|ites|ful|less|ism|ist|al|ally|hood|hoods|ly)?)$/.exec(word);
  if (our && OUR_STEMS.has(our[1] as string)) return `${our[1]}or${our[2]}`;
  if (/^(?:anal|paral|catal)ys(?:e|es|ed|ing|er)$/.test(word)) return word.replace('ys', 'yz');
  const ise = /^(.{3,})(is)(e|es|ed|ing|ation|ations|er|ers)$/.exec(word);
  if (ise && !NOT_IZE.test(word)) return `${ise[1]}iz${ise[3]}`;
  return word;
}

const plural = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : `${word}s`;

const NOT_IZE =
  /^(?:(?:prom|prem|surpr|exerc|adv|dev|rev|superv|telev|comprom|compr|desp|enterpr|exc|d[ei]sgu|merchand|parad|prec|pra|ra|w|otherw|likew|expert|franch|improv|demon?)is|.*(?:vis|cis|mis|pis|rais|nois|pois|chas|guis)(?:e|es|ed|ing|er|ers|ation|ations)$)/;

const EQUIVALENT: readonly (readonly [string, string])[] = [
  ["'s", 'is'],
  ["'s", 'has'],
  ["'d", 'would'],
  ["'d", 'had'],
];

/** Whether a level form is a number in figures, as all numbers become. */
export function isFigure(norm: string): boolean {
  const unit = norm.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

/** Same word but for house style. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.includes('*') || b.includes('*')) return sameMasked(a, b);
  if (a.charCodeAt(0) !== 39 && b.charCodeAt(0) !== 39) return false;
  return EQUIVALENT.some(([x, y]) => (a === x && b === y) || (a === y && b === x));
}

/** `f***ing` and the word that it stands for: the same letters before and behind the asterisks. */
function sameMasked(a: string, b: string): boolean {
  const [masked, plain] = a.includes('*') ? [a, b] : [b, a];
  const [front, back] = masked.split(/\*+/) as [string, string];
  return (
    plain.length >= masked.replace(/\*/g, '').length && plain.startsWith(front) && plain.endsWith(back ?? '')
  );
}

/** Words that are likely the same one, misspelt or inflected: one edit, or two in words of seven letters and more. */
export function nearWord(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 2 || least < 3 || a.charCodeAt(0) < 58 || b.charCodeAt(0) < 58)
    return false;
  const limit = least >= 7 ? 2 : 1;
  if (least < 4 && a.slice(1) !== b.slice(1)) return false;
  // One edit changes two letters of the set of letters at most.
  if (bitsOf(lettersOf(a) ^ lettersOf(b)) > 2 * limit) return false;
  return editDistance(a, b, limit) <= limit;
}

/** The set of letters of a word, one bit each; other characters share what bits are left. */
function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    set |= 1 << (unit >= 97 && unit <= 122 ? unit - 97 : 26 + (unit % 6));
  }
  return set;
}

/** How many bits are set (Warren, Hacker’s Delight, 5-1). */
function bitsOf(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Edits with transpositions (optimal string alignment), or `limit + 1` where there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  const [n, m] = [a.length, b.length];
  if (Math.abs(n - m) > limit) return limit + 1;
  if (m + 1 > LONGEST) return a === b ? 0 : limit + 1;
  let [before, previous, current] = ROWS as [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= m; j++) previous[j] = j;
  for (let i = 1; i <= n; i++) {
    current[0] = i;
    let least = i;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (previous[j - 1] as number) + (unit === other ? 0 : 1);
      if ((previous[j] as number) + 1 < cost) cost = (previous[j] as number) + 1;
      if ((current[j - 1] as number) + 1 < cost) cost = (current[j - 1] as number) + 1;
      if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit + 1) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[m] as number, limit + 1);
}

/** Longer words than this are the same or not. */
const LONGEST = 80;

/** Room to work in, filled anew by every call. */
const ROWS = [new Int32Array(LONGEST), new Int32Array(LONGEST), new Int32Array(LONGEST)];
