import { lastStartingBy, type Span } from '../model/span.js';
import type { Form, Variant, Verdict } from '../model/statement.js';
import { type Alignment, align, slid, tidy } from './align.js';
import { type Judged, judge } from './judge.js';
import type { Piece, Place } from './locate.js';
import type { WordColumns } from './word-columns.js';
import type { Wording } from './wording.js';
import type { Word } from './words.js';

/** How a quotation renders the place where it was found. */
export interface Rendering extends Judged {
  /** Stretches of the source's text that its words stand for, in the order of the quotation. */
  readonly spans: readonly Span[];
  /** For each word of the quotation, the word of the source that it stands for. */
  readonly pairs: readonly { readonly base: Word; readonly witness: Word }[];
}

/** What a place is judged by. */
export interface Judgement {
  readonly columns: WordColumns;
  readonly place: Place;
  /** The text of the place, and its id. */
  readonly text: string;
  readonly textId: string;
  readonly quotation: Wording;
  /** The words of the draft in the sentence round the quotation. */
  readonly context: string;
  /**
   * What of the source is speech, in reading order: its quotations without their marks, its turns. Where the place lies
   * in it, the reporter's words are no part of the passage. Left out, all of the source counts as said.
   */
  readonly speech?: readonly Span[];
}

/** Words of the source to either side of a piece that are read with it, to the end of its sentence at most. */
const REACH = 80;

/** Words between two pieces that are read through; beyond, the source is taken as two passages. */
const THROUGH = 150;

/** Words of a reporting clause, at most: `“A,” Ruiz told reporters on the quay. “B.”` */
const CLAUSE = 16;

/** Two pieces in the wrong order are one passage reordered where no more words than this stand between them. */
const ADJOINING = 8;

/**
 * Judges a quotation against the place where it was found. Pieces that follow each other in one text are read as one
 * passage; what was put together from several, or in another order, is judged piece by piece.
 */
export function renderingOf(of: Judgement): Rendering {
  const groups = groupsOf(of);
  if (groups.length === 1) return judgedAgainst(of, groups[0] as Group);
  const parts = groups.map((group) => judgedAgainst(of, group));
  const grave = parts.find((part) => part.verdict === 'meaning-at-risk');
  const moved = isReordered(of);
  const verdict: Verdict = grave ? 'meaning-at-risk' : 'content-changed';
  const form: Form = parts.some((part) => part.form === 'paraphrase')
    ? 'paraphrase'
    : moved
      ? 'reordered'
      : 'stitched';
  return {
    form,
    verdict,
    rule:
      grave?.rule ??
      (form === 'stitched' ? 'joined-unmarked' : form === 'reordered' ? 'reordered' : 'paraphrased-in-marks'),
    events: [...parts.flatMap((part) => part.events), ...(moved ? ordersOf(of, groups, parts) : [])],
    spans: parts.flatMap((part) => part.spans),
    pairs: parts.flatMap((part) => part.pairs),
  };
}

/** Pieces of one passage, and the words of the quotation that are judged against them. */
interface Group {
  readonly pieces: readonly Piece[];
  readonly from: number;
  readonly to: number;
}

function groupsOf({ columns, place, quotation }: Judgement): readonly Group[] {
  const groups: Piece[][] = [];
  for (const piece of place.pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const follows =
      last !== undefined &&
      columns.textOf(last.start) === columns.textOf(piece.start) &&
      last.end <= piece.start;
    if (group && follows) group.push(piece);
    else groups.push([piece]);
  }
  // Words that stand nowhere go with the piece before them.
  return groups.map((pieces, i) => ({
    pieces,
    from: i === 0 ? 0 : (pieces[0] as Piece).from,
    to: i === groups.length - 1 ? quotation.words.length : ((groups[i + 1] as Piece[])[0] as Piece).from,
  }));
}

/** Whether the pieces are one stretch of one text in another order. */
function isReordered({ columns, place }: Judgement): boolean {
  const pieces = [...place.pieces].sort((a, b) => a.start - b.start);
  return pieces.every((piece, i) => {
    const next = pieces[i + 1];
    return (
      next === undefined ||
      (columns.textOf(piece.start) === columns.textOf(next.start) && next.start - piece.end <= ADJOINING)
    );
  });
}

/** One event for every group that stands before the one that it follows. */
function ordersOf(of: Judgement, groups: readonly Group[], parts: readonly Rendering[]): readonly Variant[] {
  return groups.flatMap(({ pieces, from, to }, i): Variant[] => {
    const before = groups[i - 1];
    const spans = (parts[i] as Rendering).spans;
    if (!before || (pieces[0] as Piece).start > (before.pieces.at(-1) as Piece).end || spans.length === 0)
      return [];
    const { words } = of.quotation;
    return [
      {
        kind: 'order',
        base: { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end },
        witness: { start: (words[from] as Word).start, end: (words[to - 1] as Word).end },
      },
    ];
  });
}

