import { ENTITY_TYPES } from '../learned/reference/model.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { ROLE_NOUNS } from '../lexicon/en/roles.js';
import { bestFit, type Character, describe, fold } from './cast.js';
import type { Phrase } from './mentions.js';
import type { Gender } from './names.js';

/** Someone or something that one report refers to, with its phrases in reading order. */
export interface Entity {
  readonly character: Character | null;
  readonly phrases: Phrase[];
  /** As its names and nouns tell. */
  gender: Gender;
  /** As the pronouns tell that were taken to stand for it. */
  heardAs: Gender;
  readonly many: boolean;
  /** Of several who are named together. */
  readonly members?: readonly Entity[];
  /** Probability of each of `ENTITY_TYPES`: the mean over its phrases. */
  types: readonly number[];
}

const PERSON = ENTITY_TYPES.indexOf('person');

/** What a phrase begins with that takes up somebody or something known. */
const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|my|our|your|both)$/;

/** A noun that is looked for again is not looked for further back than this many phrases of it. */
const EARLIER = 40;

/** The entity of each phrase; null for pronouns, which are resolved later. */
export function entitiesOf(
  text: string,
  phrases: readonly Phrase[],
  cast: readonly Character[],
): readonly (Entity | null)[] {
  const ofCharacter = new Map<Character, Entity>();
  const characterOf = new Map<object, Character>();
  for (const character of cast) for (const name of character.names) characterOf.set(name, character);
  const byNoun = new Map<string, Entity[]>();
  const entities: (Entity | null)[] = [];
  phrases.forEach((phrase, i) => {
    if (phrase.kind === 'pronoun') {
      entities.push(null);
      return;
    }
    const character = phrase.name ? (characterOf.get(phrase.name) ?? null) : null;
    if (character) {
      const known = ofCharacter.get(character);
      const entity = known ?? entityFrom(phrase, character);
      if (!known) ofCharacter.set(character, entity);
      else entity.phrases.push(phrase);
      entities.push(entity);
      return;
    }
    const same = apposed(i) ?? named(i) ?? byRole(phrase) ?? sameNoun(phrase);
    const entity = same ?? entityFrom(phrase, null);
    if (same) same.phrases.push(phrase);
    if (phrase.kind === 'description')
      byNoun.set(phrase.noun, [...(byNoun.get(phrase.noun) ?? []).slice(-EARLIER), entity]);
    entities.push(entity);
  });
  for (const entity of new Set(entities)) if (entity) entity.types = meanTypes(entity.phrases);
  return entities;

  /** `Ana Ruiz, the mayor, …` and `Ana Ruiz is the mayor`: the name before. */
  function apposed(i: number): Entity | null {
    const phrase = phrases[i] as Phrase;
    const before = phrases[i - 1];
    const entity = entities[i - 1];
    if (!before || !entity || phrase.kind !== 'description' || phrase.many !== entity.many) return null;
    if (before.sentence !== phrase.sentence || !ROLE_NOUNS.has(phrase.noun)) return null;
    if (/^(?:his|her|their|its)$/.test(phrase.determiner)) return null;
    const between = text.slice(before.end, phrase.start);
    if (/^,? (?:who )?(?:is|was|became|remains|has been|had been) $/.test(between)) return entity;
    // `…, the president said` begins a clause of its own: an apposition is closed, or goes on with what it is of.
    const closed = /^(?:[,.;)]|\s(?:of|for|at|in|who|whose)\b)/.test(text.slice(phrase.end, phrase.end + 8));
    return between === ', ' && closed ? entity : null;
  }

  /** `The director, Asha Nair, said`: the name behind. */
  function named(i: number): Entity | null {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind !== 'description' || phrase.many || !ROLE_NOUNS.has(phrase.noun)) return null;
    // The office may have a name of its own: `the mayor of Oslo, Asha Nair, said`.
    const next = phrases
      .slice(i + 1, i + 3)
      .find(({ start }) => /^(?: (?:of|for|at|in) [^,.;]{2,40})?, $/.test(text.slice(phrase.end, start)));
    if (!next?.name || next.sentence !== phrase.sentence) return null;
    const character = characterOf.get(next.name);
    if (character?.kind !== 'person') return null;
    return ofCharacter.get(character) ?? ahead(character);
  }

  /** The entity of somebody whose name only follows: it is made here, and joined there. */
  function ahead(character: Character): Entity | null {
    const name = phrases.find((phrase) => phrase.name && characterOf.get(phrase.name) === character);
    if (!name) return null;
    const entity = { ...entityFrom(name, character), phrases: [] };
    ofCharacter.set(character, entity);
    return entity;
  }

  /** `the driver` after `a driver`: the last of that noun, where what is said of it does not differ. */
  function sameNoun(phrase: Phrase): Entity | null {
    if (phrase.kind !== 'description' || !DEFINITE.test(phrase.determiner)) return null;
    const own = modifiers(text, phrase);
    return (
      (byNoun.get(phrase.noun) ?? []).findLast(
        (entity) =>
          entity.many === phrase.many &&
          entity.phrases.some(
            (earlier) => earlier.kind === 'description' && agree(own, modifiers(text, earlier)),
          ),
      ) ?? null
    );
  }

  function byRole(phrase: Phrase): Entity | null {
    if (phrase.many || !/^(?:the|this|that)$/.test(phrase.determiner) || !ROLE_NOUNS.has(phrase.noun))
      return null;
    const wanted = describe(text.slice(phrase.start, phrase.end));
    if (!wanted) return null;
    const found = bestFit(cast, wanted, phrase.start);
    return found ? (ofCharacter.get(found) ?? ahead(found)) : null;
  }
}

