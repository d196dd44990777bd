import { LINK_LABELS, SIGNED_POST } from '../lexicon/en/labels.js';
import type { Paragraph, ParagraphRole } from '../model/segmentation.js';
import { type Span, trimSpan } from '../model/span.js';

/**
 * Paragraphs in reading order, without white space at their edges. A line is a paragraph, unless the text is
 * hard-wrapped: then blank lines part paragraphs.
 */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let body = false;
  for (const block of blocksOf(text)) {
    for (const span of isHardWrapped(text, block) ? [block] : linesOf(text, block)) {
      const role = roleOf(text.slice(span.start, span.end), body);
      if (role === 'body') body = true;
      paragraphs.push({ ...span, role });
    }
  }
  return paragraphs;
}

/** Runs of lines between blank lines, trimmed. */
function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  const blank = /\r?\n[^\S\n]*\r?\n\s*/g;
  let start = 0;
  for (;;) {
    const match = blank.exec(text);
    const block = trimSpan(text, { start, end: match ? match.index : text.length });
    if (block.end > block.start) blocks.push(block);
    if (!match) return blocks;
    start = match.index + match[0].length;
  }
}

function linesOf(text: string, block: Span): Span[] {
  const lines: Span[] = [];
  let start = block.start;
  while (start < block.end) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > block.end ? block.end : newline;
    const line = trimSpan(text, { start, end });
    if (line.end > line.start) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/**
 * A block is hard-wrapped when every line but the last is about as long as the others, as an editor set to 60–100
 * columns leaves them, and most of them end in the middle of a sentence.
 */
function isHardWrapped(text: string, block: Span): boolean {
  const lines = linesOf(text, block);
  if (lines.length < 2) return false;
  const full = lines.slice(0, -1);
  if (full.some((line) => line.end - line.start < 45 || line.end - line.start > 100)) return false;
  const midSentence = full.filter((line) => !/[.!?:]["”’')\]]*$/.test(text.slice(line.start, line.end)));
  return midSentence.length * 2 > full.length;
}

function roleOf(paragraph: string, body: boolean): ParagraphRole {
  const label = /^([\p{L}’' ]{2,20}):\s*(?=\S)/u.exec(paragraph);
  if (label && LINK_LABELS.has((label[1] as string).trim().toLowerCase())) return 'link';
  if (SIGNED_POST.test(paragraph)) return 'social-post';
  const headlike = paragraph.length < 160 && !/[.!?…:,;]["”’')\]]*$/.test(paragraph) && /\s/.test(paragraph);
  if (headlike && (!body || isTitleCase(paragraph))) return 'headline';
  return 'body';
}

/** Whether at least two thirds of the words of four letters and more begin with a capital. */
function isTitleCase(text: string): boolean {
  const long = text.match(/[\p{L}][\p{L}’'-]{3,}/gu) ?? [];
  return long.length > 1 && long.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= long.length * 2;
}
