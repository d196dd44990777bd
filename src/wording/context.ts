import type { Segmentation } from '../model/segmentation.js';
import { lastStartingBy, type Span } from '../model/span.js';
import type { Wording } from './wording.js';

/** Characters to either side of a run that its sentence is looked for in: no more than a reader takes in. */
const SENTENCE = 2000;

/** The reporter's own words round a quotation: its sentence, without it. */
export function sentenceRound(
  run: Pick<Wording, 'text' | 'spans'>,
  segmentation: Segmentation | undefined,
): string {
  const sentences = segmentation?.sentences ?? [];
  const first = run.spans[0] as Span;
  const last = run.spans.at(-1) as Span;
  const opens = sentences[lastStartingBy(sentences, first.start)]?.start ?? first.start;
  const closes = sentences[lastStartingBy(sentences, Math.max(last.start, last.end - 1))]?.end ?? last.end;
  const start = Math.min(first.start, Math.max(opens, first.start - SENTENCE));
  const end = Math.max(last.end, Math.min(closes, last.end + SENTENCE));
  return `${run.text.slice(start, first.start)} ${run.text.slice(last.end, end)}`;
}
