import { entityTypes, type ReferenceModel } from '../learned/reference/model.js';
import { CUES } from '../lexicon/en/cues.js';
import { PLURAL_ROLES, ROLE_NOUNS } from '../lexicon/en/roles.js';
import type { Span } from '../model/span.js';
import { entityFeatures } from './entity-features.js';
import type { Gender, Name } from './names.js';
import { bare, uncontracted, type Word } from './words.js';

/** What a pronoun tells of whom it stands for. */
export type PronounClass = 'male' | 'female' | 'many' | 'thing' | 'first';

/** Where a phrase stands in its clause, as far as its neighbours tell. */
export type Place = 'subject' | 'object' | 'oblique' | 'possessive' | 'other';

/** A phrase that may refer to someone or something: a name, a noun with its modifiers, or a pronoun. */
export interface Phrase extends Span {
  readonly kind: 'name' | 'description' | 'pronoun';
  /** The noun, the last word of the name, or the pronoun; without a possessive ending. */
  readonly head: Span;
  /** The head in lower case. */
  readonly noun: string;
  readonly name: Name | null;
  readonly pronoun: PronounClass | null;
  readonly gender: Gender;
  readonly many: boolean;
  /** One that `they` may stand for: `the couple`, `someone`. */
  readonly collective: boolean;
  /** Probability of each of `ENTITY_TYPES`; none for a pronoun. */
  readonly types: readonly number[];
  /** The first word, where it is a determiner or a possessive pronoun: `the`, `a`, `his`. */
  readonly determiner: string;
  readonly place: Place;
  readonly sentence: number;
  /** Index of its first word in the sentence. */
  readonly word: number;
  /** A word of saying follows: `he told …`. */
  readonly says: boolean;
}

/** Pronouns in all cases: the third person, and `I`. */
export const PRONOUNS: ReadonlyMap<string, PronounClass> = new Map([
  ...'he him his himself'.split(' ').map((word): [string, PronounClass] => [word, 'male']),
  ...'she her hers herself'.split(' ').map((word): [string, PronounClass] => [word, 'female']),
  ...'they them their theirs themselves'.split(' ').map((word): [string, PronounClass] => [word, 'many']),
  ...'i me my mine myself'.split(' ').map((word): [string, PronounClass] => [word, 'first']),
  ...'it its itself'.split(' ').map((word): [string, PronounClass] => [word, 'thing']),
]);
const POSSESSIVE = new Set(['his', 'her', 'hers', 'its', 'their', 'theirs', 'my', 'our', 'your']);
const MODIFIER = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'POSS', 'VBN', 'VBG', 'SYM']);
const VERB = new Set(['VFIN', 'VBG', 'VBN', 'VB', 'AUX']);
const MANY_BEFORE = new Set(
  'these those many several few two three four five six seven eight nine ten dozens hundreds thousands most some both'.split(
    ' ',
  ),
);
const MALE_NOUN =
  /^(?:\w*man|men|boy|father|brother|son|husband|uncle|king|prince|mr|sir|gentleman|spokesman|chairman)$/;
const FEMALE_NOUN =
  /^(?:\w*woman|women|girl|mother|sister|daughter|wife|widow|aunt|queen|princess|actress|mrs|ms|lady)$/;

