import { ENTITY_TYPES } from '../learned/reference/model.js';
import { CUE_NOUNS } from '../lexicon/en/cues.js';
import { SOURCE_PRONOUNS } from '../lexicon/en/function-words.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, FELLOWSHIPS, PLURAL_ROLES, ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Finding } from '../model/attribution.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { covers, lastStartingBy, type Span } from '../model/span.js';
import type { SpeakerKind } from '../model/speaker.js';
import { type Choose, candidatesFor, type Resolution } from './antecedents.js';
import {
  bestFit,
  type Character,
  compatible,
  type Description,
  describe,
  fit,
  fittingBest,
  OF_NO_COUNTRY,
} from './cast.js';
import { type Entity, joinedIn } from './entities.js';
import { genderOfNoun, type Phrase } from './mentions.js';
import { type Gender, type Name, startWithRole } from './names.js';
import { type Held, isCountryName, isSeveral, jointDocument, membersOf } from './several.js';
import { uncontracted } from './words.js';

/** Who a finding is by, as far as one report tells. */
export type Referent =
  | { readonly kind: 'character'; readonly character: Character; readonly among?: Among }
  /** A description that no name in the report answers to. */
  | {
      readonly kind: 'described';
      readonly phrase: string;
      readonly speaker: SpeakerKind;
      readonly wanted: Description | null;
      /** Tells apart those of one description: `a resident` who is mentioned after `a resident` is another one. */
      readonly which: number;
    }
  /** Several together, or the document that they give out together. */
  | { readonly kind: 'several'; readonly members: readonly Character[]; readonly document: string | null }
  | { readonly kind: 'author' }
  /** One of several, the likeliest first; too close to say which. */
  | {
      readonly kind: 'unresolved';
      readonly candidates: readonly PossibleReferent[];
      readonly among?: Among;
    }
  | { readonly kind: 'unknown' };

/** Whom `he` or `she` may stand for, the likeliest first: other reports may know better who of them is a woman. */
export interface Among {
  readonly gender: 'male' | 'female';
  readonly ranked: readonly PossibleReferent[];
}

export interface PossibleReferent {
  readonly referent: Referent;
  readonly probability: number;
}

/** What one report refers to. */
export interface References {
  readonly phrases: readonly Phrase[];
  /** Of each phrase; null for a pronoun that is not resolved yet, or stands for nobody. */
  readonly entities: (Entity | null)[];
}

/**
 * Resolves the sources of a report's findings, and every third-person pronoun on the way: `entities` of the references
 * is filled.
 */
export function resolve(
  report: Report,
  segmentation: Segmentation,
  findings: readonly Finding[],
  cast: readonly Character[],
  references: References,
  choose: Choose,
): readonly Referent[] {
  return new Resolver(report, segmentation, findings, cast, references, choose).run();
}

/** Probability below which a pronoun's antecedent is not told as a fact. */
export const SURE = 0.5;
/** Probability from which a pronoun tells the gender of whom it is taken for. */
const CLEARLY = 0.75;
/** Probability from which somebody is named as a candidate; and how many are. */
const POSSIBLE = 0.1;
const MOST_CANDIDATES = 3;
/** Characters of text in which a country was named whose ministry speaks. */
const NEAR = 500;
/** Characters in which a content shows that it begins with a pronoun. */
const OPENING = 10;
/** Attributions round a pronoun that are looked at, from the inside out. */
const DEEPEST = 4;
/** Names and findings that are looked back over; a bound keeps a text of a million sentences linear. */
const FAR_BACK = 300;
/** Words that few people share by chance; how many of a quotation are looked at, and in how many places. */
const RARE = /\p{L}{10,}/gu;
const MOST_RARE = 5;
const MOST_PLACES = 12;
/** Somebody of whom there are many; a spokeswoman of one body is likely the same again. */
const ANY_OF_MANY =
  /^(?:an?|one|another)\s(?:[\p{L}-]+\s)*(?:resident|witness|man|woman|person|source|official|aide|voter|worker|neighbou?r|passenger|survivor|customer|student|teacher|doctor|nurse|officer|lawmaker|diplomat|adviser|advisor|supporter|protester|analyst|expert)(?:\s(?:who|in|at|from|with|close|familiar)\b.*)?$/iu;
/** Words in a source's place that stand for no one. */
const NOBODY =
  /^(?:you|your|one|each|anyone|anybody|everyone|everybody|someone|somebody|nobody|no one|that|this|these|those|what|whoever|it)$/i;

class Resolver {
  readonly #report: Report;
  readonly #segmentation: Segmentation;
  readonly #findings: readonly Finding[];
  readonly #cast: readonly Character[];
  readonly #names: readonly Held[];
  /** The names alone, for searching. */
  readonly #spans: readonly Name[];
  readonly #references: References;
  readonly #choose: Choose;
  readonly #referents: Referent[] = [];
  readonly #entityOf: (Entity | null)[] = [];
  /** Described entities as the first finding has it that cites them. */
  readonly #cited = new Map<Entity, Referent>();
  /** Indefinite descriptions that were met, by where they stand; and how many of each wording. */
  readonly #anyOfMany = new Map<number, Extract<Referent, { kind: 'described' }>>();
  readonly #wordings = new Map<string, number>();
  readonly #resolutions = new Map<number, Resolution>();
  /** Finding → the phrase that is its source. */
  readonly #sourcePhrase: Int32Array;
  /** The text in small letters, and its quotations in reading order; made when first asked for. */
  #small: string | null = null;
  #quotes: readonly (Span & { readonly finding: number })[] | null = null;

  constructor(
    report: Report,
    segmentation: Segmentation,
    findings: readonly Finding[],
    cast: readonly Character[],
    references: References,
    choose: Choose,
  ) {
    this.#report = report;
    this.#segmentation = segmentation;
    this.#findings = findings;
    this.#cast = cast;
    this.#references = references;
    this.#choose = choose;
    this.#sourcePhrase = new Int32Array(findings.length).fill(-1);
    this.#names = cast
      .flatMap((character) => character.names.map((name) => ({ name, character })))
      .sort((a, b) => a.name.start - b.name.start);
    this.#spans = this.#names.map(({ name }) => name);
  }

