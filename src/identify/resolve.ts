import { CUE_NOUNS } from '../lexicon/en/cues.js';
import { SOURCE_PRONOUNS } from '../lexicon/en/function-words.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, PLURAL_ROLES, ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Finding } from '../model/attribution.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { covers, lastStartingBy, type Span } from '../model/span.js';
import type { SpeakerKind } from '../model/speaker.js';
import { type Character, compatible, type Description, describe, fit } from './cast.js';
import type { Name } from './names.js';

/** Who a finding is by, as far as one report tells. */
export type Referent =
  | { readonly kind: 'character'; readonly character: Character }
  /** A description that no name in the report answers to. */
  | {
      readonly kind: 'described';
      readonly phrase: string;
      readonly speaker: SpeakerKind;
      readonly wanted: Description | null;
    }
  | { readonly kind: 'author' }
  | { readonly kind: 'unknown' };

/** Resolves the sources of a report's findings, in reading order. */
export function resolve(
  report: Report,
  segmentation: Segmentation,
  findings: readonly Finding[],
  cast: readonly Character[],
): readonly Referent[] {
  const resolver = new Resolver(report, segmentation, findings, cast);
  return resolver.run();
}

/** Salience of a possible antecedent, in points. Orders matter, not sizes: a subject beats an object a sentence nearer. */
const SUBJECT = 5;
const SAYER = 3;
const SPEAKER = 4;
const PER_SENTENCE = 2;
const SAME_SENTENCE = 2;
const UNATTESTED = 4;
/** `she` is likelier said of a woman whom the report has shown to be one: surnames alone leave most people unknown. */
const KNOWN_WOMAN = 6;
const ATTRIBUTIVE = 4;
const REACH = 6;
/** Names and findings that are looked back over; a bound keeps a text of a million sentences linear. */
const FAR_BACK = 300;
/** Words in a source's place that stand for no one. */
const NOBODY =
  /^(?:you|your|one|each|anyone|anybody|everyone|everybody|someone|somebody|nobody|no one|that|this|these|those|what|whoever|it)$/i;

/** Findings that are looked back over for who was heard last. */
const HEARD = 40;

interface Held {
  readonly name: Name;
  readonly character: Character;
}

class Resolver {
  readonly #report: Report;
  readonly #segmentation: Segmentation;
  readonly #findings: readonly Finding[];
  readonly #cast: readonly Character[];
  readonly #names: readonly Held[];
  /** The names alone, for searching. */
  readonly #spans: readonly Name[];
  readonly #referents: Referent[] = [];

  constructor(
    report: Report,
    segmentation: Segmentation,
    findings: readonly Finding[],
    cast: readonly Character[],
  ) {
    this.#report = report;
    this.#segmentation = segmentation;
    this.#findings = findings;
    this.#cast = cast;
    this.#names = cast
      .flatMap((character) => character.names.map((name) => ({ name, character })))
      .sort((a, b) => a.name.start - b.name.start);
    this.#spans = this.#names.map(({ name }) => name);
  }

