import { lastStartingBy, overlaps, type Span } from '../model/span.js';
import type { Form, Variant, Verdict } from '../model/statement.js';
import { type Alignment, align, type Step, slid, tidy } from './align.js';
import { type Judged, judge } from './judge.js';
import type { Piece, Place } from './locate.js';
import type { WordColumns } from './word-columns.js';
import type { Wording } from './wording.js';
import type { Word } from './words.js';

/** How a quotation renders the place where it was found. */
export interface Rendering extends Judged {
  /** Stretches of the source's text that its words stand for, in the order of the quotation. */
  readonly spans: readonly Span[];
  /** Stretches of other texts, where it was put together from several; `text` is a number in the index. */
  readonly elsewhere: readonly (Span & { readonly text: number })[];
  /** Whether all of it stands in what the source has as speech. */
  readonly inSpeech: boolean;
  /** Whether the first and the last of its words are those of a quotation of the source. */
  readonly edges: { readonly start: boolean; readonly end: boolean };
  /** Put together from quotations of a report, each whole at the joints: nothing says that it was not said at once. */
  readonly joinable: boolean;
  /** For each word of the quotation, the word of the source that it stands for. */
  readonly pairs: readonly { readonly base: Word; readonly witness: Word }[];
}

/** What a place is judged by. */
export interface Judgement {
  readonly columns: WordColumns;
  readonly place: Place;
  /** A text of the index, by its number, and its id. */
  readonly textOf: (number: number) => { readonly id: string; readonly text: string };
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

/** Exchanged words at the edge of a passage that are taken to stand for each other. */
const EDGE = 2;

/** Two pieces in the wrong order are one passage reordered where no more words than this stand between them. */
const ADJOINING = 8;

/**
 * Judges a quotation against the place where it was found. Pieces that follow each other in one text are read as one
 * passage; what was put together from several, or in another order, is judged piece by piece.
 */
export function renderingOf(of: Judgement): Rendering {
  const groups = groupsOf(of);
  if (groups.length === 1) return judgedAgainst(of, groups[0] as Group);
  const apart = groups.map((group) => judgedAgainst(of, group));
  // What one piece was cut from another piece gives.
  const all = apart.map((part, i): Rendering => {
    const given = ({ kind, base }: Variant) =>
      (kind === 'boundary' || kind === 'clause') &&
      apart.some((other, k) => k !== i && other.spans.some((span) => overlaps(span, base)));
    const events = part.events.filter((event) => !given(event));
    const eased = events.length < part.events.length && part.rule.endsWith('-cut');
    return eased ? { ...part, events, verdict: 'content-changed' } : { ...part, events };
  });
  // What differs in another text has its place there, and is told by the form alone.
  const parts = all.filter((_, i) => textIn(of, groups[i] as Group) === of.place.text);
  const grave = all.find((part) => part.verdict === 'meaning-at-risk');
  const moved = isReordered(of);
  const verdict: Verdict = grave ? 'meaning-at-risk' : 'content-changed';
  const form: Form = all.some((part) => part.form === 'paraphrase')
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
    joinable: all.every(
      (part, i) => (i === 0 || part.edges.start) && (i === all.length - 1 || part.edges.end),
    ),
    inSpeech: all.every((part) => part.inSpeech),
    edges: { start: false, end: false },
    beyond: all.reduce((sum, part) => sum + part.beyond, 0),
    events: [...parts.flatMap((part) => part.events), ...(moved ? ordersOf(of, groups, all) : [])],
    spans: parts.flatMap((part) => part.spans),
    elsewhere: all.flatMap((part, i) => {
      const text = textIn(of, groups[i] as Group);
      return text === of.place.text ? [] : part.spans.map((span) => ({ ...span, text }));
    }),
    pairs: parts.flatMap((part) => part.pairs),
  };
}

/** Pieces of one passage, and the words of the quotation that are judged against them. */
interface Group {
  readonly pieces: readonly Piece[];
  readonly from: number;
  readonly to: number;
}

const textIn = ({ columns }: Judgement, { pieces }: Group): number =>
  columns.textOf((pieces[0] as Piece).start);

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
  const { base, breaks, seams } = passageOf(of, pieces);
  const words = of.quotation.words.slice(from, to);
  const tidied = slid(tidy(align(base.words, words), base.words, words), base.words, words);
  const fitted = seams ? unpaired(tidied, seams) : tidied;
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
    ...(seams ? { seams } : {}),
  });
  const pairs = alignment.steps.flatMap((step) =>
    'base' in step && 'witness' in step
      ? [{ base: base.words[step.base] as Word, witness: of.quotation.words[step.witness] as Word }]
      : [],
  );
  return {
    ...judged,
    spans: spansOf(base.words, alignment, breaks),
    elsewhere: [],
    pairs,
    joinable: false,
    inSpeech: seams !== undefined,
    edges: { start: seams?.has(alignment.from - 1) ?? false, end: seams?.has(alignment.to - 1) ?? false },
  };
}

