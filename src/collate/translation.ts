import { LANGUAGES } from '../lexicon/en/languages.js';
import { FUNCTION_WORDS, MODALS, PRONOUNS, QUANTIFIERS } from '../lexicon/en/wording.js';
import type { Run } from '../wording/runs.js';

/** `Ito said through an interpreter`, `in comments translated by the Wire`, `she told the crowd in Norwegian`. */
const SAYS_SO = new RegExp(
  [
    String.raw`\b(?:through|via|by) (?:an? |the |his |her |their |its )?(?:\w+ )?(?:interpreter|translator)s?\b`,
    String.raw`\b(?:was |were |is |are |as |been )?translat(?:ed|ion|ions)\b`,
    String.raw`\b(?:said|says|saying|told|wrote|writing|spoke|speaking|added|tweeted|posted|shouted|answered|asked|replied)\b[^.;]{0,40}? in (?:${LANGUAGES.join('|')})\b`,
  ].join('|'),
);

/** Whether the sentence round a quotation says that it is a translation. */
export const saysTranslated = (context: string): boolean => SAYS_SO.test(context);

/** Least words of content that two translations of one sentence share, and least share of those of the shorter. */
const SHARED = 3;
const SHARE = 0.5;

/** Whether two runs may be translations of one sentence: half of the shorter one's words of content, and three, are the same. */
export function mayTranslateOne(a: Run, b: Run): boolean {
  const [x, y] = [contentOf(a), contentOf(b)];
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  // A long answer holds half of the words of any short one.
  return shared >= SHARED && shared >= SHARE * few.size && many.size <= 2 * few.size;
}

/** Stems of the words that say something: two translators choose another form of a word more often than another word. */
function contentOf({ words }: Run): ReadonlySet<string> {
  return new Set(
    words
      .filter(
        ({ norm, bracket }) =>
          !bracket &&
          norm.length > 2 &&
          ![FUNCTION_WORDS, PRONOUNS, MODALS, QUANTIFIERS].some((list) => list.has(norm)),
      )
      .map(({ norm }) =>
        norm
          .replace(/(?:ies|ied)$/, 'y')
          .replace(/(?:e?s|e?d|ing)$/, '')
          .replace(/e$/, ''),
      ),
  );
}