  /** First whoever is named or described, then the pronouns in reading order, then what goes on from another finding. */
  run(): readonly Referent[] {
    const { phrases, entities } = this.#references;
    const byCharacter = new Map<Character, Entity>();
    for (const entity of entities) if (entity?.character) byCharacter.set(entity.character, entity);
    const waiting: number[] = [];
    this.#findings.forEach((finding, index) => {
      const phrase = finding.source ? this.#phraseIn(this.#toldBy(finding, finding.source)) : -1;
      this.#sourcePhrase[index] = phrase;
      const later = !finding.source || this.#isPronoun(finding) || this.#isOwned(finding);
      const referent = later ? UNKNOWN : this.#referent(finding, index);
      if (later) waiting.push(index);
      this.#referents.push(referent);
      const entity =
        referent.kind === 'character'
          ? (byCharacter.get(referent.character) ?? null)
          : referent.kind === 'described'
            ? (entities[phrase] ?? null)
            : null;
      this.#entityOf.push(entity);
      if (entity && referent.kind === 'described' && !this.#cited.has(entity))
        this.#cited.set(entity, referent);
    });
    this.#pronouns(phrases);
    for (const index of waiting) {
      const finding = this.#findings[index] as Finding;
      this.#referents[index] = this.#referent(finding, index);
    }
    for (const index of waiting) this.#referents[index] = this.#continued(index);
    return this.#referents;
  }

  /** Resolves every third-person pronoun, in reading order. */
  #pronouns(phrases: readonly Phrase[]): void {
    const { entities } = this.#references;
    const heard = {
      findings: this.#findings,
      speakerOf: (index: number) => this.#speakerOf(index),
      inside: this.#insideOf(phrases),
      sourceOf: new Int32Array(phrases.length).fill(-1),
      joined: joinedIn(this.#report.text, phrases, entities),
    };
    this.#sourcePhrase.forEach((phrase, finding) => {
      if (phrase >= 0) heard.sourceOf[phrase] = finding;
    });
    const begun = new Set<number>();
    const resolvePhrase = (at: number): void => {
      const phrase = phrases[at] as Phrase;
      if (phrase.kind !== 'pronoun' || phrase.pronoun === 'first' || begun.has(at)) return;
      begun.add(at);
      // Whoever quotes the pronoun comes first: `“He is wrong,” she said`.
      for (let index = heard.inside[at] as number, depth = 0; index >= 0 && depth < DEEPEST; depth++) {
        const source = this.#sourcePhrase[index] as number;
        if (source > at) resolvePhrase(source);
        index = this.#findings[index]?.within ?? -1;
      }
      const candidates = candidatesFor(this.#report.text, at, phrases, entities, this.#segmentation, heard);
      const resolution = this.#choose(phrase, candidates);
      this.#resolutions.set(at, resolution);
      const entity = resolution.ranked[0]?.entity ?? null;
      entities[at] = entity;
      if (entity) {
        entity.phrases.push(phrase);
        // A guess is not held against the next one.
        if ((resolution.ranked[0]?.probability ?? 0) >= CLEARLY) entity.heardAs ??= phrase.gender;
      }
    };
    for (let at = 0; at < phrases.length; at++) resolvePhrase(at);
    for (let at = 0; at < phrases.length; at++) {
      const phrase = phrases[at] as Phrase;
      if (phrase.pronoun !== 'first') continue;
      const entity = this.#firstPerson(phrase, heard.inside[at] as number);
      entities[at] = entity;
      entity?.phrases.push(phrase);
    }
  }

  /** Whoever is believed says it: `Ruiz believed {Lee} when {he} said …`. Null for other pronouns. */
  #believed(at: number): Entity | null {
    const { phrases, entities } = this.#references;
    const [before, phrase] = [phrases[at - 1], phrases[at] as Phrase];
    if (!before) return null;
    const { text } = this.#report;
    if (!/^\s+(?:when|as)\s+$/.test(text.slice(before.end, phrase.start))) return null;
    return /\b(?:believ(?:e[sd]?|ing)|trust(?:s|ed|ing)?)\s+[^.;:“”"]{0,40}$/i.test(
      text.slice(Math.max(0, before.start - 60), before.start),
    )
      ? (entities[at - 1] ?? null)
      : null;
  }

  /** `I` between quotation marks is whoever speaks; outside them it may be the writer. */
  #firstPerson(phrase: Phrase, inside: number): Entity | null {
    for (let index = inside, depth = 0; index >= 0 && depth < DEEPEST; depth++) {
      const { quoted, within } = this.#findings[index] as Finding;
      if (quoted.some((span) => covers(span, phrase))) return this.#speakerOf(index);
      index = within ?? -1;
    }
    return null;
  }

  /** The innermost finding in whose content each phrase stands. */
  #insideOf(phrases: readonly Phrase[]): Int32Array {
    const inside = new Int32Array(phrases.length).fill(-1);
    this.#findings.forEach(({ content }, index) => {
      for (const span of content) {
        for (let i = lastStartingBy(phrases, span.start - 1) + 1; i < phrases.length; i++) {
          if ((phrases[i] as Phrase).start >= span.end) break;
          inside[i] = index;
        }
      }
    });
    return inside;
  }

  /**
   * Index of the phrase that a source is: the one with the role that it describes, else the first that a preposition
   * follows (`{the embassy} in Oslo`), else the last; -1 for none.
   */
  #phraseIn(span: Span): number {
    const { phrases } = this.#references;
    const last = lastStartingBy(phrases, span.end - 1);
    if (last < 0 || !covers(span, (phrases[last] as Phrase).head)) return -1;
    const role = describe(this.#text(span))?.head;
    for (let i = last; i >= 0 && (phrases[i] as Phrase).start >= span.start; i--)
      if ((phrases[i] as Phrase).noun === role) return i;
    for (let i = lastStartingBy(phrases, span.start - 1) + 1; i < last; i++)
      if (PREPOSITION_NEXT.test(this.#text({ start: (phrases[i] as Phrase).end, end: span.end }))) return i;
    return last;
  }

  #speakerOf(index: number): Entity | null {
    const seen = new Set<number>();
    for (
      let at: number | undefined = index;
      at !== undefined && !seen.has(at);
      at = this.#findings[at]?.from
    ) {
      seen.add(at);
      const known = this.#entityOf[at];
      if (known) return known;
      const phrase = this.#sourcePhrase[at] ?? -1;
      if (phrase >= 0) return this.#references.entities[phrase] ?? null;
      if (this.#findings[at]?.source) return null;
    }
    return null;
  }

  /** A finding without a source has the speaker of the one it goes on from. */
  #continued(index: number): Referent {
    const seen = new Set<number>();
    let at: number | undefined = index;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const finding: Finding | undefined = this.#findings[at];
      if (!finding || finding.source || finding.rule === 'asked' || finding.author)
        return this.#referents[at] ?? UNKNOWN;
      at = finding.from;
    }
    return UNKNOWN;
  }

  #referent(finding: Finding, index: number): Referent {
    if (finding.rule === 'asked')
      return { kind: 'described', phrase: 'Reporter', speaker: 'unnamed', wanted: null, which: 0 };
    if (finding.author && finding.within === undefined) return { kind: 'author' };
    if (finding.source === undefined) return UNKNOWN;
    const told = this.#toldBy(finding, finding.source);
    const words = this.#text(told);
    const several = finding.by === 'role' || / and /.test(words) ? this.#several(finding) : null;
    if (several) return several;
    if (this.#isPronoun(finding)) return this.#pronoun(words, finding, index);
    if (this.#isOwned(finding)) return this.#owned(finding);
    const object = this.#object(finding);
    const referent = this.#phrase(told, finding.by === 'label', object);
    return this.#unlike(referent, finding, told, object) ?? referent;
  }

  /**
   * `Ito’s bill will not pass, but the California Democrat said {he} hoped …`, where the one Democrat that the report
   * calls so is a woman: the one man whom the paragraph names. Null where there is none, or nothing is against her.
   */
  #unlike(referent: Referent, finding: Finding, told: Span, object: Character | null): Referent | null {
    if (referent.kind !== 'character' || referent.character.gender === null) return null;
    const said = this.#ownPronoun(finding);
    if (said === null || said === referent.character.gender) return null;
    if (this.#inside(told).some(({ character }) => character === referent.character)) return null;
    const subject = this.#subjectBefore(told, said);
    return subject && subject !== object ? { kind: 'character', character: subject } : null;
  }

  /** What the pronoun tells that the words begin with, right behind their cue: `said {he} hoped`. */
  #ownPronoun({ cue, content }: Finding): Gender {
    const [first] = content;
    if (!cue || !first || cue.end > first.start || first.start - cue.end > 1) return null;
    const said = /^(?:that )?(?:(he)|she)\b/.exec(
      this.#report.text.slice(first.start, first.start + OPENING),
    );
    return said ? (said[1] ? 'male' : 'female') : null;
  }

  /** The words that name the speaker; not the `Harbour Centre` of `Harbour Centre for Safety director Ana Ruiz`. */
  #toldBy({ head }: Finding, source: Span): Span {
    if (!head) return source;
    const listed = head.start === source.start ? this.#listed(source) : null;
    if (listed) return listed;
    const titled = this.#inside(source).find(({ name }) => name.role !== '' && covers(name.roleAt, head));
    if (titled) return { start: titled.name.roleAt.start, end: titled.name.end };
    // `Prime Minister Theresa | May`: no month.
    const cut = this.#inside(source).find(({ name }) => name.start < head.end && name.end > head.end);
    return cut ? { start: head.start, end: cut.name.end } : head;
  }

  #isPronoun({ source, head, by }: Finding): boolean {
    if (!source || by === 'label') return false;
    const told = pronounOf(this.#text(head ?? source));
    // `my view is that …`: whoever speaks.
    return (!head && by === 'pronoun') || SOURCE_PRONOUNS.has(told) || /^(?:my|our)$/.test(told);
  }

  /** `his lawyer`, `its foreign ministry`; not `his lawyer, Ben Ito`, whom a name tells. */
  #isOwned({ source, head, by }: Finding): boolean {
    if (!source || by === 'label') return false;
    const own = head ?? source;
    return (
      OWNED.test(this.#text(own)) &&
      !this.#inside(own).some(({ name }) => !name.possessive && !name.attributive)
    );
  }

  /** `his lawyer` → `Ana Ruiz’s lawyer`, where it is told whose. */
  #owned(finding: Finding): Referent {
    const source = this.#core(finding.head ?? (finding.source as Span));
    const words = strip(this.#text(source));
    const rest = words.replace(OWNED, '');
    const { phrases } = this.#references;
    let at = lastStartingBy(phrases, source.start);
    while (at > 0 && phrases[at]?.kind !== 'pronoun' && phrases[at - 1]?.start === source.start) at--;
    const owner = phrases[at]?.start === source.start ? this.#resolutions.get(at)?.ranked[0] : undefined;
    const noun = describe(rest)?.head ?? rest.toLowerCase().split(' ').at(-1) ?? '';
    const kind = BODY_NOUNS.has(noun) ? 'body' : DOCUMENT_NOUNS.has(noun) ? 'document' : 'unnamed';
    const told = owner?.entity && owner.probability >= SURE ? owner.entity : null;
    // Ministries are a country's, whatever else was named nearer.
    const state =
      kind === 'body' && /^its\s/i.test(words) && !isCountryName(told?.character?.name ?? '')
        ? this.#countryBefore(source)
        : null;
    const whose: Referent | null = state
      ? { kind: 'character', character: state }
      : told && this.#referentOf(told);
    if (!whose) return described(words, kind);
    if (kind === 'document') return whose;
    const name =
      whose.kind === 'character' ? whose.character.name : whose.kind === 'described' ? whose.phrase : '';
    return name === '' ? described(words, kind) : described(`${name}’s ${rest}`, kind);
  }

  /** `its foreign ministry`: the country named last, in the sentences before. */
  #countryBefore(source: Span): Character | null {
    const last = lastStartingBy(this.#spans, source.start - 1);
    for (let i = last; i >= 0 && source.start - (this.#names[i] as Held).name.end < NEAR; i--) {
      const { character } = this.#names[i] as Held;
      if (isCountryName(character.name)) return character;
    }
    return null;
  }

  /** The names that a span holds, in order. */
  #inside(span: Span): { readonly name: Name; readonly character: Character }[] {
    const inside: { readonly name: Name; readonly character: Character }[] = [];
    for (let i = Math.max(0, lastStartingBy(this.#spans, span.start - 1)); i < this.#names.length; i++) {
      const held = this.#names[i] as { name: Name; character: Character };
      if (held.name.start >= span.end) break;
      if (covers(span, held.name)) inside.push(held);
    }
    return inside;
  }

  #text(span: Span): string {
    return this.#report.text.slice(span.start, span.end);
  }

  #phrase(given: Span, label: boolean, object: Character | null): Referent {
    const source = label ? given : this.#core(given);
    const words = this.#text(source);
    // `as you know`, `everybody says`: nobody in particular.
    if (!label && NOBODY.test(words)) return { kind: 'unknown' };
    const inside = this.#inside(source);
    if (label && inside.length === 0) return this.#label(words);
    const headed = this.#headed(source, inside, object);
    if (headed) return headed;
    const whole = inside.find(({ name }) => name.start === source.start && source.end - name.end <= 2);
    if (whole) return { kind: 'character', character: whole.character };
    if (inside.length === 0 && /^\p{Lu}\S*(?:\s\p{Lu}\S*){0,3}$/u.test(words)) {
      // A headline in title case hides where names end.
      const named = this.#cast.filter(
        (character) =>
          character.kind !== 'place' &&
          (compatible(character.name.split(' '), words.split(' ')) || words.endsWith(` ${character.name}`)),
      );
      if (named.length > 0) return { kind: 'character', character: mostNamed(named) };
    }
    // `Harbour chief Ben Ito` of `Harbour chief Ben Ito’s denials` is Ito himself.
    const people = inside.filter(({ name }) => !name.possessive || source.end - name.end <= 2);
    const last = people.at(-1);
    if (
      last &&
      source.end - last.name.end <= 1 &&
      !(last.character.kind === 'body' && inside.some(({ name }) => name.possessive))
    ) {
      // `Ana Ruiz and Ben Ito`: both.
      const listed = this.#listed(source) !== null;
      const joined = people.filter(
        ({ name, character }) =>
          character.kind === 'person' &&
          (character.attested ||
            (listed && /(?:, |\band )$/.test(this.#text({ start: source.start, end: name.start })))) &&
          !name.attributive,
      );
      if (joined.length > 1 && /\band\b/.test(words))
        return { kind: 'several', members: joined.map(({ character }) => character), document: null };
      const bodies = this.#coordinated(source, people);
      if (bodies.length > 1) return { kind: 'several', members: bodies, document: null };
      return { kind: 'character', character: last.character };
    }
    const possessor = inside.find(({ name }) => name.possessive);
    if (last && possessor && last.character.kind === 'body' && source.end - last.name.end <= 1)
      return described(`${possessor.character.name}’s ${last.character.name}`, 'body');
    const thing = this.#thing(words, inside);
    if (thing) return thing;
    const then = WHEN.exec(words);
    const body = then ? words.slice(0, then.index) : '';
    const noun = body.toLowerCase().split(' ').at(-1) as string;
    if (BODY_NOUNS.has(noun) && inside.every(({ character }) => character.kind === 'place'))
      return this.#body(body, undefined);
    return this.#description(words, source, object);
  }

  /**
   * Whoever stands before the preposition where a source ends in the name behind one: in `the mayor of Salt Harbour` the
   * name says where, in `Ruiz’s indictment of Ito` of whom, in `Senator Libby Ruiz of Salt Harbour` nothing that matters.
   * Null where no such name ends it.
   */
  #headed(source: Span, inside: readonly Held[], object: Character | null): Referent | null {
    const tail = inside.at(-1);
    if (!tail || source.end - tail.name.end > 1) return null;
    const { role, start } = tail.name;
    const from = / of$/.test(role) ? start : startWithRole(tail.name);
    const front = this.#report.text
      .slice(source.start, Math.max(source.start, from))
      .replace(/(?:\bthe\s+)?(?:\p{Lu}\S*\s+)*\S+[’']s?\s+$/u, '');
    const behind = COMPLEMENT.exec(front) ?? (role === '' ? leadsToNames(front) : null);
    if (!behind || ADVERB.test(front)) return null;
    const head = { start: source.start, end: source.start + behind.index };
    const words = this.#text(head);
    const person = tail.character.kind === 'person' && tail.character.attested;
    const named = inside.find(({ name }) => !name.possessive && name.end === head.end)?.character;
    if (named && named.kind !== 'place') {
      // `Harbour Center for Safety director Ben Ito`
      if (named.kind !== 'person' && person && role !== '') return null;
      // `The Boy Scouts of Norway`
      return named.attested ||
        named.kind !== 'person' ||
        !/^\sof\s/.test(behind[0]) ||
        !isFellowship(named.name)
        ? this.#phrase(head, false, object)
        : described(strip(this.#text(source)), 'body');
    }
    const held = inside.filter(({ name }) => name.end <= head.end);
    const owned = held.some(({ name }) => name.possessive);
    if (describe(words) !== null && !(owned && DOCUMENT_NOUNS.has(lastWord(words)))) {
      // `The chairman of the mosque Omar Rahal`
      if (person && APPOSED.test(behind[0])) return null;
      // A spokesman for the president is not the president.
      return this.#description(
        this.#text(source),
        source,
        tail.character.kind === 'person' ? tail.character : object,
      );
    }
    if (named || !(/^\p{Lu}?\p{Ll}+$/u.test(words) || /\s\p{Ll}[\p{L}-]*$/u.test(words))) return null;
    // `Ruiz, in an answer to Ito` without its comma.
    const [first] = held;
    if (
      first?.character.kind === 'person' &&
      first.character.attested &&
      !first.name.possessive &&
      startWithRole(first.name) === source.start &&
      PREPOSITION_NEXT.test(this.#text({ start: first.name.end, end: source.end }))
    )
      return { kind: 'character', character: first.character };
    if (!owned) {
      const noun = lastWord(words);
      if ((DOCUMENT_NOUNS.has(noun) || CUE_NOUNS.has(noun)) && BY.test(behind[0])) return null;
      // `A supporter’s view of Ruiz`
      const whose = /^((?:[\p{L}-]+\s)?(?:[\p{L}-]+\s)?\p{L}+)[’']s?\s+[\p{Ll}-]+$/u.exec(words)?.[1];
      if (whose) return this.#phrase({ start: head.start, end: head.start + whose.length }, false, object);
    }
    const whole = this.#text(source);
    return this.#thing(words, held, whole) ?? described(strip(whole), 'unnamed');
  }

  /**
   * A document or a body: `Ruiz’s statement` is Ruiz’s, `the council’s committee` the council’s; null for neither.
   *
   * @param words that end in the noun
   * @param inside the names that they hold
   * @param whole what it is told as, where it is nobody’s
   */
  #thing(words: string, inside: readonly Held[], whole = words): Referent | null {
    const owner = inside.find(({ name }) => name.possessive);
    const head = lastWord(words);
    if (DOCUMENT_NOUNS.has(head) || CUE_NOUNS.has(head)) {
      const by = owner ?? inside[0];
      if (by && (by.character.kind === 'person' || by.character.kind === 'body'))
        return { kind: 'character', character: by.character };
      // `That statement` after `a statement by Ruiz that …`: whoever made it.
      const cited = this.#lastCited(head);
      if (cited !== -1 && /^(?:the|that|this)\s/i.test(words)) return this.#referents[cited] as Referent;
      return described(whole, 'document');
    }
    return BODY_NOUNS.has(head) && !ROLE_NOUNS.has(head) ? this.#body(whole, owner?.character) : null;
  }

  /**
   * A source without what only describes it: `Libby Ruiz, the mayor of Salt Harbour` → `Libby Ruiz`; `the report
   * published on Friday` → `the report`; but the name that says who a role is: `the mayor, Libby Ruiz` → `Libby Ruiz`.
   */
  #core(source: Span): Span {
    const words = this.#text(source);
    const cut =
      /\s(?:him|her|it|them)sel(?:f|ves)$|,(?!\d)|[;(]|\s[—–-]|\s(?:on|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s(?:who|which|whose|whom|published|released|posted|obtained|including|led)\b/.exec(
        words,
      );
    if (!cut || cut.index === 0) return source;
    if (words[cut.index] === '(') {
      const listed = this.#listed(source);
      if (listed) return listed;
    }
    const front = { start: source.start, end: source.start + cut.index };
    const people = this.#inside(source).filter(({ character }) => character.kind === 'person');
    // `The leaders of France, Germany and the UK`
    const of = words[cut.index] === ',' && LIST.test(words) ? OF_A_NAME.exec(this.#text(front)) : null;
    if (of && !people.some(({ name }) => name.end === source.start + of.index)) return source;
    if (people.some(({ name }) => covers(front, name) && !name.possessive)) {
      // `Ana Ruiz, Ben Ito and Cy Nair`: all of them.
      return people.length > 2 && this.#isList(source, people) ? source : front;
    }
    const named = people.find(
      ({ name }) => name.start >= front.end && startWithRole(name) - front.end <= 2 && !name.possessive,
    );
    return named ? { start: named.name.start, end: named.name.end } : front;
  }

  /** `Ana Ruiz (Vale), Ben Ito and Cy Nair (Oslo)`: from the first to the last of several people; null for no list. */
  #listed(source: Span): Span | null {
    const people = this.#inside(source).filter(
      ({ name, character }) =>
        character.kind === 'person' &&
        (character.attested || name.words.length > 1) &&
        this.#report.text[name.start - 1] !== '(',
    );
    const whole = { start: source.start, end: people.at(-1)?.name.end ?? source.start };
    return people.length > 1 && this.#isList(whole, people) ? whole : null;
  }

  /** `Ana Ruiz, Ben Ito and Cy Nair`: a name in each part, nothing else. */
  #isList(source: Span, people: readonly Held[]): boolean {
    if (!LIST.test(this.#text(source))) return false;
    let from = source.start;
    return this.#text(source)
      .split(/((?: \([^()]{1,40}\))?(?:,? and |, ))/)
      .every((part, i) => {
        const start = from;
        from += part.length;
        const begins = ({ name }: Held) => startWithRole(name) === start;
        return i % 2 === 1 || people.some(begins) || /^others?\b/.test(part);
      });
  }

  #body(words: string, owner: Character | undefined): Referent {
    if (owner) return described(`${owner.name}’s ${words.replace(/^.*?['’]s?\s+/, '')}`, 'body');
    const same = this.#cast.find(
      (character) =>
        character.kind !== 'place' && character.name.toLowerCase() === strip(words).toLowerCase(),
    );
    return same ? { kind: 'character', character: same } : described(words, 'body');
  }

  #label(words: string): Referent {
    const lower = words.toLowerCase().replace(/^(?:the|mr\.?|mrs\.?|ms\.?)\s+/, '');
    if (/^(?:q|reporter|question|interviewer|moderator|host|press)$/.test(lower))
      return described('Reporter', 'unnamed');
    const named = this.#cast.filter(
      (character) =>
        character.kind === 'person' &&
        character.name
          .toLowerCase()
          .split(' ')
          .some((word) => word === lower.split(' ').at(-1)),
    );
    if (named.length > 0) return { kind: 'character', character: mostNamed(named) };
    const wanted = describe(lower);
    const found = wanted ? this.#best(wanted, Number.MAX_SAFE_INTEGER) : null;
    if (found) return { kind: 'character', character: found };
    return described(
      words === words.toUpperCase() ? titleCase(words) : words,
      /[\p{L}]+\s+[\p{L}]+/u.test(words) ? 'person' : 'unnamed',
      wanted,
    );
  }

  #description(words: string, source: Span, object: Character | null): Referent {
    const wanted = describe(words);
    const plain = strip(words);
    // `said Vik’s spokeswoman, Dana Holt`: the name beside it.
    const beside = this.#references.entities[this.#phraseIn(source)]?.character;
    if (beside && beside.kind === 'person' && beside !== object && this.#isBeside(source, beside))
      return { kind: 'character', character: beside };
    if (wanted && ANY_OF_MANY.test(words) && !PLURAL_ROLES.has(wanted.head))
      return this.#another(plain, source, wanted);
    if (!wanted) {
      const country = COUNTRY_OF.get(plain.toLowerCase());
      return described(plain, country ? 'body' : 'unnamed');
    }
    const definite =
      /^(?:the|that|this)\s/i.test(words) ||
      /^\p{Lu}/u.test(words) === false ||
      /^(?:the )?[a-z]+$/i.test(plain);
    if (
      definite &&
      !PLURAL_ROLES.has(wanted.head) &&
      !/^(?:an?|one|another|some|his|her|its|their)\s/i.test(words)
    ) {
      const possessor = this.#inside(source).find(
        ({ name }) => name.possessive && !COUNTRY_OF.has(name.words.join(' ').toLowerCase()),
      );
      // `the official` after `a harbour official`: the same unnamed source.
      const earlier = this.#earlierDescribed(wanted);
      if (
        earlier &&
        (wanted.head === 'official' ||
          wanted.head === 'source' ||
          wanted.head === 'spokesman' ||
          wanted.head === 'spokeswoman' ||
          wanted.head === 'spokesperson' ||
          wanted.head === 'aide')
      )
        return earlier;
      const found = possessor ? null : this.#best(wanted, source.start, object);
      if (found) return { kind: 'character', character: found };
      const rivals = possessor ? [] : this.#rivals(wanted, object);
      if (rivals.length > 1) return amongEquals(rivals);
      if (earlier) return earlier;
      const subject =
        /^the\s/i.test(words) && !possessor && wanted.country === null
          ? this.#subjectBefore(source, genderOfNoun(wanted.head))
          : null;
      if (subject && subject !== object) return { kind: 'character', character: subject };
    }
    const caucus =
      PLURAL_ROLES.has(wanted.head) && /^(?:[A-Z]\S+\s)+$/.test(`${plain} `) && plain.includes(' ');
    return described(plain, caucus ? 'body' : 'unnamed', wanted);
  }

  /** Whether a name stands right behind a description, or right before it. */
  #isBeside(source: Span, { names }: Character): boolean {
    const next = names[lastStartingBy(names, source.end) + 1];
    const before = names[lastStartingBy(names, source.start)];
    return (
      (next !== undefined && this.#report.text.slice(source.end, next.start) === ', ') ||
      (before !== undefined && this.#report.text.slice(before.end, source.start) === ', ')
    );
  }

  /**
   * `a resident said`, and later `a resident said`: two of them, unless the text says more; but one where the same words
   * are the source of two clauses (`a resident who asked not to be named said`).
   */
  #another(phrase: string, source: Span, wanted: Description): Referent {
    const known = this.#anyOfMany.get(source.start);
    if (known) return known;
    const key = phrase.toLowerCase();
    const which = this.#wordings.get(key) ?? 0;
    this.#wordings.set(key, which + 1);
    const referent = { kind: 'described' as const, phrase, speaker: 'unnamed' as const, wanted, which };
    this.#anyOfMany.set(source.start, referent);
    return referent;
  }

  /** `Ito was not persuaded. “…,” the opposition leader said`: the one person of that gender whom the paragraph names. */
  #subjectBefore(source: Span, gender: Gender): Character | null {
    const { paragraphs } = this.#segmentation;
    const start = paragraphs[lastStartingBy(paragraphs, source.start)]?.start ?? 0;
    const people = new Set<Character>();
    let subject: Character | null = null;
    for (let i = lastStartingBy(this.#spans, start - 1) + 1; i < this.#names.length; i++) {
      const { name, character } = this.#names[i] as Held;
      if (name.start >= source.start) break;
      if (character.kind !== 'person' || name.quoted) continue;
      if (gender !== null && character.gender !== null && gender !== character.gender) continue;
      people.add(character);
      if (name.subject) subject = character;
    }
    if (people.size !== 1) return null;
    return gender === null ? subject : ([...people][0] as Character);
  }

  /** Index of the last finding whose cue is this noun: `a {cue:statement} by Ruiz that …`. */
  #lastCited(noun: string): number {
    for (let i = this.#referents.length - 1; i >= Math.max(0, this.#referents.length - FAR_BACK); i--) {
      const { cue } = this.#findings[i] as Finding;
      if (cue && this.#text(cue).toLowerCase() === noun) return i;
    }
    return -1;
  }

  #earlierDescribed(wanted: Description): Referent | null {
    for (let i = this.#referents.length - 1; i >= Math.max(0, this.#referents.length - FAR_BACK); i--) {
      const referent = this.#referents[i] as Referent;
      if (
        referent.kind === 'described' &&
        referent.wanted?.head === wanted.head &&
        !PLURAL_ROLES.has(wanted.head)
      )
        return referent;
    }
    return null;
  }

  #best(wanted: Description, before: number, object: Character | null = null): Character | null {
    const cast = object ? this.#cast.filter((character) => character !== object) : this.#cast;
    return bestFit(cast, wanted, before);
  }

  /** Those whom a description fits alike, none of whom it says to be another country's. */
  #rivals(wanted: Description, object: Character | null): readonly Character[] {
    const fitting = fittingBest(
      this.#cast.filter((character) => character !== object),
      wanted,
    );
    const own =
      wanted.country !== null || (fitting[0] !== undefined && fit(fitting[0], wanted) >= OF_NO_COUNTRY);
    return own ? fitting : [];
  }

  #pronoun(words: string, finding: Finding, index: number): Referent {
    const lower = pronounOf(words);
    if (SOURCE_PRONOUNS.get(lower) === 'first' || /^(?:my|our)$/.test(lower)) {
      for (let at = finding.within; at !== undefined; at = this.#findings[at]?.within) {
        const outer = this.#continued(at);
        if (outer.kind !== 'unknown') return outer;
      }
      return finding.within === undefined ? { kind: 'author' } : UNKNOWN;
    }
    const resolution = this.#resolutions.get(this.#sourcePhrase[index] as number);
    if (!resolution) return UNKNOWN;
    // Told of the finding alone: the pronouns behind it go on as if nothing had been said of this one.
    const believed = this.#believed(this.#sourcePhrase[index] as number);
    if (believed) return this.#referentOf(believed);
    const echoed = this.#echoed(index);
    return echoed && resolution.ranked.some(({ entity }) => entity === echoed)
      ? this.#referentOf(echoed)
      : this.#fromRanked(resolution, SOURCE_PRONOUNS.get(lower) ?? null);
  }

  /**
   * Whoever the report quotes, in other places, with a rare word of this quotation, and nobody else: `Vik called the
   * proof “incontrovertible.” … “It is incontrovertible,” he said`. Null where the word stands outside of quotations too.
   */
  #echoed(index: number): Entity | null {
    const { text } = this.#report;
    const own = (this.#findings[index] as Finding).quoted;
    const rare = own.flatMap(({ start, end }) => text.slice(start, end).toLowerCase().match(RARE) ?? []);
    for (const word of [...new Set(rare)].slice(0, MOST_RARE)) {
      const by = new Set<Entity | null>();
      for (const at of this.#placesOf(word)) {
        if (own.some(({ start, end }) => start <= at && at < end)) continue;
        const saying = this.#quoting(at);
        by.add(saying === -1 ? null : this.#speakerOf(saying));
      }
      const [only] = by;
      if (by.size === 1 && only) return only;
    }
    return null;
  }

  /** Where a word of small letters stands in the text, whatever its letters there. */
  #placesOf(word: string): readonly number[] {
    this.#small ??= this.#report.text.toLowerCase();
    const places: number[] = [];
    for (let at = this.#small.indexOf(word); at !== -1; at = this.#small.indexOf(word, at + 1)) {
      places.push(at);
      if (places.length >= MOST_PLACES) break;
    }
    return places;
  }

  /** The finding that quotes a place; -1 where it stands outside of quotations. */
  #quoting(at: number): number {
    this.#quotes ??= this.#findings
      .flatMap(({ quoted }, finding) => quoted.map(({ start, end }) => ({ start, end, finding })))
      .sort((a, b) => a.start - b.start);
    const last = this.#quotes[lastStartingBy(this.#quotes, at)];
    return last && at < last.end ? last.finding : -1;
  }

  #fromRanked({ ranked }: Resolution, said: string | null): Referent {
    const [best] = ranked;
    if (!best?.entity) return UNKNOWN;
    const possible = ranked.flatMap(({ entity, probability }) =>
      entity ? { referent: this.#referentOf(entity), probability } : [],
    );
    const told = toldAmong(possible);
    if ((said !== 'male' && said !== 'female') || (told.kind !== 'character' && told.kind !== 'unresolved'))
      return told;
    return { ...told, among: { gender: said, ranked: possible } };
  }

  /** As a finding has it that names the entity, else by its first phrase. */
  #referentOf(entity: Entity): Referent {
    if (entity.character) return { kind: 'character', character: entity.character };
    const members = (entity.members ?? []).flatMap(({ character }) => character ?? []);
    if (members.length > 1 && members.length === entity.members?.length)
      return { kind: 'several', members, document: null };
    const cited = this.#cited.get(entity);
    if (cited) return cited;
    const phrase = entity.phrases.find(({ kind }) => kind !== 'pronoun') as Phrase;
    return described(
      this.#report.text.slice(phrase.start, phrase.end),
      (entity.types[BODY] ?? 0) > 0.5 ? 'body' : DOCUMENT_NOUNS.has(phrase.noun) ? 'document' : 'unnamed',
    );
  }

  /** `The Kremlin and the White House`: those that stand in a source that is nothing but their list. */
  #coordinated(source: Span, names: readonly Held[]): readonly Character[] {
    let rest = this.#text(source);
    for (const { name } of [...names].reverse())
      rest = `${rest.slice(0, name.start - source.start)}_${rest.slice(name.end - source.start)}`;
    return /^(?:the )?_(?:, (?:the )?_)*,? and (?:the )?_$/i.test(rest)
      ? [...new Set(names.map(({ character }) => character))]
      : [];
  }

  /** Several that speak together, in one document or not; null where the source is no such thing. */
  #several(finding: Finding): Referent | null {
    const { source, cue, content } = finding;
    if (!source || !cue || finding.by === 'pronoun') return null;
    const words = this.#text(source);
    const several = isSeveral(words);
    const document =
      jointDocument(words, this.#outsideMarks(this.#sentenceOf(source))) ??
      (several ? jointDocument(words, this.#outsideMarks(this.#sentenceBefore(source))) : null);
    if (!document && !several) return null;
    const members = membersOf(words, source, document ? content : [], this.#names, this.#spans);
    if (members.length > 1) return { kind: 'several', members, document };
    return document ? described(document, 'document', null) : null;
  }

  #sentenceOf(span: Span): number {
    return lastStartingBy(this.#segmentation.sentences, span.start);
  }

  /** The sentence before, in the same paragraph: `… in a joint statement. The two leaders called for …`; -1 for none. */
  #sentenceBefore(span: Span): number {
    const { sentences } = this.#segmentation;
    const own = this.#sentenceOf(span);
    return sentences[own - 1]?.paragraph === sentences[own]?.paragraph ? own - 1 : -1;
  }

  /** A sentence without what stands in quotation marks. */
  #outsideMarks(index: number): string {
    const { sentences, quotations } = this.#segmentation;
    const sentence = sentences[index];
    if (!sentence) return '';
    let out = '';
    let from = sentence.start;
    for (let i = lastStartingBy(quotations, sentence.start - 1) + 1; i < quotations.length; i++) {
      const quotation = quotations[i] as Span;
      if (quotation.start >= sentence.end) break;
      if (quotation.start >= from) out += this.#report.text.slice(from, quotation.start);
      from = Math.max(from, quotation.end);
    }
    return out + this.#report.text.slice(from, Math.max(from, sentence.end));
  }

  /** The one named right after the cue, as in `called Ruiz “…”`, `told Ruiz`: not who speaks. */
  #object(finding: Finding): Character | null {
    const { cue, source, content, quoted } = finding;
    if (!cue || !source || source.end > cue.start) return null;
    const next = this.#names[lastStartingBy(this.#spans, cue.end) + 1];
    if (!next || next.name.start >= (quoted[0] ?? (content[0] as Span)).start) return null;
    const between = this.#report.text.slice(cue.end, next.name.start).trim();
    return between === '' || between === next.name.role ? next.character : null;
  }
}

