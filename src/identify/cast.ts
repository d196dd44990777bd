import { GIVEN_NAMES, NICKNAMES } from '../lexicon/en/given-names.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { LEADER_NOUNS, ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Gender, Name, NameKind } from './names.js';

/** Someone whom a report names, with all the names that it uses. */
export interface Character {
  /** The fullest form that the report uses: `Ana María Ruiz`. */
  name: string;
  kind: NameKind;
  gender: Gender;
  suffix: string;
  readonly roles: Set<string>;
  /** Something besides a capital letter says that this is a person: a title, a known given name, a verb of saying. */
  attested: boolean;
  readonly names: Name[];
}

/** The people and bodies that one report names. */
export function castOf(
  text: string,
  names: readonly Name[],
  segmentation: Segmentation,
): readonly Character[] {
  const cast: Character[] = [];
  const bySurname = new Map<string, Character[]>();
  const full = names.filter((name) => name.words.length > 1);
  for (const name of full) place(name);
  for (const name of names) if (name.words.length === 1) place(name);
  for (const character of cast) character.names.sort((a, b) => a.start - b.start);
  appositions(text, segmentation, cast);
  return cast;

  function place(name: Name): void {
    const possible = candidates(name).filter((character) => sameName(character, name));
    // A bare surname is the elder's, where father and son are both named.
    const elders = possible.filter((character) => character.suffix === name.suffix);
    const known = elders.length > 0 ? elders : possible;
    const character = known.length > 1 ? nearest(known, name) : known[0];
    if (!character) {
      const made: Character = {
        name: name.words.join(' '),
        kind: name.kind,
        gender: name.gender,
        suffix: name.suffix,
        attested: attests(name),
        roles: new Set(name.role ? [name.role] : []),
        names: [name],
      };
      cast.push(made);
      for (const word of keysOf(name.words)) bySurname.set(word, [...(bySurname.get(word) ?? []), made]);
      return;
    }
    character.names.push(name);
    character.attested ||= attests(name);
    if (name.role) {
      character.roles.add(name.role);
      if (character.kind === 'person' || name.kind === 'person') character.kind = 'person';
    }
    character.gender ??= name.gender;
    if (name.words.length > character.name.split(' ').length && !/^\p{Lu}\.$/u.test(name.words[1] ?? ''))
      character.name = name.words.join(' ');
  }

  function candidates(name: Name): readonly Character[] {
    return [...new Set(keysOf(name.words).flatMap((word) => bySurname.get(word) ?? []))];
  }
}

const attests = (name: Name): boolean =>
  name.kind === 'person' &&
  (name.role !== '' || name.gender !== null || (name.words.length > 1 && name.sayer));

/** Words by which a name can be found again: its last, and its first (family names come first in some places). */
function keysOf(words: readonly string[]): readonly string[] {
  return [...new Set([fold(words.at(-1) as string), fold(words[0] as string)])];
}

/** Without accents, case and hyphens. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-‑.]/g, '');
}

function sameName(character: Character, name: Name): boolean {
  const known = character.name.split(' ');
  if (name.kind !== 'person' && character.kind !== 'person')
    return fold(known.join('')) === fold(name.words.join(''));
  if (name.suffix !== character.suffix && (name.words.length > 1 || name.suffix !== '')) return false;
  return compatible(known, name.words) && genders(character.gender, name.gender);
}

const genders = (a: Gender, b: Gender): boolean => a === null || b === null || a === b;

/**
 * Whether two names can be one person's: the same last word and given names that agree (`Bob`/`Robert`, `J.`/`John`,
 * one of them left out), or the same words but for hyphens (`Jong-un`/`Jong Un`), or a single word that is the other's
 * first or last.
 */
export function compatible(a: readonly string[], b: readonly string[]): boolean {
  if (fold(a.join('')) === fold(b.join(''))) return true;
  if (a.length === 1 || b.length === 1) {
    const [short, long] = a.length === 1 ? [a[0] as string, b] : [b[0] as string, a];
    return (
      fold(short) === fold(long.at(-1) as string) ||
      (fold(short) === fold(long[0] as string) && looksEastAsian(long))
    );
  }
  return fold(a.at(-1) as string) === fold(b.at(-1) as string) && sameGiven(a[0] as string, b[0] as string);
}

/** Family name first: the first word is short and the name has three, or a hyphenated last, part. */
function looksEastAsian(words: readonly string[]): boolean {
  return /^(?:kim|xi|moon|park|lee|li|wang|zhang|chen|liu|tran|nguyen|ri|choe|chung|mao|hu|abe|pham|le|cho|kang|yoon|han)$/i.test(
    words[0] as string,
  );
}

