import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import type { Note } from '../model/note.js';

/** What bytes say as text, and in which encoding. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly notes: readonly Note[];
}

/**
 * Decodes by, in this order: byte order mark, strict UTF-8, the declared encoding (`declared`, or a `charset` in the
 * first 2 KiB), a guess from the bytes. NUL characters are taken out. Null where the bytes are no text at all.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded | null {
  const mark = byteOrderMark(bytes);
  if (!mark && isBinary(bytes)) return null;
  const notes: Note[] = [];
  let charset = 'utf-8';
  let text: string;
  if (mark) {
    charset = mark.charset;
    text = iconv.decode(bytes.subarray(mark.length), charset);
  } else {
    const strict = strictUtf8(bytes);
    if (strict !== null) {
      text = strict;
    } else {
      const named =
        [declared, declaredIn(bytes)].find(
          (name) => name !== null && iconv.encodingExists(name) && !/^utf-?8$/i.test(name),
        ) ?? null;
      charset = named ?? guess(bytes);
      text = iconv.decode(bytes, charset);
      if (named === null)
        notes.push(note('charset-guessed', `the encoding is not declared and was taken to be ${charset}`));
      if (text.includes('\uFFFD'))
        notes.push(note('charset-replaced', `some bytes are not valid ${charset} and show as �`));
    }
  }
  if (text.includes('\u0000')) {
    text = text.replaceAll('\u0000', '');
    notes.push(note('nul-characters-removed', 'NUL characters were taken out'));
  }
  return { text, charset, notes };
}

function note(code: Note['code'], message: string): Note {
  return { code, severity: 'warning', message };
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // not UTF-8: that is what was asked
    throw error;
  }
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = iconv.decode(bytes.subarray(0, 2048), 'latin1');
  return (
    /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head)?.[1] ?? null
  );
}

/** The likeliest encoding that iconv knows; Windows-1252 where nothing speaks for another. */
function guess(bytes: Uint8Array): string {
  const best = analyse(bytes.subarray(0, 65_536)).find(
    (match) => match.confidence >= 40 && iconv.encodingExists(match.name),
  );
  return best && !/^(?:ISO-8859-1|UTF-8|ASCII)$/i.test(best.name) ? best.name : 'windows-1252';
}

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a, 0x90], // Windows program
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x52, 0x49, 0x46, 0x46], // RIFF
  [0x00, 0x00, 0x00], // MP4
];

/** By its first bytes, or by control characters that no text holds. A few NULs alone make no binary. */
export function isBinary(bytes: Uint8Array): boolean {
  if (MAGIC.some((magic) => magic.every((byte, i) => bytes[i] === byte))) return true;
  const sample = bytes.subarray(0, 8192);
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  return sample.length > 0 && control / sample.length > 0.1;
}
