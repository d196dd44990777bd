import { tagSentence, type WordFeatures } from '../learned/pos/tagger.js';
import type { Sentence, Tokens } from '../model/segmentation.js';

/**
 * Words keep their inner apostrophes, hyphens, and the stops of abbreviations and numbers (`U.S.`, `Jong-un`, `3.5`,
 * `didn’t`); every other character that is no white space is a token of its own.
 */
const TOKEN =
  /(?:\p{Lu}\.){2,}(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}_@#$£€]+(?:(?:['’‑-](?=\p{L})|[-‑](?=\p{N})|[.,:](?=\p{N})|\.(?=\p{L}\.))[\p{L}\p{M}\p{N}]+)*%?|\S/gu;

/** Tokens of the whole text in reading order. Linear in its length. */
export function tokensOf(text: string): Pick<Tokens, 'length' | 'starts' | 'ends'> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(TOKEN)) {
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  return { length: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Part of speech of each token: an index into `TAGS`. Tokens outside any sentence are left at 0. */
export function tagsOf(
  text: string,
  tokens: Pick<Tokens, 'length' | 'starts' | 'ends'>,
  sentences: readonly Sentence[],
): Uint8Array {
  const tags = new Uint8Array(tokens.length);
  const known = new Map<string, WordFeatures>();
  let next = 0;
  for (const sentence of sentences) {
    while (next < tokens.length && tokens.starts[next]! < sentence.start) next++;
    const first = next;
    const words: string[] = [];
    while (next < tokens.length && tokens.starts[next]! < sentence.end) {
      words.push(text.slice(tokens.starts[next], tokens.ends[next]));
      next++;
    }
    tags.set(tagSentence(words, undefined, known), first);
  }
  return tags;
}