function entityFrom(phrase: Phrase, character: Character | null): Entity {
  return {
    character,
    phrases: [phrase],
    gender: character?.gender ?? phrase.gender,
    heardAs: null,
    many: phrase.many,
    types: phrase.types,
  };
}

function meanTypes(phrases: readonly Phrase[]): readonly number[] {
  return ENTITY_TYPES.map(
    (_, type) => phrases.reduce((sum, { types }) => sum + (types[type] ?? 0), 0) / phrases.length,
  );
}

/** Several who stand together in the text: one phrase, one entity. */
export interface Joined {
  readonly phrase: Phrase;
  readonly entity: Entity;
}

/**
 * `Ana Ruiz and Ben Ito`, `the mayor, her deputy and the harbour chief`: people, bodies and countries that are told
 * together, and that `they` may stand for.
 *
 * @returns by the index of their last phrase; the same ones are the same entity wherever they stand together
 */
export function joinedIn(
  text: string,
  phrases: readonly Phrase[],
  entities: readonly (Entity | null)[],
): ReadonlyMap<number, Joined> {
  const joined = new Map<number, Joined>();
  const known = new Map<string, Entity>();
  const numbers = new Map<Entity, number>();
  for (let last = 1; last < phrases.length; last++) {
    if (!/^,? and (?:the |an? )?$/.test(between(last))) continue;
    let first = last - 1;
    while (first > 0 && last - first < MOST_TOGETHER && /^, (?:the |an? )?$/.test(between(first))) first--;
    const members = entities.slice(first, last + 1);
    const [lead, end] = [phrases[first] as Phrase, phrases[last] as Phrase];
    if (!members.every(canAct) || new Set(members).size < members.length) continue;
    const key = members
      .map((member) => numbers.get(member) ?? numbers.set(member, numbers.size).size - 1)
      .sort((a, b) => a - b)
      .join(' ');
    const phrase: Phrase = {
      ...end,
      start: lead.start,
      kind: 'description',
      head: lead.head,
      name: null,
      gender: null,
      many: true,
      collective: false,
      types: meanTypes([lead, end]),
      determiner: '',
      place: end.place === 'subject' && lead.place !== 'oblique' ? 'subject' : lead.place,
      word: lead.word,
    };
    const entity = known.get(key) ?? { ...entityFrom(phrase, null), phrases: [], members };
    known.set(key, entity);
    entity.phrases.push(phrase);
    joined.set(last, { phrase, entity });
  }
  return joined;

  /** What stands between a phrase and the one before it. */
  function between(i: number): string {
    const [before, phrase] = [phrases[i - 1] as Phrase, phrases[i] as Phrase];
    const from = phrase.name?.role ? phrase.name.roleAt.start : phrase.start;
    return before.sentence === phrase.sentence ? text.slice(before.end, from) : '';
  }
}

/** No more stand together. */
const MOST_TOGETHER = 5;

/** People, bodies, countries; one each. */
function canAct(entity: Entity | null): entity is Entity {
  if (!entity || entity.many) return false;
  const country = entity.character?.kind === 'place' ? 1 : 0;
  return (entity.types[PERSON] ?? 0) + (entity.types[BODY] ?? 0) + country > 0.6;
}

/** How likely an entity is a person. */
export const personhood = (entity: Entity): number =>
  entity.character?.attested ? 1 : (entity.types[PERSON] ?? 0);

const modifiers = (text: string, phrase: Phrase): readonly string[] =>
  text
    .slice(phrase.start, phrase.head.start)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== phrase.determiner && word !== 'the');

/** The later one says no more than the earlier, and leaves out nothing that says whose. */
const agree = (later: readonly string[], earlier: readonly string[]): boolean =>
  later.every((word) => earlier.includes(word)) &&
  earlier.every((word) => later.includes(word) || !(/['’]s?$/.test(word) || COUNTRY_OF.has(word)));

/** A name that nothing shows to be a person's is a body's where it reads like one, as `WikiLeaks`, or is the outlet's. */
export function settleKind({ character, types }: Entity, outlet: string | null): void {
  if (character?.kind !== 'person' || character.attested) return;
  if (character.gender !== null && (types[PERSON] ?? 0) > CLEARLY) {
    character.attested = true;
    return;
  }
  const body = types[BODY] ?? 0;
  const own = outlet !== null && fold(character.name) === fold(outlet.replace(/^the\s/i, ''));
  if (own || (body > CLEARLY && body > 2 * (types[PERSON] ?? 0))) character.kind = 'body';
}

const BODY = ENTITY_TYPES.indexOf('body');
const CLEARLY = 0.45;