/** All phrases of a text in reading order. Names are those of `namesIn`; a noun inside a name is no phrase of its own, nor is the label of a turn. */
export function phrasesIn(
  names: readonly Name[],
  sentences: readonly (readonly Word[])[],
  labels: readonly Span[],
  model: ReferenceModel,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let next = 0;
  let label = 0;
  sentences.forEach((words, sentence) => {
    const edge = words.at(-1)?.end ?? 0;
    for (let i = 0; i < words.length; ) {
      const word = words[i] as Word;
      while (label < labels.length && (labels[label] as Span).end <= word.start) label++;
      if ((labels[label]?.start ?? Number.POSITIVE_INFINITY) <= word.start) {
        i++;
        continue;
      }
      while (next < names.length && (names[next] as Name).end <= word.start) next++;
      const name = names[next];
      if (name && name.start <= word.start && name.start < edge) {
        let last = i;
        while (last + 1 < words.length && (words[last + 1] as Word).start < name.end) last++;
        phrases.push(named(name, words, i, last, sentence, model));
        i = last + 1;
        continue;
      }
      const pronoun =
        word.lower.length <= LONGEST_PRONOUN ? PRONOUNS.get(uncontracted(word.lower)) : undefined;
      if (pronoun) phrases.push(pronounAt(words, i, pronoun, sentence));
      else if (isIndefinite(words, i) || isHead(words, i, names[next]))
        phrases.push(described(words, i, sentence, model));
      i++;
    }
  });
  return phrases;
}

const NO_TYPES: readonly number[] = [];

/** `themselves`, and what is contracted with a shorter one. */
const LONGEST_PRONOUN = 10;

function named(
  name: Name,
  words: readonly Word[],
  first: number,
  last: number,
  sentence: number,
  model: ReferenceModel,
): Phrase {
  const end = words[last] as Word;
  const noun = bare(end.lower);
  const hangs = hangsOnNoun(words, first);
  return {
    start: name.start,
    end: name.end,
    kind: 'name',
    head: { start: Math.max(end.start, name.start), end: name.end },
    noun,
    name,
    pronoun: null,
    gender: name.gender,
    many: /^(?:\p{Lu}\p{L}+(?:ans|ists|crats|licans|ians)|Dems|Fathers|Liberals|Conservatives|Greens|Tories)$/u.test(
      bare(end.text),
    ),
    collective: false,
    types: entityTypes(model, entityFeatures(words, first, last, name)),
    determiner: determinerBefore(words, first),
    place: name.possessive ? 'possessive' : hangs ? 'oblique' : placeOf(words, first, last),
    sentence,
    word: first,
    says: !hangs && sayingFollows(words, last),
  };
}

function described(words: readonly Word[], head: number, sentence: number, model: ReferenceModel): Phrase {
  let first = head;
  const alone = ANYONE.has((words[head] as Word).lower);
  while (!alone && first > 0 && head - first < LONGEST) {
    const before = words[first - 1] as Word;
    const possessive = before.tag === 'PRON' && POSSESSIVE.has(before.lower);
    if (!MODIFIER.has(before.tag) && !possessive) break;
    // `The Guardian cited examples`, `the oath Senators swore`: another phrase ends here.
    const two = words[first - 2];
    if (/^VB[NG]$/.test(before.tag) && /^(?:NOUN|PROPN)$/.test(two?.tag ?? '')) break;
    if (first === head && before.tag === 'NOUN' && isLower(before) && isUpper(words[head] as Word)) break;
    first--;
    if (before.tag === 'DET' || possessive) break;
  }
  const word = words[head] as Word;
  const noun = bare(word.lower);
  const own = { start: word.start, end: word.start + bare(word.text).length };
  // `some of the candidates`, `one of the officials`: not the candidates, and one official.
  const part = words[first - 1]?.lower === 'of' ? words[first - 2] : undefined;
  const portion = part && PART.test(part.lower) ? part : null;
  if (portion) first -= 2;
  const counted = portion !== null && COUNTING.test(portion.lower) && words[first - 1]?.tag === 'DET';
  if (counted) first--;
  return {
    start: (words[first] as Word).start,
    end: own.end,
    kind: 'description',
    head: portion ? { start: portion.start, end: portion.end } : own,
    noun,
    name: null,
    pronoun: null,
    gender: genderOfNoun(noun),
    many: portion ? portion.lower !== 'one' && portion.lower !== 'another' : isMany(noun, words, first),
    collective: ANYONE.has(noun) || (TWO_OR_THREE.test(noun) && words[head + 1]?.lower !== 'of'),
    types: entityTypes(model, entityFeatures(words, first, head, null)),
    determiner: determinerAt(words[first] as Word),
    place: word.tag === 'POSS' ? 'possessive' : placeOf(words, first, endOf(words, head)),
    sentence,
    word: first,
    says: sayingFollows(words, endOf(words, head)),
  };
}