/** The first, where they are likely enough; else one of those who are likely at all. */
export function toldAmong(possible: readonly PossibleReferent[]): Referent {
  const [best] = possible;
  if (best && best.probability >= SURE) return best.referent;
  const candidates = possible.filter(({ probability }) => probability >= POSSIBLE).slice(0, MOST_CANDIDATES);
  return candidates.length > 0 ? { kind: 'unresolved', candidates } : UNKNOWN;
}

/** `{the mayor} of the `, `{criticism} against the late `: what leads from a noun to the name behind it. */
const PREPOSITION =
  '(?:of|for|in|from|at|to|against|about|on|over|with|inside|within|near|toward|towards|regarding|concerning)';
const PREPOSITION_NEXT = new RegExp(`^\\s+${PREPOSITION}\\s`);
const COMPLEMENT = new RegExp(
  `(?<=\\S)\\s+${PREPOSITION}\\s+(?:(?!and\\b)(?:\\p{Ll}[\\p{L}-]*|\\d+)\\s+){0,3}$`,
  'u',
);
/** `the Army, Navy and `: what stands before the last of several names. */
const NAMES_BEFORE =
  /(?:(?:the\s)?(?:\p{Lu}[\p{L}.'’-]*\s?){1,4},\s)*(?:the\s)?(?:\p{Lu}[\p{L}.'’-]*\s?){1,4},?\sand\s(?:the\s)?$/u;
/** ` of the United` of `leaders of the United States`, at the end. */
const OF_A_NAME = /\s(?:of|from|in|at)\s(?:the\s)?\p{Lu}[^,]*$/u;
/** `Ruiz, Ito and Nair`. */
const LIST = /^[^,]+(?:, [^,]+)*,? and [^,]+$/;
/** `Away from his offices Ruiz …`: no noun leads to that name. */
const ADVERB = /^(?:ahead|apart|aside|away|because|far|inside|instead|out|outside|regardless|together)\s/i;
/** `of the mosque `, before a name: not `of the late `. */
const APPOSED = /\bof\sthe\s(?!(?:late|former|new|old|young|incoming|outgoing|then)\s)\p{Ll}+\s$/u;
/** What leads from a document to whoever made it. */
const BY = /^\s*(?:from|of)\s/;

/** `Boy Scouts`, `Loyal White Knights` */
function isFellowship(name: string): boolean {
  const last = lastWord(name);
  return FELLOWSHIPS.has(last) || PLURAL_ROLES.has(last);
}

/** What leads from a common noun to several names: `Officials in Norway, Sweden and `; null for none. */
function leadsToNames(front: string): RegExpExecArray | null {
  const behind = COMPLEMENT.exec(front.replace(NAMES_BEFORE, ''));
  const words = front.slice(0, behind?.index ?? 0);
  return /(?:^\p{Lu}?|\s)\p{Ll}[\p{Ll}-]*$/u.test(words) && !/^\p{Lu}\p{Ll}+[^s]$/u.test(words)
    ? behind
    : null;
}

const lastWord = (words: string): string =>
  words
    .toLowerCase()
    .match(/[\p{L}-]+/gu)
    ?.filter((word) => word !== 's')
    .at(-1) ?? '';

/** `The agencies in January 2017 released …`: when, not who. */
const WHEN =
  /\s(?:in|on|last|since)\s(?:early\s|late\s)?(?:\d{4}|(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|(?:week|month|year|spring|summer|autumn|fall|winter)\b)[^,]*$/;

const OWNED = /^(?:his|her|its|their)\s/i;

const pronounOf = (words: string): string => uncontracted(words.toLowerCase());

const UNKNOWN: Referent = { kind: 'unknown' };
const BODY = ENTITY_TYPES.indexOf('body');

/** Those named most first; how often each is named is how likely each is. */
function amongEquals(characters: readonly Character[]): Referent {
  const all = characters.reduce((sum, { names }) => sum + names.length, 0);
  const candidates = [...characters]
    .sort((a, b) => b.names.length - a.names.length)
    .slice(0, MOST_CANDIDATES)
    .map((character) => ({
      referent: { kind: 'character' as const, character },
      probability: character.names.length / all,
    }));
  return { kind: 'unresolved', candidates };
}

function mostNamed(characters: readonly Character[]): Character {
  return [...characters].sort((a, b) => b.names.length - a.names.length)[0] as Character;
}

function described(
  phrase: string,
  speaker: SpeakerKind,
  wanted: Description | null = describe(phrase),
): Referent {
  return { kind: 'described', phrase: strip(phrase), speaker, wanted, which: 0 };
}

/** Without the determiner, an adverb before it, a date behind, and `himself`. */
function strip(phrase: string): string {
  return phrase
    .replace(/\s+/g, ' ')
    .replace(/^\p{Lu}\p{L}+ly,?\s+(?=(?:the|an?|some|his|her|its|their)\s)/u, '')
    .replace(
      /^(?:the|a|an|some|this|that|these|those)\s+(?!(?:briefed|close|familiar|in|loyal|near|opposed|with)\b)/i,
      '',
    )
    .replace(DATE_BEHIND, '')
    .replace(/\s(?:him|her|it|them)sel(?:f|ves)$/, '')
    .trim();
}

/** `the committee in June 2016`: when, not who. */
const DATE_BEHIND =
  /\s(?:in|on|since|last|this|early|late)\s(?:early\s|late\s|mid-)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)\p{L}*\.?(?:\s\d{1,2})?(?:,?\s\d{4})?|\d{4}|week|month|year)$/u;

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(^|[\s.-])\p{L}/gu, (letter) => letter.toUpperCase());
}