function sameGiven(a: string, b: string): boolean {
  const x = fold(a);
  const y = fold(b);
  if (x === y) return true;
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  if (/^(?:\p{Lu}\.)+$/u.test(a) || /^(?:\p{Lu}\.)+$/u.test(b)) return x[0] === y[0];
  return (NICKNAMES.get(x) ?? x) === (NICKNAMES.get(y) ?? y);
}

/** Of several, the one named in full last before the place, else the one named most. */
function nearest(known: readonly Character[], name: Name): Character | undefined {
  let best: Character | undefined;
  let bestStart = -1;
  for (const character of known) {
    for (const earlier of character.names) {
      if (earlier.start < name.start && earlier.start > bestStart) {
        best = character;
        bestStart = earlier.start;
      }
    }
  }
  return best ?? [...known].sort((a, b) => b.names.length - a.names.length)[0];
}

/** `Ana Ruiz, the former harbour chief, …`: a role in apposition. */
function appositions(text: string, { sentences }: Segmentation, cast: readonly Character[]): void {
  for (const character of cast) {
    if (character.kind === 'place') continue;
    for (const name of character.names) {
      const end = sentences[name.sentence]?.end ?? text.length;
      const match =
        /^,\s+(?:who (?:is|was|serves as|served as)\s+)?((?:(?:the|a|an|his|her|their|its|former|then)\s+)?[^,.;:“”"()]{3,70}?)(?=[,.;)]|\s(?:said|told|who)\b)/u.exec(
          text.slice(name.end, Math.min(end + 1, name.end + 110)),
        );
      if (!match) continue;
      const role = (match[1] as string).replace(/^(?:the|a|an)\s+/, '').trim();
      const words = role.toLowerCase().split(/[\s-]+/);
      if (
        /\band\b/.test(role) ||
        (role.match(/\b\p{Lu}[\p{L}’-]+/gu) ?? []).some((word) => GIVEN_NAMES.has(word.toLowerCase()))
      )
        continue;
      if (
        words.length <= 9 &&
        words.some((word) => ROLE_NOUNS.has(word)) &&
        !/\b(?:said|says|told|has|have|had|is|was|were|are)\b/.test(role)
      )
        character.roles.add(role);
    }
  }
}

/** What a description asks for: `the Russian leader` → a leader, of Russia. */
export interface Description {
  readonly head: string;
  readonly country: string | null;
  readonly former: boolean;
}

export function describe(phrase: string): Description | null {
  const words = phrase
    .toLowerCase()
    .replace(/[’]/g, "'")
    .split(/\s+/)
    .map((word) => word.replace(/[,.;:]+$/, ''))
    .filter(Boolean);
  const cut = words.findIndex((word, i) => i > 0 && /^(?:who|of|for|in|at|to|from|with|whose)$/.test(word));
  const core = cut === -1 ? words : words.slice(0, cut);
  const head = core.findLast((word) => ROLE_NOUNS.has(word));
  if (head === undefined) return null;
  const country =
    words.map((word) => COUNTRY_OF.get(word.replace(/'s?$/, ''))).find((found) => found !== undefined) ??
    null;
  return { head, country, former: /\b(?:former|ex)\b/.test(phrase.toLowerCase()) };
}

/** How well a character fits a description; 0 where not at all. */
export function fit(character: Character, wanted: Description): number {
  if (character.kind !== 'person') return 0;
  let best = 0;
  for (const role of character.roles) {
    const words = role
      .toLowerCase()
      .split(/[\s-]+/)
      .map((word) => word.replace(/[.,]$/, ''));
    const former = words.includes('former') || words.includes('ex');
    if (former !== wanted.former && (former || wanted.former)) continue;
    const head =
      words.includes(wanted.head) ||
      (LEADER_NOUNS.has(wanted.head) &&
        words.some((word) => LEADER_NOUNS.has(word)) &&
        wanted.head !== 'president');
    if (!head) continue;
    // A vice president, or the president's son, is no president.
    if (wanted.head === 'president' && words.includes('vice')) continue;
    const country =
      words.map((word) => COUNTRY_OF.get(word.replace(/'s?$/, ''))).find((found) => found !== undefined) ??
      null;
    if (wanted.country !== null)
      best = Math.max(
        best,
        country === wanted.country ? 4 : country === null && LEADER_NOUNS.has(wanted.head) ? 1 : 0,
      );
    else best = Math.max(best, country === null ? 3 : 2);
  }
  return best;
}
