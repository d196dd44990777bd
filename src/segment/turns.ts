import { NON_SPEAKER_LABELS, TURN_LABEL } from '../lexicon/en/labels.js';
import type { Paragraph, Quotation, Turn } from '../model/segmentation.js';
import { lastStartingBy, type Span, trimSpan } from '../model/span.js';

/**
 * Labelled turns: `Reporter: …`, `TRUMP: …`, `Q  …`. A label counts when the text has at least two labelled
 * paragraphs and the label comes back, or when there are three and more of them: one colon after a name is a headline.
 */
export function turnsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
): readonly Turn[] {
  const labels = paragraphs.map((paragraph) => labelOf(text, paragraph));
  const names = labels.map((label) =>
    label ? text.slice(label.label.start, label.label.end).toUpperCase() : null,
  );
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  const labelled = names.filter(Boolean).length;
  const repeated = [...counts.values()].some((count) => count > 1);
  if (labelled < 2 || !(repeated || labelled >= 3)) return [];
  const wholeTranscript = labelled * 2 >= paragraphs.length;
  const last = labels.findLastIndex((label, i) => label && isTurn(names[i] as string, counts, labelled));

  const turns: Turn[] = [];
  let open: { label: Span; content: Span[]; start: number; end: number } | null = null;
  paragraphs.forEach((paragraph, i) => {
    const label = labels[i];
    if (label && isTurn(names[i] as string, counts, labelled)) {
      flush();
      open = { label: label.label, content: [], start: paragraph.start, end: paragraph.end };
      add(paragraph, label.rest);
    } else if (text.startsWith('>>', paragraph.start)) {
      flush(); // subtitles: somebody else speaks, and nobody says who
    } else if (open && paragraph.role !== 'link' && goesOn(paragraph, i)) {
      add(paragraph, paragraph.start);
    } else {
      flush();
    }
  });
  flush();
  return turns;

  function goesOn(paragraph: Paragraph, i: number): boolean {
    return (
      /^["“]/.test(text.slice(paragraph.start, paragraph.start + 1)) ||
      (wholeTranscript && (i < last || paragraph.role === 'body'))
    );
  }

  function add(paragraph: Paragraph, from: number): void {
    if (!open) return;
    const said = withoutMarks(text, trimSpan(text, { start: from, end: paragraph.end }), quotations);
    if (said.end > said.start) open.content.push(said);
    open.end = paragraph.end;
  }

  function flush(): void {
    if (open && open.content.length > 0) {
      turns.push({ label: open.label, content: open.content, extent: { start: open.start, end: open.end } });
    }
    open = null;
  }
}

function isTurn(name: string, counts: ReadonlyMap<string, number>, labelled: number): boolean {
  return (counts.get(name) ?? 0) > 1 || labelled >= 3;
}

function labelOf(text: string, paragraph: Paragraph): { label: Span; rest: number } | null {
  const match = TURN_LABEL.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120)));
  if (!match) return null;
  const word = (match[1] ?? match[2]) as string;
  if (NON_SPEAKER_LABELS.has(word.toLowerCase())) return null;
  // `Your response:` is no speaker: names and roles have capitals.
  if (!word.split(/\s+/).every((part) => /^(?:\p{Lu}|of|the|and|de|van|von)/u.test(part))) return null;
  const start = paragraph.start + match[0].indexOf(word);
  return { label: { start, end: start + word.length }, rest: paragraph.start + match[0].length };
}

/** Without the marks round the whole of it. */
function withoutMarks(text: string, said: Span, quotations: readonly Quotation[]): Span {
  const quotation = quotations[lastStartingBy(quotations, said.start)];
  const whole =
    quotation && quotation.start === said.start && quotation.depth === 0 && quotation.end >= said.end - 1;
  if (whole)
    return trimSpan(text, { start: quotation.inner.start, end: Math.min(quotation.inner.end, said.end) });
  return said;
}
