import { TURN_LABEL } from '../lexicon/en/labels.js';
import type { Timed } from '../model/report.js';
import { CanonicalText } from './canonical.js';

/** A time line of SubRip (`00:01:02,500 --> 00:01:04,000`) or WebVTT (`01:02.500 --> 01:04.000 line:0`). */
const TIMES =
  /^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s+-->\s+(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})(?:\s.*)?$/;

/** Blocks of WebVTT that hold no cue (W3C WebVTT, 4.1). */
const ASIDE = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

/** Somebody else speaks: `>> `, or a dash before words. */
const CHANGE = /^\s*(?:(?:<[^>]*>|\{\\[^}]*\})\s*)*(>>+|&gt;&gt;|[-–—](?=\s*(?:<[^>]*>\s*)*\p{L}))\s*/u;

/** Silence, in seconds, behind which a new paragraph begins where a sentence has ended. */
const PAUSE = 2;

/** Whether a text is subtitles, whatever its name: its first time line comes early, and is well formed. */
export const isSubtitles = (text: string): boolean =>
  /^\uFEFF?WEBVTT(?:\s|$)/.test(text) ||
  text
    .slice(0, 400)
    .split(/\r?\n/)
    .some((line, i) => i < 6 && TIMES.test(line));

/**
 * SubRip and WebVTT: what was said, as running text with the time of each cue. A line break within a cue and between cues
 * is a space; a voice (`<v Ruiz>`), a label (`RUIZ:`), a change of speaker (`>>`, a dash) or a pause begins a paragraph.
 */
export function readSubtitles(original: string): {
  readonly canonical: CanonicalText;
  readonly times: readonly Timed[];
} {
  const canonical = new CanonicalText();
  const times: Timed[] = [];
  let voice = '';
  let last = 0;
  let sentenceEnded = true;
  for (const block of blocksOf(original)) {
    const at = block.findIndex(({ text }) => TIMES.test(text));
    if (at === -1) {
      const [first, end] = [block[0] as Line, block.at(-1) as Line];
      canonical.drop(
        original.slice(first.start, end.start + end.text.length),
        first.start,
        end.start + end.text.length,
        'markup',
      );
      continue;
    }
    const { from, to } = timesOf((block[at] as Line).text);
    const start = canonical.length;
    let begun = start;
    for (const { text, start: offset } of block.slice(at + 1)) {
      const named = /^\s*<v(?:\.[^\s>]*)?\s+([^>]+)>/i.exec(text);
      const changed = named !== null && (named[1] as string).trim() !== voice;
      if (named) voice = (named[1] as string).trim();
      const mark = CHANGE.exec(text);
      const rest = text.slice(mark?.[0].length ?? 0);
      const labelled = TURN_LABEL.test(rest.replace(/<[^>]*>/g, ''));
      const opens = changed || mark !== null || labelled || (sentenceEnded && from - last >= PAUSE);
      if (canonical.length > 0) canonical.add(opens ? '\n\n' : ' ', offset, 0);
      if (canonical.length > start && begun === start) begun = canonical.length;
      if (changed) {
        const shown = named?.[0] as string;
        canonical.add(`${voice}: `, offset + shown.search(/\S/), shown.trim().length);
      }
      // A change of speaker that nobody names must still be seen to be one.
      if (mark && !labelled && !changed)
        canonical.add('>> ', offset + mark[0].search(/\S/), mark[0].trim().length);
      add(canonical, rest, offset + (mark?.[0].length ?? 0));
      sentenceEnded = /[.?!…]["”’)\]]*\s*$/.test(text.replace(/<[^>]*>/g, ''));
    }
    if (canonical.length > start)
      times.push({ start: begun === start ? start : begun, end: canonical.length, from, to });
    last = to;
  }
  return { canonical, times };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Stretches of lines between empty ones, without those that hold no cue. */
function blocksOf(original: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  for (const match of original.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const text = match[1] as string;
    if (text.trim() === '') open = null;
    else if (open) open.push({ text, start: match.index });
    else {
      open = [{ text, start: match.index }];
      blocks.push(open);
    }
  }
  return blocks.map((block) =>
    ASIDE.test((block[0] as Line).text.replace(/^\uFEFF/, '')) ? [block[0] as Line] : block,
  );
}

function timesOf(line: string): { from: number; to: number } {
  const [, h1, m1, s1, f1, h2, m2, s2, f2] = TIMES.exec(line) as RegExpExecArray;
  const seconds = (h: string | undefined, m: string, s: string, f: string) =>
    Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s) + Number(f.padEnd(3, '0')) / 1000;
  return {
    from: seconds(h1, m1 as string, s1 as string, f1 as string),
    to: seconds(h2, m2 as string, s2 as string, f2 as string),
  };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', '\u00a0'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);

/** The words of a line, without tags (`<i>`, `<00:01.000>`, `{\an8}`) and with entities as characters. */
function add(canonical: CanonicalText, text: string, offset: number): void {
  for (const match of text.matchAll(
    /<[^>\n]*>|\{\\[^}\n]*\}|&(?:amp|lt|gt|nbsp|quot|apos);|[^<{&]+|[<{&]/g,
  )) {
    const piece = match[0];
    if (piece.length > 1 && (piece[0] === '<' || piece.startsWith('{\\'))) continue;
    canonical.add(ENTITIES.get(piece) ?? piece, offset + match.index, piece.length);
  }
}
