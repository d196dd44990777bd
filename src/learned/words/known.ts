import { WORDS } from './words.js';

let known: ReadonlySet<string> | null = null;

/** Whether a lower-case form is an English word that ordinary text uses. A rare word may be missing. */
export function isKnownWord(word: string): boolean {
  known ??= decode(WORDS);
  return known.has(word);
}

function decode(coded: string): ReadonlySet<string> {
  const words = new Set<string>();
  let last = '';
  for (const entry of coded.split(' ')) {
    last = last.slice(0, Number.parseInt(entry[0] as string, 36)) + entry.slice(1);
    words.add(last);
  }
  return words;
}
