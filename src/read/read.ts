import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { TURN_LABEL } from '../lexicon/en/labels.js';
import { contentId } from '../model/id.js';
import type { Note } from '../model/note.js';
import type { Report, Timed } from '../model/report.js';
import { type CanonicalText, type Metadata, NO_METADATA } from './canonical.js';
import { decode } from './decode.js';
import { isArchive, readDocx } from './docx.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { metadataOf } from './metadata.js';
import { isSubtitles, readSubtitles } from './subtitles.js';
import { readText } from './text.js';

/** Bytes, and what is known of them. */
export interface Original {
  readonly bytes: Uint8Array;
  /** Path or URL. */
  readonly origin: string;
  /** From the server, as in `text/html; charset=utf-8`. */
  readonly contentType?: string;
  /** What a manifest says; it fills what the file lacks and never adds text. */
  readonly manifest?: ManifestEntry;
}

/** One line of a `manifest.jsonl`. All but `file` may be missing or null. */
export interface ManifestEntry {
  readonly file: string;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
  readonly kind?: 'report' | 'transcript' | null;
  readonly language?: string | null;
  readonly provenance?: string | null;
}

/** Why bytes are no report, with what to do about it. */
export interface Unreadable {
  readonly code: 'empty' | 'binary' | 'no-article';
  readonly message: string;
}

export type ReadResult =
  | { readonly report: Report; readonly notes: readonly Note[] }
  | { readonly unreadable: Unreadable };

/** Below this many characters a page holds no article. */
const SMALLEST_ARTICLE = 60;

/** How many bytes of an original are read. */
export const LARGEST = 10_000_000;

