import { TAGS, type Tag } from '../learned/pos/tagger.js';
import { ABBREVIATIONS } from '../lexicon/en/abbreviations.js';
import { firstTokenFrom, type Quotation, type Segmentation } from '../model/segmentation.js';
import { lastStartingBy, type Span } from '../model/span.js';

/** A word of running text, or a whole quotation standing in it as one item. */
export interface Item extends Span {
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
  /** Index of the quotation that this item stands for; then `text` is what stands between the marks. */
  readonly quotation: number | null;
}

/**
 * A passage that is read as one: sentences joined where a quotation runs across their boundary. Quotations of the
 * passage's own level are single items, so that a reporting clause is seen whole: `“…,” Ruiz said, adding “…”`.
 */
export interface Passage extends Span {
  readonly items: readonly Item[];
  readonly paragraph: number;
}

/** All passages at one level: the text itself (`parent` null), or the inside of a quotation or turn. */
export function passagesOf(
  text: string,
  segmentation: Segmentation,
  range: Span = { start: 0, end: text.length },
  inside: (quotation: Quotation, index: number) => boolean = (quotation) => quotation.depth === 0,
): readonly Passage[] {
  const { sentences, quotations } = segmentation;
  const own: { quotation: Quotation; index: number }[] = [];
  for (let index = firstAt(quotations, range.start); index < quotations.length; index++) {
    const quotation = quotations[index] as Quotation;
    if (quotation.start >= range.end) break;
    if (inside(quotation, index)) own.push({ quotation, index });
  }
  const passages: Passage[] = [];
  let nextQuotation = 0;
  for (let s = firstAt(sentences, range.start); s < sentences.length; s++) {
    const first = sentences[s]!;
    if (first.start >= range.end) break;
    const start = Math.max(first.start, range.start);
    let end = Math.min(first.end, range.end);
    const inPassage: typeof own = [];
    for (;;) {
      const held = own[nextQuotation];
      if (held && held.quotation.start < end) {
        inPassage.push(held);
        nextQuotation++;
        while (
          s + 1 < sentences.length &&
          sentences[s + 1]!.start < Math.min(held.quotation.end, range.end)
        ) {
          s++;
          end = Math.min(sentences[s]!.end, range.end);
        }
        end = Math.max(end, Math.min(held.quotation.end, range.end));
      } else break;
    }
    passages.push({
      start,
      end,
      paragraph: first.paragraph,
      items: itemsOf(text, segmentation, { start, end }, inPassage),
    });
  }
  return passages;
}

function itemsOf(
  text: string,
  { tokens }: Segmentation,
  range: Span,
  quotations: readonly { quotation: Quotation; index: number }[],
): readonly Item[] {
  const items: Item[] = [];
  let next = 0;
  for (let i = firstTokenFrom(tokens, range.start); i < tokens.length && tokens.starts[i]! < range.end; ) {
    const held = quotations[next];
    const start = tokens.starts[i] as number;
    if (held && start >= held.quotation.start) {
      const { quotation, index } = held;
      const inner = text.slice(quotation.inner.start, quotation.inner.end);
      items.push({
        start: quotation.start,
        end: quotation.end,
        text: inner,
        lower: '“”',
        tag: 'X',
        quotation: index,
      });
      while (i < tokens.length && tokens.starts[i]! < quotation.end) i++;
      next++;
      continue;
    }
    let end = tokens.ends[i] as number;
    const word = text.slice(start, end);
    // An abbreviation keeps its stop: `Sen.`, `Mr.`.
    if (
      tokens.starts[i + 1] === end &&
      text[end] === '.' &&
      ABBREVIATIONS.has(word.toLowerCase()) &&
      end + 1 < range.end
    ) {
      end++;
      i++;
    }
    const whole = text.slice(start, end);
    const tag = TAGS[tokens.tags[whole === word ? i : i - 1] as number] as Tag;
    items.push({
      start,
      end,
      text: whole,
      lower: whole.toLowerCase().replace(/[’‘]/g, "'"),
      tag,
      quotation: null,
    });
    i++;
  }
  return items;
}

/** Index of the first span that ends after `offset`. */
export function firstAt(spans: readonly Span[], offset: number): number {
  let first = lastStartingBy(spans, offset - 1) + 1;
  while (first > 0 && spans[first - 1]!.end > offset) first--;
  return first;
}

/** Indices of the items of a passage that a span touches. */
export function itemsIn({ items }: Passage, span: Span): readonly number[] {
  const indices: number[] = [];
  for (let i = firstAt(items, span.start); i < items.length && items[i]!.start < span.end; i++)
    indices.push(i);
  return indices;
}
