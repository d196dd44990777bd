import { SOURCE_OPENERS } from '../lexicon/en/cues.js';
import type { Span } from '../model/span.js';
import type { Item } from './items.js';
import { nounPhraseStartingAt, type Phrase, spanOf } from './phrases.js';

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

/** Words beyond which no clause governs a quotation; a bound keeps text without stops linear. */
export const REACH = 120;

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

export function sourceSpan(text: string, items: readonly Item[], reporting: Reporting): Span | undefined {
  return reporting.source ? withoutEnding(text, spanOf(items, reporting.source)) : undefined;
}

/** Without a possessive or a contracted verb at the end: `Ruiz’s`, `he’s`. */
export function withoutEnding(text: string, source: Span): Span {
  const tail = /['’](?:s|ve|d|ll|m|re)?$/.exec(text.slice(source.start, source.end));
  return tail && source.end - source.start > tail[0].length
    ? { start: source.start, end: source.end - tail[0].length }
    : source;
}

export function span(from: Span, to: Span): Span {
  return { start: from.start, end: to.end };
}
