import { decodeWords } from '../front-coded.js';
import { WORDS } from './words.js';

let known: ReadonlySet<string> | null = null;

/** Whether a lower-case form is an English word that ordinary text uses. A rare word may be missing. */
export function isKnownWord(word: string): boolean {
  known ??= decodeWords(WORDS);
  return known.has(word);
}
