/**
 * A stretch of a report's canonical text. Offsets count UTF-16 code units and are half-open:
 * `text.slice(start, end)`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The characters a span covers.
 * @throws RangeError where the span does not lie inside the text: that is a caller's bug, never odd input.
 */
export function sliceSpan(text: string, span: Span): string {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
    throw new RangeError(`span ${span.start}–${span.end} lies outside a text of ${text.length} UTF-16 units`);
  }
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds every character of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span without white space at its edges (empty, at its start, where there is nothing else). */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** Reading order: by start, then the longer first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Index of the last item that starts at or before `offset`; -1 where there is none. Items are in reading order. */
export function lastStartingBy(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as Span).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