  run(): readonly Referent[] {
    this.#findings.forEach((finding, index) => {
      this.#referents.push(this.#referent(finding, index));
    });
    return this.#referents;
  }

  #referent(finding: Finding, index: number): Referent {
    if (finding.rule === 'asked')
      return { kind: 'described', phrase: 'Reporter', speaker: 'unnamed', wanted: null };
    if (finding.author && finding.within === undefined) return { kind: 'author' };
    if (finding.source === undefined) {
      return finding.from === undefined
        ? { kind: 'unknown' }
        : (this.#referents[finding.from] ?? { kind: 'unknown' });
    }
    const words = this.#text(finding.head ?? finding.source);
    const joint = finding.by === 'role' || / and /.test(words) ? this.#jointStatement(finding) : null;
    if (joint) return joint;
    if (finding.by === 'pronoun' && !finding.head) return this.#pronoun(words, finding, index);
    return this.#phrase(finding.head ?? finding.source, finding.by === 'label', this.#object(finding));
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

  /** The last name before an offset that is wanted, among the nearest. */
  #nameBefore(offset: number, wanted: (held: Held) => boolean): Held | undefined {
    const last = lastStartingBy(this.#spans, offset);
    for (let i = last; i >= Math.max(0, last - FAR_BACK); i--) {
      const held = this.#names[i] as Held;
      if (held.name.end <= offset && wanted(held)) return held;
    }
    return undefined;
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
    // `the mayor of Salt Harbour`: the name says where, not who.
    const tail = inside.at(-1);
    if (tail && source.end - tail.name.end <= 1) {
      const front = this.#report.text.slice(source.start, tail.name.start);
      if (
        /\b(?:of|for|in|from|at)\s+(?:the\s+)?$/i.test(front) &&
        describe(front.replace(/\s+\S+\s+(?:the\s+)?$/, '')) !== null
      ) {
        return this.#description(words, source, object);
      }
    }
    const whole = inside.find(({ name }) => name.start === source.start && source.end - name.end <= 2);
    if (whole) return { kind: 'character', character: whole.character };
    if (inside.length === 0 && /^\p{Lu}\S*(?:\s\p{Lu}\S*){0,3}$/u.test(words)) {
      // A headline in title case hides where names end.
      const named = this.#cast.filter(
        (character) => character.kind !== 'place' && compatible(character.name.split(' '), words.split(' ')),
      );
      if (named.length > 0) return { kind: 'character', character: mostNamed(named) };
    }
    const people = inside.filter(({ name }) => !name.possessive);
    const last = people.at(-1);
    if (
      last &&
      source.end - last.name.end <= 1 &&
      !(last.character.kind === 'body' && inside.some(({ name }) => name.possessive))
    ) {
      // `Ana Ruiz and Ben Ito`: both.
      const joined = people.filter(({ character }) => character.kind === 'person');
      if (joined.length > 1 && /\band\b/.test(words))
        return described(joined.map(({ character }) => character.name).join(' and '), 'unnamed');
      return { kind: 'character', character: last.character };
    }
    const possessor = inside.find(({ name }) => name.possessive);
    if (last && possessor && last.character.kind === 'body' && source.end - last.name.end <= 1)
      return described(`${possessor.character.name}’s ${last.character.name}`, 'body');
    const owner = inside.find(({ name }) => name.possessive);
    const head =
      words
        .toLowerCase()
        .match(/[\p{L}-]+/gu)
        ?.filter((word) => word !== 's')
        .at(-1) ?? '';
    if (DOCUMENT_NOUNS.has(head) || CUE_NOUNS.has(head)) {
      const by = owner ?? people[0];
      if (by && (by.character.kind === 'person' || by.character.kind === 'body'))
        return { kind: 'character', character: by.character };
      // `That statement` after `a statement by Ruiz that …`: whoever made it.
      const cited = this.#lastCited(head);
      if (cited !== -1 && /^(?:the|that|this)\s/i.test(words)) return this.#referents[cited] as Referent;
      return described(words, 'document');
    }
    if (BODY_NOUNS.has(head) && !ROLE_NOUNS.has(head)) return this.#body(words, source, owner?.character);
    return this.#description(words, source, object);
  }

  /**
   * A source without what only describes it: `Libby Ruiz, the mayor of Salt Harbour` → `Libby Ruiz`; `the report
   * published on Friday` → `the report`; but the name that says who a role is: `the mayor, Libby Ruiz` → `Libby Ruiz`.
   */
  #core(source: Span): Span {
    const words = this.#text(source);
    const cut =
      /[,;(]|\s[—–-]|\s(?:who|which|whose|whom|published|released|posted|obtained|including|led)\b/.exec(
        words,
      );
    if (!cut || cut.index === 0) return source;
    const front = { start: source.start, end: source.start + cut.index };
    const people = this.#inside(source).filter(({ character }) => character.kind === 'person');
    if (people.some(({ name }) => covers(front, name) && !name.possessive)) {
      // `Ana Ruiz, Ben Ito and Cy Nair`: all of them.
      return /^[^,]+(?:, [^,]+)* and [^,]+$/.test(words) && people.length > 2 ? source : front;
    }
    const named = people.find(
      ({ name }) => name.start >= front.end && name.start - front.end <= 2 && !name.possessive,
    );
    return named ? { start: named.name.start, end: named.name.end } : front;
  }

  /** `its foreign ministry` → North Korea’s foreign ministry. */
  #body(words: string, source: Span, owner: Character | undefined): Referent {
    if (owner) return described(`${owner.name}’s ${words.replace(/^.*?['’]s?\s+/, '')}`, 'body');
    if (/^(?:its|their|his|her)\s/i.test(words)) {
      const body = this.#nameBefore(
        source.start,
        ({ character }) => character.kind === 'place' || character.kind === 'body',
      );
      if (body) return described(`${body.character.name}’s ${words.replace(/^\S+\s+/, '')}`, 'body');
    }
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
      if (earlier) return earlier;
      const subject =
        /^the\s/i.test(words) && !possessor && wanted.country === null ? this.#subjectBefore(source) : null;
      if (subject && subject !== object) return { kind: 'character', character: subject };
    }
    return described(
      plain,
      /^(?:[A-Z]\S+\s)+$/.test(`${plain} `) && plain.includes(' ') ? 'body' : 'unnamed',
      wanted,
    );
  }

  /** `Ito was not persuaded. “…,” the opposition leader said`: the one person the paragraph is about. */
  #subjectBefore(source: Span): Character | null {
    const { paragraphs } = this.#segmentation;
    const start = paragraphs[lastStartingBy(paragraphs, source.start)]?.start ?? 0;
    const people = new Set<Character>();
    let subject: Character | null = null;
    for (let i = lastStartingBy(this.#spans, start - 1) + 1; i < this.#names.length; i++) {
      const { name, character } = this.#names[i] as Held;
      if (name.start >= source.start) break;
      if (character.kind !== 'person' || name.quoted) continue;
      people.add(character);
      if (name.subject) subject = character;
    }
    return people.size === 1 ? subject : null;
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

  /** The character that fits a description best; the more recent, then the more often named, of equals. */
  #best(wanted: Description, before: number, object: Character | null = null): Character | null {
    let best: Character | null = null;
    let bestScore = 0;
    for (const character of this.#cast) {
      const fits = fit(character, wanted);
      if (fits === 0 || character === object) continue;
      const last = lastStartingBy(character.names, before - 1) >= 0;
      const score = fits * 100 + (last ? 10 : 0) + Math.min(9, character.names.length);
      if (score > bestScore) {
        best = character;
        bestScore = score;
      }
    }
    return best;
  }

  /** Whoever's words, in quotation marks, hold a finding's source; null where they are the outlet's own. */
  #quoterOf({ source, within }: Finding): Referent | null {
    for (let at = within; at !== undefined; at = this.#findings[at]?.within) {
      const { quoted } = this.#findings[at] as Finding;
      if (source && quoted.some((span) => covers(span, source))) return this.#referents[at] ?? null;
    }
    return null;
  }

  #pronoun(words: string, finding: Finding, index: number): Referent {
    const lower = words.toLowerCase().replace(/['’](?:ve|d|ll|s|m|re)$/, '');
    if (lower === 'who' || lower === 'which' || lower === 'that') return { kind: 'unknown' };
    const asks =
      lower === 'his'
        ? 'male'
        : lower === 'her'
          ? 'female'
          : lower === 'its'
            ? 'thing'
            : lower === 'their'
              ? 'plural'
              : SOURCE_PRONOUNS.get(lower);
    const outer = finding.within === undefined ? null : (this.#referents[finding.within] ?? null);
    if (asks === 'first') return outer ?? { kind: 'author' };
    if (asks === 'plural') return this.#plural(finding, index);
    const quoter = this.#quoterOf(finding);
    const said = outer?.kind === 'character' ? outer.character : null;
    // `Ruiz said he believes …`: in words without marks the pronoun goes back to who says them.
    if (said && !quoter && (asks === 'male' || asks === 'female') && suits(said, asks))
      return outer as Referent;
    const not = quoter?.kind === 'character' ? quoter.character : null;
    const character = this.#antecedent(finding.source as Span, asks ?? null, not, index);
    if (character) return { kind: 'character', character };
    if (asks === 'male' || asks === 'female') {
      const previous = this.#referents
        .slice(Math.max(0, index - FAR_BACK), index)
        .findLast((referent) => referent.kind === 'described' && referent.speaker === 'unnamed');
      if (previous && !not) return previous;
    }
    return { kind: 'unknown' };
  }

  /**
   * What several say in one document: `the countries said in a joint statement`, `the text of the joint statement said`,
   * `the two leaders agreed on a joint statement confirming …`.
   */
  #jointStatement({ source, cue, content }: Finding): Referent | null {
    if (!source || !cue) return null;
    const words = this.#text(source);
    const plural =
      /\b(?:and|both|two|three|countries|nations|governments|leaders|ministers|sides|presidents)\b/i.test(
        words,
      );
    const document = /\bjoint (?:statement|communiqu[eé]|declaration)\b/i;
    const after = this.#report.text.slice(
      cue.end,
      Math.min(cue.end + 60, Math.max(cue.end, this.#sentenceEnd(cue.end))),
    );
    const stated =
      document.exec(words) ??
      (plural ? document.exec(content[0] ? (after.split(/[.“"]/)[0] as string) : '') : null);
    return stated ? described(stated[0].toLowerCase(), 'document', null) : null;
  }

  #sentenceEnd(offset: number): number {
    const { sentences } = this.#segmentation;
    return sentences[lastStartingBy(sentences, offset)]?.end ?? offset;
  }

  #plural(finding: Finding, index: number): Referent {
    for (let i = index - 1; i >= Math.max(0, index - 3); i--) {
      const referent = this.#referents[i] as Referent;
      if (
        referent.kind === 'described' &&
        (referent.wanted ? PLURAL_ROLES.has(referent.wanted.head) : / and /.test(referent.phrase))
      )
        return referent;
    }
    // Told in other words, `they` are as often people in general as anyone named.
    if (finding.within !== undefined || finding.quoted.length === 0) return { kind: 'unknown' };
    const source = finding.source as Span;
    const people = /\b(?:the\s+)?(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:ns|ans|ese|ish|is))\b[^.]*$/u.exec(
      this.#report.text.slice(Math.max(0, source.start - 160), source.start),
    );
    if (people) return described(people[1] as string, 'body');
    const body = this.#nameBefore(
      source.start,
      ({ name, character }) => character.kind !== 'person' && source.start - name.end < 400,
    );
    return body ? { kind: 'character', character: body.character } : { kind: 'unknown' };
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

  /**
   * Earlier findings, the nearest first, whose speakers a pronoun may go on from: a quotation goes on from quotations,
   * which stand in the foreground of a report; what is told in other words from either.
   */
  #heardBefore(index: number): readonly number[] {
    const marked = (finding: Finding) => finding.quoted.length > 0;
    const here = this.#findings[index] as Finding;
    const heard: number[] = [];
    for (let i = index - 1; i >= Math.max(0, index - HEARD) && heard.length < 4; i--) {
      const finding = this.#findings[i] as Finding;
      if ((marked(finding) || !marked(here)) && (marked(here) || finding.within === here.within))
        heard.push(i);
    }
    return heard;
  }

  /** The most salient earlier character that a pronoun can stand for. */
  #antecedent(pronoun: Span, asks: string | null, not: Character | null, index: number): Character | null {
    const { sentences, paragraphs, quotations } = this.#segmentation;
    const at = lastStartingBy(sentences, pronoun.start);
    const finding = this.#findings[index] as Finding;
    const inside = finding.within !== undefined;
    const extent = inside ? (this.#findings[finding.within as number]?.content[0] ?? null) : null;
    const heard = this.#heardBefore(index);
    const previous = this.#referents[heard[0] ?? -1];
    const object = this.#object(finding);
    const scores = new Map<Character, number>();
    const sentence = sentences[at];
    for (let i = lastStartingBy(this.#spans, pronoun.start - 1); i >= 0; i--) {
      const { name, character } = this.#names[i] as { name: Name; character: Character };
      const distance = at - name.sentence;
      if (distance > REACH && scores.size > 0) break;
      if (distance > 4 * REACH) break;
      if (character === not || character === object || !suits(character, asks)) continue;
      const quotedHere = name.quoted && !(extent && covers(extent, name));
      if (quotedHere && !inside && quotations.length > 0) continue;
      const headline = paragraphs[sentences[name.sentence]?.paragraph ?? 0]?.role !== 'body';
      let score =
        -PER_SENTENCE * distance +
        (name.subject ? SUBJECT : 0) +
        (name.sayer && !inside ? SAYER : 0) +
        (distance === 0 ? SAME_SENTENCE : 0) -
        (name.possessive ? 1 : 0) -
        (headline ? 4 : 0);
      if (distance === 0 && !name.subject && !inside) score -= SAME_SENTENCE;
      if (character.kind === 'person' && !character.attested) {
        if (!name.subject) continue;
        score -= UNATTESTED;
      }
      if (name.attributive) score -= ATTRIBUTIVE;
      if (asks === 'female' && character.gender === 'female') score += KNOWN_WOMAN;
      score -= (pronoun.start - name.end) / 1000;
      scores.set(character, Math.max(scores.get(character) ?? Number.NEGATIVE_INFINITY, score));
    }
    // Sources that are roles or pronouns were resolved before, and are mentions too.
    for (const i of inside ? [] : heard.slice(0, 4)) {
      const referent = this.#referents[i] as Referent;
      const source = this.#findings[i]?.source;
      if (
        referent.kind !== 'character' ||
        !source ||
        source.start >= pronoun.start ||
        this.#findings[i]?.within !== undefined
      )
        continue;
      const { character } = referent;
      if (character === not || character === object || !suits(character, asks)) continue;
      const distance = at - lastStartingBy(sentences, source.start);
      const score =
        SUBJECT -
        PER_SENTENCE * distance +
        (distance === 0 ? SAME_SENTENCE : 0) -
        (pronoun.start - source.end) / 1000;
      scores.set(character, Math.max(scores.get(character) ?? Number.NEGATIVE_INFINITY, score));
    }
    if (previous?.kind === 'character' && scores.has(previous.character) && previous.character !== not) {
      // Whoever was just heard is likely heard again; less so with each sentence between.
      const gap =
        at - lastStartingBy(sentences, (this.#findings[heard[0] ?? -1]?.content.at(-1)?.end ?? 0) - 1);
      scores.set(
        previous.character,
        (scores.get(previous.character) as number) +
          Math.max(0, SPEAKER - Math.max(0, gap - 1) * PER_SENTENCE),
      );
    }
    for (const [character, score] of scores)
      scores.set(character, score + Math.min(1, Math.log2(1 + character.names.length) / 4));
    const best = [...scores].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    if (best || !inside || !sentence) return best;
    // `“… he tells me …,” Ruiz said of Lindqvist`: named only after the quotation.
    for (let i = lastStartingBy(this.#spans, pronoun.end) + 1; i < this.#names.length; i++) {
      const { name, character } = this.#names[i] as Held;
      if (name.start - pronoun.end >= 400) break;
      if (character !== not && character.attested && suits(character, asks) && !name.quoted) return character;
    }
    return null;
  }
}

function suits(character: Character, asks: string | null): boolean {
  if (asks === 'thing') return character.kind === 'body' || character.kind === 'place';
  if (character.kind !== 'person') return false;
  return asks !== 'male' && asks !== 'female' ? true : character.gender === null || character.gender === asks;
}

function mostNamed(characters: readonly Character[]): Character {
  return [...characters].sort((a, b) => b.names.length - a.names.length)[0] as Character;
}

function described(
  phrase: string,
  speaker: SpeakerKind,
  wanted: Description | null = describe(phrase),
): Referent {
  return { kind: 'described', phrase: strip(phrase), speaker, wanted };
}

/** Without the determiner. */
function strip(phrase: string): string {
  return phrase
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an|some|this|that|these|those)\s+/i, '')
    .trim();
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(^|[\s.-])\p{L}/gu, (letter) => letter.toUpperCase());
}
