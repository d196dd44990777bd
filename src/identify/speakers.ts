import { NICKNAMES } from '../lexicon/en/given-names.js';
import { bodyOf, stateBodyOf } from '../lexicon/en/places.js';
import { COURTESIES, ROLE_NOUNS } from '../lexicon/en/roles.js';
import { contentId } from '../model/id.js';
import { compareContent, compareText } from '../model/order.js';
import type { Span } from '../model/span.js';
import type { Mention, MentionKind, Speaker, SpeakerKind } from '../model/speaker.js';
import { type Character, compatible, type Description, fit, fold, OF_NO_COUNTRY } from './cast.js';
import type { LocalCast } from './identify.js';
import type { Gender } from './names.js';
import { type Referent, toldAmong } from './resolve.js';
import { countryNamed, countryOf, isCountryName } from './several.js';

interface Member {
  readonly character: Character;
  readonly local: LocalCast;
  /** Letters of its names of two words and more. */
  readonly forms: readonly string[];
}

/** Characters of several reports that are one. */
interface Group {
  readonly members: Member[];
  /** Those of all its members. */
  readonly forms: Set<string>;
  readonly suffix: string;
  name: string;
}

/**
 * Merges the reports' characters: by full name first, then surnames alone where the story has one person of that
 * surname, or one who is named far more than the others.
 */
export function speakersOf(locals: readonly LocalCast[]): {
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly speakerOf: (local: LocalCast, referent: Referent) => string | null;
  /** A pronoun's referent again, without those whom any report of the story shows to be of another gender. */
  readonly byGender: (referent: Referent) => Referent;
} {
  const groups = groupsOf(locals);
  const groupOf = new Map<Character, Group>();
  for (const group of groups) for (const { character } of group.members) groupOf.set(character, group);
  const speakers = new Map<string, Speaker>();
  const bodies = bodyNames(locals);
  const stateBodies = new Map<LocalCast, ReadonlyMap<string, ReadonlySet<string>>>();
  const idOf = new Map<Group, string>();
  const genders = new Map<Group, Gender>();
  for (const group of groups) {
    genders.set(group, genderOf(group));
    const speaker = speakerFrom(group, genders.get(group) ?? null, (id) => speakers.has(id));
    speakers.set(speaker.id, speaker);
    idOf.set(group, speaker.id);
  }
  return { speakers, speakerOf, byGender };

  function byGender(referent: Referent): Referent {
    const among = 'among' in referent ? referent.among : undefined;
    if (!among) return referent;
    const possible = among.ranked.filter(
      ({ referent: each }) =>
        each.kind !== 'character' ||
        (genders.get(groupOf.get(each.character) as Group) ?? among.gender) === among.gender,
    );
    if (possible.length === among.ranked.length) return referent;
    const left = possible.reduce((sum, { probability }) => sum + probability, 0);
    return toldAmong(
      possible.map((each) => ({ referent: each.referent, probability: each.probability / left })),
    );
  }

  function speakerOf(local: LocalCast, referent: Referent): string | null {
    switch (referent.kind) {
      case 'character':
        return idOf.get(groupOf.get(referent.character) as Group) ?? null;
      case 'described': {
        const known =
          referent.wanted && !/^(?:Reporter)$/.test(referent.phrase)
            ? byDescription(referent.wanted, local)
            : null;
        if (known) return idOf.get(known) as string;
        return unnamed(local, referent);
      }
      case 'several':
        return together(local, referent.members, referent.document);
      case 'author':
        return named(
          local.report.byline ?? `the author (${local.report.outlet ?? 'unnamed outlet'})`,
          'person',
          local.report.id,
        );
      case 'unresolved':
      case 'unknown':
        return null;
      default:
        return referent satisfies never;
    }
  }

  /** Several are one speaker wherever the same ones speak together. */
  function together(local: LocalCast, members: readonly Character[], document: string | null): string {
    const parties = members.map((member) => groupOf.get(member) as Group);
    const countries = parties.map((group) => countryNamed(group.name) ?? countryOf(rolesOf(group)));
    const names =
      document && countries.every((country) => country !== null)
        ? countries.map((country) => titled(country as string))
        : parties.map(({ name }) => name);
    const list = listed([...new Set(names)].sort(compareText));
    const kind = document ? 'document' : 'collective';
    return named(
      document ? `${document} (${list})` : list,
      kind,
      document && names.length < 2 ? local.report.id : '',
    );
  }

  /** `the prime minister` in a report that never names her: the story's one prime minister. */
  function byDescription(wanted: Description, local: LocalCast): Group | null {
    if (
      /s$/.test(wanted.head) ||
      /^(?:official|source|aide|spokesman|spokeswoman|spokesperson|person|man|woman|lawyer|adviser|advisor|insider|witness|resident|reporter|member|diplomat|lawmaker)$/.test(
        wanted.head,
      )
    )
      return null;
    const least = wanted.country === null ? OF_NO_COUNTRY : 1;
    if (local.cast.some((character) => fit(character, wanted) >= least)) return null;
    const fitting = groups.filter((group) =>
      group.members.some(({ character }) => fit(character, wanted) >= Math.max(2, least)),
    );
    // Whoever this report names comes first, unless it calls them another country's.
    const here = fitting.filter(({ members }) =>
      members.some((member) => member.local === local && fit(member.character, wanted) === 0),
    );
    return dominant(here.length > 0 ? here : fitting);
  }

  /** A source without a name is one report's own. A body is the story’s, whatever the words for its state. */
  function unnamed(local: LocalCast, referent: Described): string {
    const { phrase, speaker } = referent;
    if (speaker !== 'body') return named(phrase, speaker, scopeOf(local, referent));
    const key = bodyKey(phrase) ?? keyInReport(local, phrase);
    const known = key === null ? undefined : groups.find((group) => bodyKey(group.name) === key);
    if (known) return idOf.get(known) as string;
    return named(bodies.get(key ?? '') ?? phrase, 'body', '');
  }

  /** `The foreign ministry` in a report that has one state’s foreign ministry; null where it has none, or two. */
  function keyInReport(local: LocalCast, phrase: string): string | null {
    const body = bodyOf(phrase);
    if (body === null || !body.includes(' ')) return null;
    const known = stateBodies.get(local) ?? stateBodiesOf(local);
    stateBodies.set(local, known);
    const keys = known.get(body);
    return keys?.size === 1 ? ([...keys][0] as string) : null;
  }

  function named(name: string, kind: SpeakerKind, scope: string): string {
    const id = contentId('sp', kind, fold(name), scope);
    if (!speakers.has(id)) speakers.set(id, { id, name, kind, roles: [], aliases: [], mentions: [] });
    return id;
  }
}

