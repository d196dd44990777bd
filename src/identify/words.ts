import { TAGS, type Tag } from '../learned/pos/tagger.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Span } from '../model/span.js';

/** A token with what `identify` asks of it. */
export interface Word extends Span {
  readonly text: string;
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  readonly tag: Tag;
}

/** The words of each sentence, in reading order. */
export function wordsBySentence(
  text: string,
  { tokens, sentences }: Segmentation,
): readonly (readonly Word[])[] {
  let token = 0;
  return sentences.map((sentence) => {
    const words: Word[] = [];
    while (token < tokens.length && (tokens.starts[token] as number) < sentence.end) {
      const start = tokens.starts[token] as number;
      const end = tokens.ends[token] as number;
      const word = text.slice(start, end);
      words.push({
        start,
        end,
        text: word,
        lower: lowered(word),
        tag: TAGS[tokens.tags[token] as number] as Tag,
      });
      token++;
    }
    return words;
  });
}

/** Without a possessive ending. */
export const bare = (word: string): string => word.replace(/['’]s?$/u, '');

function lowered(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** A word in lower case without what is contracted with it: `he’s` → `he`. */
export const uncontracted = (lower: string): string =>
  /['’]/.test(lower) ? lower.replace(/['’](?:ve|d|ll|s|m|re)$/, '') : lower;
