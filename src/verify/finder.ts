import type { Span } from '../model/span.js';

import { Locator, type Place, type Scope } from '../wording/locate.js';
import { type Rendering, renderingOf } from '../wording/passage.js';
import { SourceIndex } from '../wording/source-index.js';
import type { Wording } from '../wording/wording.js';
import { wordsIn } from '../wording/words.js';

/** A text to look in. Offsets are UTF-16 code units of `text`, half-open. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
  /** Its paragraphs; by default its lines. */
  readonly paragraphs?: readonly Span[];
}

/** One place where a quotation stands, and how it renders it. */
export interface Found extends Rendering {
  /** Number of the source, in the order in which they were added. */
  readonly source: number;
  /** How much of the quotation's words stands there, weighted by their rarity; decides nothing but the order. */
  readonly share: number;
}

/** Looks quotations up in a body of texts, to which more may be added. */
export class Finder {
  readonly #index: SourceIndex;
  readonly #sources: SourceText[] = [];
  readonly #locator: Locator;

  /** @param index one that was saved, over the very same sources in the same order */
  constructor(sources: readonly SourceText[] = [], index?: SourceIndex) {
    this.#index = index ?? new SourceIndex();
    this.#locator = new Locator(this.#index);
    if (index) this.#sources.push(...sources);
    else for (const source of sources) this.add(source);
  }

  get sources(): readonly SourceText[] {
    return this.#sources;
  }

  get index(): SourceIndex {
    return this.#index;
  }

  add(source: SourceText): void {
    this.#sources.push(source);
    this.#index.add(source.text, source.paragraphs);
  }

  /** Words to look up: a text, or stretches of one. */
  read(text: string, spans: readonly Span[] = [{ start: 0, end: text.length }], id = ''): Wording {
    return {
      textId: id,
      text,
      spans,
      words: spans.flatMap((span) => wordsIn(text, span, this.#index.columns.levels)),
      record: false,
    };
  }

  /** The places where the words stand, the best first; none where too little of them stands anywhere. */
  places(quotation: Wording, scope: Scope = {}): readonly Place[] {
    return this.#locator.locate(quotation.words, scope);
  }

  /** How a quotation renders a place. @param speech what of the source is speech; left out, all of it */
  rendering(place: Place, quotation: Wording, context = '', speech?: readonly Span[]): Found {
    const { columns } = this.#index;
    const rendering = renderingOf({
      columns,
      place,
      textOf: (number) => this.#sources[number] as SourceText,
      quotation,
      context,
      ...(speech ? { speech } : {}),
    });
    return { ...rendering, source: place.text, share: place.share };
  }

  /** Both at once. */
  find(quotation: Wording, context = '', scope: Scope = {}): readonly Found[] {
    return this.places(quotation, scope).map((place) => this.rendering(place, quotation, context));
  }
}
