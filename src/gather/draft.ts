import { readFile, stat } from 'node:fs/promises';
import type { Waiver } from '../model/check.js';
import type { Note } from '../model/note.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { decode } from '../read/decode.js';
import { isArchive } from '../read/docx.js';
import { LARGEST } from '../read/read.js';
import { HearsayError } from './error.js';
import { fileError } from './gather.js';
import { Reader } from './reader.js';

/** A draft with what its file alone tells: where its lines begin, and what a person has waived in it. */
export interface Draft {
  readonly report: Report;
  readonly notes: readonly Note[];
  /** Offsets of the decoded original; null where it has no lines, as a Word document. */
  readonly lines: readonly number[] | null;
  readonly waivers: readonly Waiver[];
}

/** Reads a draft: a file, or `-` for what comes on standard input. @throws HearsayError */
export async function readDraft(path: string): Promise<Draft> {
  const origin = path === '-' ? 'standard input' : path;
  const bytes = path === '-' ? await standardInput() : await fileBytes(path);
  const reader = new Reader();
  try {
    const markdown = path === '-' && looksLikeMarkdown(bytes);
    const result = await reader.read({
      bytes,
      origin,
      ...(markdown ? { contentType: 'text/markdown' } : {}),
    });
    if ('unreadable' in result)
      throw new HearsayError(result.unreadable.code, result.unreadable.message, origin);
    const { report, notes } = result;
    const original = isArchive(bytes) ? null : (decode(bytes)?.text ?? null);
    if (original === null) return { report, notes, lines: null, waivers: [] };
    const { waivers, empty } = waiversIn(original, report);
    return { report, notes: [...notes, ...empty], lines: linesOf(original), waivers };
  } finally {
    await reader.close();
  }
}

async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST)
      throw new HearsayError(
        'too-large',
        `a draft may have ${LARGEST / 1_000_000} MB; give the text alone`,
        path,
      );
    return await readFile(path);
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    throw fileError(error, path);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > LARGEST)
      throw new HearsayError(
        'too-large',
        `a draft may have ${LARGEST / 1_000_000} MB; give the text alone`,
        'standard input',
      );
  }
  return Buffer.concat(chunks);
}

/** What has no name shows by its marks: headings, lists, bold, code, links. */
function looksLikeMarkdown(bytes: Uint8Array): boolean {
  const text = decode(bytes)?.text ?? '';
  return (
    !/^\s*<(?:!doctype|html)/i.test(text) && /^#{1,6} |^\s{0,3}(?:[-*]|\d+\.) |\*\*\S|`\S|\]\(/m.test(text)
  );
}

function linesOf(original: string): readonly number[] {
  const lines = [0];
  for (let at = original.indexOf('\n'); at !== -1; at = original.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}

/** `<!-- hearsay-waive: checked against the tape -->`, in Markdown, HTML and plain text alike. */
const COMMENT = /<!--\s*hearsay-waive\b:?([\s\S]*?)-->/g;

/** What ends a paragraph: an empty line, or the tag of a block. */
const BREAK =
  /\n[^\S\n]*\n|<\/?(?:p|div|li|ul|ol|blockquote|h[1-6]|section|article|td|tr|table|body)\b[^>]*>/gi;

function waiversIn(
  original: string,
  { id, origin }: Report,
): { waivers: readonly Waiver[]; empty: readonly Note[] } {
  const waivers: Waiver[] = [];
  const empty: Note[] = [];
  const comments = [...original.matchAll(COMMENT)];
  if (comments.length === 0) return { waivers, empty };
  const breaks = [...original.matchAll(BREAK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const match of comments) {
    const place = { start: match.index, end: match.index + match[0].length };
    const reason = (match[1] as string).replace(/\s+/g, ' ').trim();
    if (reason === '')
      empty.push({
        code: 'waiver-without-reason',
        severity: 'warning',
        message:
          'a waiver needs a reason and counts for nothing without; write <!-- hearsay-waive: the reason -->',
        at: { report: id, origin, ...place },
      });
    else waivers.push({ reason, on: { ...place, within: paragraphRound(original, place, breaks) } });
  }
  return { waivers, empty };
}

function paragraphRound(original: string, comment: Span, breaks: readonly Span[]): Span {
  const start = breaks.findLast(({ end }) => end <= comment.start)?.end ?? 0;
  const behind = breaks.filter((one) => one.start >= comment.end);
  let end = behind[0]?.start ?? original.length;
  if (/\S/.test(original.slice(start, comment.start) + original.slice(comment.end, end)))
    return { start, end };
  // It stands alone: the next paragraph that holds anything is meant.
  for (let i = 0; i < behind.length; i++) {
    const from = (behind[i] as Span).end;
    end = behind[i + 1]?.start ?? original.length;
    if (/\S/.test(original.slice(from, end))) break;
  }
  return { start, end };
}
