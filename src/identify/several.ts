import { COUNTRY_OF } from '../lexicon/en/places.js';
import { LEADER_NOUNS } from '../lexicon/en/roles.js';
import { lastStartingBy, type Span } from '../model/span.js';
import { type Character, countryIn } from './cast.js';
import type { Name } from './names.js';

/** Names of a report in reading order, with whom they name. */
export interface Held {
  readonly name: Name;
  readonly character: Character;
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['both', 2],
  ['three', 3],
  ['four', 4],
]);
const COUNTRIES = /\b(?:countries|nations|governments|sides|states|allies|neighbou?rs)\b/i;
const PEOPLE =
  /\b(?:leaders|presidents|premiers|ministers|chancellors|men|women|people|senators|mayors|officials|governors|candidates|rivals|pair)\b/i;

/** `The two leaders agreed`, `the countries said`, `both men said`: several that the text has named before. */
export function isSeveral(words: string): boolean {
  const numbered = /^(?:the\s+|these\s+|those\s+)?(?:two|both|three|four)\b/i.test(words);
  return (
    (numbered && (COUNTRIES.test(words) || PEOPLE.test(words))) ||
    /^(?:the|both|the\s+two) (?:countries|leaders|sides|pair)$/i.test(words)
  );
}

/** The words for a document that several give out together, in the sentence that cites it. */
const DOCUMENT = /\bjoint (?:statement|communiqu[eé]|declaration)\b/i;
const PLURAL = /\b(?:and|both|two|three|countries|nations|governments|leaders|ministers|sides|presidents)\b/i;

/**
 * `joint statement` where a source is one, or where several are said to speak in one: `the countries said in a joint
 * statement`, `the two leaders agreed on a joint statement confirming …`.
 *
 * @param source the source's words
 * @param around the sentence, quotations left out
 */
export function jointDocument(source: string, around: string): string | null {
  const own = DOCUMENT.exec(source);
  const stated = own ?? (PLURAL.test(source) ? DOCUMENT.exec(around) : null);
  return stated ? stated[0].toLowerCase() : null;
}

/** Characters of text in which whoever is meant by `the two leaders` was named. */
const REACH = 900;

/**
 * Whom a plural source stands for: those that it names itself, else as many as it asks for of those named last before
 * it, leaders where it asks for leaders and countries where it asks for countries; for a document also those named
 * where it begins.
 *
 * @param content what the source says; empty to leave it out
 * @param spans the names alone, for searching
 * @returns none where fewer than two fit
 */
export function membersOf(
  words: string,
  source: Span,
  content: readonly Span[],
  names: readonly Held[],
  spans: readonly Span[],
): readonly Character[] {
  const inside = distinct(within(names, spans, source));
  for (const parties of [inside.filter(isPerson), inside.filter(isCountry)])
    if (parties.length > 1) return parties;
  const wanted = [...NUMBERS].find(([word]) => new RegExp(`\\b${word}\\b`, 'i').test(words))?.[1] ?? 2;
  const leaders = content.length > 0 || /\b(?:leaders|presidents|premiers)\b/i.test(words);
  const fits = COUNTRIES.test(words) ? isCountry : leaders ? isLeader : isPerson;
  for (const span of content.slice(0, 1)) {
    const opening = { start: span.start, end: Math.min(span.end, span.start + OPENING) };
    const named = distinct(within(names, spans, opening));
    for (const parties of [named.filter(isPerson), named.filter(isCountry)])
      if (parties.length === wanted) return parties;
  }
  const found: Character[] = [];
  for (let i = lastStartingBy(spans, source.start - 1); i >= 0 && found.length < wanted; i--) {
    const { name, character } = names[i] as Held;
    if (source.start - name.end > REACH) break;
    if (fits(character) && !found.includes(character)) found.push(character);
  }
  return found.length === wanted ? found : [];
}

/** Characters at the beginning of a document in which its parties are named. */
const OPENING = 120;

const isPerson = (character: Character): boolean => character.kind === 'person' && character.attested;
const isLeader = (character: Character): boolean =>
  isPerson(character) &&
  (character.roles.size === 0 ||
    [...character.roles.keys()].some((role) =>
      role
        .toLowerCase()
        .split(/[\s-]+/)
        .some((word) => LEADER_NOUNS.has(word)),
    ));
const isCountry = (character: Character): boolean => COUNTRY_OF.has(character.name.toLowerCase());

/** A country by its own name or its abbreviation: not by an adjective, nor by its capital. */
export function isCountryName(name: string): boolean {
  const plain = name.toLowerCase();
  return COUNTRY_OF.get(plain) === plain || /^(?:u\.?s\.?(?:a\.?)?|u\.?k\.?)$/.test(plain);
}

/** The country that a place, or a capital that stands for its government, names. */
export const countryNamed = (name: string): string | null => COUNTRY_OF.get(name.toLowerCase()) ?? null;

function within(names: readonly Held[], spans: readonly Span[], span: Span): readonly Character[] {
  const found: Character[] = [];
  for (let i = lastStartingBy(spans, span.start - 1) + 1; i < names.length; i++) {
    const { name, character } = names[i] as Held;
    if (name.start >= span.end) break;
    // `Obama-era officials` are not Obama.
    if (!name.possessive && !/-\p{Ll}/u.test(name.words.join(' '))) found.push(character);
  }
  return found;
}

const distinct = (characters: readonly Character[]): readonly Character[] => [...new Set(characters)];

/** The country that a leader's roles name: `Russian President` → `russia`; null where they name none, or two. */
export function countryOf(roles: Iterable<string>): string | null {
  const countries = new Set<string>();
  for (const role of roles) {
    const words = role
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .split(/\s+/);
    if (!words.some((word) => LEADER_NOUNS.has(word)) || words.includes('vice')) continue;
    const country = countryIn(words);
    if (country) countries.add(country);
  }
  return countries.size === 1 ? ([...countries][0] as string) : null;
}
