import { nounClass } from '../learned/nouns/classes.js';
import { GIVEN_NAMES, NICKNAMES } from '../lexicon/en/given-names.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { COURTESIES, LEADER_NOUNS, PLURAL_ROLES, ROLE_NOUNS } from '../lexicon/en/roles.js';
import { stateOf } from '../lexicon/en/us-states.js';
import { append } from '../model/grouped.js';
import type { Segmentation } from '../model/segmentation.js';
import { lastStartingBy, type Span } from '../model/span.js';
import { type Gender, genderOfRole, type Name, type NameKind } from './names.js';

/** Someone whom a report names, with all the names that it uses. */
export interface Character {
  /** The fullest form that the report uses: `Ana María Ruiz`. */
  name: string;
  kind: NameKind;
  gender: Gender;
  suffix: string;
  /** What it is called, with every place where the report calls it so. */
  readonly roles: Map<string, Span[]>;
  /** Something besides a capital letter says that this is a person: a title, a known given name, a verb of saying. */
  attested: boolean;
  /** The report speaks of their administration: `the Ruiz administration`. */
  governs: boolean;
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
  const named = new Map<Character, Naming>();
  let others: ReadonlySet<Character> = new Set();
  const inFull: { readonly name: Name; readonly character: Character }[] = [];
  for (const name of names) if (name.words.length > 1) inFull.push({ name, character: place(name) });
  others = ofOthers(text, names, segmentation, cast);
  let next = 0;
  for (const name of names) {
    if (name.words.length > 1) continue;
    for (let held = inFull[next]; held && held.name.start < name.start; held = inFull[++next])
      note(held.character, held.name);
    note(place(name), name);
  }
  for (const character of cast) character.names.sort((a, b) => a.start - b.start);
  appositions(text, segmentation, cast);
  return cast;

  /** Keeps what {@link bearer} asks: who was named so far. */
  function note(character: Character, name: Name): void {
    const known = named.get(character);
    named.set(character, { first: known?.first ?? name.start, last: name, times: (known?.times ?? 0) + 1 });
  }

  function place(name: Name): Character {
    const same = candidates(name).filter((character) => sameName(character, name));
    const bare = name.words.length === 1 && name.suffix === '';
    const stranger = bare ? same.find((character) => others.has(character)) : undefined;
    // `the younger Ruiz`
    const younger = bare && /\byounger\s$/.test(text.slice(Math.max(0, name.start - YOUNGER), name.start));
    const possible = stranger && !younger ? same.filter((character) => !others.has(character)) : same;
    // A bare surname is the elder's, where father and son are both named.
    const elders = possible.filter(({ suffix }) => suffix === (younger ? 'jr' : name.suffix));
    const known = elders.length > 0 ? elders : possible;
    const character = known.length > 1 ? bearer(known, named, name) : known[0];
    if (!character) {
      const made: Character = {
        name: name.words.join(' '),
        kind: name.kind,
        gender: name.gender ?? (stranger ? otherThan(stranger.gender) : null),
        suffix: name.suffix,
        attested: attests(name),
        governs: name.governs,
        roles: new Map(name.role ? [[name.role, [name.roleAt]]] : []),
        names: [name],
      };
      cast.push(made);
      for (const word of keysOf(name.words)) bySurname.set(word, [...(bySurname.get(word) ?? []), made]);
      return made;
    }
    character.names.push(name);
    character.attested ||= attests(name);
    character.governs ||= name.governs;
    if (name.role) {
      append(character.roles, name.role, name.roleAt);
      if (character.kind === 'person' || name.kind === 'person') character.kind = 'person';
    }
    character.gender ??= name.gender;
    if (name.words.length > character.name.split(' ').length && !/^\p{Lu}\.$/u.test(name.words[1] ?? ''))
      character.name = name.words.join(' ');
    return character;
  }

  function candidates(name: Name): readonly Character[] {
    return [...new Set(keysOf(name.words).flatMap((word) => bySurname.get(word) ?? []))];
  }
}

/** Characters of `the younger `. */
const YOUNGER = 12;

const otherThan = (gender: Gender): Gender =>
  gender === 'male' ? 'female' : gender === 'female' ? 'male' : null;