function groupsOf(locals: readonly LocalCast[]): readonly Group[] {
  const all = locals
    .flatMap((local) =>
      local.cast.map((character): Member => ({ character, local, forms: formsOf(character) })),
    )
    .sort(
      (a, b) =>
        compareText(fold(a.character.name), fold(b.character.name)) ||
        compareText(a.character.name, b.character.name) ||
        compareContent(a.local.report, b.local.report),
    );
  const groups: Group[] = [];
  const index = new Map<string, Group[]>();
  const full = all.filter(({ character }) => character.name.includes(' ') || character.kind !== 'person');
  const short = all.filter(({ character }) => !character.name.includes(' ') && character.kind === 'person');
  for (const entry of full) {
    const words = entry.character.name.split(' ');
    const group = lookup(words).find((known) => joins(known, entry));
    if (group) join(group, entry);
    else add(entry);
  }
  for (const entry of short) {
    const possible = lookup([entry.character.name]).filter((known) => joins(known, entry));
    const group = dominant(possible);
    if (group) join(group, entry);
    else add(entry);
  }
  for (const group of groups) group.name = canonical(group);
  return groups;

  function lookup(words: readonly string[]): readonly Group[] {
    return [...new Set(keysOf(words).flatMap((key) => index.get(key) ?? []))];
  }

  function join(group: Group, entry: Member): void {
    group.members.push(entry);
    for (const form of entry.forms) group.forms.add(form);
  }

  function add(entry: Member): void {
    const { suffix, name } = entry.character;
    const group: Group = { members: [], forms: new Set(), suffix, name };
    join(group, entry);
    groups.push(group);
    const words = entry.character.name.split(' ');
    for (const key of keysOf(words)) index.set(key, [...(index.get(key) ?? []), group]);
  }
}

