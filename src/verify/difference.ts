import type { Difference } from '../model/check.js';
import { overlaps, type Span } from '../model/span.js';
import type { Rendering } from '../wording/passage.js';
import type { Wording } from '../wording/wording.js';
import { sameWord, type Word, wordsIn } from '../wording/words.js';

/** Characters of the source that are shown where they were left out; of more, an ellipsis. */
const SHOWN = 240;

/**
 * The quotation word by word against its passage: what is the same, what was lost, what was gained.
 *
 * @param speech what of the source is speech; only that can be lost. Null where all of it is
 */
export function differenceOf(
  { pairs }: Pick<Rendering, 'pairs'>,
  baseText: string,
  quotation: Wording,
  speech: readonly Span[] | null = null,
): readonly Difference[] {
  const baseOf = new Map<Word, Word>(pairs.map(({ base, witness }) => [witness, base]));
  const out: { kind: Difference['kind']; text: string }[] = [];
  const push = (kind: Difference['kind'], text: string) => {
    if (text === '') return;
    const last = out.at(-1);
    if (last && last.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let baseEnd: number | null = null;
  let written = -1;
  for (const token of tokensOf(quotation.words)) {
    const { start, end } = token[0] as Word;
    const last = token.at(-1) as Word;
    const bases = token.flatMap((word) => baseOf.get(word) ?? []);
    const whole =
      bases.length === token.length &&
      wordsOf(bases, baseText) === bases.length &&
      token.every((word) => sameWord((baseOf.get(word) as Word).norm, word.norm));
    const first = bases[0];
    const before = between(quotation, written === -1 ? (quotation.spans[0]?.start ?? start) : written, start);
    // A comma or stop stays with the word before it.
    const point = /^[^\s\p{L}\p{N}…]*/u.exec(before)?.[0] ?? '';
    if (written !== -1) push('same', point);
    if (first && baseEnd !== null && first.start < baseEnd && !shares(first, baseEnd)) push('gap', ' … ');
    else if (first && baseEnd !== null && first.start > baseEnd) {
      const gone = saidIn(baseText, { start: baseEnd, end: first.start }, speech);
      if (/[\p{L}\p{N}]/u.test(gone)) push('lost', gone.length > SHOWN ? ' … ' : trimmed(gone));
    }
    push('same', written === -1 ? before : before.slice(point.length));
    if (!whole && bases.length > 0) {
      const from = (bases[0] as Word).start;
      push('lost', baseText.slice(from, Math.max(from, (bases.at(-1) as Word).end)));
    }
    push(whole ? 'same' : 'gained', quotation.text.slice(start, Math.max(end, last.end)));
    if (bases.length > 0) baseEnd = Math.max((bases.at(-1) as Word).end, 0);
    written = Math.max(end, last.end);
  }
  const tail = quotation.spans.at(-1)?.end ?? written;
  if (written !== -1 && tail > written) push('same', quotation.text.slice(written, tail));
  return out;
}

/** What of a stretch of the source was said, the reporter's words left out. */
function saidIn(text: string, stretch: Span, speech: readonly Span[] | null): string {
  if (speech === null) return text.slice(stretch.start, stretch.end);
  return speech
    .filter((span) => overlaps(span, stretch))
    .map(({ start, end }) => text.slice(Math.max(start, stretch.start), Math.min(end, stretch.end)))
    .join(' ');
}

/** How many words stand where these do: `did` of `didn’t` is one of two. */
const wordsOf = (words: readonly Word[], text: string): number =>
  words.length === 0
    ? 0
    : wordsIn(text, { start: (words[0] as Word).start, end: (words.at(-1) as Word).end }).length;

/** Words that share their characters, `don’t`, are one token. */
function tokensOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const tokens: Word[][] = [];
  for (const word of words) {
    const last = tokens.at(-1);
    if (last && (last[0] as Word).start === word.start) last.push(word);
    else tokens.push([word]);
  }
  return tokens;
}

/** The next half of a word that was begun: `does` and `not` of `doesn’t`. */
const shares = (word: Word, end: number): boolean => word.end >= end && word.start < end;

/** What stands between two words; a clause of the reporter's that splits a quotation is not part of it. */
function between({ text, spans }: Wording, from: number, to: number): string {
  const one = spans.some((span) => span.start <= from && to <= span.end);
  return one ? text.slice(from, to) : ' ';
}

const trimmed = (text: string): string => text.replace(/^[\s,.;:!?”"’)—–-]+|[\s“"‘(—–-]+$/g, '');