const attests = (name: Name): boolean =>
  name.kind === 'person' &&
  (name.role !== '' ||
    GIVEN_NAMES.has((name.words[0] as string).toLowerCase()) ||
    /^(?:\p{Lu}\.)+$/u.test(name.words[0] as string) ||
    (name.words.length > 1 && name.sayer));

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
  // `U.N.` is nobody's family name, whoever is called Un.
  if (isAbbreviation(a) !== isAbbreviation(b) && (a.length === 1 || b.length === 1)) return false;
  if (fold(a.join('')) === fold(b.join(''))) return true;
  if (a.length === 1 || b.length === 1) {
    const [short, long] = a.length === 1 ? [a[0] as string, b] : [b[0] as string, a];
    return (
      fold(short) === fold(long.at(-1) as string) ||
      (fold(short) === fold(long[0] as string) && looksEastAsian(long))
    );
  }
  // `Berman Jackson` of `Amy Berman Jackson`: a surname of two words.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === long.length - 1 && fold(short.join(' ')) === fold(long.slice(-short.length).join(' ')))
    return true;
  return fold(a.at(-1) as string) === fold(b.at(-1) as string) && sameGiven(a[0] as string, b[0] as string);
}

const isAbbreviation = (words: readonly string[]): boolean =>
  words.length === 1 && /^(?:\p{Lu}\.){2,}$|^\p{Lu}{2,3}$/u.test(words[0] as string);

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
  const [short, other] = [consonants(x), consonants(y)];
  return (NICKNAMES.get(x) ?? x) === (NICKNAMES.get(y) ?? y) || (short === other && short.length >= SPELT);
}

/** Consonants that two spellings of one given name share: `Dmitri`, `Dmitry`; not `Maria`, `Mario`. */
const SPELT = 4;

/** The first letter of a folded word and its consonants: equal for two ways to write one foreign name. */
export const consonants = (folded: string): string =>
  `${folded[0]}${folded.slice(1).replace(/[aeiouhy]/g, '')}`;

/** Sentences in which a surname alone goes on to be whoever of the family was named last. */
const STAYS = 2;

/**
 * Whose a surname alone is, of a family that the report names: whoever was named most before it, for whom the report has
 * been using it, unless another one of them has just done or said something (`Bill Clinton said … Clinton added`).
 */
function bearer(
  family: readonly Character[],
  named: ReadonlyMap<Character, Naming>,
  name: Name,
): Character | undefined {
  let main: [Character, Naming] | undefined;
  let last: [Character, Naming] | undefined;
  for (const character of family) {
    const own = named.get(character);
    if (!own) continue;
    if (!main || own.times > main[1].times || (own.times === main[1].times && own.first < main[1].first))
      main = [character, own];
    if (!last || own.last.start > last[1].last.start) last = [character, own];
  }
  if (!main || !last) return [...family].sort((a, b) => b.names.length - a.names.length)[0];
  const { sentence, words, sayer, subject } = last[1].last;
  const goesOn = name.sentence - sentence <= STAYS && (words.length === 1 || sayer || subject);
  return (goesOn ? last : main)[0];
}

/**
 * Those whose bare surname is somebody else's: `President Vik`, and `Vik` time and again with `he`, in a text that
 * names `Helga Vik` in full, and her husband once or never; or `Helga Vik will go with President Vik`.
 */
