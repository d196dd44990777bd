import { ABBREVIATIONS, ABBREVIATIONS_AT_ENDS } from '../lexicon/en/abbreviations.js';
import { CUES } from '../lexicon/en/cues.js';
import { SENTENCE_OPENERS } from '../lexicon/en/function-words.js';
import type { Paragraph, Sentence } from '../model/segmentation.js';
import { trimSpan } from '../model/span.js';

/** A stop, the marks that close after it, and what follows. */
const STOP = /(?:[.!?…]+|[.!?]+["”’'»)\]]*(?=["“‘«]))["”’'»)\]]*(?=\s|$|["“‘«([]|\p{Lu}\p{Ll})/gu;

/** Sentences of each paragraph in reading order; a quotation that closes after the stop belongs to the sentence. */
export function sentencesOf(text: string, paragraphs: readonly Paragraph[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    const body = text.slice(paragraph.start, paragraph.end);
    let start = 0;
    for (const match of body.matchAll(STOP)) {
      const end = match.index + match[0].length;
      if (end >= body.length || !endsSentence(body, match.index, end)) continue;
      push(start, end);
      start = end;
    }
    push(start, body.length);

    function push(from: number, to: number): void {
      const span = trimSpan(text, { start: paragraph.start + from, end: paragraph.start + to });
      if (span.end > span.start) sentences.push({ ...span, paragraph: index });
    }
  });
  return sentences;
}

function endsSentence(body: string, stop: number, end: number): boolean {
  const rest = body.slice(end, end + 80);
  const glued = !/^\s/.test(rest);
  const next = /^\s*["“‘'«([]*\s*(\S?)/.exec(rest)?.[1] ?? '';
  if (next !== '' && /\p{Ll}/u.test(next)) return false;
  const marks = body.slice(stop, end);
  const closing = /["”’'»]$/.test(marks);
  if (marks.startsWith('.') && !marks.startsWith('..')) {
    const word = /[\p{L}\p{N}.&’'-]*$/u.exec(body.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
    if (glued && !closing && !/^[\p{Ll}\p{N}’')%]{2,}$/u.test(word.slice(-2))) return false;
    if (!closing && isAbbreviation(word, rest)) return false;
  } else if (closing && isReportingClause(rest)) {
    return false;
  }
  return true;
}

/** `Sen. Jones`, `H.R. McMaster`, `J. Smith`; but `the U.S. The` ends. */
function isAbbreviation(word: string, rest: string): boolean {
  const lower = word.toLowerCase().replace(/^['’]/, '');
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) {
    return !(ABBREVIATIONS_AT_ENDS.has(lower) && opensSentence(rest));
  }
  if (!ABBREVIATIONS.has(lower)) return false;
  if (
    lower === 'no' ||
    lower === 'ill' ||
    lower === 'wash' ||
    lower === 'mass' ||
    lower === 'miss' ||
    lower === 'sun' ||
    lower === 'sat'
  )
    return /^\s*\d/.test(rest);
  return !(ABBREVIATIONS_AT_ENDS.has(lower) && opensSentence(rest));
}

function opensSentence(rest: string): boolean {
  const word = /^\s*["“‘'«([]*(\p{L}+)/u.exec(rest)?.[1];
  return word === undefined ? true : SENTENCE_OPENERS.has(word.toLowerCase());
}

/** `“Why?” Ruiz asked.`: after a question mark inside the quotation, the reporting clause goes on. */
function isReportingClause(rest: string): boolean {
  const words = rest.match(/^\s*((?:[\p{L}.’'-]+\s+){1,3}?)(\p{Ll}+)/u);
  if (!words) return false;
  return (CUES.get((words[2] as string).toLowerCase()) ?? []).some(
    (cue) => cue.class === 'say' && cue.shape === 'finite',
  );
}
