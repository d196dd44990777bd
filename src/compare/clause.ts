import {
  ATTITUDES,
  COMMON_VERBS,
  HEDGES,
  IMPLICATIVES,
  IRREALIS,
  VERB_CLASSES,
} from '../lexicon/en/verbs.js';
import { NEGATORS } from '../lexicon/en/wording.js';
import type { Span } from '../model/span.js';
import { type Phrase, phraseAt } from './phrase.js';
import { baseOf } from './stem.js';
import type { Token } from './words.js';

/** One finite clause, as far as its words are plain. What cannot be read is null, never guessed. */
export interface Clause extends Span {
  readonly subject: Phrase | null;
  /** The verb group, from its first auxiliary to the verb. */
  readonly verb: Span;
  /** Base form; of a copula `be`, with what it says in `complement`. */
  readonly predicate: string;
  readonly passive: boolean;
  readonly negated: boolean;
  /** What it says follows from an implicative: `failed to sign`. */
  readonly implied: boolean;
  /** Adverb or modal that takes certainty away, lower case. */
  readonly hedge: string | null;
  /** Modal under which it tells of no fact. */
  readonly modal: string | null;
  readonly future: boolean;
  /** Stands behind `if`, `unless`, `whether`, or in a question. */
  readonly conditional: boolean;
  readonly question: boolean;
  /** Stands behind a relative pronoun or a conjunction of time or reason: told beside the point. */
  readonly subordinate: boolean;
  readonly object: Phrase | null;
  readonly obliques: readonly Oblique[];
  /** Adverbs of manner: they make a denial narrower. */
  readonly manner: readonly string[];
  /** Nothing stands behind it that was not read. */
  readonly complete: boolean;
  /** Where the clause that it governs begins (`said {that he …}`). */
  readonly governs: number | null;
}

export interface Oblique {
  readonly preposition: string;
  readonly phrase: Phrase;
}

const CONDITION = /^(?:if|unless|whether|should|provided|lest)$/;
const SUBORDINATE =
  /^(?:who|whom|which|when|while|because|as|after|before|since|until|although|though|where|once|how|why|what)$/;

/** The finite clauses of one sentence or of a part of it, in reading order. */
export function clausesIn(given: readonly Token[], text: string): readonly Clause[] {
  const tokens = withVerb(given);
  const clauses: Clause[] = [];
  const question = tokens.some(({ text: word }) => word === '?');
  let at = 0;
  let edge = 0;
  while (at < tokens.length) {
    const group = verbGroup(tokens, at);
    if (!group) {
      at++;
      continue;
    }
    const clause = clauseOf(tokens, text, group, edge, clauses.at(-1) ?? null, question);
    clauses.push(clause.clause);
    at = Math.max(group.end, clause.next);
    edge = group.end;
  }
  return clauses;
}

/** A sentence without a verb has one that the tagger took for a noun: `this argument gets in the way`. */
function withVerb(tokens: readonly Token[]): readonly Token[] {
  if (tokens.some(({ tag }) => tag === 'VFIN' || tag === 'AUX' || tag === 'VBN')) return tokens;
  const at = tokens.findIndex(
    ({ tag, lower }, i) =>
      i > 0 &&
      tag === 'NOUN' &&
      lower.endsWith('s') &&
      COMMON_VERBS.has(baseOf(lower)) &&
      /^(?:NOUN|PROPN|PRON)$/.test((tokens[i - 1] as Token).tag),
  );
  return at < 0 ? tokens : tokens.map((token, i) => (i === at ? { ...token, tag: 'VFIN' } : token));
}

interface Group {
  readonly start: number;
  /** Index behind the verb. */
  readonly end: number;
  readonly verb: number;
}