function judgedAgainst(of: Judgement, { pieces, from, to }: Group): Rendering {
  const { base, breaks } = passageOf(of, pieces);
  const words = of.quotation.words.slice(from, to);
  const fitted = slid(tidy(align(base.words, words), base.words, words), base.words, words);
  const alignment: Alignment = {
    ...fitted,
    steps: fitted.steps.map((step) => ('witness' in step ? { ...step, witness: step.witness + from } : step)),
  };
  const judged = judge({
    base,
    witness: of.quotation,
    from,
    to,
    alignment,
    context: of.context,
    goesOnOtherwise: false,
    elsewhere: [],
    breaks,
  });
  const pairs = alignment.steps.flatMap((step) =>
    'base' in step && 'witness' in step
      ? [{ base: base.words[step.base] as Word, witness: of.quotation.words[step.witness] as Word }]
      : [],
  );
  return { ...judged, spans: spansOf(base.words, alignment, breaks), pairs };
}

/** The pieces and what stands round and between them, as words; `breaks` are those behind which something was left out. */
function passageOf(
  { columns, text, textId, speech }: Judgement,
  pieces: readonly Piece[],
): { base: Wording; breaks: ReadonlySet<number> } {
  const number = columns.textOf((pieces[0] as Piece).start);
  const [low, high] = [columns.texts[number] as number, columns.texts[number + 1] as number];
  const words: Word[] = [];
  const breaks = new Set<number>();
  let read = low;
  pieces.forEach((piece, i) => {
    let start = piece.start;
    while (start > Math.max(low, piece.start - REACH) && !columns.endsSentence(start - 1)) start--;
    let end = piece.end;
    while (end < Math.min(high, piece.end + REACH) && !columns.endsSentence(end - 1)) end++;
    if (i > 0 && start - read <= THROUGH) start = read;
    else if (i > 0 && start > read) breaks.add(words.length - 1);
    for (let at = Math.max(start, i === 0 ? low : read); at < end; at++) words.push(columns.wordAt(at));
    read = Math.max(read, end);
  });
  const said = spoken(words, breaks, pieces, columns, text, speech ?? []);
  const first = said.words[0] as Word;
  const spans = [{ start: first.start, end: (said.words.at(-1) as Word).end }];
  return { base: { textId, text, spans, words: said.words, record: true }, breaks: said.breaks };
}

/** The passage without the reporter's words: none at its edges, and those of a reporting clause set apart as an editor's. */
function spoken(
  words: readonly Word[],
  breaks: ReadonlySet<number>,
  pieces: readonly Piece[],
  columns: WordColumns,
  text: string,
  speech: readonly Span[],
): { words: readonly Word[]; breaks: ReadonlySet<number> } {
  const inSpeech = ({ start }: Span) => {
    const span = speech[lastStartingBy(speech, start)];
    return span !== undefined && start < span.end;
  };
  const found = pieces.flatMap((piece) => [columns.wordAt(piece.start), columns.wordAt(piece.end - 1)]);
  if (!found.every(inSpeech)) return { words, breaks };
  const low = words.findIndex(inSpeech);
  const high = words.findLastIndex(inSpeech);
  const kept = words.slice(low, high + 1).map((word) => ({ ...word }));
  for (let i = 0; i < kept.length; ) {
    if (inSpeech(kept[i] as Word)) {
      i++;
      continue;
    }
    let end = i;
    while (end < kept.length && !inSpeech(kept[end] as Word)) end++;
    const [before, after] = [kept[i - 1] as Word, kept[end] as Word];
    const clause = end - i <= CLAUSE && !text.slice(before.end, after.start).includes('\n');
    if (clause)
      for (let k = i; k < end; k++) kept[k] = { ...(kept[k] as Word), bracket: true, endsSentence: false };
    i = end;
  }
  return { words: kept, breaks: new Set([...breaks].map((at) => at - low).filter((at) => at >= 0)) };
}

/** Stretches of the source from the first to the last paired word, cut where more than a sentence was left out. */
function spansOf(
  base: readonly Word[],
  { steps, from, to }: Alignment,
  breaks: ReadonlySet<number>,
): readonly Span[] {
  if (to <= from) return [];
  const spans: Span[] = [];
  let first: Word | null = null;
  let last: Word | null = null;
  const flush = () => {
    if (first && last) spans.push({ start: first.start, end: last.end });
    first = last = null;
  };
  for (const step of steps) {
    if (!('base' in step) || step.base < from || step.base >= to) continue;
    const word = base[step.base] as Word;
    if (step.op === 'lost') {
      if (word.endsSentence || breaks.has(step.base)) flush();
      continue;
    }
    first ??= word;
    last = word;
  }
  flush();
  return spans;
}
