import { genderOfGivenName } from '../learned/given-names/gender.js';
import { CUES, STRONG_CUES } from '../lexicon/en/cues.js';
import { SENTENCE_OPENERS, WEEKDAYS_AND_MONTHS } from '../lexicon/en/function-words.js';
import { GIVEN_NAMES, PLACES_TOO } from '../lexicon/en/given-names.js';
import { isNewsOrganisation } from '../lexicon/en/outlets.js';
import { COUNTRY_OF } from '../lexicon/en/places.js';
import {
  BODY_NOUNS,
  COURTESIES,
  DOCUMENT_NOUNS,
  FELLOWSHIPS,
  HONORIFICS,
  PLURAL_ROLES,
  PORTFOLIOS,
  ROLE_NOUNS,
  ROLES_AND_SURNAMES,
  TITLE_ABBREVIATIONS,
} from '../lexicon/en/roles.js';
import { stateOf } from '../lexicon/en/us-states.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Span } from '../model/span.js';
import { bare, type Word } from './words.js';

export type Gender = 'male' | 'female' | null;
export type NameKind = 'person' | 'body' | 'place';

/** A name in the text, with the title or role in front of it: `Foreign Minister | Ana Ruiz`. */
export interface Name extends Span {
  /** The words of the name itself, without titles, possessive endings or suffixes. */
  readonly words: readonly string[];
  /** `Foreign Minister`, `former harbour chief`; empty where there is none. */
  readonly role: string;
  /** Where the role stands; empty, at the name, where there is none. */
  readonly roleAt: Span;
  readonly gender: Gender;
  readonly kind: NameKind;
  /** `Jr.`, `III`: two people of one name are told apart by it. */
  readonly suffix: string;
  readonly possessive: boolean;
  readonly sentence: number;
  /** A verb follows: the name is likely a subject. */
  readonly subject: boolean;
  /** A verb of saying follows: `Ruiz added that …`. */
  readonly sayer: boolean;
  /** A noun follows that the name only modifies: `the Ruiz affair`. */
  readonly attributive: boolean;
  /** `the Ruiz administration`, `Ruiz’s administration`: what a president has. */
  readonly governs: boolean;
  /** Index of the innermost quotation that it stands in. */
  readonly quoted: boolean;
}

const PARTICLES = new Set('de da del della di van von der den bin ibn al el la le du dos san st'.split(' '));
const PARTIES = new Set(
  'democrat democrats republican republicans democratic tory labour conservative liberal communist socialist'.split(
    ' ',
  ),
);
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv']);
const ROLE_MODIFIER = new Set(['NOUN', 'ADJ', 'PROPN', 'NUM', 'VBN']);

/** Always before a name, even that of a body: `Mr. Justice`. */
const ADDRESS = /^(?:mr|mrs|ms|dr)$/;

/** `defiant`, `mocking` of `a defiant President Ruiz`: of the day, not of the office as `former` and `federal` are. */
const isPassing = ({ lower, tag, text }: Word): boolean =>
  (tag === 'ADJ' || tag === 'VBN') && !/^\p{Lu}/u.test(text) && !OF_OFFICE.test(lower);

const OF_OFFICE =
  /^(?:then|former|late|current|new|first|second|third|fourth|fifth|old|young|elder|top|senior|junior|chief|deputy|vice|assistant|associate|special|prime|acting|interim|incoming|outgoing|sitting|leading|ruling|presiding|managing|commanding|retired|retiring|ousted|fired|elected|appointed|exiled|deposed|longtime|long-time|long-serving|right-wing|left-wing|.*(?:al|ic|ary|ese|ish|[ie]an|ive|ist|or|crat|-based|-born))$/;

/** What people say before they speak; capitalised, it is no name. */
const INTERJECTIONS = new Set(
  'um uh uhm er erm hmm mm mhm huh ah oh ooh wow hey hi hello yeah yep yup nope nah ha haha okay ok'.split(
    ' ',
  ),
);

const TO_OR_OF = /^(?:to|of|for)$/;
const BODIES_OF_STATES: ReadonlySet<string> = new Set(['united nations', 'european union', 'african union']);

/** What `New` is part of, also at the head of a sentence. */
const NEW_PLACES = new Set(
  'york zealand jersey mexico orleans hampshire delhi england haven brunswick yorker yorkers guinea caledonia south'.split(
    ' ',
  ),
);