/** Auxiliaries, adverbs and the verb that they lead to; null where the token begins no finite verb. */
function verbGroup(tokens: readonly Token[], at: number): Group | null {
  const first = tokens[at] as Token;
  const finite = first.tag === 'AUX' || first.tag === 'VFIN';
  const pastForm = first.tag === 'VBN' && isPastAfterSubject(tokens, at);
  const bare = first.tag === 'VB' && isBareAfterSubject(tokens, at);
  if (!finite && !pastForm && !bare) return null;
  if (tokens[at - 1]?.lower === 'to' && first.tag !== 'VFIN') return null;
  let end = at + 1;
  let verb = at;
  while (end < tokens.length && end - at < 10) {
    const { tag, lower } = tokens[end] as Token;
    if (tag === 'ADV' || tag === 'PART' || lower === 'not') {
      if (lower === 'to' && tag === 'PART' && !(first.tag === 'AUX')) break;
      end++;
    } else if (
      tag === 'AUX' ||
      tag === 'VB' ||
      tag === 'VBN' ||
      tag === 'VBG' ||
      (tag === 'VFIN' && verb === at && first.tag === 'AUX')
    ) {
      if (isVerb(tokens[verb] as Token)) break;
      verb = end;
      end++;
      if (tag !== 'AUX') break;
    } else if (lower === ',') {
      // “did, in fact, meddle”, “very, very heavily”.
      const closing = tokens.slice(end + 1, end + 5).findIndex((token) => token.text === ',');
      const behind = closing > 0 ? tokens[end + closing + 2] : undefined;
      if ((tokens[end - 1] as Token).tag === 'ADV' && tokens[end + 1]?.tag === 'ADV') end++;
      else if (behind && isVerb(behind) && verb === at && first.tag === 'AUX') end += closing + 2;
      else break;
    } else break;
  }
  return { start: at, end: verb + 1, verb };
}

const ASPECTUAL: ReadonlySet<string> = new Set([
  'begin',
  'start',
  'continue',
  'keep',
  'resume',
  'move',
  'go',
  'turn',
  'get',
]);

/** Index behind a gerund that an aspectual verb governs, else null. */
function aspectual(tokens: readonly Token[], predicate: string, at: number): number | null {
  if (!ASPECTUAL.has(predicate)) return null;
  let next = at;
  while (next < tokens.length && next - at < 2 && /^(?:on|to)$/.test((tokens[next] as Token).lower)) next++;
  return tokens[next]?.tag === 'VBG' ? next + 1 : null;
}

/** `he feels, and feels strongly, {that} it did not leak`: what an attitude governs behind a pause; else null. */
function resumed(tokens: readonly Token[], at: number, predicate: string): Token | null {
  const [pause, that, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!pause || !/^(?:,|—|–|-)$/.test(pause.text) || that?.lower !== 'that' || !ATTITUDES.has(predicate))
    return null;
  return next && next.tag !== 'AUX' && next.tag !== 'VFIN' ? that : null;
}

/** Whether a finite verb, or an adverb before one, stands here. */
function beginsVerb(tokens: readonly Token[], at: number): boolean {
  let next = at;
  while (tokens[next]?.tag === 'ADV') next++;
  const token = tokens[next];
  return token?.tag === 'VFIN' || token?.tag === 'AUX';
}

const isVerb = ({ tag }: Token): boolean => tag === 'VFIN' || tag === 'VB' || tag === 'VBN' || tag === 'VBG';

/** The tagger takes some past forms for participles: `Ruiz denied it`. */
function isPastAfterSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    (before?.tag === 'PROPN' ||
      (before?.tag === 'PRON' && /^(?:he|she|it|they|we|i|who|which)$/.test(before.lower))) &&
    after?.lower !== 'by'
  );
}

function isBareAfterSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.tag === 'PRON' && /^(?:i|you|we|they|who)$/.test(before.lower);
}

