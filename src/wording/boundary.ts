import { NEGATORS } from '../lexicon/en/wording.js';
import type { Variant, Verdict } from '../model/statement.js';
import type { Case } from './judge.js';
import { isFigure, type Word } from './words.js';

/** A cut at the edge of a quotation that takes words away which govern the kept ones. */
export interface Cut {
  readonly event: Variant;
  readonly rule: string;
  readonly verdict: Verdict;
}

/** How far, in words, a negator reaches into what follows it. */
const NEGATOR_REACH = 5;

/** Openers of a condition: without it, the kept words claim more. */
const CONDITIONS = new Set(['if', 'unless', 'except', 'until', 'provided']);

/** Words of the main clause cut along with its condition, beyond which the reporter has framed what is left anew. */
const FRAMED = 3;

/** Words of a kept phrase that a preposition governed, up to which it claims nothing by itself. */
const NAMED = 4;

const PREPOSITIONS = new Set(
  'about against at by for from in into of on over toward towards with'.split(' '),
);

/** Verbs that take back, wish or merely imagine what follows. */
const DISTANCING = new Set(
  'doubt doubts doubted deny denies denied pretend pretends pretended wish wishes wished imagine suppose'.split(
    ' ',
  ),
);

/** Verbs that take what follows for true, negated or not: `People don't realise | it has closed`. */
const FACTIVE = new Set(
  'realize realizes realized know knows knew understand understands understood remember remembers remembered forget forgets forgot notice noticed regret see saw mention mentioned'.split(
    ' ',
  ),
);

const SUBJECTS = new Set('i you he she it we they this that there'.split(' '));

/** Subordinators whose clause waits for a main clause. */
const WAITING = new Set(['when', 'if', 'unless', 'because', 'although', 'though', 'once', 'whenever']);

/**
 * What the cuts at both ends of a located run left outside:
 *
 * - a negator, condition or distancing verb that governs the kept words (`I would never call him | weak`);
 * - a condition that follows them (`We will sign | if they pay`);
 * - the main clause that the kept words wait for (`I believe that when he tells me that, | he means it`).
 *
 * No event where the reporter's own sentence gives the words back, or where the same report quotes them elsewhere.
 */
export function boundaryEvents(of: Case): readonly Cut[] {
  const cuts: Cut[] = [];
  const { words } = of.base;
  const { from, to } = of.alignment;
  if (to <= from) return cuts;
  const first = sentenceStart(words, from);
  const last = sentenceEnd(words, to);
  const context = of.context.toLowerCase().replace(/[’]/g, "'");
  // Where the witness has words of its own at its edge, it was reworded there and not cut. Behind the end of a quotation
  // of the source nobody knows what was said.
  if (first < from && !isReworded(of, of.from) && !of.seams?.has(from - 1)) {
    const left = leftGovernor(of, first, from);
    if (left && !restored(words[left.at] as Word, context) && !toldElsewhere(of, left.at))
      cuts.push(cutOf(of, left.at, from, left.rule));
  }
  if (last > to && !isReworded(of, of.to - 1) && !of.seams?.has(to - 1)) {
    const condition = conditionAfter(words, to, last);
    if (condition !== null && !restored(words[condition] as Word, context) && !toldElsewhere(of, condition)) {
      cuts.push(cutOf(of, condition, last, 'condition-cut'));
    }
    if (
      condition === null &&
      waitsForMain(of, first, to, last) &&
      !toldElsewhere(of, to) &&
      !restoredClause(words, to, last, context)
    ) {
      cuts.push({
        ...cutOf(of, to, last, 'main-clause-cut'),
        event: { ...cutOf(of, to, last, '').event, kind: 'clause' },
      });
    }
  }
  return cuts;
}

/** The words from `from` to `to` were cut away before, or after, the run. */
function cutOf(of: Case, from: number, to: number, rule: string): Cut {
  const words = of.base.words.slice(from, to);
  const kept = of.witness.words.slice(of.from, of.to);
  const before = to <= of.alignment.from;
  const place = before ? (kept[0] as Word).start : (kept.at(-1) as Word).end;
  return {
    event: {
      kind: 'boundary',
      base: { start: (words[0] as Word).start, end: (words.at(-1) as Word).end },
      witness: { start: place, end: place },
    },
    rule,
    verdict: 'meaning-at-risk',
  };
}

/** Whether the source does not have a word of the witness; another figure stands for the source's figure. */
function isReworded({ alignment, base, witness }: Case, at: number): boolean {
  const step = alignment.steps.find((one) => 'witness' in one && one.witness === at);
  if (step?.op !== 'other') return step?.op === 'gained';
  return !isFigure((base.words[step.base] as Word).norm) || !isFigure((witness.words[at] as Word).norm);
}