/** Words by which a name is found again; a country by what it is, whatever it is called. */
function keysOf(words: readonly string[]): readonly string[] {
  const key = bodyKey(words.join(' '));
  const country = key === null ? [] : [`country ${key}`];
  return [...new Set([fold(words.at(-1) as string), fold(words[0] as string), ...country])];
}

function joins(group: Group, { character, forms }: Member): boolean {
  const known = group.members[0]!.character;
  if (group.suffix !== character.suffix) return false;
  if (known.gender !== null && character.gender !== null && known.gender !== character.gender) return false;
  if (known.kind !== character.kind && known.kind !== 'person' && character.kind !== 'person') return false;
  if (known.kind !== 'person' || character.kind !== 'person') return sameBody(known.name, character.name);
  return (
    compatible(known.name.split(' '), character.name.split(' ')) ||
    forms.some((form) => group.forms.has(form))
  );
}

/** Names of two words and more, letters alone: a report that once writes `Jung Un` writes `Jong Un` elsewhere. */
const formsOf = ({ names }: Character): readonly string[] =>
  names.filter(({ words }) => words.length > 1).map(({ words }) => fold(words.join('')));

/** Letters apart from case and spaces, or two words for one country: `U.S.`, `United States`; not its capital. */
function sameBody(a: string, b: string): boolean {
  return (
    fold(a.replaceAll(' ', '')) === fold(b.replaceAll(' ', '')) ||
    (bodyKey(a) !== null && bodyKey(a) === bodyKey(b))
  );
}

/** Equal for all words for one country, and for one body of a state; null for other bodies, and for a people. */
function bodyKey(name: string): string | null {
  const own = stateBodyOf(name);
  if (own) return `${own.country} ${own.body}`;
  return isCountryName(name) ? countryNamed(name) : null;
}

/** Body of a state, without the state → the keys of those that one report has. */
function stateBodiesOf({ referents, cast }: LocalCast): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  const look = (name: string) => {
    const own = stateBodyOf(name);
    if (own) keys.set(own.body, (keys.get(own.body) ?? new Set()).add(bodyKey(name) as string));
  };
  for (const referent of referents) if (referent.kind === 'described') look(referent.phrase);
  for (const { name, kind } of cast) if (kind === 'body') look(name);
  return keys;
}

/** The one group that fits, or one that the story names at least three times as often as any other. */
function dominant(groups: readonly Group[]): Group | null {
  const ranked = groups
    .map((group) => ({ group, count: countOf(group) }))
    .sort((a, b) => b.count - a.count || compareText(a.group.name, b.group.name));
  const [first, second] = ranked;
  return first && (!second || first.count >= 3 * second.count) ? first.group : null;
}

const rolesOf = (group: Group): readonly string[] =>
  group.members.flatMap(({ character }) => [...character.roles.keys()]);

const titled = (words: string): string => words.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());

type Described = Extract<Referent, { kind: 'described' }>;

const scopeOf = (local: LocalCast, { which }: Described): string =>
  which === 0 ? local.report.id : `${local.report.id} ${which}`;

/** `A, B and C`. */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** As its reports tell; null where none does, or they differ. */
function genderOf({ members }: Group): Gender {
  const told = new Set(members.flatMap(({ character }) => character.gender ?? []));
  const [only] = told;
  return told.size === 1 ? (only as Gender) : null;
}

function countOf(group: Group): number {
  return group.members.reduce((sum, { character }) => sum + character.names.length, 0);
}

/** `Bob Marsh` is the short form of a name. */
function isShort(name: string): boolean {
  const given = fold(name.split(' ')[0] as string);
  return (NICKNAMES.get(given) ?? given) !== given;
}