const isLower = ({ text }: Word): boolean => /^\p{Ll}/u.test(text);
const isUpper = ({ text }: Word): boolean => /^\p{Lu}\p{Ll}/u.test(text);

/** What a noun tells of the gender: `businesswoman`. */
export function genderOfNoun(noun: string): Gender {
  if (FEMALE_NOUN.test(noun)) return 'female';
  return MALE_NOUN.test(noun) ? 'male' : null;
}

/** What is counted of a whole, and what counts it with an article: `a number of`. */
const PART =
  /^(?:one|another|two|three|four|five|six|several|some|many|most|few|both|half|dozens|hundreds|thousands|lot|lots|number|majority|handful|bunch|rest)$/;
const COUNTING = /^(?:lots?|number|majority|handful|bunch|rest)$/;

/** Not of `a couple of things`. */
const TWO_OR_THREE = /^(?:couple|pair|duo|trio)$/;
/** Any person, or all. */
export const ANYONE: ReadonlySet<string> = new Set(
  'someone somebody anyone anybody everyone everybody nobody'.split(' '),
);
/** Words that stand for several where a verb or `who` follows them: `{many} have left`. */
const SEVERAL: ReadonlySet<string> = new Set('many several some both most few those'.split(' '));

/** `someone`, `many` of `many said`, `those` of `those who voted`: a phrase without a noun. */
function isIndefinite(words: readonly Word[], i: number): boolean {
  const { lower } = words[i] as Word;
  if (ANYONE.has(lower)) return true;
  if (!SEVERAL.has(lower)) return false;
  const after = words[i + 1];
  if (lower === 'those') return after?.lower === 'who';
  return after?.tag === 'VFIN' || after?.tag === 'AUX' || after?.lower === 'who';
}

/** No noun phrase is longer before its noun. */
const LONGEST = 12;

function pronounAt(words: readonly Word[], i: number, pronoun: PronounClass, sentence: number): Phrase {
  const word = words[i] as Word;
  const lower = uncontracted(word.lower);
  const head = { start: word.start, end: word.start + lower.length };
  const after = words[i + 1];
  const possessive =
    POSSESSIVE.has(lower) &&
    after !== undefined &&
    (lower !== 'her' || /^(?:NOUN|ADJ|PROPN|NUM|POSS|VBN|VBG)$/.test(after.tag));
  const subject = /^(?:he|she|they)$/.test(lower) || (lower === 'it' && placeOf(words, i, i) === 'subject');
  return {
    start: head.start,
    end: head.end,
    kind: 'pronoun',
    head,
    noun: lower,
    name: null,
    pronoun,
    gender: pronoun === 'male' || pronoun === 'female' ? pronoun : null,
    many: pronoun === 'many',
    collective: false,
    types: NO_TYPES,
    determiner: '',
    place: possessive
      ? 'possessive'
      : subject
        ? 'subject'
        : placeOf(words, i, i) === 'oblique'
          ? 'oblique'
          : 'object',
    sentence,
    word: i,
    says: sayingFollows(words, i),
  };
}

/** A noun that no other noun follows at once: not `harbour` of `the harbour chief`, not `spokesman` of `spokesman Ben Ito`. */
function isHead(words: readonly Word[], i: number, nextName: Name | undefined): boolean {
  const word = words[i] as Word;
  // `The Senator from Alaska`: a role with a capital, and no name.
  const role = word.tag === 'PROPN' && ROLE_NOUNS.has(word.lower);
  if (word.tag !== 'NOUN' && word.tag !== 'POSS' && !role) return false;
  if (!/\p{L}/u.test(word.text)) return false;
  const after = words[i + 1];
  if (after?.lower === 'of' && COUNTING.test(word.lower)) return false;
  if (word.tag === 'POSS' || !after) return true;
  if (nextName && nextName.start === after.start && nextName.role !== '') return false;
  return after.tag !== 'NOUN' && after.tag !== 'POSS' && after.tag !== 'PROPN';
}

