import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { CanonicalText } from './canonical.js';

/** Characters of a document's XML that are read: far more than any draft has. */
const LARGEST_DOCUMENT = 60_000_000;

/** Whether bytes are a ZIP archive, as a Word document is. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** What a reader sees as no text of the document: deleted and moved words, field codes, what stands in for a picture. */
const UNSEEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'mc:Fallback',
  'w:footnoteReference',
  'w:commentReference',
]);

/**
 * A Word document (Office Open XML, ECMA-376): the words of its body, tracked insertions taken in and deletions left
 * out, a paragraph each. Offsets lead to the document's XML. Null where the archive is no such document.
 */
export function readDocx(bytes: Uint8Array): { readonly canonical: CanonicalText } | null {
  const xml = documentIn(bytes);
  if (xml === null) return null;
  const canonical = new CanonicalText();
  let unseen = 0;
  let inText = false;
  let paragraphs = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (UNSEEN.has(name)) unseen++;
        if (unseen > 0) return;
        if (name === 'w:t') inText = true;
        else if (name === 'w:p') {
          if (paragraphs++ > 0 && canonical.length > 0) canonical.add('\n\n', parser.startIndex, 0);
        } else if (name === 'w:tab')
          canonical.add('\t', parser.startIndex, parser.endIndex + 1 - parser.startIndex);
        else if (name === 'w:br' || name === 'w:cr')
          canonical.add('\n', parser.startIndex, parser.endIndex + 1 - parser.startIndex);
        else if (name === 'w:noBreakHyphen')
          canonical.add('‑', parser.startIndex, parser.endIndex + 1 - parser.startIndex);
      },
      ontext(text) {
        if (inText && unseen === 0)
          canonical.add(text, parser.startIndex, parser.endIndex + 1 - parser.startIndex);
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false;
        if (UNSEEN.has(name)) unseen--;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { canonical };
}

function documentIn(bytes: Uint8Array): string | null {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= LARGEST_DOCUMENT,
    });
    const document = files['word/document.xml'];
    return document ? strFromU8(document) : null;
  } catch {
    // Cut short, encrypted or not an archive after all: no document can be had from it.
    return null;
  }
}