/** The form that the most reports use, among those with the most of the name; `J.` in the middle counts as none. */
function canonical(group: Group): string {
  const counts = new Map<string, number>();
  for (const { character } of group.members) {
    for (const form of new Set(character.names.map((name) => name.words.join(' '))))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const fullness = (form: string) => form.split(' ').filter((word) => !/^\p{Lu}\.$/u.test(word)).length;
  const several = [...counts].filter(([form]) => fullness(form) > 1);
  const ranked = (several.length > 0 ? several : [...counts]).sort(
    (a, b) =>
      b[1] - a[1] ||
      fullness(b[0]) - fullness(a[0]) ||
      Number(isShort(a[0])) - Number(isShort(b[0])) ||
      compareText(a[0], b[0]),
  );
  const name = ranked[0]?.[0] ?? group.name;
  return group.suffix ? `${name} ${suffixOf(group.suffix)}` : name;
}

function speakerFrom(group: Group, gender: Gender, taken: (id: string) => boolean): Speaker {
  const { name } = group;
  const kind: SpeakerKind = group.members.some(({ character }) => character.kind === 'person')
    ? 'person'
    : 'body';
  const aliases = new Set<string>();
  const roles = new Set<string>();
  for (const { character } of group.members) {
    for (const named of character.names)
      aliases.add(
        named.suffix ? `${named.words.join(' ')} ${suffixOf(named.suffix)}` : named.words.join(' '),
      );
    for (const role of character.roles.keys()) if (!isCourtesy(role)) roles.add(role);
  }
  aliases.delete(name);
  // `RUIZ` of a label is `Ruiz`.
  const shown = [name, ...aliases].filter((form) => form !== form.toUpperCase());
  for (const alias of [...aliases])
    if (alias === alias.toUpperCase() && shown.some((form) => form.toUpperCase() === alias))
      aliases.delete(alias);
  const id = contentId('sp', kind, fold(name), group.suffix);
  return {
    // Two people of one name: the second is told apart by where it is named first.
    id: taken(id)
      ? contentId(
          'sp',
          kind,
          fold(name),
          group.suffix,
          group.members[0]!.local.report.id,
          group.members[0]!.character.names[0]!.start,
        )
      : id,
    name,
    kind,
    roles: [...roles].sort(),
    aliases: [...aliases].sort(),
    mentions: group.members.flatMap(({ character, local }) => mentionsOf(local, character, gender)),
  };
}

/** Every name, role and pronoun that one report has for a character. */
function mentionsOf(
  { report, references }: LocalCast,
  character: Character,
  gender: Gender,
): readonly Mention[] {
  const mentions: Mention[] = [];
  const add = ({ start, end }: Span, kind: MentionKind) =>
    mentions.push({ report: report.id, start, end, kind });
  for (const name of character.names) add(name, 'name');
  for (const spans of character.roles.values()) for (const span of spans) add(span, 'role');
  references.phrases.forEach((phrase, i) => {
    if (phrase.kind === 'name' || references.entities[i]?.character !== character) return;
    if (phrase.kind === 'pronoun' && phrase.gender !== null && gender !== null && phrase.gender !== gender)
      return;
    add(phrase, phrase.kind === 'pronoun' ? 'pronoun' : ROLE_NOUNS.has(phrase.noun) ? 'role' : 'description');
  });
  return mentions;
}

/** Body of a state that no report names → the words for it that most often stand there. */
function bodyNames(locals: readonly LocalCast[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { referents } of locals)
    for (const referent of referents) {
      const key =
        referent.kind === 'described' && referent.speaker === 'body' ? bodyKey(referent.phrase) : null;
      if (key === null || referent.kind !== 'described') continue;
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own.set(referent.phrase, (own.get(referent.phrase) ?? 0) + 1));
    }
  return new Map(
    [...counts].map(([key, own]) => {
      const [first] = [...own].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
      return [key, (first as [string, number])[0]];
    }),
  );
}

/** `Mr.` is no role. */
function isCourtesy(role: string): boolean {
  const word = role.toLowerCase().replace(/\.$/, '');
  return COURTESIES.has(word) || /^(?:sir|lady|madam)$/.test(word);
}

function suffixOf(suffix: string): string {
  return suffix === 'jr' ? 'Jr.' : suffix === 'sr' ? 'Sr.' : suffix.toUpperCase();
}
