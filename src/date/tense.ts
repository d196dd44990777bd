import { FUTURE_MARKS, PAST_MARKS } from '../lexicon/en/time.js';

/** Which way a time without a year or a week lies: before (-1), after (1), or the words do not tell (0). */
export type Direction = -1 | 0 | 1;

const REACH_BEFORE = 160;
const REACH_AFTER = 70;

/**
 * Tense of the clause round a time: the verb nearest before it, else the first after it, inside the sentence.
 * `The panel {met} on Tuesday` is past, `the panel {will} meet on Tuesday` is future.
 */
export function directionAt(text: string, start: number, end: number): Direction {
  const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
  const sentence = before.slice(lastBreak(before));
  const words = sentence.match(/['’]?[A-Za-z]+/g) ?? [];
  for (let i = words.length - 1; i >= 0; i--) {
    const told = markOf(words, i);
    if (told) return told;
  }
  const rest = text.slice(end, end + REACH_AFTER);
  const clause = /^[^.!?\n]*/.exec(rest)?.[0] ?? '';
  const after = clause.match(/['’]?[A-Za-z]+/g) ?? [];
  for (let i = 0; i < after.length; i++) {
    const told = markOf(after, i);
    if (told) return told;
  }
  return 0;
}

function markOf(words: readonly string[], i: number): Direction {
  const word = (words[i] as string).toLowerCase().replace('’', "'");
  // “to” is future before a verb alone: “to meet on Friday”, not “to the house”.
  if (word === 'to' || word === 'by') return 0;
  if (FUTURE_MARKS.has(word)) return PERFECT.test((words[i + 1] ?? '').toLowerCase()) ? -1 : 1;
  const previous = (words[i - 1] ?? '').toLowerCase();
  if (previous === 'to' && /^(?:be|have|[a-z]+)$/.test(word) && !PAST_MARKS.has(word)) {
    const opener = (words[i - 2] ?? '').toLowerCase();
    return /^(?:is|are|ready|due|set|plans|wants|hopes|scheduled|expected)$/.test(opener) ? 1 : 0;
  }
  // “is due to be published” is no past: the verb before it tells.
  if (previous === 'be' || previous === 'being') return 0;
  if (PAST_MARKS.has(word)) return -1;
  return word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word) ? -1 : 0;
}

const PERFECT = /^have$/;
const NOT_PAST: ReadonlySet<string> = new Set([
  'united',
  'hundred',
  'indeed',
  'need',
  'exceed',
  'proceed',
  'succeed',
]);

/** After the last end of a sentence; a full stop inside `a.m.` or after an initial ends none. */
function lastBreak(text: string): number {
  let last = 0;
  for (const found of text.matchAll(/[.!?]["”’')]* +(?=["“‘A-Z])|\n/g)) {
    if (
      /\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m)$/.test(
        text.slice(0, found.index),
      )
    )
      continue;
    last = found.index + found[0].length;
  }
  return last;
}