function clauseOf(
  tokens: readonly Token[],
  text: string,
  group: Group,
  edge: number,
  previous: Clause | null,
  question: boolean,
): { readonly clause: Clause; readonly next: number } {
  const words = tokens.slice(group.start, group.end);
  const verb = tokens[group.verb] as Token;
  const lead = words[0] as Token;
  let predicate = baseOf(verb.lower.replace(/n't$/, ''));
  const modal =
    words.find(({ lower }) => IRREALIS.has(lower.replace(/n't$/, '').replace(/^ca$/, 'can')))?.lower ?? null;
  const found = subjectBefore(tokens, group.start, edge, text);
  const passive =
    verb.tag !== 'VBG' &&
    group.verb > group.start &&
    (verb.tag === 'VBN' || verb.lower.endsWith('ed')) &&
    words.some(
      ({ lower, tag }) =>
        tag === 'AUX' && /^(?:am|is|are|was|were|be|been|being|isn't|wasn't|weren't|aren't)$/.test(lower),
    );
  let next = group.end;
  // “was not true”: behind a verb that is its own auxiliary.
  while (
    tokens[next]?.tag === 'ADV' ||
    (verb.tag === 'AUX' && NEGATORS.has(tokens[next]?.lower ?? '') && tokens[next]?.tag === 'PART')
  )
    next++;
  const behindVerb = tokens.slice(group.end, next);
  if (predicate === 'rule' && (behindVerb[0]?.lower === 'out' || tokens[next]?.lower === 'out')) {
    predicate = 'rule out';
    if (tokens[next]?.lower === 'out') next++;
  }
  // “used to believe” tells of no belief of today, nor “Had it leaked” of a leak.
  const past = verb.lower === 'used' && tokens[next]?.lower === 'to' && tokens[next + 1]?.tag === 'VB';
  const supposed = group.start === 0 && !question && /^(?:had|were|should)$/.test(lead.lower);
  if (past) {
    predicate = baseOf((tokens[next + 1] as Token).lower);
    next += 2;
  }
  // “Will the captain sign?”: the subject stands between auxiliary and verb.
  const inverted = question && verb.tag === 'AUX' ? phraseAt(tokens, next, text) : null;
  const asked = inverted ? tokens[inverted.next] : undefined;
  const turned = asked && /^V(?:B|BN|BG)$/.test(asked.tag) ? inverted : null;
  if (turned && asked) {
    predicate = baseOf(asked.lower);
    next = turned.next + 1;
  }
  let object: Phrase | null = null;
  let governed: number | null = null;
  let implied: 1 | -1 = 1;
  // “failed to sign” says that it was not signed; other infinitives say nothing of the sort.
  const implicative =
    tokens[next]?.lower === 'to' && tokens[next + 1]?.tag === 'VB' ? IMPLICATIVES.get(predicate) : undefined;
  if (implicative !== undefined && tokens[next + 1]) {
    implied = implicative;
    predicate = baseOf((tokens[next + 1] as Token).lower);
    next += 2;
  }
  // “is going to talk” is a future.
  const going = predicate === 'go' && tokens[next]?.lower === 'to' && tokens[next + 1]?.tag === 'VB';
  if (going) {
    predicate = baseOf((tokens[next + 1] as Token).lower);
    next += 2;
  }
  // “moved on to talking”, “began talking”: the verb behind tells what was done.
  const aspect = aspectual(tokens, predicate, next);
  if (aspect) {
    predicate = baseOf((tokens[aspect - 1] as Token).lower);
    next = aspect;
  }
  const direct = phraseAt(tokens, next, text);
  if (direct && beginsVerb(tokens, direct.next)) {
    // What a verb follows is its subject: “said {he} spoke”.
    if (predicate !== 'be') governed = (tokens[next] as Token).start;
  } else if (direct) {
    object = direct.phrase;
    next = direct.next;
  } else if (predicate === 'be' && tokens[next]?.tag === 'ADJ') {
    predicate = `be ${(tokens[next] as Token).lower}`;
    next++;
  }
  const obliques: Oblique[] = [];
  let governs: number | null = governed;
  while (governs === null && next < tokens.length) {
    const token = tokens[next] as Token;
    if (token.tag === 'ADV') next++;
    else if (token.tag === 'ADP' || token.lower === 'to') {
      const phrase = phraseAt(tokens, next + 1, text);
      if (!phrase || beginsVerb(tokens, phrase.next)) break;
      obliques.push({ preposition: token.lower, phrase: phrase.phrase });
      next = phrase.next;
    } else {
      const opener = resumed(tokens, next, predicate) ?? token;
      const opens = /^(?:that|whether|if)$/.test(opener.lower) && tokens[next + 1]?.tag !== 'PUNCT';
      if (opens) governs = opener.start;
      break;
    }
  }
  const opener = tokens.slice(Math.max(edge, found.from - 2), found.from).map(({ lower }) => lower);
  const relative = found.phrase?.pronoun === true && /^(?:who|which|that)$/.test(found.phrase.head);
  const leading: Token[] = [];
  for (let at = group.start - 1; at >= 0 && (tokens[at] as Token).tag === 'ADV'; at--)
    leading.push(tokens[at] as Token);
  // “did not just leak”: it did.
  const negator = [...words, ...leading, ...behindVerb.filter(({ tag }) => tag === 'PART')].some(
    ({ lower, end }) =>
      (NEGATORS.has(lower) || lower.endsWith("n't")) &&
      !/^\s(?:just|only|merely|simply)\b/.test(text.slice(end, end + 8)),
  );
  const manner = [...leading, ...words, ...tokens.slice(group.end, next)].flatMap(({ tag, lower }) =>
    tag === 'ADV' && lower.endsWith('ly') && !HEDGES.has(lower) ? [lower] : [],
  );
  const behind = tokens[next];
  const complete =
    governs !== null || behind === undefined || /^(?:PUNCT|CCONJ|SCONJ|INTJ)$/.test(behind.tag);
  const around = tokens.slice(Math.max(edge, found.from - 1), group.end + 1);
  // A coordinated verb shares the subject before it: “he came and saw”.
  const joined = tokens[group.start - 1];
  const shared =
    !found.phrase && previous && (joined?.tag === 'CCONJ' || joined?.text === ',') ? previous.subject : null;
  const negations = [
    negator,
    found.phrase?.negative === true,
    /^(?:nor|neither)$/.test(tokens[found.from - 1]?.lower ?? ''),
    object?.negative === true && !found.phrase?.negative,
    implied < 0,
  ];
  const clause: Clause = {
    start: (tokens[found.from] ?? lead).start,
    end: (tokens[Math.min(next, tokens.length) - 1] as Token).end,
    subject: turned ? turned.phrase : relative ? null : (found.phrase ?? shared),
    verb: { start: lead.start, end: verb.end },
    predicate: VERB_CLASSES.get(predicate) ?? predicate,
    passive,
    negated: negations.filter(Boolean).length % 2 === 1,
    implied: implicative !== undefined,
    hedge: around.find(({ lower }) => HEDGES.has(lower))?.lower ?? null,
    modal,
    future: going || words.some(({ lower }) => /^(?:will|won't|shall)$|'ll$/.test(lower)),
    conditional: supposed || past || opener.some((word) => CONDITION.test(word)),
    question,
    subordinate: relative || opener.some((word) => SUBORDINATE.test(word)),
    object,
    obliques,
    manner,
    complete,
    governs,
  };
  return { clause, next };
}

/**
 * The phrase right before a verb, with what hangs on it by prepositions: of `the absence of a meeting proves` the
 * absence. Adverbs and a part between commas may stand between.
 */
function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  edge: number,
  text: string,
): { readonly phrase: Phrase | null; readonly from: number } {
  let end = verb;
  while (end > edge && (tokens[end - 1] as Token).tag === 'ADV') end--;
  // The whole stretch from the clause’s beginning is parsed forwards; the last chain that reaches the verb is it.
  for (let from = edge; from < end; from++) {
    const before = tokens[from - 1];
    if (before && from > edge && !isOpener(before)) continue;
    const chain = chainFrom(tokens, from, end, text);
    if (chain) return { phrase: chain, from };
  }
  return { phrase: null, from: end };
}

/** What a subject can stand behind. */
function isOpener({ tag, lower }: Token): boolean {
  return (
    tag === 'PUNCT' ||
    tag === 'SCONJ' ||
    tag === 'CCONJ' ||
    tag === 'ADV' ||
    tag === 'INTJ' ||
    /^(?:that|if|when|as|because|what|who|which|where|how|why|said|says|told)$/.test(lower) ||
    tag === 'VFIN' ||
    tag === 'VBG' ||
    tag === 'NOUN' ||
    tag === 'PROPN' ||
    tag === 'NUM'
  );
}

const OBJECT_PRONOUN = /^(?:that|this|it|me|him|us|them|what)$/;

/** A noun phrase and its prepositional ones, if together they reach exactly to `end`. */
function chainFrom(tokens: readonly Token[], from: number, end: number, text: string): Phrase | null {
  const head = phraseAt(tokens.slice(0, end), from, text);
  // `he did that and I believe …`: what stands before is an object.
  if (!head || (head.phrase.others.length > 0 && OBJECT_PRONOUN.test(head.phrase.head))) return null;
  let next = head.next;
  while (next < end) {
    const token = tokens[next] as Token;
    if (token.tag !== 'ADP') return null;
    const phrase = phraseAt(tokens.slice(0, end), next + 1, text);
    if (!phrase) return null;
    next = phrase.next;
  }
  return next === end ? head.phrase : null;
}