function leftGovernor(of: Case, first: number, from: number): { at: number; rule: string } | null {
  const { words } = of.base;
  // `cannot be a bystander | and if we do not act`: what is kept is a clause of its own.
  if (/^(?:and|but|so)$/.test(words[from]?.norm ?? '') && opensClause(words[from + 1])) return null;
  let pauses = 0;
  let framed = false;
  // `not been treated fairly by | other countries`: somebody or something is named, nothing is claimed.
  const named =
    of.to - of.from <= NAMED &&
    words[from - 1]?.beforePause === false &&
    PREPOSITIONS.has(words[from - 1]?.norm ?? '');
  for (let i = from - 1; i >= first; i--) {
    const word = words[i] as Word;
    // A new main clause begins in between.
    if (
      word.norm === 'but' ||
      word.norm === 'so' ||
      (word.norm === 'and' && SUBJECTS.has(words[i + 1]?.norm ?? ''))
    )
      return null;
    if (FACTIVE.has(word.norm)) return null;
    if (word.beforePause) {
      pauses++;
      if (from - 1 - i > FRAMED) framed = true;
    }
    const near = from - i <= NEGATOR_REACH && pauses === 0 && !named;
    if (near && NEGATORS.has(word.norm) && !isTag(words, i)) return { at: i, rule: 'negator-cut' };
    if (near && DISTANCING.has(word.norm)) return { at: i, rule: 'distancing-verb-cut' };
    if (
      !framed &&
      CONDITIONS.has(word.norm) &&
      pauses <= 1 &&
      !isQuestion(words, i) &&
      !(words[i - 1]?.norm === 'as' || words[i - 1]?.norm === 'even')
    )
      return { at: i, rule: 'condition-cut' };
  }
  return null;
}

const opensClause = (word: Word | undefined): boolean =>
  word !== undefined && (SUBJECTS.has(word.norm) || WAITING.has(word.norm) || CONDITIONS.has(word.norm));

/** `whether or not`, `not only`: no negation of what follows. */
function isTag(words: readonly Word[], i: number): boolean {
  return words[i - 1]?.norm === 'or' || words[i + 1]?.norm === 'only' || words[i + 1]?.norm === 'just';
}

/** `I don't know if it will`: a question, not a condition. */
function isQuestion(words: readonly Word[], i: number): boolean {
  return /^(?:know|see|ask|asked|wonder|sure|tell|say|decide|determine|doubt|check)$/.test(
    words[i - 1]?.norm ?? '',
  );
}

/** A condition that begins right at the cut, or after one comma's worth of words. */
function conditionAfter(words: readonly Word[], to: number, last: number): number | null {
  for (let i = to; i < Math.min(last, to + 3); i++) {
    const { norm } = words[i] as Word;
    if (CONDITIONS.has(norm) && (i === to || i === to + 1)) return i;
  }
  return null;
}

/** The kept words end inside a sentence, in a clause that waits for the one that was cut. */
function waitsForMain(of: Case, first: number, to: number, last: number): boolean {
  const { words } = of.base;
  const start = Math.max(first, of.alignment.from);
  for (let i = to - 1; i >= Math.max(start, to - 12); i--) {
    const word = words[i] as Word;
    if (i < to - 1 && word.beforePause) return false;
    if (!WAITING.has(word.norm)) continue;
    // `I will leave when he comes | today`: the main clause came first, unless `that` or `and` opens anew.
    const opens =
      i === first ||
      /^(?:that|and|but)$/.test((words[i - 1] as Word).norm) ||
      (words[i - 1] as Word).beforePause;
    const rest = words.slice(to, last);
    const subject =
      /^(?:i|you|he|she|it|we|they|this|that|there|the|a)$/.test(rest[0]?.norm ?? '') ||
      (rest[0]?.capital ?? false);
    return opens && (words[to - 1] as Word).beforePause && subject && rest.length >= 2;
  }
  return false;
}

function restored(word: Word, context: string): boolean {
  if (NEGATORS.has(word.norm))
    return /\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|hardly|den(?:y|ies|ied)|refus\w+|reject\w+|avoid\w*|prevent\w*|escap\w+)\b|n't\b/.test(
      context,
    );
  if (CONDITIONS.has(word.norm))
    return /\b(?:if|unless|except|until|provided|should|condition\w*|would|only when|as long as|in case|were)\b/.test(
      context,
    );
  return new RegExp(`\\b${word.norm.replace(/(?:s|ed|ied|ies)$/, '').replace(/[^a-z]/g, '')}`).test(context);
}

/** At least half of the longer words of the cut clause stand in the reporter's sentence. */
function restoredClause(words: readonly Word[], to: number, last: number, context: string): boolean {
  const long = words.slice(to, last).filter((word) => word.norm.length > 3);
  return (
    long.length > 0 &&
    long.filter((word) => context.includes(word.norm.slice(0, 5))).length * 2 >= long.length
  );
}

function toldElsewhere(of: Case, at: number): boolean {
  // Told by the same report: there is nothing that its reader was not given.
  if (of.base.textId === of.witness.textId && !of.base.record) return true;
  return of.elsewhere.some((part) => part.from <= at && at < part.to);
}

function sentenceStart(words: readonly Word[], at: number): number {
  let i = at;
  while (i > 0 && !(words[i - 1] as Word).endsSentence) i--;
  return i;
}

function sentenceEnd(words: readonly Word[], to: number): number {
  let i = to;
  if (i > 0 && (words[i - 1] as Word).endsSentence) return i;
  while (i < words.length && !(words[i] as Word).endsSentence) i++;
  return Math.min(words.length, i + 1);
}
