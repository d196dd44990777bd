import { COUNTRY_OF } from '../lexicon/en/places.js';
import { compareText } from '../model/order.js';
import type { Speaker } from '../model/speaker.js';
import type { Phrase } from './phrase.js';

/** Who or what an argument stands for: equal keys are the same one. */
export interface Referent {
  readonly key: string;
  /** For a person: the key of the country whose head they are called. */
  readonly country: string | null;
  /** A name or a speaker, so that equal keys are the same one in every report. */
  readonly definite: boolean;
}

const HEADS = /\b(?:president|prime minister|premier|chancellor|leader|king|queen|emperor|dictator|ruler)\b/i;
const TITLES =
  /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|president|former|prime|minister|secretary|sir|lord|lady|the|a|an|state|leader|chancellor|king|queen|pope|judge|senator|governor|mayor|chief|minister)$/;

/** Finds speakers and countries by their names. */
export class References {
  readonly #named = new Map<string, string | null>();
  readonly #countryOf = new Map<string, string>();
  readonly #speakers = new Map<string, Speaker>();

  constructor(speakers: readonly Speaker[]) {
    for (const speaker of [...speakers].sort((a, b) => compareText(a.id, b.id))) {
      this.#speakers.set(speaker.id, speaker);
      if (speaker.kind !== 'person' && speaker.kind !== 'body') continue;
      for (const name of [speaker.name, ...speaker.aliases]) this.#add(bare(name), speaker.id);
      if (speaker.kind !== 'person') continue;
      const surname = bare(speaker.name).split(' ').at(-1) as string;
      this.#add(surname, speaker.id);
      for (const role of speaker.roles) {
        if (!HEADS.test(role)) continue;
        const country =
          role
            .toLowerCase()
            .replace(/\.(?=\s|$)/g, '')
            .split(/\s+(?=president|prime|premier|chancellor|leader|king|queen)/)[0] ?? '';
        const known =
          COUNTRY_OF.get(country) ??
          COUNTRY_OF.get(country.split(' ').slice(-2).join(' ')) ??
          COUNTRY_OF.get(country.split(' ').at(-1) ?? '');
        if (known) this.#countryOf.set(speaker.id, known);
      }
    }
  }

  nameOf(key: string): string {
    return this.#speakers.get(key)?.name ?? key;
  }

  isPerson(id: string | null | undefined): boolean {
    return id ? this.#speakers.get(id)?.kind === 'person' : false;
  }

  isSpeaker(key: string): boolean {
    return this.#speakers.has(key);
  }

  speaker(id: string): Referent {
    return { key: id, country: this.#countryOf.get(id) ?? null, definite: true };
  }

  /** The person whose name stands last in a stretch of text; null where none does. */
  lastPersonIn(text: string): string | null {
    return this.personsIn(text).at(-1) ?? null;
  }

  /** The persons whose names stand in a stretch of text, in the order of their last naming. */
  personsIn(text: string): readonly string[] {
    const found = new Set<string>();
    for (const word of text.match(/\p{Lu}[\p{L}’'.-]*/gu) ?? []) {
      const id = this.#named.get(bare(word));
      if (!id || !this.isPerson(id)) continue;
      found.delete(id);
      found.add(id);
    }
    return [...found];
  }

  /** Null where a pronoun stands for somebody that the words do not tell. */
  of(phrase: Phrase): Referent | null {
    if (phrase.pronoun) return null;
    const text = bare(phrase.text);
    const person = this.#named.get(text) ?? (phrase.name ? this.#named.get(phrase.head) : undefined);
    if (person) return this.speaker(person);
    const country = COUNTRY_OF.get(text);
    if (country) return { key: country, country, definite: true };
    const words = [...new Set(phrase.words.map((word) => COUNTRY_OF.get(word) ?? word))].sort();
    return { key: words.join(' '), country: null, definite: phrase.name };
  }

  #add(name: string, id: string): void {
    if (name.length < 3) return;
    const known = this.#named.get(name);
    // A name that two bear names nobody.
    this.#named.set(name, known === undefined || known === id ? id : null);
  }
}

/** Lower case, without titles, articles and possessive endings. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]s?\b/g, '')
    .replace(/\.(?=\s|$)/g, '')
    .split(/\s+/)
    .filter((word, i, all) => !TITLES.test(word) || all.length === 1 || i === all.length - 1)
    .join(' ');
}
