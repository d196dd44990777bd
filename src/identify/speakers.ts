import { contentId } from '../model/id.js';
import { compareText } from '../model/order.js';
import type { Speaker, SpeakerKind } from '../model/speaker.js';
import { type Character, compatible, type Description, fit, fold } from './cast.js';
import type { LocalCast } from './identify.js';
import type { Referent } from './resolve.js';

/** Characters of several reports that are one. */
interface Group {
  readonly members: { readonly character: Character; readonly local: LocalCast }[];
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
} {
  const groups = groupsOf(locals);
  const groupOf = new Map<Character, Group>();
  for (const group of groups) for (const { character } of group.members) groupOf.set(character, group);
  const speakers = new Map<string, Speaker>();
  const idOf = new Map<Group, string>();
  for (const group of groups) {
    const speaker = speakerFrom(group, (id) => speakers.has(id));
    speakers.set(speaker.id, speaker);
    idOf.set(group, speaker.id);
  }
  return { speakers, speakerOf };

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
        return unnamed(local, referent.phrase, referent.speaker);
      }
      case 'author':
        return unnamed(
          local,
          local.report.byline ?? `the author (${local.report.outlet ?? 'unnamed outlet'})`,
          'person',
        );
      case 'unknown':
        return null;
      default:
        return referent satisfies never;
    }
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
    if (local.cast.some((character) => fit(character, wanted) > 0)) return null;
    const fitting = groups.filter((group) =>
      group.members.some(({ character }) => fit(character, wanted) >= 2),
    );
    if (fitting.length === 0) return null;
    const ranked = fitting
      .map((group) => ({ group, count: mentionsOf(group) }))
      .sort((a, b) => b.count - a.count || compareText(a.group.name, b.group.name));
    const [first, second] = ranked;
    return first && (!second || first.count >= 3 * second.count) ? first.group : null;
  }

  /** A source without a name is one report's own: `a senior official` in two outlets need not be one person. */
  function unnamed(local: LocalCast, phrase: string, kind: SpeakerKind): string {
    const shared = kind === 'body';
    const id = contentId('sp', kind, fold(phrase), shared ? '' : local.report.id);
    if (!speakers.has(id)) speakers.set(id, { id, name: phrase, kind, roles: [], aliases: [], mentions: [] });
    return id;
  }
}

function groupsOf(locals: readonly LocalCast[]): readonly Group[] {
  const all = locals
    .flatMap((local) => local.cast.map((character) => ({ character, local })))
    .sort(
      (a, b) =>
        compareText(fold(a.character.name), fold(b.character.name)) ||
        compareText(a.character.name, b.character.name) ||
        compareText(a.local.report.id, b.local.report.id),
    );
  const groups: Group[] = [];
  const index = new Map<string, Group[]>();
  const full = all.filter(({ character }) => character.name.includes(' ') || character.kind !== 'person');
  const short = all.filter(({ character }) => !character.name.includes(' ') && character.kind === 'person');
  for (const entry of full) {
    const words = entry.character.name.split(' ');
    const group = lookup(words).find((known) => joins(known, entry.character));
    if (group) group.members.push(entry);
    else add(entry);
  }
  for (const entry of short) {
    const possible = lookup([entry.character.name]).filter((known) => joins(known, entry.character));
    const group = dominant(possible);
    if (group) group.members.push(entry);
    else add(entry);
  }
  for (const group of groups) group.name = canonical(group);
  return groups;

  function lookup(words: readonly string[]): readonly Group[] {
    return [
      ...new Set(
        [fold(words.at(-1) as string), fold(words[0] as string)].flatMap((key) => index.get(key) ?? []),
      ),
    ];
  }

  function add(entry: { character: Character; local: LocalCast }): void {
    const group: Group = { members: [entry], suffix: entry.character.suffix, name: entry.character.name };
    groups.push(group);
    const words = entry.character.name.split(' ');
    for (const key of new Set([fold(words.at(-1) as string), fold(words[0] as string)]))
      index.set(key, [...(index.get(key) ?? []), group]);
  }
}

function joins(group: Group, character: Character): boolean {
  const known = group.members[0]!.character;
  if (group.suffix !== character.suffix) return false;
  if (known.gender !== null && character.gender !== null && known.gender !== character.gender) return false;
  if (known.kind !== character.kind && known.kind !== 'person' && character.kind !== 'person') return false;
  if (known.kind !== 'person' || character.kind !== 'person')
    return fold(known.name.replaceAll(' ', '')) === fold(character.name.replaceAll(' ', ''));
  return compatible(known.name.split(' '), character.name.split(' '));
}

/** The one group that fits, or one that the story names at least three times as often as any other. */
function dominant(groups: readonly Group[]): Group | null {
  const ranked = groups
    .map((group) => ({ group, count: mentionsOf(group) }))
    .sort((a, b) => b.count - a.count || compareText(a.group.name, b.group.name));
  const [first, second] = ranked;
  return first && (!second || first.count >= 3 * second.count) ? first.group : null;
}

function mentionsOf(group: Group): number {
  return group.members.reduce((sum, { character }) => sum + character.names.length, 0);
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
    (a, b) => b[1] - a[1] || fullness(b[0]) - fullness(a[0]) || compareText(a[0], b[0]),
  );
  const name = ranked[0]?.[0] ?? group.name;
  return group.suffix ? `${name} ${suffixOf(group.suffix)}` : name;
}

function speakerFrom(group: Group, taken: (id: string) => boolean): Speaker {
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
    for (const role of character.roles) roles.add(role);
  }
  aliases.delete(name);
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
    mentions: group.members.flatMap(({ character, local }) =>
      character.names.map(({ start, end }) => ({
        report: local.report.id,
        start,
        end,
        kind: 'name' as const,
      })),
    ),
  };
}

function suffixOf(suffix: string): string {
  return suffix === 'jr' ? 'Jr.' : suffix === 'sr' ? 'Sr.' : suffix.toUpperCase();
}