/** The pieces and what stands round and between them, as words; `breaks` are those behind which something was left out. */
function passageOf(
  { columns, textOf, speech, place }: Judgement,
  pieces: readonly Piece[],
): { readonly base: Wording; readonly breaks: ReadonlySet<number>; readonly seams?: ReadonlySet<number> } {
  const number = columns.textOf((pieces[0] as Piece).start);
  const { id: textId, text } = textOf(number);
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
  const located = pieces.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => columns.wordAt(start + i)),
  );
  const said = speech && number === place.text ? spoken(words, breaks, located, text, speech) : null;
  const passage = said ?? { words, breaks };
  const whole = { start: (passage.words[0] as Word).start, end: (passage.words.at(-1) as Word).end };
  return { base: { textId, text, spans: [whole], words: passage.words, record: true }, ...passage };
}

/** Share of the located words that must stand in speech for the rest to be the reporter's. */
const IN_SPEECH = 1 / 3;

/**
 * The passage without the reporter's words. `seams` are where a quotation of the source ends: what the speaker said there
 * the source does not tell. More than a reporting clause between two quotations is a break as well.
 */
function spoken(
  words: readonly Word[],
  breaks: ReadonlySet<number>,
  located: readonly Word[],
  text: string,
  speech: readonly Span[],
): { words: readonly Word[]; breaks: ReadonlySet<number>; seams: ReadonlySet<number> } | null {
  const spanOf = ({ start }: Span) => {
    const at = lastStartingBy(speech, start);
    return at !== -1 && start < (speech[at] as Span).end ? at : -1;
  };
  const said = located.filter((word) => spanOf(word) !== -1).length;
  if (said < IN_SPEECH * located.length) return null;
  const kept: Word[] = [];
  const parted = new Set<number>();
  const seams = new Set<number>([-1]);
  let span = -1;
  let between = 0;
  words.forEach((word, i) => {
    const own = spanOf(word);
    const last = kept.at(-1);
    if (own === -1) between++;
    else {
      if (last && own !== span) {
        seams.add(kept.length - 1);
        const paragraphs = text.slice(last.end, word.start).match(/\n\s*(?=\S)/g)?.length ?? 0;
        if (between > CLAUSE || paragraphs > 1) parted.add(kept.length - 1);
      }
      // Dots in a quotation of the source: there it left something out itself.
      if (word.afterEllipsis) seams.add(kept.length - 1);
      kept.push(word);
      span = own;
      between = 0;
    }
    if (breaks.has(i) && kept.length > 0) parted.add(kept.length - 1);
  });
  seams.add(kept.length - 1);
  return { words: kept, breaks: parted, seams };
}

/** Words that were paired over the end of a quotation of the source, and stand for nothing there, pair with nothing. */
function unpaired(alignment: Alignment, seams: ReadonlySet<number>): Alignment {
  const { steps } = alignment;
  const out: Step[] = [];
  for (let i = 0; i < steps.length; ) {
    const step = steps[i] as Step;
    if (step.op === 'same' || step.op === 'near') {
      out.push(step);
      i++;
      continue;
    }
    let end = i;
    while (end < steps.length && !/^(?:same|near)$/.test((steps[end] as Step).op)) end++;
    const group = steps.slice(i, end);
    const before = out.at(-1) as { base: number } | undefined;
    const after = steps[end] as { base: number } | undefined;
    const opens = before === undefined || seams.has(before.base);
    const closes = after === undefined || seams.has(after.base - 1);
    const words = group.flatMap((one) => ('witness' in one ? [one.witness] : []));
    if (opens && closes && words.length > 0) {
      for (const witness of words) out.push({ op: 'gained', witness });
      for (const one of group) if ('base' in one && before && after) out.push({ op: 'lost', base: one.base });
    } else out.push(...group);
    i = end;
  }
  return { ...alignment, steps: out };
}

/** Stretches of the source from the first to the last paired word, cut where more than a sentence was left out. */
function spansOf(base: readonly Word[], alignment: Alignment, breaks: ReadonlySet<number>): readonly Span[] {
  const { steps } = alignment;
  if (alignment.to <= alignment.from) return [];
  // A word or two at the edge that stand in the place of others are shown with the rest.
  const edge = (list: readonly Step[]) => {
    const end = list.findIndex(({ op }) => op === 'same' || op === 'near');
    const pairs = list.slice(0, end).filter(({ op }) => op === 'other') as { base: number }[];
    return pairs.length <= EDGE ? pairs : [];
  };
  const from = Math.min(alignment.from, ...edge(steps).map((step) => step.base));
  const to = Math.max(alignment.to, ...edge([...steps].reverse()).map((step) => step.base + 1));
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
