import { isKnownWord } from '../learned/words/known.js';
import {
  CLAUSE_OPENERS,
  CONTRASTIVE,
  DATE_WORDS,
  FUNCTION_WORDS,
  MODALS,
  NEGATORS,
  PRONOUNS,
  QUANTIFIERS,
  TENSE_FORMS,
  UNITS,
} from '../lexicon/en/wording.js';
import type { EventKind } from '../model/statement.js';
import type { Wording } from './wording.js';
import { editDistance, isFigure, type Word } from './words.js';

/** Which kind speaks for several words that differ together. */
const GRAVEST_FIRST: readonly EventKind[] = [
  'negator',
  'clause',
  'number',
  'unit',
  'date',
  'name',
  'content-word',
  'quantifier',
  'modal',
  'pronoun',
  'function-word',
];

/** What kind of word it is, for an edit that loses or gains it. */
export function kindOfWord(word: Word, run: Wording, at: number): EventKind {
  const { norm } = word;
  // `whether it is or not`: says nothing that `whether it is` does not.
  if (norm === 'not' && run.words[at - 1]?.norm === 'or') return 'function-word';
  if (NEGATORS.has(norm)) return 'negator';
  if (/^(?:once|twice|thrice)$/.test(norm)) return 'number';
  if (/^\d/.test(norm) && !(norm === '1' && /^one/i.test(surface(run, word)))) return 'number';
  if (UNITS.has(norm)) return 'unit';
  if (DATE_WORDS.has(norm)) return 'date';
  if (CLAUSE_OPENERS.has(norm) && norm !== 'only' && norm !== 'while' && norm !== 'because') return 'clause';
  if (MODALS.has(norm) || norm === "'d") return 'modal';
  if (QUANTIFIERS.has(norm)) return 'quantifier';
  if (PRONOUNS.has(norm)) return 'pronoun';
  if (FUNCTION_WORDS.has(norm) || norm === "'s") return 'function-word';
  if (word.capital && !(run.words[at - 1]?.endsSentence ?? true)) return 'name';
  return 'content-word';
}

/** Words from which on what was lost or gained is a passage of its own. */
const PASSAGE = 8;
/** How far behind a negator, in words, what it governs may begin. */
const NEGATOR_REACH = 3;

/**
 * The gravest kind among several words that were lost or gained together. A negator inside a whole passage negates what
 * stands there with it, and not the kept words, unless it stands at its end.
 */
export function kindOfWords(words: readonly Word[], run: Wording, at: number): EventKind {
  const kinds = words.map((word, i) => {
    const kind = kindOfWord(word, run, at + i);
    return kind === 'negator' && words.length > PASSAGE && words.length - i > NEGATOR_REACH
      ? 'content-word'
      : kind;
  });
  return GRAVEST_FIRST.find((kind) => kinds.includes(kind)) ?? 'content-word';
}

/** What it means that the witness has one word where the base has another. */
export function kindOfExchange(
  base: Word,
  witness: Word,
  of: { readonly base: Wording; readonly witness: Wording },
  baseAt: number,
  witnessAt: number,
): EventKind {
  const [a, b] = [base.norm, witness.norm];
  // `and` → `but`: how two claims hang together.
  if ((a === 'and' && CONTRASTIVE.has(b)) || (b === 'and' && CONTRASTIVE.has(a))) return 'clause';
  // `not douse, but inflame` → `not douse, only inflame`: the same turn.
  if (isTurn(a) && isTurn(b)) return 'function-word';
  if (lemma(a) === lemma(b)) return 'tense';
  // Number words are levelled to figures; a slip in one is a slip of letters: `first`, `frist`.
  if (isMisspelling(spelt(a, base, of.base), spelt(b, witness, of.witness))) return 'misspelling';
  if (isInflection(a, b)) return /(?:ed|ing)$/.test(a) !== /(?:ed|ing)$/.test(b) ? 'tense' : 'content-word';
  const kinds = [kindOfWord(base, of.base, baseAt), kindOfWord(witness, of.witness, witnessAt)];
  return GRAVEST_FIRST.find((kind) => kinds.includes(kind)) ?? 'content-word';
}

const isTurn = (norm: string): boolean => CONTRASTIVE.has(norm) || /^(?:only|rather|instead)$/.test(norm);

const lemma = (norm: string): string => TENSE_FORMS.get(norm) ?? norm;

/** `ask`, `asks`, `asked`, `asking`; `election`, `elections`. */
function isInflection(a: string, b: string): boolean {
  const stem = (word: string) =>
    word
      .replace(/(?:ies|ied)$/, 'y')
      .replace(/(?:e?s|e?d|ing)$/, '')
      .replace(/e$/, '');
  return a.length > 3 && b.length > 3 && stem(a) === stem(b);
}

/**
 * One edit away, and only one of them a word: a slip of the keyboard, in the witness or in the record. A real word in another's place
 * (`from`/`form`) cannot be told from an altered one, and is not excused.
 */
function isMisspelling(base: string, witness: string): boolean {
  if (Math.min(base.length, witness.length) < 3 || /\d/.test(base + witness)) return false;
  return (
    editDistance(base, witness, 1) <= 1 &&
    !isInflection(base, witness) &&
    isKnownWord(base) !== isKnownWord(witness)
  );
}

const spelt = (norm: string, word: Word, run: Wording): string =>
  isFigure(norm) ? surface(run, word).toLowerCase() : norm;

function surface(run: Wording, word: Word): string {
  return run.text.slice(word.start, word.end);
}
