import { CUES } from '../lexicon/en/cues.js';
import type { Note } from '../model/note.js';
import type { Paragraph, Quotation } from '../model/segmentation.js';

/**
 * Pairs quotation marks, one paragraph at a time, and never fails: curly, straight, mixed, single and wrong-way
 * marks, nesting, quotations that run on over paragraphs, and missing marks, each of which leaves a note.
 *
 * Marks are read by what surrounds them first and by their shape second, because outlets mistype shapes: in
 * `that ”[Ruiz] feels` the closing mark opens, in `a tyrant,“ said` the opening one closes.
 */
export function quotationsOf(
  text: string,
  paragraphs: readonly Paragraph[],
): { readonly quotations: readonly Quotation[]; readonly notes: readonly Note[] } {
  const scanner = new Scanner(text);
  paragraphs.forEach((paragraph, index) => {
    scanner.paragraph(paragraph, index);
  });
  return scanner.finish();
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly single: boolean;
  readonly shape: 'open' | 'close' | 'plain';
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

interface Open {
  readonly mark: Mark;
  /** Where the quotation will stand in the output, kept so that parents come before what they hold. */
  readonly slot: number;
  readonly continues: number | null;
}

const MARK = /[“”„‟"«»]|``|''|[‘’‚‛']|`/g;
const OPENING = '“„‟«‘‚‛';
const CLOSING = '”»’';
const DOUBLE = '“”„‟"«»';

/** Words that begin with an apostrophe. */
const ELISION = /^['’‘](?:\d0s|em\b|cause\b|til\b|till\b|tis\b|twas\b|n\b|bout\b|round\b|cos\b|ere\b)/i;

/** What stands behind an apostrophe that was mistyped as a double mark: `we”re`. */
const MISTYPED = /^(?:t|m|re|ve|ll)(?![\p{L}\p{N}])/u;

/** Quotations nest no deeper than this in prose; a bound keeps broken text linear. */
const DEEPEST = 6;

/** How many marks a single quotation may hold before its own closing mark; a bound keeps broken text linear. */
const LOOKAHEAD = 200;

class Scanner {
  readonly #text: string;
  readonly #slots: (Draft | undefined)[] = [];
  readonly #notes: Note[] = [];
  /** Slot of the quotation that the paragraph before left open, and whether its mark was single. */
  #left: { readonly slot: number; readonly single: boolean; readonly paragraph: number } | null = null;
  /** The quotation that was finished last. */
  #last: Draft | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  paragraph(paragraph: Paragraph, index: number): void {
    const marks = marksIn(this.#text, paragraph);
    const left = this.#left?.paragraph === index - 1 ? this.#left : null;
    this.#left = null;
    const stack: Open[] = [];
    const doubleBalance = balanceOf(marks);
    for (let i = 0; i < marks.length; i++) {
      const mark = marks[i] as Mark;
      if (mark.single) this.#single(mark, i, marks, stack, paragraph, index, left);
      else this.#double(mark, i, stack, paragraph, index, left, doubleBalance);
    }
    this.#endParagraph(stack, paragraph, index);
  }

  #double(
    mark: Mark,
    i: number,
    stack: Open[],
    paragraph: Paragraph,
    index: number,
    left: { slot: number; single: boolean } | null,
    balance: Int32Array,
  ): void {
    const openDoubles = stack.filter((open) => !open.mark.single);
    const role = roleOf(mark, openDoubles.length > 0);
    if (role === 'open') {
      const outer = openDoubles.at(-1);
      let continues: number | null = null;
      if (outer && !this.#mayNest(mark, outer.mark, i, openDoubles.length, balance)) {
        continues = this.#abandon(stack, outer, mark, index);
      } else if (!outer && left && !left.single && mark.start === paragraph.start) {
        continues = left.slot;
      }
      this.#open(mark, stack, continues);
      return;
    }
    const outer = openDoubles.at(-1);
    if (outer) {
      while (stack.at(-1) !== outer) stack.pop(); // singles that were never closed are apostrophes
      stack.pop();
      this.#close(outer, mark, stack, index);
    } else {
      this.#unopened(mark, paragraph, index, left);
    }
  }

  /** Whether a mark that opens inside an open quotation is a quotation within it, not a sign that a mark is missing. */
  #mayNest(mark: Mark, outer: Mark, i: number, depth: number, balance: Int32Array): boolean {
    const atSentence = /[.!?…]["”’']?\s+$/.test(
      this.#text.slice(Math.max(outer.end, mark.start - 6), mark.start),
    );
    const styleDiffers = (mark.shape === 'plain') !== (outer.shape === 'plain');
    if (styleDiffers && !atSentence) return true;
    if (depth >= DEEPEST) return false;
    // Enough closing marks remain for both.
    return (balance[i] as number) > depth && !atSentence;
  }

  /** Ends a quotation without its mark, where the next one opens; gives its slot if the new one goes on from it. */
  #abandon(stack: Open[], outer: Open, next: Mark, index: number): number | null {
    while (stack.length > 0 && stack.at(-1) !== outer) stack.pop();
    stack.pop();
    let end = next.start;
    while (end > outer.mark.end && /\s/.test(this.#text[end - 1] as string)) end--;
    const goesOn = /[.!?…]["”’']?$/.test(this.#text.slice(outer.mark.end, end));
    this.#put(outer, end, end, false, stack, index);
    if (!goesOn) this.#note('unclosed-quotation', 'a quotation has no closing mark', outer.mark.start, end);
    return goesOn ? outer.slot : null;
  }

  #open(mark: Mark, stack: Open[], continues: number | null): void {
    if (mark.shape === 'close') {
      this.#note('wrong-way-mark', 'a closing mark opens a quotation', mark.start, mark.end);
    }
    this.#slots.push(undefined);
    stack.push({ mark, slot: this.#slots.length - 1, continues });
  }

  #close(open: Open, mark: Mark, stack: readonly Open[], index: number): void {
    if (mark.shape === 'open') {
      this.#note('wrong-way-mark', 'an opening mark closes a quotation', mark.start, mark.end);
    }
    this.#put(open, mark.start, mark.end, true, stack, index);
  }

  #put(
    open: Open,
    innerEnd: number,
    end: number,
    closed: boolean,
    stack: readonly Open[],
    paragraph: number,
  ): void {
    let start = open.mark.end;
    let stop = innerEnd;
    while (start < stop && /\s/.test(this.#text[start] as string)) start++;
    while (stop > start && /\s/.test(this.#text[stop - 1] as string)) stop--;
    if (start === stop) return; // nothing between the marks
    const parent = stack.at(-1);
    this.#last = {
      start: open.mark.start,
      end,
      inner: { start, end: stop },
      depth: stack.length,
      parent: parent ? parent.slot : null,
      paragraph,
      single: open.mark.single,
      closed,
      continues: open.continues,
    };
    this.#slots[open.slot] = this.#last;
  }

  /** A closing mark without an opening one. */
  #unopened(
    mark: Mark,
    paragraph: Paragraph,
    index: number,
    left: { slot: number; single: boolean } | null,
  ): void {
    const text = this.#text;
    if (!mark.canClose || /\d/.test(text[mark.start - 1] ?? '')) return; // a prime: 5'10"
    const previous = this.#last?.paragraph === index ? this.#last : null;
    const from = previous ? previous.end : paragraph.start;
    let start: number | null = null;
    let continues: number | null = null;
    if (left && !left.single && !previous) {
      start = paragraph.start;
      continues = left.slot;
    } else if (/[,.?!]$/.test(text.slice(from, mark.start)) && reportingClauseFollows(text, mark.end)) {
      const before = text.slice(from, mark.start - 1);
      const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), before.lastIndexOf('! '));
      start = stop === -1 ? from : from + stop + 2;
    }
    this.#note('unopened-quotation', 'a closing mark has no opening one', mark.start, mark.end);
    if (start === null) return;
    while (start < mark.start && /\s/.test(text[start] as string)) start++;
    if (start >= mark.start) return;
    this.#last = {
      start,
      end: mark.end,
      inner: { start, end: mark.start },
      depth: 0,
      parent: null,
      paragraph: index,
      single: false,
      closed: true,
      continues,
    };
    this.#slots.push(this.#last);
  }

  #single(
    mark: Mark,
    i: number,
    marks: readonly Mark[],
    stack: Open[],
    paragraph: Paragraph,
    index: number,
    left: { slot: number; single: boolean } | null,
  ): void {
    const top = stack.at(-1);
    if (top?.mark.single && mark.canClose && this.#closesSingle(mark, i, marks, stack)) {
      stack.pop();
      this.#close(top, mark, stack, index);
      return;
    }
    if (top?.mark.single || !mark.canOpen || mark.shape === 'close') return;
    if (ELISION.test(this.#text.slice(mark.start, mark.start + 8))) return;
    const atStart = mark.start === paragraph.start;
    const continues = atStart && left?.single ? left.slot : null;
    if (this.#singleCloses(i, marks, stack.length > 0)) {
      this.#open(mark, stack, continues);
    } else if (stack.length === 0 && mark.shape === 'open' && this.#opensNextParagraph(paragraph)) {
      this.#open(mark, stack, continues);
    }
  }

  /** Whether some later mark of the paragraph can close a single quotation opened at `marks[i]`. */
  #singleCloses(i: number, marks: readonly Mark[], inDouble: boolean): boolean {
    let nested = 0;
    for (let j = i + 1; j < Math.min(marks.length, i + LOOKAHEAD); j++) {
      const mark = marks[j] as Mark;
      if (!mark.single) {
        const role = roleOf(mark, inDouble || nested > 0);
        if (role === 'open') nested++;
        else if (nested > 0) nested--;
        else if (inDouble) return false;
        continue;
      }
      if (mark.canClose && nested === 0) return true;
    }
    return false;
  }

  /** Tells a closing single mark from the apostrophe of a plural possessive: `the leaders’ teams said’`. */
  #closesSingle(mark: Mark, i: number, marks: readonly Mark[], stack: readonly Open[]): boolean {
    if (mark.shape === 'open') return false;
    const before = this.#text[mark.start - 1] as string;
    if (!/[sS]/.test(before) || !/^\s+\p{Ll}/u.test(this.#text.slice(mark.end, mark.end + 3))) return true;
    // A possessive in front of a noun: look for a better one before the enclosing quotation ends.
    for (let j = i + 1; j < marks.length; j++) {
      const later = marks[j] as Mark;
      if (!later.single) {
        if (stack.length > 1) return true;
        continue;
      }
      if (later.canOpen && !later.canClose) return true;
      if (later.canClose) return later.start - mark.start > 200;
    }
    return true;
  }

  #opensNextParagraph(paragraph: Paragraph): boolean {
    return /^\s*\n\s*[‘']/.test(this.#text.slice(paragraph.end, paragraph.end + 12));
  }

  #endParagraph(stack: Open[], paragraph: Paragraph, index: number): void {
    while (stack.length > 0) {
      const open = stack.pop() as Open;
      if (open.mark.single && stack.length > 0) continue; // an apostrophe after all
      const nextOpens = /^\s*\n\s*["“‘'„«]/.test(this.#text.slice(paragraph.end, paragraph.end + 12));
      const end = nextOpens ? paragraph.end : this.#endOfUnclosed(open.mark, paragraph);
      this.#put(open, end, end, false, stack, index);
      if (stack.length > 0) continue;
      this.#left = { slot: open.slot, single: open.mark.single, paragraph: index };
      if (!nextOpens)
        this.#note('unclosed-quotation', 'a quotation has no closing mark', open.mark.start, end);
    }
  }

  /** Before the reporting clause, if there is one; else at the paragraph's end, but not swallowing a long one. */
  #endOfUnclosed(mark: Mark, paragraph: Paragraph): number {
    const rest = this.#text.slice(mark.end, paragraph.end);
    for (const comma of rest.matchAll(/[,?!](?=\s)/g)) {
      if (reportingClauseFollows(rest, comma.index + 1)) return mark.end + comma.index + 1;
    }
    if (rest.length <= 600) return paragraph.end;
    const stop = /[.!?…](?=\s+\p{Lu})/u.exec(rest);
    return stop ? mark.end + stop.index + 1 : paragraph.end;
  }

  #note(code: Note['code'], message: string, start: number, end: number): void {
    this.#notes.push({ code, severity: 'info', message, at: { start, end } });
  }

  finish(): { readonly quotations: readonly Quotation[]; readonly notes: readonly Note[] } {
    const kept = this.#slots
      .map((draft, slot) => ({ draft, slot }))
      .filter((entry): entry is { draft: Draft; slot: number } => entry.draft !== undefined)
      .sort((a, b) => a.draft.start - b.draft.start || b.draft.end - a.draft.end);
    const place = new Map(kept.map((entry, index) => [entry.slot, index]));
    const quotations = kept.map(({ draft }) => ({
      ...draft,
      parent: draft.parent === null ? null : (place.get(draft.parent) ?? null),
      continues: draft.continues === null ? null : (place.get(draft.continues) ?? null),
    }));
    return { quotations, notes: this.#notes };
  }
}

/** Like {@link Quotation}, but `parent` and `continues` are slots. */
type Draft = Quotation;

function marksIn(text: string, paragraph: { start: number; end: number }): Mark[] {
  const marks: Mark[] = [];
  // On the paragraph alone: a search on the whole text would run on to the next mark, however far.
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(MARK)) {
    const start = paragraph.start + match.index;
    const end = start + match[0].length;
    const single = match[0].length === 1 && !DOUBLE.includes(match[0]);
    const before = start > paragraph.start ? (text[start - 1] as string) : ' ';
    const after = end < paragraph.end ? (text[end] as string) : ' ';
    if (single && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) continue; // an apostrophe
    if (!single && /\p{L}/u.test(before) && MISTYPED.test(text.slice(end, end + 3))) continue;
    const shape =
      match[0] === '``' || match[0] === '`' || OPENING.includes(match[0])
        ? 'open'
        : match[0] === "''" || CLOSING.includes(match[0])
          ? 'close'
          : 'plain';
    const canOpen = /[\s([{—–\-/“"‘'«…:]/.test(before) && /[^\s,.;:!?)\]}]/.test(after.replace('…', 'x'));
    const canClose = /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after) && !/[([{“‘]/.test(before);
    marks.push({ start, end, single, shape, canOpen: canOpen || opensWithDots(text, end, before), canClose });
  }
  return marks;
}

/** `“... and so on”`: a mark in front of an ellipsis opens. */
function opensWithDots(text: string, end: number, before: string): boolean {
  return /\s/.test(before) && text.startsWith('...', end);
}

function roleOf(mark: Mark, isOpen: boolean): 'open' | 'close' {
  if (mark.shape === 'open') return !mark.canOpen && mark.canClose && isOpen ? 'close' : 'open';
  if (mark.shape === 'close') return mark.canOpen && !mark.canClose ? 'open' : 'close';
  if (mark.canOpen !== mark.canClose) return mark.canOpen ? 'open' : 'close';
  return isOpen ? 'close' : 'open';
}

/** For each mark: how many more double marks close than open from there to the end, the mark itself left out. */
function balanceOf(marks: readonly Mark[]): Int32Array {
  const balance = new Int32Array(marks.length);
  let sum = 0;
  for (let i = marks.length - 1; i >= 0; i--) {
    balance[i] = sum;
    const mark = marks[i] as Mark;
    if (!mark.single) sum += roleOf(mark, true) === 'close' ? 1 : -1;
  }
  return balance;
}

/** Whether a reporting clause begins there: `Ruiz said`, `said Ruiz`, `he told reporters`. */
function reportingClauseFollows(text: string, offset: number): boolean {
  const words = text.slice(offset, offset + 60).match(/[\p{L}’'.-]+/gu) ?? [];
  return words
    .slice(0, 4)
    .some((word) =>
      (CUES.get(word.toLowerCase().replace(/\.$/, '')) ?? []).some(
        (cue) => cue.class === 'say' && cue.shape === 'finite',
      ),
    );
}
