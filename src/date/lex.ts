import {
  AMBIGUOUS_SHORT,
  CARDINALS,
  DAY_PARTS,
  MONTHS,
  NEAR_DAYS,
  ORDINALS,
  REFERENCES,
  REPEATED,
  SEASONS,
  UNITS,
  WEEKDAYS,
  ZONES,
} from '../lexicon/en/time.js';

/**
 * A text as words of time. `classes` has one letter a word, so that a rule is a regular expression over letters whose
 * positions are words:
 *
 * `M` month · `W` weekday · `w` weekdays · `U` unit · `V` units · `N` number · `a` a, an · `O` ordinal · `Y` year ·
 * `D` date in figures · `C` clock · `P` a.m., p.m. · `Z` zone · `R` today, yesterday · `J` part of a day · `S` season ·
 * `L` last · `X` next · `H` this · `I` that, same · `E` every · `T` the · `G` ago · `K` earlier, later · `Q` several ·
 * `m` early, late · `~` about · `f` fiscal · `k` weekend · `c` 1990s · `F` daily · `n` now, recently · `o` of · `i` in,
 * since · `-` hyphen · `,` comma · `.` full stop · `&` and · `A` before, after · `q` future · `h` half · `x` all else
 */
export interface Lexed {
  readonly text: string;
  readonly classes: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const WORD =
  /[A-Za-z]+|\d{4}(?=[-–]\d{4}\b)|\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z0-9])|\d+|[^\sA-Za-z\d]/gi;

/** What one lower-case word is, whatever stands beside it. */
const CLASSES: ReadonlyMap<string, string> = new Map<string, string>([
  ...[...CARDINALS.keys()].map((word) => [word, 'N'] as const),
  ...[...ORDINALS.keys()].map((word) => [word, 'O'] as const),
  ...[...UNITS.keys()].flatMap(
    (word) =>
      [
        [word, 'U'],
        [word === 'century' ? 'centuries' : `${word}s`, 'V'],
      ] as const,
  ),
  ...[...DAY_PARTS.keys()].flatMap((word) => [[word, 'J'] as const, [`${word}s`, 'J'] as const]),
  ['nights', 'V'],
  ...[...SEASONS.keys()].map((word) => [word, 'S'] as const),
  ...[...NEAR_DAYS.keys()].map((word) => [word, 'R'] as const),
  ...[...REPEATED.keys()].map((word) => [word, 'F'] as const),
  ...[...REFERENCES.keys()].map((word) => [word, 'n'] as const),
  ...[...WEEKDAYS.keys()].map((word) => [word, 'W'] as const),
  ...[...WEEKDAYS.keys()].filter((word) => word.endsWith('day')).map((word) => [`${word}s`, 'w'] as const),
  ...[...MONTHS.keys()].map((word) => [word, 'M'] as const),
  ...all('L', 'last past previous preceding'),
  ...all('X', 'next coming following upcoming'),
  ...all('H', 'this current'),
  ...all('I', 'that same'),
  ...all('E', 'every each'),
  ...all('T', 'the'),
  ...all('a', 'a an'),
  ...all('G', 'ago'),
  ...all('K', 'earlier later'),
  ...all('A', 'before after'),
  ...all('Q', 'several few many couple some recent'),
  ...all('m', 'early late mid middle beginning end start'),
  ...all(
    '~',
    'about around nearly almost roughly approximately over under more less than least most only just',
  ),
  ...all('f', 'fiscal financial'),
  ...all('k', 'weekend weekends'),
  ...all('o', 'of'),
  ...all('i', 'in since until till by during from to through between for at on into'),
  ...all('&', 'and or'),
  ...all('q', 'future moment'),
  ...all('h', 'half'),
  ['second', 'O'],
  ['-', '-'],
  ['–', '-'],
  [',', ','],
  ['.', '.'],
]);

export function lex(text: string): Lexed {
  const starts: number[] = [];
  const ends: number[] = [];
  let classes = '';
  let previous = '';
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const word = found[0];
    const start = found.index;
    const code = word.charCodeAt(0);
    const letter = code >= 48 && code <= 57 ? figure(text, word, start) : named(text, word, start, previous);
    starts.push(start);
    ends.push(start + word.length);
    classes += letter;
    previous = letter;
  }
  return { text, classes, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function figure(text: string, word: string, start: number): string {
  const before = text[start - 1] ?? ' ';
  if (/[$£€#A-Za-z_]/.test(before)) return 'x';
  if (text[start + word.length] === '%') return 'x';
  if (/^\d{4}-\d{2}-\d{2}$/.test(word) || /^\d{1,4}[/.]\d{1,2}[/.]\d{2,4}$/.test(word)) return 'D';
  if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(word)) return 'C';
  if (/^\d{1,2}(?:st|nd|rd|th)$/i.test(word)) return 'O';
  if (/^(?:1[5-9]|20)\d0s$|^\d0s$/.test(word))
    return /^[1-9]0s$/.test(word) && !/['’]/.test(before) ? 'x' : 'c';
  if (/^(?:1[5-9]\d\d|20\d\d)$/.test(word)) return 'Y';
  return /^\d{1,3}(?:[.,]\d+)*$/.test(word) || /^\d+$/.test(word) ? 'N' : 'x';
}

function named(text: string, word: string, start: number, previous: string): string {
  if (word.length > 11) return 'x';
  const lower = word.toLowerCase();
  const letter = CLASSES.get(lower);
  if (letter === undefined) {
    if (ZONES.has(lower) && word === word.toUpperCase() && /[NCPJ.]/.test(previous)) return 'Z';
    return /^[ap]$/i.test(word)
      ? meridiem(text, start, 1)
      : /^[ap]m$/i.test(word)
        ? meridiem(text, start, 2)
        : 'x';
  }
  if (letter === 'a' && /^a$/i.test(word) && meridiem(text, start, 1) === 'P') return 'P';
  // “USA TODAY” and “The Daily Gazette” are names.
  if ((letter === 'R' || letter === 'F') && word[0] !== lower[0] && isNamePart(text, start, word.length))
    return 'x';
  if (lower === 'soon' && /\bas $/i.test(text.slice(Math.max(0, start - 3), start))) return 'x';
  if (letter !== 'M' && letter !== 'W' && letter !== 'w') return letter;
  // “Sun” is a star and “mar” a verb; names of months and days are capitalised.
  if (word[0] === lower[0]) return 'x';
  if (AMBIGUOUS_SHORT.has(lower) && text[start + word.length] !== '.') {
    return /^\.?,? ?\d/.test(text.slice(start + word.length, start + word.length + 5)) ||
      /\d[ -]$/.test(text.slice(start - 2, start))
      ? letter
      : 'x';
  }
  return letter;
}

/** A capitalised word between capitalised words of one name. */
function isNamePart(text: string, start: number, length: number): boolean {
  return (
    /^ [A-Z]/.test(text.slice(start + length, start + length + 2)) ||
    /(?:\bThe|\b[A-Z]{2,}|[a-z]) $/.test(text.slice(Math.max(0, start - 6), start))
  );
}

/** `a.m.`, `pm` after a number. */
function meridiem(text: string, start: number, length: number): string {
  if (!/\d[  ]?$/.test(text.slice(Math.max(0, start - 2), start))) return 'x';
  return length === 2 || /^[ap]\.? ?m\b/i.test(text.slice(start, start + 4)) ? 'P' : 'x';
}

function all(letter: string, words: string): (readonly [string, string])[] {
  return words.split(' ').map((word) => [word, letter] as const);
}