/** The first {@link LARGEST} bytes, less a UTF-8 character that the cut would split. */
function cutAtCharacter(bytes: Uint8Array): Uint8Array {
  let end = LARGEST;
  while (end > LARGEST - 4 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

/** Reads one report. Pure: the same bytes and origin give the same report. */
export function read(original: Original): ReadResult {
  const { bytes, origin } = original;
  if (bytes.length === 0)
    return unreadable('empty', 'the file is empty; give the file with the article in it');
  if (isArchive(bytes)) return readArchive(original);
  const whole = bytes.length <= LARGEST;
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(original.contentType ?? '')?.[1] ?? null;
  const decoded = decode(whole ? bytes : cutAtCharacter(bytes), declared);
  if (!decoded)
    return unreadable(
      'binary',
      'this is not text (an image, PDF, archive or program?); save the article as HTML or plain text first',
    );
  if (decoded.text.trim() === '')
    return unreadable(
      'empty',
      'the file holds nothing but white space; give the file with the article in it',
    );
  const found = readAs(formatOf(original, decoded.text), decoded.text, origin);
  if (!found)
    return unreadable(
      'no-article',
      'no article was found in this page (is it a front page, a login or a script-only page?); save the article’s text and give that',
    );
  const cut: Note[] = whole
    ? []
    : [
        {
          code: 'page-cut',
          severity: 'warning',
          message: `this is larger than ${LARGEST / 1_000_000} MB; only that much was read`,
        },
      ];
  return reportOf(original, { ...found, notes: [...cut, ...decoded.notes, ...found.notes] });
}

/** A Word document; no other archive holds a report. */
function readArchive(original: Original): ReadResult {
  const found = original.bytes.length <= LARGEST ? readDocx(original.bytes) : null;
  if (!found)
    return unreadable(
      'binary',
      'this archive is no Word document that can be read; save the text as .docx, HTML or plain text first',
    );
  return reportOf(original, { canonical: found.canonical, metadata: NO_METADATA, notes: [] });
}

function reportOf(
  { bytes, origin, manifest }: Original,
  found: {
    readonly canonical: CanonicalText;
    readonly metadata: Metadata;
    readonly notes: readonly Note[];
    readonly times?: readonly Timed[];
  },
): ReadResult {
  const { text, sourceMap, dropped } = found.canonical.finish();
  if (text.trim() === '')
    return unreadable('empty', 'nothing but navigation and captions was found; give the article itself');
  const hash = bytesToHex(sha256(bytes));
  const { metadata } = found;
  const id = contentId('r', hash, origin);
  const report: Report = {
    id,
    siglum: '',
    kind: manifest?.kind ?? (found.times || looksLikeTranscript(text) ? 'transcript' : 'report'),
    outlet: metadata.outlet ?? manifest?.outlet ?? null,
    title: metadata.title ?? manifest?.title ?? ownHeadline(text),
    byline: metadata.byline ?? manifest?.byline ?? null,
    published: metadata.published ?? manifest?.published ?? null,
    url: metadata.url ?? manifest?.url ?? null,
    origin,
    ...(manifest?.provenance ? { provenance: manifest.provenance } : {}),
    language: metadata.language ?? manifest?.language ?? null,
    sha256: hash,
    text,
    sourceMap,
    dropped,
    ...(found.times ? { times: found.times } : {}),
  };
  const notes = found.notes.map((note) => ({
    ...note,
    at: { ...note.at, report: id, origin },
  }));
  return { report, notes };
}

function unreadable(code: Unreadable['code'], message: string): ReadResult {
  return { unreadable: { code, message } };
}

type Format = 'text' | 'markdown' | 'html' | 'subtitles';

function formatOf({ origin, contentType }: Original, text: string): Format {
  const type = contentType?.toLowerCase() ?? '';
  if (/html|xml/.test(type)) return 'html';
  const path = origin.toLowerCase().replace(/[?#].*$/, '');
  if (/\.x?html?$/.test(path)) return 'html';
  if (/markdown/.test(type) || /\.(?:md|markdown)$/.test(path)) return 'markdown';
  const head = text.slice(0, 2000);
  if (/\.(?:srt|vtt)$/.test(path) || /text\/vtt|subrip/.test(type) || isSubtitles(head)) return 'subtitles';
  if (/\.te?xt$/.test(path)) return /^\s*(?:<!doctype html|<html)/i.test(head) ? 'html' : 'text';
  return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(head) ||
    (head.match(/<\/?(?:html|head|body|div|p|article|meta|script)\b/gi)?.length ?? 0) >= 3
    ? 'html'
    : 'text';
}

function readAs(
  format: Format,
  text: string,
  origin: string,
): {
  canonical: CanonicalText;
  metadata: Metadata;
  notes: readonly Note[];
  times?: readonly Timed[];
} | null {
  switch (format) {
    case 'text':
      return { ...readText(text), notes: [] };
    case 'markdown':
      return { ...readMarkdown(text), metadata: NO_METADATA, notes: [] };
    case 'subtitles':
      return { ...readSubtitles(text), metadata: NO_METADATA, notes: [] };
    case 'html': {
      const page = readHtml(text);
      if (!page || page.canonical.length < SMALLEST_ARTICLE) return null;
      const { metadata, notes } = metadataOf(text, /^https?:/.test(origin) ? origin : null);
      return { canonical: page.canonical, metadata, notes: [...page.notes, ...notes] };
    }
    default:
      return format satisfies never;
  }
}

/** The text’s first line, where it reads as a headline: short, and no sentence. */
function ownHeadline(text: string): string | null {
  const [first, next] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (first === undefined || next === undefined || first.length >= 160 || !/\s/.test(first)) return null;
  const sentence = /[.!?…:,;]["”’')\]]*$/.test(first);
  // `Ruiz: ‘We will not sign’` is a headline, `RUIZ: No` a turn.
  const turn = TURN_LABEL.test(first) && !/['‘“"]/.test(first);
  return sentence || turn ? null : first;
}

/** At least half of the lines begin with a label, and a label comes back. */
function looksLikeTranscript(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const labels = lines
    .map((line) => TURN_LABEL.exec(line))
    .map((match) => match?.[1] ?? match?.[2])
    .filter((label) => label !== undefined);
  return labels.length >= 3 && labels.length * 2 >= lines.length && new Set(labels).size < labels.length;
}