function isMany(noun: string, words: readonly Word[], first: number): boolean {
  if (SEVERAL.has(noun) || PLURAL_ROLES.has(noun) || /^(?:people|men|women|children|police)$/.test(noun))
    return true;
  const lead = (words[first] as Word).lower;
  if (/^(?:an?|this|that|another|each|every|one)$/.test(lead)) return false;
  if (MANY_BEFORE.has(lead) || MANY_BEFORE.has(words[first + 1]?.lower ?? '')) return true;
  return /[^s]s$/.test(noun) && !/(?:us|is|news|politics)$/.test(noun);
}

/** The last word of a noun phrase with what hangs on it: `the secretary` of `the secretary for President Ruiz said`. */
function endOf(words: readonly Word[], head: number): number {
  let last = head;
  for (let i = head + 1; i < Math.min(words.length, head + MODIFIERS); i++) {
    const { tag } = words[i] as Word;
    if (i === head + 1 && !/^(?:for|of|at|in|from|to|with)$/.test(words[i]!.lower)) return head;
    if (!/^(?:ADP|DET|ADJ|NOUN|PROPN|POSS|NUM|PRON)$/.test(tag)) break;
    last = i;
  }
  return /^(?:VFIN|AUX|ADV)$/.test(words[last + 1]?.tag ?? '') ? last : head;
}

/** Whether a name, titles and all, is what somebody else is somebody of: `the secretary for Vik’s chief Ana Ruiz said`. */
function hangsOnNoun(words: readonly Word[], first: number): boolean {
  let i = first - 1;
  while (i > 0 && first - i < MODIFIERS && /^(?:POSS|PROPN|DET|ADJ)$/.test((words[i] as Word).tag)) i--;
  return /^(?:for|of|to)$/.test(words[i]?.lower ?? '') && words[i - 1]?.tag === 'NOUN';
}

/** Words that hang on a noun at the most. */
const MODIFIERS = 10;

function sayingFollows(words: readonly Word[], last: number): boolean {
  let i = last + 1;
  // `The director, Asha Nair, said`.
  if (words[i]?.text === ',') i++;
  while (words[i]?.tag === 'ADV' || words[i]?.tag === 'AUX') i++;
  const verb = words[i]?.lower ?? '';
  return (CUES.get(verb) ?? []).some(({ class: kind }) => kind === 'say' || kind === 'think');
}

const determinerAt = (word: Word): string =>
  word.tag === 'DET' || POSSESSIVE.has(word.lower) ? word.lower : '';

function determinerBefore(words: readonly Word[], first: number): string {
  const before = words[first - 1];
  return before ? determinerAt(before) : '';
}

/** Subject before a verb, object behind one, oblique behind a preposition. */
function placeOf(words: readonly Word[], first: number, last: number): Place {
  const before = words[first - 1];
  let next = last + 1;
  while (words[next]?.tag === 'ADV') next++;
  const after = words[next];
  if (before?.tag === 'ADP') return 'oblique';
  const behind = before !== undefined && VERB.has(before.tag) && before.tag !== 'AUX';
  if (after && (after.tag === 'VFIN' || after.tag === 'AUX') && !behind) return 'subject';
  // `Ana Ruiz, the mayor, said` and `said Ana Ruiz`, which the words of saying tell elsewhere.
  if (
    after?.text === ',' &&
    !behind &&
    (before === undefined || before.tag === 'PUNCT' || before.tag === 'SCONJ')
  )
    return 'subject';
  if (behind) return 'object';
  return 'other';
}
