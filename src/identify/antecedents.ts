import { bucketOf } from '../learned/hash.js';
import {
  ANTECEDENT_BITS,
  antecedentScore,
  ENTITY_TYPES,
  type ReferenceModel,
  softmax,
} from '../learned/reference/model.js';
import type { Finding } from '../model/attribution.js';
import type { Segmentation } from '../model/segmentation.js';
import { covers, lastStartingBy, overlaps, type Span } from '../model/span.js';
import { type Entity, type Joined, personhood } from './entities.js';
import { ANYONE, type Phrase, type Place, type PronounClass } from './mentions.js';
import { startWithRole } from './names.js';

/** An entity that a pronoun can stand for, with what speaks for and against it. */
export interface Candidate {
  /** Null: nobody whom the text refers to (`it is raining`, `they say`), or somebody outside the candidates. */
  readonly entity: Entity | null;
  /** The phrase of the entity that is nearest to the pronoun. */
  readonly phrase: Phrase | null;
  /** Salience by rule, in points. */
  readonly salience: number;
  /** As `antecedentScore` takes them. */
  readonly buckets: readonly number[];
}

/** What a pronoun stands for, as far as can be told: probabilities sum to one over all candidates, the likeliest first. */
export interface Resolution {
  readonly ranked: readonly { readonly entity: Entity | null; readonly probability: number }[];
}

/** Chooses among candidates: the model does, or, in training, the gold. */
export type Choose = (pronoun: Phrase, candidates: readonly Candidate[]) => Resolution;

export function chooseBy(model: ReferenceModel): Choose {
  return (_, candidates) => {
    const probabilities = softmax(
      candidates.map(({ salience, buckets }) => antecedentScore(model, salience, buckets)),
    );
    const ranked = candidates
      .map(({ entity }, i) => ({ entity, probability: probabilities[i] as number }))
      .sort((a, b) => b.probability - a.probability);
    return { ranked };
  };
}

/** What the findings of a report tell about a pronoun's surroundings. */
export interface Heard {
  /** Speaker of a finding, where it is known so far. */
  readonly speakerOf: (finding: number) => Entity | null;
  readonly findings: readonly Finding[];
  /** For each phrase the innermost finding in whose content it stands, -1 for none. */
  readonly inside: Int32Array;
  /** For each phrase the finding whose source it is, -1 for none. */
  readonly sourceOf: Int32Array;
  /** Several who stand together, by the index of the last of them. */
  readonly joined: ReadonlyMap<number, Joined>;
}

/** Entities that are looked at, the nearest first; and how many phrases they are looked for in. */
const CANDIDATES = 10;
const PHRASES = 300;
/** Phrases of one candidate that its salience is taken from. */
const LOOKED_AT = 6;

/** Points of salience. Orders matter, not sizes: a subject beats an object a sentence nearer. Hand-set. */
const SUBJECT = 5;
const SAYER = 3;
const SPEAKER = 4;
/** `Nair said … “…,” she added`: whoever was heard in the paragraph goes on in it. */
const GOES_ON = 10;
/** `Rahal agreed. “…,” he said`: the sentence before a quotation brings in whoever says it. */
const INTRODUCED = 10;
const PER_SENTENCE = 2;
const SAME_SENTENCE = 2;
const POSSESSOR = 1;
const HEADLINE = 4;
const UNATTESTED = 4;
const ATTRIBUTIVE = 4;
/** `she` is likelier said of a woman whom the report has shown to be one: surnames alone leave most people unknown. */
const KNOWN_WOMAN = 6;
/** `Ruiz said he believes …`: in words without marks the pronoun goes back to who says them. */
const SAYS_IT = 8;
/** Whoever is only described is rarely taken up by a pronoun far on. */
const NAMELESS = 3;
/** `reversed himself`: the subject of the clause. */
const BOUND = 12;
/** `said of Ito`. */
const TOPIC = 12;
/** `While he waited, Ruiz said …`. */
const MAIN = 16;
/** `{Ruiz}, when {he} spoke`, `asked whether {he} knew`: the subject that the clause hangs on. */
const HANGS_ON = 10;
/** `Ito is done, he said`: hardly Ito. */
const NAMES_ITSELF = 10;
/** `We talk to the {pilots} and {they} say`. */
const GOES_ON_FROM = 8;
/** Named only behind the pronoun, or nowhere but in what others said. */
const AFTER = -4;
const UNSEEN = -12;

