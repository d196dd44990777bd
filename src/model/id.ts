/**
 * A short, stable id from content: FNV-1a over UTF-16 code units, run twice with different offsets (64 bits), in
 * base 36. The same parts give the same id on every machine; ids are for reference, not for security.
 */
export function contentId(prefix: string, ...parts: readonly (string | number)[]): string {
  const text = parts.join('\u0000');
  return `${prefix}${fnv(text, 0x811c9dc5)}${fnv(text, 0x01000193)}`;
}

function fnv(text: string, offset: number): string {
  let hash = offset;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