/** Where a name begins with the title or role in front of it. */
export const startWithRole = ({ role, roleAt, start }: Name): number => (role === '' ? start : roleAt.start);

/** All names of a text in reading order. */
export function namesIn(
  text: string,
  segmentation: Segmentation,
  sentences: readonly (readonly Word[])[],
): readonly Name[] {
  const names: Name[] = [];
  const { quotations } = segmentation;
  const known = capitalisedInside(text, segmentation);
  // `RUIZ: …`: in capitals because it is a label, not because it is the name of a body.
  const labels = new Set(segmentation.turns.map(({ label }) => label.start));
  let quotation = 0;
  let quotedUntil = -1;
  sentences.forEach((words, index) => {
    for (let i = 0; i < words.length; i++) {
      if (!beginsName(words, i, known)) continue;
      let last = i;
      for (;;) {
        if (isPossessive(words[last] as Word)) break;
        if (nicknameAt(words, last + 1)) last += NICKNAME;
        else if (last + 1 < words.length && continuesName(words, last + 1)) last++;
        else break;
      }
      const name = isCase(words, i, last) ? null : nameFrom(words, i, last, index);
      if (name) {
        while (quotation < quotations.length && quotations[quotation]!.start <= name.start) {
          quotedUntil = Math.max(quotedUntil, quotations[quotation]!.end);
          quotation++;
        }
        const speaks = name.kind === 'body' && labels.has(name.start) && isShouted(text, name);
        names.push({ ...name, ...(speaks ? { kind: 'person' } : {}), quoted: name.start < quotedUntil });
      }
      i = last;
    }
  });
  return names;
}

/** `Ruiz v. Ito`: a case at law is nobody. */
function isCase(words: readonly Word[], first: number, last: number): boolean {
  const before = words[first - 1]?.text === '.' ? words[first - 2] : words[first - 1];
  return VERSUS.has(before?.text ?? '') || VERSUS.has(words[last + 1]?.text ?? '');
}

const VERSUS: ReadonlySet<string> = new Set(['v', 'v.', 'vs', 'vs.']);

/** Capitals throughout, and no outlet that asks the questions (`CNN: …`). */
function isShouted(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return words === words.toUpperCase() && /[AEIOUY]/.test(words) && !isNewsOrganisation(words);
}