const PERSON = ENTITY_TYPES.indexOf('person');
const BODY = ENTITY_TYPES.indexOf('body');
const PLACE = ENTITY_TYPES.indexOf('place');
const THING = ENTITY_TYPES.indexOf('thing');
const PLACES: readonly Place[] = ['subject', 'object', 'oblique', 'possessive', 'other'];
const KINDS = ['name', 'description', 'pronoun'] as const;

/** The candidates of the pronoun `phrases[at]`; `entities` has everything before it resolved. */
export function candidatesFor(
  text: string,
  at: number,
  phrases: readonly Phrase[],
  entities: readonly (Entity | null)[],
  { paragraphs, sentences, quotations }: Segmentation,
  heard: Heard,
): readonly Candidate[] {
  const pronoun = phrases[at] as Phrase;
  const wanted = pronoun.pronoun as PronounClass;
  const someone = wanted === 'male' || wanted === 'female';
  const nearest = new Map<Entity, Phrase>();
  const floor = reachOf(at, phrases);
  const cited = heard.findings[heard.sourceOf[at] as number];
  // Of whoever is cited behind a quotation of several sentences, where it began.
  const here = cited
    ? Math.min(pronoun.sentence, lastStartingBy(sentences, (cited.content[0] as Span).start))
    : pronoun.sentence;
  const named = namedIn(cited?.quoted ?? []);
  const namedInWords = cited && cited.form !== 'direct' ? namedIn(cited.content) : named;
  const own = contextOf();
  // Whoever is cited can speak; in what somebody else says, `they` may be nobody in particular.
  const speaks = own.source > 0 && !own.quoted;
  for (let i = at - 1; i >= floor && nearest.size < CANDIDATES; i--) {
    const group = wanted === 'many' ? heard.joined.get(i) : undefined;
    if (group && !nearest.has(group.entity)) nearest.set(group.entity, group.phrase);
    const entity = entities[i];
    const phrase = phrases[i] as Phrase;
    if (!entity || nearest.has(entity) || !suits(entity, wanted)) continue;
    if (overlaps(phrase, pronoun) || (cited && covered(cited, phrase))) continue;
    // `No other senator came`: whoever is denied does nothing.
    if (phrase.determiner === 'no' && !entity.character) continue;
    const spoke = !someone && (heard.sourceOf[i] as number) >= 0;
    if (named.has(entity) || (speaks && !spoke && !canSpeak(entity))) continue;
    nearest.set(entity, phrase);
  }
  // Whom the last pronoun of the class was taken for; whatever it was taken for wrongly goes on from here.
  let chained: Entity | null = null;
  let chainedAt = 0;
  // Whom a later sentence has made its subject by name: the text has gone on to them.
  let since: Entity | null = null;
  for (let i = at - 1; i >= floor; i--) {
    const phrase = phrases[i] as Phrase;
    const entity = entities[i];
    if (phrase.pronoun === wanted) {
      chained = entity ?? null;
      chainedAt = Math.max(0, here - phrase.sentence);
      break;
    }
    const leads = phrase.kind === 'name' && phrase.place === 'subject' && phrase.sentence < here;
    if (leads && entity && nearest.has(entity)) since ??= entity;
  }
  if (since === chained) since = null;
  // `We talk to the pilots and they say`: the clause goes on from the one before it.
  const coordinated = /\b(?:and|but|so|when|where) $/.test(text.slice(pronoun.start - 6, pronoun.start));
  const most = Math.max(...[...nearest.keys()].map(namesOf));
  // A reflexive goes back to the nearest subject of its sentence.
  const bound = /sel(?:f|ves)$/.test(pronoun.noun)
    ? (entities[nearestHere(({ place }, entity) => place === 'subject' && suits(entity, wanted))] ?? null)
    : null;
  const behind = new Set<Entity>();
  // `While he waited, Ruiz said …`: the subject of the main clause.
  let main: Entity | null = null;
  for (let i = at + 1; i < Math.min(phrases.length, at + 12); i++) {
    const entity = entities[i];
    const phrase = phrases[i] as Phrase;
    if (phrase.start - pronoun.end > CATAPHORA) break;
    if (!entity || phrase.kind !== 'name' || named.has(entity) || !suits(entity, wanted)) continue;
    if (isMain(phrase)) main ??= entity;
    if (nearest.has(entity)) continue;
    if (paragraphOf(phrase) !== paragraphOf(pronoun)) break;
    nearest.set(entity, phrase);
    behind.add(entity);
  }
  // Where each candidate stands before the pronoun, the nearest first.
  const standsAt = new Map<Entity, number[]>([...nearest.keys()].map((entity) => [entity, []]));
  for (let i = at - 1; i >= floor; i--)
    for (const entity of [entities[i], wanted === 'many' ? heard.joined.get(i)?.entity : null]) {
      const own = entity ? standsAt.get(entity) : undefined;
      if (own && own.length < LOOKED_AT) own.push(i);
    }
  // Whom a sentence behind the last speaker's has made its subject: the text has gone on to them.
  let goneOn: Entity | null = null;
  for (let i = at - 1; i >= floor && goneOn === null; i--) {
    const phrase = phrases[i] as Phrase;
    const apart = here - phrase.sentence;
    if (apart >= (own.distance[0] ?? 0)) break;
    const entity = entities[i];
    if (apart > 0 && phrase.kind === 'name' && phrase.place === 'subject' && entity && nearest.has(entity))
      goneOn = entity;
  }
  // `the official said.` and in the next paragraph `“…,” he argued`: nobody else was named in between.
  let alone = own.before.length > 0;
  for (let i = at - 1; i >= floor && alone; i--) {
    const phrase = phrases[i] as Phrase;
    const entity = entities[i];
    if (phrase.end <= own.until) break;
    if (entity && entity !== own.before[0] && nearest.has(entity) && phrase.kind !== 'pronoun') alone = false;
  }
  const goesFrom =
    coordinated && pronoun.says
      ? nearestHere((phrase, entity) => nearest.has(entity) && phrase.place !== 'possessive')
      : -1;
  const candidates: Candidate[] = [];
  let rank = 0;
  for (const [entity, phrase] of nearest) {
    if (entity === own.object || (own.quoted && entity === own.quoter)) continue;
    candidates.push({
      entity,
      phrase,
      salience: salienceOf(entity, behind.has(entity)),
      buckets: featuresOf(entity, phrase, behind.has(entity), rank),
    });
    rank++;
  }
  // `He` is always somebody, and so is whoever is cited.
  if ((someone || speaks) && candidates.length > 0) return candidates;
  candidates.push({ entity: null, phrase: null, salience: 0, buckets: nobody() });
  return candidates;

  /** Nobody speaks of themselves by name: those whom the spans name that the pronoun is the source of. */
  function namedIn(spans: readonly Span[]): ReadonlySet<Entity> {
    const named = new Set<Entity>();
    for (const span of spans)
      for (let i = lastStartingBy(phrases, span.start - 1) + 1; i < phrases.length; i++) {
        const phrase = phrases[i] as Phrase;
        if (phrase.start >= span.end) break;
        const entity = entities[i];
        if (!entity || phrase.kind !== 'name' || phrase.name?.attributive) continue;
        // `“I’m Ana Ruiz,” she said`, `He saw no reason for him, Ruiz, to leave`.
        const before = text.slice(Math.max(span.start, phrase.start - 12), phrase.start);
        if (!/\b(?:I['’]m|I am|name is|him,|her,|he,|she,)\s$/i.test(before)) named.add(entity);
      }
    return named;
  }

  /** `While he waited, {Ruiz} said …`: nothing before the pronoun but the conjunction. */
  function isMain(phrase: Phrase): boolean {
    const from = sentences[pronoun.sentence]?.start ?? 0;
    return (
      pronoun.place === 'subject' &&
      phrase.place === 'subject' &&
      phrase.sentence === pronoun.sentence &&
      /^(?:while|although|though|even though|when|after|before|as|because|if|since|until)\s$/i.test(
        text.slice(from, pronoun.start),
      ) &&
      text.slice(phrase.start - 2, phrase.start) === ', '
    );
  }

  /** Index of the nearest phrase before the pronoun in its sentence that fits; -1 for none. */
  function nearestHere(fits: (phrase: Phrase, entity: Entity) => boolean): number {
    for (let i = at - 1; i >= floor && phrases[i]?.sentence === pronoun.sentence; i--) {
      const entity = entities[i];
      if (entity && fits(phrases[i] as Phrase, entity)) return i;
    }
    return -1;
  }

  function paragraphOf({ sentence }: Phrase): number {
    return sentences[sentence]?.paragraph ?? 0;
  }

  function contextOf() {
    const content = heard.inside[at] as number;
    const source = heard.sourceOf[at] as number;
    const finding = heard.findings[content];
    const quoted = finding !== undefined && quotedIn(finding);
    let quoter: Entity | null = null;
    let sayer: Entity | null = null;
    let topic: Entity | null = null;
    for (let index = content, depth = 0; index >= 0 && depth < 4; depth++) {
      const outer = heard.findings[index] as Finding;
      const speaker = heard.speakerOf(index);
      topic ??= topicOf(outer);
      if (quotedIn(outer)) quoter ??= speaker;
      else if (quoter === null) sayer ??= speaker;
      index = outer.within ?? -1;
    }
    const before: Entity[] = [];
    const distance: number[] = [];
    let together = false;
    let until = 0;
    const from = source >= 0 ? source : lastBefore(heard.findings, pronoun.start);
    for (
      let index = from - (source >= 0 ? 1 : 0), steps = 0;
      index >= 0 && steps < 12 && before.length < 2;
      index--, steps++
    ) {
      const finding = heard.findings[index] as Finding;
      if (finding.within !== undefined || covered(finding, pronoun)) continue;
      const speaker = heard.speakerOf(index);
      if (!speaker) continue;
      const end = lastStartingBy(sentences, (finding.content.at(-1) as Span).end - 1);
      if (before.length === 0) {
        together = sentences[end]?.paragraph === paragraphOf(pronoun);
        until = Math.max(
          (finding.content.at(-1) as Span).end,
          finding.source?.end ?? 0,
          finding.cue?.end ?? 0,
        );
      }
      before.push(speaker);
      distance.push(here - end);
    }
    const isQuote = source >= 0 && (heard.findings[source]?.quoted.length ?? 0) > 0;
    return {
      quoted,
      quoter,
      sayer,
      topic,
      before,
      distance,
      together,
      until,
      source: source >= 0 ? (isQuote ? QUOTES : 1) : 0,
      object: objectOf(source),
    };
  }

  /** Whether the pronoun stands between quotation marks inside what a finding holds. */
  function quotedIn({ quoted, content }: Finding): boolean {
    if (quoted.some((span) => covers(span, pronoun))) return true;
    const index = lastStartingBy(quotations, pronoun.start);
    for (let i = index; i >= Math.max(0, index - 3); i--) {
      const quotation = quotations[i];
      if (quotation && covers(quotation, pronoun) && content.some((span) => covers(span, quotation)))
        return true;
    }
    return false;
  }

  /** `“He was wrong,” Ruiz said of Ito`: whom words are about that are said of somebody. */
  function topicOf({ cue }: Finding): Entity | null {
    if (!cue) return null;
    for (let i = lastStartingBy(phrases, cue.end) + 1; i < phrases.length; i++) {
      const phrase = phrases[i] as Phrase;
      const between = text.slice(cue.end, Math.max(cue.end, (phrase.name?.roleAt ?? phrase).start));
      if (between.length > 12 || phrase.kind === 'pronoun') return null;
      if (/^\s(?:of|about)\s(?:the\s)?$/.test(between)) return entities[i] ?? null;
    }
    return null;
  }

  /** `told Ruiz`: whom the clause of the pronoun's own cue names as its object. */
  function objectOf(source: number): Entity | null {
    const cue = heard.findings[source]?.cue;
    if (!cue) return null;
    for (let i = at + 1; i < Math.min(phrases.length, at + 4); i++) {
      const phrase = phrases[i] as Phrase;
      if (phrase.start < cue.end) continue;
      const same = phrase.sentence === pronoun.sentence && phrase.start - cue.end <= 1;
      return same ? (entities[i] ?? null) : null;
    }
    return null;
  }

  /**
   * Salience in the manner of Lappin & Leass (1994): the best of the entity's phrases, and who was heard last. What is
   * learned corrects it.
   */
  function salienceOf(entity: Entity, after: boolean): number {
    if (after) return AFTER + (entity === own.topic ? TOPIC : 0) + (entity === main ? MAIN : 0);
    const inside = (heard.inside[at] as number) >= 0;
    let best = UNSEEN;
    for (const i of standsAt.get(entity) ?? []) {
      const phrase = entities[i] === entity ? (phrases[i] as Phrase) : (heard.joined.get(i) as Joined).phrase;
      const cited = heard.sourceOf[i] as number;
      const spoke = cited >= 0 && heard.findings[cited]?.within === undefined;
      const apart = Math.max(0, here - phrase.sentence);
      const subject = phrase.place === 'subject' || spoke;
      if (!inside && lastQuotation(phrase)) continue;
      let points = -PER_SENTENCE * apart + (subject ? SUBJECT : 0) + (phrase.says && !inside ? SAYER : 0);
      if (apart === 0) points += subject || inside ? SAME_SENTENCE : 0;
      if (phrase.place === 'possessive') points -= POSSESSOR;
      if (paragraphs[paragraphOf(phrase)]?.role !== 'body') points -= HEADLINE;
      if (phrase.name?.attributive) points -= ATTRIBUTIVE;
      if (apart === 0 && hangsOn(phrase)) points += HANGS_ON;
      if (i === goesFrom) points += GOES_ON_FROM;
      if (wanted !== 'thing' && wanted !== 'many' && entity.character)
        points -= UNATTESTED * (1 - personhood(entity));
      best = Math.max(best, points - (pronoun.start - phrase.end) / 1000);
    }
    if (wanted === 'female' && entity.character?.gender === 'female') best += KNOWN_WOMAN;
    if (!entity.character && (wanted === 'male' || wanted === 'female')) best -= NAMELESS;
    const last =
      own.before[0] === entity && (goneOn === null || goneOn === entity) ? (own.distance[0] as number) : null;
    if (last !== null) best += Math.max(0, SPEAKER - Math.max(0, last - 1) * PER_SENTENCE);
    if (last !== null && last <= 1 && own.source > 0 && (own.together || alone)) best += GOES_ON;
    if (!own.quoted && own.sayer === entity) best += SAYS_IT;
    if (entity === goneOn && own.source === QUOTES) best += INTRODUCED;
    if (entity === bound) best += BOUND;
    if (namedInWords.has(entity)) best -= NAMES_ITSELF;
    if (entity === main) best += MAIN;
    if (entity === own.topic) best += TOPIC;
    return best + Math.min(1, Math.log2(1 + entity.phrases.length) / 4);
  }

  /** `{Ruiz}, when asked if {he} knew, …`: a clause between the subject and its verb. */
  function hangsOn(phrase: Phrase): boolean {
    return /^,\s(?:when|while|if|as|who|asked|pressed|until|before|after)\s(?:(?:asked|pressed|questioned)\s)?(?:(?:if|whether|about|why|what|how)\s)?$/.test(
      text.slice(phrase.end, pronoun.start),
    );
  }

  function nobody(): readonly number[] {
    const k = classIndex(wanted);
    const place = PLACES.indexOf(pronoun.place);
    return [
      f(1, k, 0),
      f(2, k, place),
      f(3, k, own.quoted ? 1 : 0),
      f(4, k, own.source),
      f(5, k, Math.min(nearest.size, 3)),
      f(6, k, pronoun.word === 0 ? 1 : 0),
      f(7, k, pronoun.says ? 1 : 0),
    ];
  }

  function featuresOf(entity: Entity, phrase: Phrase, after: boolean, rank: number): readonly number[] {
    const k = classIndex(wanted);
    const person = k === 0;
    const apart = after ? phrase.sentence - pronoun.sentence : Math.max(0, here - phrase.sentence);
    const d = after ? 7 : apart <= 3 ? apart : apart <= 6 ? 4 : 5;
    const paragraph = paragraphOf(pronoun) - paragraphOf(phrase);
    const pd = Math.min(3, Math.abs(paragraph));
    const place = PLACES.indexOf(phrase.place);
    const mine = PLACES.indexOf(pronoun.place);
    const kind = KINDS.indexOf(phrase.kind);
    const count = entity.phrases.length;
    const many = count <= 2 ? count : count <= 4 ? 3 : count <= 8 ? 4 : count <= 16 ? 5 : 6;
    const gender = entity.gender === wanted ? 1 : 0;
    const human = bucketed(entity.character?.attested ? 1 : (entity.types[PERSON] ?? 0));
    const body = bucketed((entity.types[BODY] ?? 0) + (k === 1 ? 0 : (entity.types[PLACE] ?? 0)));
    const role = paragraphs[paragraphOf(phrase)]?.role;
    const heardAt = own.before.indexOf(entity);
    const hd = heardAt === -1 ? 0 : Math.max(1, Math.min(5, (own.distance[heardAt] as number) + 2));
    const quotedHere = lastQuotation(phrase);
    const quotedThere = own.quoted ? 1 : 0;
    const chain = entity === chained && chainedAt <= FADES ? (since ? 6 : 1 + Math.min(4, chainedAt)) : 0;
    const buckets = [
      f(10, k, d),
      f(11, k, pd),
      f(12, k, Math.min(rank, 5)),
      f(13, k * 8 + d, place),
      f(14, k * 8 + d, kind),
      f(15, k * 8 + place, mine),
      f(16, k * 8 + d, phrase.word <= 2 ? 1 : 0),
      f(17, k * 4 + quotedThere, quotedHere ? 1 : 0),
      f(18, k, gender),
      f(19, k * 8 + gender, human),
      f(20, k, human),
      f(21, k, body),
      f(22, k, many),
      f(23, k, role === 'headline' || role === 'link' ? 1 : 0),
      f(24, k * 8 + own.source, hd * 2 + (heardAt > 0 ? 1 : 0)),
      f(25, k, entity === own.quoter ? 1 : 0),
      f(26, k * 4 + (own.quoted ? 1 : 0), entity === own.sayer ? 1 : 0),
      f(27, k, entity === own.object ? 1 : 0),
      f(28, k * 8 + Math.min(rank, 3), chain),
      f(29, k, entity.character ? (entity.character.names.length > 3 ? 2 : 1) : 0),
      f(31, k, phrase.many ? 1 : 0),
      f(44, k * 4 + own.source, prominence(entity)),
      f(45, k * 4 + own.source, entity === since ? 1 : 0),
      f(33, k * 8 + human, pronoun.says ? 1 : 0),
      f(41, k * 8 + body, pronoun.says ? 1 : 0),
      f(42, k, phrase.says ? 1 : 0),
      f(34, k * 8 + own.source, gender * 8 + Math.min(rank, 3)),
    ];
    if (phrase.determiner && phrase.kind === 'description')
      buckets.push(f(35, k, phrase.determiner.charCodeAt(0)));
    if (coordinated) buckets.push(f(46, k * 8 + d, Math.min(rank, 3) * 8 + place));
    if (d === 0) buckets.push(f(36, k * 8 + mine, clauseBetween(phrase) * 8 + place));
    if (after)
      buckets.push(
        f(37, k * 8 + mine, (own.quoted ? 2 : 0) + (pronoun.word <= 3 ? 1 : 0)),
        f(38, k, apart > 0 ? 1 : 0),
      );
    if (phrase.name?.attributive) buckets.push(f(39, k, 0));
    if (isAddressed(phrase)) buckets.push(f(43, k, 0));
    if (person && phrase.name?.sayer) buckets.push(f(40, k, d));
    return buckets;
  }

  /** `…, Justice Reyes.`: whoever is spoken to. */
  function isAddressed({ name, end }: Phrase): boolean {
    if (!name) return false;
    const from = startWithRole(name);
    return /[,.?!]\s$/.test(text.slice(from - 2, from)) && /^[.?!,]/.test(text.slice(end, end + 1));
  }

  /** How often the whole text names somebody, beside the candidate that it names most; 0: never. */
  function prominence(entity: Entity): number {
    const own = namesOf(entity);
    if (own <= 1) return own;
    return own === most ? 4 : own / most >= 0.4 ? 3 : 2;
  }

  /** 0: the same clause (`he told Ruiz`); 1: a comma; 2: a conjunction or relative; between two phrases of a sentence. */
  function clauseBetween(phrase: Phrase): number {
    const [from, to] = phrase.start < pronoun.start ? [phrase, pronoun] : [pronoun, phrase];
    const words = to.word - from.word;
    return words <= 2 ? 0 : words <= 4 ? 1 : words <= 8 ? 2 : words <= 16 ? 3 : 4;
  }

  function lastQuotation(phrase: Phrase): boolean {
    const index = lastStartingBy(quotations, phrase.start);
    for (let i = index; i >= Math.max(0, index - 3); i--) {
      const quotation = quotations[i];
      if (quotation && covers(quotation, phrase)) return !covers(quotation, pronoun);
    }
    return false;
  }
}

/** The first of the phrases that are looked at; `I` and `me` are none of them. */
function reachOf(at: number, phrases: readonly Phrase[]): number {
  let first = at;
  for (let left = PHRASES; first > 0 && left > 0; first--)
    if (phrases[first - 1]?.pronoun !== 'first') left--;
  return first;
}

/** What `source` is for the source of a quotation. */
const QUOTES = 2;

/** Sentences after which it no longer matters whom the last pronoun stood for. */
const FADES = 5;

/** Characters behind a pronoun in which its antecedent may follow. */
const CATAPHORA = 160;

function f(template: number, a: number, b: number): number {
  return bucketOf(template, a, b, ANTECEDENT_BITS);
}

const classIndex = (wanted: PronounClass): number => (wanted === 'many' ? 1 : wanted === 'thing' ? 2 : 0);

const bucketed = (probability: number): number =>
  probability >= 0.85 ? 3 : probability >= 0.5 ? 2 : probability >= 0.2 ? 1 : 0;

const namesOf = ({ character }: Entity): number => character?.names.length ?? 0;

function covered(finding: Finding, span: Span): boolean {
  return finding.content.some((content) => covers(content, span));
}

/** People, and bodies that act through them. */
function canSpeak({ character, types }: Entity): boolean {
  const place = character?.kind === 'place' ? (types[PLACE] ?? 0) : 0;
  return (types[PERSON] ?? 0) + (types[BODY] ?? 0) + place > 0.3 || (character?.attested ?? false);
}

/** Whether gender and number leave the entity possible. */
function suits(entity: Entity, wanted: PronounClass): boolean {
  const kind = entity.character?.kind;
  switch (wanted) {
    case 'male':
    case 'female':
      return (
        !entity.many &&
        !isAnyone(entity) &&
        (entity.gender ?? entity.heardAs ?? wanted) === wanted &&
        (kind ?? 'person') === 'person' &&
        personhood(entity) > (entity.character ? 0.1 : 0.3)
      );
    case 'thing':
      return (
        !entity.many &&
        entity.gender === null &&
        (kind !== 'person' || (!entity.character?.attested && (entity.types[BODY] ?? 0) > 0.4)) &&
        (entity.types[THING] ?? 0) + (entity.types[BODY] ?? 0) + (entity.types[PLACE] ?? 0) > 0.2
      );
    case 'first':
      return false;
    case 'many':
      return (
        entity.many ||
        entity.phrases[0]?.collective ||
        kind === 'body' ||
        kind === 'place' ||
        (entity.types[BODY] ?? 0) > 0.3
      );
    default:
      return wanted satisfies never;
  }
}

/** `everyone`: in news `they`, not `he`. */
const isAnyone = ({ character, phrases }: Entity): boolean =>
  character === null && ANYONE.has(phrases[0]?.noun ?? '');

/** Index of the last finding that begins before an offset. */
function lastBefore(findings: readonly Finding[], offset: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((findings[middle] as Finding).content[0] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
