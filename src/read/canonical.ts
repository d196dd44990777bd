import type { Dropped, DropReason, SourceMap, SourcePiece } from '../model/report.js';

/** Builds a canonical text piece by piece and keeps the map to the original. */
export class CanonicalText {
  #text = '';
  readonly #pieces: [number, number, number, number][] = [];
  readonly #dropped: Dropped[] = [];

  /** Appends text that stands in the original at `start`, over `length` characters. */
  add(text: string, start: number, length: number): void {
    if (text.length === 0) return;
    const last = this.#pieces.at(-1);
    const joins =
      last !== undefined && text.length === length && last[1] === last[3] && last[2] + last[3] === start;
    if (joins) {
      last[1] += text.length;
      last[3] += length;
    } else {
      this.#pieces.push([this.#text.length, text.length, start, length]);
    }
    this.#text += text;
  }

  drop(text: string, start: number, end: number, reason: DropReason): void {
    this.#dropped.push({ text, start, end, reason });
  }

  get length(): number {
    return this.#text.length;
  }

  endsWith(text: string): boolean {
    return this.#text.endsWith(text);
  }

  finish(): { readonly text: string; readonly sourceMap: SourceMap; readonly dropped: readonly Dropped[] } {
    return {
      text: this.#text,
      sourceMap: this.#pieces.map((piece): SourcePiece => [piece[0], piece[1], piece[2], piece[3]]),
      dropped: [...this.#dropped].sort((a, b) => a.start - b.start || a.end - b.end),
    };
  }
}

/** What a reader of one format finds in a page besides its text; null where the page does not say. */
export interface Metadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

export const NO_METADATA: Metadata = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  url: null,
  language: null,
};