/** Words that stand capitalised inside sentences, where only names do. */
function capitalisedInside(text: string, { tokens, sentences }: Segmentation): ReadonlySet<string> {
  const words = new Set<string>();
  const starts = new Set(sentences.map((sentence) => sentence.start));
  for (let i = 1; i < tokens.length; i++) {
    if (starts.has(tokens.starts[i]!) || /["“”‘’'(:—–]/.test(text[tokens.starts[i]! - 1] ?? '')) continue;
    const word = text.slice(tokens.starts[i], tokens.ends[i]);
    if (/^\p{Lu}/u.test(word)) words.add(bare(word).toLowerCase());
  }
  return words;
}

const isPossessive = (word: Word): boolean => /['’]s?$/.test(word.text);
const isCapital = (word: Word | undefined): boolean =>
  word !== undefined && (/^\p{Lu}[\p{L}\p{M}.'’‑-]*$/u.test(word.text) || hasArticle(word) || isFormer(word));

/** `al-Amin`: a name with its article. */
const hasArticle = ({ text }: Word): boolean =>
  /[-‑]/.test(text.slice(2, 4)) &&
  /^(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‑]\p{Lu}[\p{L}\p{M}'’‑-]*$/u.test(text);

/** `then-Secretary` */
const isFormer = ({ text, lower }: Word): boolean =>
  /^(?:then|now|ex|former)-\p{Lu}/u.test(text) && ROLE_NOUNS.has(untimed(lower));

/** A role without what says when it was held: `then-secretary` → `secretary`, `president-elect` → `president`. */
const untimed = (lower: string): string =>
  lower.replace(/^(?:then|now|ex|former)-/, '').replace(/-(?:elect|designate)$/, '');

/** Tokens of a nickname and its marks. */
const NICKNAME = 3;

/** `Robert “Buddy” Marsh`: one word in marks between two of a name. */
function nicknameAt(words: readonly Word[], i: number): boolean {
  return (
    /^["“‘']$/.test(words[i]?.text ?? '') &&
    isCapital(words[i + 1]) &&
    /^["”’']$/.test(words[i + 2]?.text ?? '') &&
    isCapital(words[i + 3])
  );
}

/** `Ruiz Claiming Ito Lied`, `What She Believes Is What She Believes`: words that a headline only lends a capital. */
const NEVER_IN_NAMES: ReadonlySet<string> = new Set(
  `he she it they we you what who why how when where whether is are was were be been has have had does did isn't aren't
   wasn't weren't hasn't haven't doesn't didn't don't won't can't couldn't wouldn't says tells insists argues writes
   announces declares admits denies believes thinks knows wants explains confirms suggests predicts claims saying telling
   insisting arguing writing announcing declaring admitting denying believing thinking claiming suggesting calling
   accusing`
    .trim()
    .split(/\s+/),
);

/** But `WHO` is a body. */
const isLent = ({ text, lower }: Word): boolean => NEVER_IN_NAMES.has(lower) && text !== text.toUpperCase();

function beginsName(words: readonly Word[], i: number, known: ReadonlySet<string>): boolean {
  const word = words[i] as Word;
  if (!isCapital(word) || INTERJECTIONS.has(word.lower) || isLent(word)) return false;
  if (
    WEEKDAYS_AND_MONTHS.has(word.lower.replace('.', '')) &&
    !(GIVEN_NAMES.has(word.lower) && isCapital(words[i + 1]))
  )
    return false;
  if (word.tag === 'VBG' && (i === 0 || isCapital(words[i + 1]))) return false;
  const opener = SENTENCE_OPENERS.has(bare(word.lower).replace(/'(?:ve|d|ll|m|re)$/, ''));
  if (
    opener &&
    !joinsNames(words, i + 1) &&
    !(
      word.text === 'New' &&
      (i > 0 ? isCapital(words[i + 1]) : NEW_PLACES.has(words[i + 1]?.lower.replace(/'s?$/, '') ?? ''))
    )
  )
    return false;
  const first = i === 0 || !/[\p{L}\p{N},]/u.test(words[i - 1]!.text.at(-1) as string);
  if (!first || word.tag === 'PROPN' || word.tag === 'POSS') return true;
  return (
    isCapital(words[i + 1]) ||
    words[i + 1]?.text === '.' ||
    (ROLE_NOUNS.has(word.lower) && words[i + 1]?.lower === 'of' && isCapital(words[i + 2])) ||
    known.has(bare(word.lower)) ||
    GIVEN_NAMES.has(word.lower) ||
    COUNTRY_OF.has(bare(word.lower))
  );
}

/** The mark of `AT&T`. */
const joinsNames = (words: readonly Word[], i: number): boolean =>
  words[i]?.text === '&' &&
  isCapital(words[i + 1]) &&
  words[i - 1]?.end === words[i]!.start &&
  words[i]!.end === words[i + 1]!.start;

function continuesName(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  // `Premier He Lifeng`
  const titled = ROLE_NOUNS.has(words[i - 1]!.lower) && isCapital(words[i + 1]);
  if (isLent(word) && !titled) return false;
  if (isCapital(word))
    return !(WEEKDAYS_AND_MONTHS.has(word.lower) && !/^(?:may|april|june|august)$/.test(word.lower));
  const after = words[i + 1];
  if (word.text === '&') return joinsNames(words, i);
  if (word.text === '.' && words[i - 1]!.end === word.start) {
    const before = words[i - 1]!.lower;
    return (
      (HONORIFICS.has(before) ||
        TITLE_ABBREVIATIONS.has(before) ||
        before.length === 1 ||
        SUFFIXES.has(before)) &&
      isCapital(after)
    );
  }
  const before = untimed(words[i - 1]!.lower);
  // `Special Agent in Charge Ben Ito`
  if (word.lower === 'in')
    return after?.text === 'Charge' && (ROLE_NOUNS.has(before) || TITLE_ABBREVIATIONS.has(before));
  // `the Senate Committee on Foreign Relations`
  if (word.lower === 'on')
    return (
      isCapital(after) &&
      !WEEKDAYS_AND_MONTHS.has(after!.lower) &&
      /^(?:sub)?(?:committee|commission|council|conference)$/.test(before)
    );
  if (word.lower === 'of' || word.lower === 'for') {
    return (
      isCapital(after) && (ROLE_NOUNS.has(before) || BODY_NOUNS.has(before) || before === 'representatives')
    );
  }
  if (PARTICLES.has(word.lower)) return isCapital(after) && !ROLE_NOUNS.has(words[i - 1]!.lower);
  // `Trump campaign`, `CIA director John Brennan`, `Kremlin spokesman Dmitry Peskov`: a role inside a run of names.
  if (ROLE_NOUNS.has(word.lower)) return isCapital(after) && !SENTENCE_OPENERS.has(after!.lower);
  return false;
}

function nameFrom(
  words: readonly Word[],
  first: number,
  last: number,
  sentence: number,
): Omit<Name, 'quoted'> | null {
  let from = first;
  let honorific: Gender | undefined;
  let titled = false;
  // `Justice Department` is no justice called Department.
  const body = last > first && BODY_NOUNS.has(bare((words[last] as Word).lower));
  // `Speaker of Parliament` is a role.
  const plain = body && !words.slice(first, last).some(({ lower }) => lower === 'of');
  const ofState = body && /^(?:ministry|embassy|consulate)$/.test(bare((words[last] as Word).lower));
  for (let i = first; i <= last; i++) {
    const word = untimed((words[i] as Word).lower.replace('.', ''));
    const surname = isSurname(words, first, i, last);
    const isHonorific = HONORIFICS.has(word) && !surname;
    if (isHonorific && body && !ADDRESS.test(word)) continue;
    if (
      isHonorific ||
      TITLE_ABBREVIATIONS.has(word) ||
      (word === 'charge' && words[i - 1]?.lower === 'in') ||
      // `General Assembly`, `Democratic National Committee`: part of the name of a body.
      (!plain && ROLE_NOUNS.has(word) && !isPossessive(words[i] as Word) && !surname) ||
      // `Ruiz Attorneys Ben Ito and Asha Nair`
      (!body &&
        i < last &&
        PLURAL_ROLES.has(word) &&
        !FELLOWSHIPS.has(word) &&
        ROLE_NOUNS.has(word.replace(/s$/, ''))) ||
      // `Norwegian Foreign Ministry`: without its country it would be any.
      (((!plain && PARTIES.has(word)) || (!ofState && isOfCountry(words, i, word))) && i < last)
    ) {
      if (isHonorific) honorific = HONORIFICS.get(word);
      from = i + 1;
      if (words[from]?.text === '.') from++;
      titled = true;
    }
  }
  // `President of the Council`, `Attorney General`: a role by itself, not a name.
  if (from > last) return null;
  while (from <= last && !isCapital(words[from] as Word)) from++;
  // `Secretary of State` as well; `Secretary of Defense Ana Ruiz` is Ruiz.
  if (titled && words[from - 1]?.lower === 'of')
    while (from <= last && PORTFOLIOS.has(bare((words[from] as Word).lower))) from++;
  if (from > last) return null;
  // `Director of National Intelligence James Clapper`: the name begins at the given name.
  if (titled && last - from >= 2) {
    const given = words.findIndex((word, i) => i > from && i < last && GIVEN_NAMES.has(word.lower));
    if (
      (given !== -1 && words.slice(first, given).some((word) => word.lower === 'of')) ||
      (given !== -1 && BODY_NOUNS.has(words[given - 1]!.lower))
    )
      from = given;
  }
  let roleFirst = first;
  // `Ambassador to the United Nations Ana Ruiz`
  if (!titled && words[first - 1]?.lower === 'the' && TO_OR_OF.test(words[first - 2]?.lower ?? '')) {
    const given = words.findIndex((word, i) => i > first && i < last && GIVEN_NAMES.has(word.lower));
    const before = words.slice(first, given).map(({ lower }) => lower);
    if (given !== -1 && (BODIES_OF_STATES.has(before.join(' ')) || COUNTRY_OF.has(before.join(' ')))) {
      from = given;
      titled = ROLE_NOUNS.has(words[first - 3]?.lower ?? '');
      if (titled) roleFirst = first - 3;
    }
  }
  // `former President Ruiz confidante Ben Ito`, `those mocking President Ruiz`: that is not the president's.
  const after = words[last + 1];
  const attributive = !isPossessive(words[last] as Word) && after?.tag === 'NOUN';
  while (
    roleFirst > 0 &&
    from > roleFirst - 1 &&
    titled &&
    !attributive &&
    // `in court Mr. Ruiz said`
    !COURTESIES.has(words[first]!.lower) &&
    ROLE_MODIFIER.has(words[roleFirst - 1]!.tag) &&
    !isPassing(words[roleFirst - 1] as Word) &&
    !isPossessive(words[roleFirst - 1] as Word) &&
    !WEEKDAYS_AND_MONTHS.has(words[roleFirst - 1]!.lower)
  )
    roleFirst--;
  // `press secretary Sarah Sanders`: the title stands in small letters before the run.
  if (!titled && first > 0 && ROLE_NOUNS.has(words[first - 1]!.lower)) {
    roleFirst = first - 1;
    while (
      roleFirst > 0 &&
      (ROLE_MODIFIER.has(words[roleFirst - 1]!.tag) ||
        isPossessive(words[roleFirst - 1] as Word) ||
        words[roleFirst - 1]!.lower === 'of')
    )
      roleFirst--;
    titled = true;
  }
  // `spokesman Dr. Ben Ito`: a courtesy behind a role is no part of it.
  const stop = words[from - 1]?.text === '.' ? from - 1 : from;
  const courtesy = stop - 1 > roleFirst && ADDRESS.test(words[stop - 1]!.lower);
  const roleEnd = courtesy ? stop - 1 : from;
  const role = titled && roleEnd > roleFirst ? phrase(words.slice(roleFirst, roleEnd)) : '';
  const roleAt =
    role === ''
      ? { start: (words[from] as Word).start, end: (words[from] as Word).start }
      : { start: (words[roleFirst] as Word).start, end: (words[roleEnd - 1] as Word).end };
  const own: string[] = [];
  let suffix = '';
  for (let i = from; i <= last; i++) {
    const word = words[i] as Word;
    if (nicknameAt(words, i)) {
      i += NICKNAME - 1;
      continue;
    }
    if (SUFFIXES.has(word.lower)) suffix = word.lower.replace('.', '');
    else if (word.text === '.' && own.length > 0) own[own.length - 1] += '.';
    else if (words[i - 1]?.text === '&' && own.length > 1)
      own.splice(-2, 2, `${own.at(-2)}&${bare(word.text)}`);
    else own.push(bare(word.text));
  }
  if (own.length === 0) return null;
  const end = words[last] as Word;
  const possessive = isPossessive(end);
  const place = /\bof$/.test(role) && COUNTRY_OF.has(own.join(' ').toLowerCase());
  const person = honorific !== undefined || (titled && !place && !endsInBody(own));
  return {
    start: (words[from] as Word).start,
    end: possessive ? end.end - (/['’]s?$/.exec(end.text) as RegExpExecArray)[0].length : end.end,
    words: own,
    role: place ? '' : role,
    roleAt,
    gender: honorific ?? genderOf(own, role),
    kind: person
      ? 'person'
      : placed(words, last + 1) && !GIVEN_NAMES.has(own[0]!.toLowerCase())
        ? 'place'
        : kindOf(own),
    suffix,
    possessive,
    sentence,
    sayer: !possessive && sayingFollows(words, last + 1),
    attributive,
    governs: after?.lower === 'administration',
    subject: !possessive && after !== undefined && /^(?:VFIN|AUX|ADV)$/.test(after.tag),
  };
}

/** `Harbour Council`, `Committee on Fisheries` */
const endsInBody = (own: readonly string[]): boolean =>
  own.some(
    (word, i) =>
      BODY_NOUNS.has(word.toLowerCase()) &&
      (i === own.length - 1 || /^(?:of|on|for)$/.test(own[i + 1] as string)),
  );

/** Words of an apposition. */
const APPOSITION = 16;

function sayingFollows(words: readonly Word[], from: number): boolean {
  let i = from;
  // `Ana Ruiz, the mayor of the town, agreed.`
  if (words[i]?.text === ',') {
    const close = words.slice(i + 1, i + APPOSITION).findIndex(({ text }) => text === ',');
    if (words.slice(i + 1, i + 1 + close).some(({ tag }) => tag === 'NOUN')) i += close + 2;
  }
  while (
    words[i] &&
    (words[i]!.tag === 'ADV' ||
      words[i]!.tag === 'AUX' ||
      WEEKDAYS_AND_MONTHS.has(words[i]!.lower) ||
      words[i]!.lower === 'on')
  )
    i++;
  const word = words[i];
  return (
    word !== undefined &&
    (CUES.get(word.lower) ?? []).some((cue) => cue.shape === 'finite' && STRONG_CUES.has(cue.lemma))
  );
}

/**
 * `Yolanda King`, `Mina Justice`, `Mr. Son`: a role that is a surname as well, at the end, behind a given name or `Mr.`;
 * not `Mr. President`.
 */
function isSurname(words: readonly Word[], first: number, i: number, last: number): boolean {
  if (i !== last || i === first || !ROLES_AND_SURNAMES.has((words[i] as Word).lower)) return false;
  const at = words[i - 1]!.text === '.' ? i - 2 : i - 1;
  const before = words[at]?.lower.replace('.', '') ?? '';
  const given = GIVEN_NAMES.has(before) || genderOfGivenName(before) !== null;
  return (given && !PLACES_TOO.has(before)) || (at >= first && /^(?:mr|mrs|ms)$/.test(before));
}

/** `Norwegian`, `North Korean`: of a country, not its name. */
function isOfCountry(words: readonly Word[], i: number, word: string): boolean {
  const both = `${words[i - 1]?.lower ?? ''} ${word}`;
  const form = COUNTRY_OF.has(both) ? both : word;
  return COUNTRY_OF.has(form) && form !== bareCountry(form);
}

const bareCountry = (word: string): string => COUNTRY_OF.get(word) ?? '';

function phrase(words: readonly Word[]): string {
  return words
    .map((word) => word.text)
    .join(' ')
    .replace(/ \./g, '.')
    .replace(/^(?:the|a|an|The|A|An) /, '');
}

/** As the given name or the role tells; a single word may be a surname, so that only common given names count there. */
function genderOf(own: readonly string[], role: string): Gender {
  // `J. Byron Vik`
  const first = (own.length > 2 && /^\p{Lu}\.?$/u.test(own[0] as string) ? own[1] : own[0]) as string;
  if (own.length === 1 && role === '' && PLACES_TOO.has(first.toLowerCase())) return null;
  const common = GIVEN_NAMES.get(first.toLowerCase()) ?? genderOfRole(role);
  return common ?? (own.length > 1 ? genderOfGivenName(first.replace(/-.*/, '')) : null);
}

export function genderOfRole(role: string): Gender {
  if (/\b(?:\w+man|king|prince|father|brother|son|husband)\b/i.test(role) && !/woman\b/i.test(role))
    return 'male';
  return /\b(?:\w*woman|queen|princess|mother|sister|daughter|wife|widow|actress)\b/i.test(role)
    ? 'female'
    : null;
}

/** `, Italy,` or `, Texas.`: what stands before lies there. */
function placed(words: readonly Word[], at: number): boolean {
  if (words[at]?.text !== ',') return false;
  const [one, two] = [words[at + 1], words[at + 2]];
  if (!isCapital(one)) return false;
  const long = isCapital(two) ? `${one!.text} ${two!.text}` : '';
  const size = [long, one!.text].findIndex((name) => {
    const plain = name.toLowerCase();
    return (
      name !== '' &&
      (COUNTRY_OF.get(plain) === plain ||
        (stateOf(name) !== null && (name.length > 2 || words[at + 2]?.text === '.')))
    );
  });
  if (size === -1) return false;
  let next = at + (size === 0 ? 3 : 2);
  if (words[next]?.text === '.') next++;
  return words[next] === undefined || /^[,.;:)(—–-]/.test(words[next]!.text);
}

function kindOf(words: readonly string[]): NameKind {
  const joined = words.join(' ').toLowerCase();
  if (COUNTRY_OF.has(joined) || COUNTRY_OF.has(joined.replace(/s$/, ''))) return 'place';
  if (words.length === 1 && PLACES_TOO.has(joined)) return 'place';
  const last = (words.at(-1) as string).toLowerCase();
  // `Post-Gazette` as well
  if (
    words.some((word) => BODY_NOUNS.has(word.toLowerCase().replace(/^.*-/, ''))) ||
    DOCUMENT_NOUNS.has(last)
  )
    return 'body';
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test((words[0] as string).replace(/\./g, ''))) return 'body';
  return 'person';
}
