import { append } from '../model/grouped.js';
import type { Segmentation } from '../model/segmentation.js';
import type { Span } from '../model/span.js';
import type { Evidence } from '../model/stance.js';
import type { Read } from './claims.js';
import { baseOf } from './stem.js';
import { tokensOf, untouched } from './words.js';

/** A stretch that a report tells in its own words. */
export interface Told extends Evidence {
  /** Who is said to have said it; null where the outlet tells it itself. */
  readonly holder: string | null;
  /** TIMEX3 value: of the saying, or of publication where the outlet tells it. */
  readonly day: string | null;
  /** An odd number of negations. */
  readonly negated: boolean;
}

/** Words, negations and articles left out, that two reports do not share by chance. */
const LEAST = 6;
/** Words that come and go with a negation, and those that tell nothing. */
const DROPPED = /^(?:do|a|an|the|any|that|and|but|also|ever)$/;
/** Negations that leave the rest as it is: `without` and `nobody` do not. */
const PLAIN: ReadonlySet<string> = new Set(['not', 'never', 'no']);

/** Groups of tellings of one holder that have the same words but for negations, where some negate and some do not. */
export function negatedAlike(reads: readonly Read[]): readonly (readonly Told[])[] {
  const groups = new Map<string, Told[]>();
  for (const read of reads)
    for (const { told, words } of tellings(read)) append(groups, `${told.holder ?? ''}\u0000${words}`, told);
  return [...groups.values()].filter(
    (group) => group.some(({ negated }) => negated) && group.some(({ negated }) => !negated),
  );
}

function tellings(read: Read): readonly { readonly told: Told; readonly words: string }[] {
  const { report, segmentation, attributions } = read;
  const found: { told: Told; words: string }[] = [];
  const add = (span: Span, holder: string | null, day: string | null) => {
    const read = wordsOf(report.text, segmentation, span);
    if (read)
      found.push({
        told: { report: report.id, start: span.start, end: span.end, holder, day, negated: read.negated },
        words: read.words,
      });
  };
  for (const { speaker, form, content, saidOn } of attributions)
    if (speaker && form === 'indirect') for (const span of content) add(span, speaker, saidOn?.value ?? null);
  const told = attributions.flatMap(({ content }) => content);
  for (const sentence of untouched(segmentation, told))
    if (segmentation.paragraphs[sentence.paragraph]?.role === 'body') add(sentence, null, report.published);
  return found;
}

/** Base forms without articles, “do” and negations; null for too few, for a question, and for `not only`. */
function wordsOf(
  text: string,
  segmentation: Segmentation,
  span: Span,
): { readonly words: string; readonly negated: boolean } | null {
  let negated = false;
  const words: string[] = [];
  for (const { lower, tag } of tokensOf(text, segmentation, span)) {
    if (lower === '?' || (lower === 'only' && words.at(-1) === NOT)) return null;
    if (tag === 'PUNCT') continue;
    const verb = SHORT.get(lower) ?? (lower.endsWith("n't") ? lower.slice(0, -3) : null);
    if (PLAIN.has(lower) || verb !== null) negated = !negated;
    const base = baseOf(verb ?? lower);
    if (PLAIN.has(lower)) words.push(NOT);
    else if (!DROPPED.test(base)) words.push(base);
  }
  const kept = words.filter((word) => word !== NOT);
  return kept.length < LEAST ? null : { words: kept.join(' '), negated };
}

const NOT = '\u0000';

const SHORT: ReadonlyMap<string, string> = new Map([
  ["won't", 'will'],
  ["can't", 'can'],
  ['cannot', 'can'],
  ["shan't", 'shall'],
]);