function ofOthers(
  text: string,
  names: readonly Name[],
  { sentences }: Segmentation,
  cast: readonly Character[],
): ReadonlySet<Character> {
  const bare = new Map<string, Name[]>();
  for (const name of names) {
    const [only] = name.words;
    if (name.words.length === 1 && name.kind === 'person') append(bare, fold(only as string), name);
  }
  const bySurname = new Map<string, Character[]>();
  for (const character of cast)
    if (character.kind === 'person')
      append(bySurname, fold(character.name.split(' ').at(-1) as string), character);
  const others = new Set<Character>();
  for (const [surname, family] of bySurname) {
    const own = bare.get(surname) ?? [];
    for (const character of family) {
      const { gender, names: full } = character;
      if (gender === null) continue;
      const first = (full[0] as Name).start;
      const stands = new Set(full.map(({ sentence }) => sentence));
      const apart = own.some(
        ({ role, sentence }) =>
          stands.has(sentence) &&
          isOffice(role) &&
          ![...character.roles.keys()].some((known) => known.includes(role)),
      );
      if (apart) others.add(character);
      const alone = family.length === 1;
      if (alone && (character.roles.size > 0 || !own.some(({ role, start }) => role !== '' && start < first)))
        continue;
      const { against, agreeing, plainly } = pronounsBehind(
        alone ? own.filter(({ start }) => start < first) : own,
        gender,
      );
      const stranger = against >= OFTEN && against > (alone ? 2 : FAR_MORE) * agreeing;
      if (stranger || (alone && plainly && agreeing === 0)) others.add(character);
    }
  }
  return others;

  /** How many surnames a pronoun of the other gender follows in their sentence, and of this one. */
  function pronounsBehind(surnames: readonly Name[], gender: Gender) {
    let against = 0;
    let agreeing = 0;
    // `President Vik asked his daughter Helga`: nobody else is named between the president and the pronoun.
    let plainly = false;
    for (const name of surnames) {
      const rest = text.slice(name.end, Math.min(name.end + NEAR, sentences[name.sentence]?.end ?? name.end));
      const said = /\b(?:(he|him|his|himself)|(?:she|hers?|herself))\b/i.exec(rest);
      if (!said) continue;
      if ((said[1] === undefined) === (gender === 'female')) agreeing++;
      else {
        against++;
        plainly ||= name.subject && name.role !== '' && !/[“”"]|\p{Lu}/u.test(rest.slice(0, said.index));
      }
    }
    return { against, agreeing, plainly };
  }
}

/** `President`, `Prime Minister`; not `Mr.`. */
function isOffice(role: string): boolean {
  const first = /^\p{L}*/u.exec(role)?.[0].toLowerCase() ?? '';
  return role !== '' && first !== 'sir' && first !== 'dr' && !COURTESIES.has(first);
}

/** Bare surnames, and pronouns behind them, that tell a stranger; and how many times more of a family of several. */
const OFTEN = 3;
const FAR_MORE = 5;
/** Characters behind a surname in which its pronoun is looked for; a bound keeps text without stops linear. */
const NEAR = 200;

/** Where somebody was named so far, and how often. */
interface Naming {
  /** Offset of the first name. */
  readonly first: number;
  readonly last: Name;
  readonly times: number;
}

/**
 * Roles in apposition and as predicates: `Ana Ruiz, the former harbour chief, …`, `the harbour chief, Ana Ruiz, …`,
 * `Ana Ruiz became harbour chief`.
 */
function appositions(text: string, { sentences }: Segmentation, cast: readonly Character[]): void {
  for (const character of cast) {
    if (character.kind === 'place') continue;
    for (const name of character.names) {
      const sentence = sentences[name.sentence];
      const end = Math.min((sentence?.end ?? text.length) + 1, name.end + 110);
      const start = Math.max(sentence?.start ?? 0, name.start - 90);
      const after = AFTER_NAME.exec(text.slice(name.end, end));
      const before = BEFORE_NAME.exec(text.slice(start, name.start));
      const found: readonly (readonly [string | undefined, number])[] = [
        [after?.[1], name.end + (after ? after[0].length - (after[1] as string).length : 0)],
        [before?.[1], start + (before ? before.index + before[0].indexOf(before[1] as string) : 0)],
      ];
      const member = MEMBER.exec(text.slice(name.end, end));
      if (member && character.kind === 'person') {
        const at = name.end + member[0].length - (member[1] as string).length;
        append(character.roles, member[1] as string, { start: at, end: at + (member[1] as string).length });
        character.attested = true;
      }
      for (const [words, from] of found) {
        // `…, the president said` begins a clause of its own.
        const clause = /^the\s/.test(words ?? '') && SAYS.test(text.slice(from + (words ?? '').length, end));
        const role = words && !clause ? roleFrom(words) : null;
        // `Speaking of her father-in-law, Helga said`
        const other = otherThan(character.gender);
        if (!role || !words || (other !== null && genderOfRole(role) === other)) continue;
        const at = from + words.lastIndexOf(role);
        append(character.roles, role.replace(/\s+/g, ' '), { start: at, end: at + role.length });
        // Only people have these.
        if (character.kind === 'person') character.attested = true;
      }
    }
  }
}

/** `, the former harbour chief,` or ` became the harbour chief.`; the role itself is in the first group. */
const AFTER_NAME =
  /^(?:,\s+(?:who\s+(?:is|was|serves as|served as)\s+)?|\s+(?:is|was|became|remains|has been)\s+(?=the\s|an?\s|[a-z]+\s+(?:of|and)\b))((?:(?:the|a|an|his|her|their|its|former|then)\s+)?(?:[^,.;:“”"()]|(?<=\bU)\.(?=S)|(?<=\bU\.S)\.){3,70}?)(?=[,.;)]|\s(?:said|told|who|when|since|until|from)\b)/u;
/** `Ruiz (R-Kan.)`, `Ruiz, R-Kan.`: party and state. */
const MEMBER = /^,?\s\(?([RD]-\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]+)?)(?=[),])/u;
const SAYS = /^\s(?:said|says|told|added|wrote)\b/;
/** `the harbour chief, `: the name follows at once, and a comma or a verb follows it. */
const BEFORE_NAME =
  /(?:^|[\s“"(])((?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|\p{Lu}\S*['’]s)\s[^,.;:“”"()]{2,60}),\s$/u;

function roleFrom(words: string): string | null {
  const role = words.replace(/^(?:the|a|an|The|A|An|Its|His|Her|Their|its|his|her|their)\s+/, '').trim();
  const parts = role.toLowerCase().split(/[\s-]+/);
  const named = (role.match(/\b\p{Lu}[\p{L}’-]+/gu) ?? []).some((word) =>
    GIVEN_NAMES.has(word.toLowerCase()),
  );
  if (/\b(?:and|not)\b/.test(role) || named || parts.length > 9) return null;
  if (!parts.some((word) => ROLE_NOUNS.has(word)) || parts.some((word) => PLURAL_ROLES.has(word)))
    return null;
  return /\b(?:said|says|told|has|have|had|is|was|were|are|by|with|against|to)\b/.test(role) ? null : role;
}

/** What a description asks for: `the Russian leader` → a leader, of Russia. */
export interface Description {
  readonly head: string;
  readonly country: string | null;
  readonly former: boolean;
  /** Letters that stand for a body: `nfl` of `the NFL chief`. */
  readonly body: string | null;
  /** What tells one member of a party from another: `kentucky` of `the Kentucky Republican`; null for other roles. */
  readonly party: readonly string[] | null;
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
  const head =
    core.findLast((word) => ROLE_NOUNS.has(word)) ??
    (nounClass(core.at(-1) ?? '') === 'person' ? core.at(-1) : undefined);
  if (head === undefined) return null;
  const country = countryIn(words);
  return {
    head,
    country,
    former: /\b(?:former|ex|then)\b/.test(phrase.toLowerCase()),
    body: bodyIn(phrase),
    party: PARTISANS.has(head) ? core.filter((word) => word !== head && word !== 'the') : null,
  };
}

/** Letters in capitals that are no country's: `NFL`, not `U.S.`; null for none. */
function bodyIn(phrase: string): string | null {
  const letters = phrase.match(/\b\p{Lu}{2,6}\b/gu)?.find((word) => !COUNTRY_OF.has(word.toLowerCase()));
  return letters && phrase !== phrase.toUpperCase() ? letters.toLowerCase() : null;
}

/** `R-Kan.` → `kansas republican`; null for another role. */
function partisan(role: string): string | null {
  const [, party, state] = /^([RD])-(.+)$/.exec(role) ?? [];
  const named = state === undefined ? null : stateOf(state);
  return named === null ? null : `${named} ${party === 'R' ? 'republican' : 'democrat'}`;
}

const PARTISANS: ReadonlySet<string> = new Set(['republican', 'democrat']);

/** The first country that words name, in one word or two: `south korean`; null for none. */
export function countryIn(words: readonly string[]): string | null {
  const plain = words.map((word) => word.replace(/['’]s?$/, ''));
  for (let i = 0; i < plain.length; i++) {
    const country = COUNTRY_OF.get(`${plain[i]} ${plain[i + 1] ?? ''}`) ?? COUNTRY_OF.get(plain[i] as string);
    if (country) return country;
  }
  return null;
}

/** How well a character fits a description; 0 where not at all. */
export function fit(character: Character, wanted: Description): number {
  if (character.kind !== 'person') return 0;
  // `The president` in a report that never says who that is, but speaks of `the Ruiz administration`.
  const asked = wanted.head === 'president' && wanted.country === null && !wanted.former;
  if (asked && character.governs && character.roles.size === 0) return OF_NO_COUNTRY;
  let best = 0;
  for (const role of character.roles.keys()) {
    const words = (partisan(role) ?? role)
      .toLowerCase()
      .split(/[\s-]+/)
      .map((word) => word.replace(/[.,]$/, ''));
    const former = words.includes('former') || words.includes('ex') || words.includes('then');
    if (former !== wanted.former && (former || wanted.former)) continue;
    const head =
      words.includes(wanted.head) ||
      (LEADER_NOUNS.has(wanted.head) &&
        words.some((word) => LEADER_NOUNS.has(word)) &&
        wanted.head !== 'president');
    if (!head) continue;
    // `the NFL chief` is no commander in chief.
    if (wanted.body !== null && words.length > 1 && !words.includes(wanted.body)) continue;
    if (wanted.party && !(wanted.party.length > 0 && wanted.party.every((word) => words.includes(word))))
      continue;
    // A vice president, or the president's son, is no president.
    if (wanted.head === 'president' && words.includes('vice')) continue;
    const country = countryIn(words);
    if (wanted.country !== null)
      best = Math.max(
        best,
        country === wanted.country ? 4 : country === null && LEADER_NOUNS.has(wanted.head) ? 1 : 0,
      );
    else best = Math.max(best, country === null ? 3 : 2);
  }
  return best;
}

/**
 * The character that a definite description stands for. Of several that fit alike (two presidents), the one that the
 * report names twice as often as any other and four times more, else the one named last before the place, if the others were not
 * named since the paragraph before.
 *
 * @returns null where nobody fits, or several do and nothing tells them apart
 */
export function bestFit(cast: readonly Character[], wanted: Description, before: number): Character | null {
  const all = fittingBest(cast, wanted);
  // `the president` is a foreign one's only where nobody was named since.
  const foreign =
    LEADER_NOUNS.has(wanted.head) &&
    wanted.country === null &&
    all[0] !== undefined &&
    fit(all[0], wanted) < OF_NO_COUNTRY;
  const fitting = foreign ? all.filter((character) => character === lastNamed(cast, before)) : all;
  const [only] = fitting;
  if (fitting.length < 2) return only && !isBygone(cast, only, wanted) ? only : null;
  const byCount = [...fitting].sort((a, b) => b.names.length - a.names.length);
  const [first, second] = byCount as [Character, Character];
  if (first.names.length >= Math.max(2 * second.names.length, second.names.length + MORE)) return first;
  const recent = fitting
    .map((character) => ({ character, last: lastBefore(character, before) }))
    .sort((a, b) => b.last - a.last);
  const [near, next] = recent as [(typeof recent)[0], (typeof recent)[0]];
  return near.last - next.last > APART ? near.character : null;
}

/**
 * `one count against President Vik` in a report about Ruiz, whom it calls nothing but Ruiz: the president may well be
 * Ruiz. Whoever is named once is not told for `the president` beside somebody named time and again without any role.
 */
function isBygone(cast: readonly Character[], { names }: Character, { head, country }: Description): boolean {
  return (
    head === 'president' &&
    country === null &&
    names.length === 1 &&
    cast.some((other) => other.kind === 'person' && other.roles.size === 0 && other.names.length >= MORE)
  );
}

/** All characters that fit a description as well as any does. */
export function fittingBest(cast: readonly Character[], wanted: Description): readonly Character[] {
  let best = 0;
  let fitting: Character[] = [];
  for (const character of cast) {
    const fits = fit(character, wanted);
    if (fits === 0 || fits < best) continue;
    if (fits > best) fitting = [];
    best = fits;
    fitting.push(character);
  }
  return fitting;
}

/** What {@link fit} gives a role that names no country, asked for without one. */
export const OF_NO_COUNTRY = 3;

/** Mentions more, at least: three against one say little. */
const MORE = 4;

/** Characters of text, some two sentences: whoever was named that much later is who is spoken of. */
const APART = 200;

function lastNamed(cast: readonly Character[], before: number): Character | null {
  let last: Character | null = null;
  for (const character of cast) {
    if (character.kind !== 'person') continue;
    if (last === null || lastBefore(character, before) > lastBefore(last, before)) last = character;
  }
  return last;
}

function lastBefore(character: Character, offset: number): number {
  const at = lastStartingBy(character.names, offset - 1);
  return at < 0 ? Number.NEGATIVE_INFINITY : (character.names[at] as Name).start;
}
