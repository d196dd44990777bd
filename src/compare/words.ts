import { TAGS, type Tag } from '../learned/pos/tagger.js';
import { firstTokenFrom, type Segmentation, type Sentence } from '../model/segmentation.js';
import { overlaps, type Span } from '../model/span.js';

/** A token with its part of speech, as clauses are read from it. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
}

/** The tokens of a stretch of text, in reading order. */
export function tokensOf(text: string, { tokens }: Segmentation, span: Span): readonly Token[] {
  const found: Token[] = [];
  for (let i = firstTokenFrom(tokens, span.start); i < tokens.length; i++) {
    const start = tokens.starts[i] as number;
    const end = tokens.ends[i] as number;
    if (end > span.end) break;
    const tag = TAGS[tokens.tags[i] as number] as Tag;
    const next = i + 1 < tokens.length ? (TAGS[tokens.tags[i + 1] as number] as Tag) : 'PUNCT';
    const short = shortened(text.slice(start, end), tag, next);
    if (short > 0) {
      found.push(
        token(
          text,
          start,
          end - short,
          tag === 'POSS' ? (/^\p{Lu}/u.test(text.slice(start, end)) ? 'PROPN' : 'NOUN') : tag,
        ),
      );
      found.push(token(text, end - short, end, 'AUX'));
    } else found.push(token(text, start, end, tag));
  }
  return found;
}

function token(text: string, start: number, end: number, tag: Tag): Token {
  const word = text.slice(start, end);
  return { start, end, text: word, lower: word.toLowerCase().replaceAll('’', "'"), tag };
}

/** Length of the auxiliary that a word ends in: `he’s`, `Russia’s a great thing`; 0 where it is none. */
function shortened(word: string, tag: Tag, next: Tag): number {
  const ending = /['’](?:s|re|ve|d|ll|m)$/i.exec(word)?.[0].length ?? 0;
  if (ending === 0 || word.length === ending) return 0;
  if (tag === 'PRON' || tag === 'ADV') return /^(?:let|one)['’]/i.test(word) ? 0 : ending;
  return tag === 'POSS' && next === 'DET' ? ending : 0;
}

/** The sentences that no span touches: what an outlet tells in its own words and as its own. */
export function untouched({ sentences }: Segmentation, given: readonly Span[]): readonly Sentence[] {
  const spans = [...given].sort((a, b) => a.start - b.start);
  let first = 0;
  return sentences.filter((sentence) => {
    while (first < spans.length && (spans[first] as Span).end <= sentence.start) first++;
    for (let i = first; i < spans.length && (spans[i] as Span).start < sentence.end; i++)
      if (overlaps(spans[i] as Span, sentence)) return false;
    return true;
  });
}
