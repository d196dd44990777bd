/** 32-bit FNV-1a of the UTF-16 units of `text` from `from` on. */
export function fnv(text: string, from = 0): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Mixes a template number and two values into one of `2 ** bits` buckets. */
export function bucketOf(template: number, a: number, b: number, bits: number): number {
  let hash = Math.imul(template, 0x9e3779b1) ^ Math.imul(a + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(b + 0x165667b1, 0x27d4eb2f);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}

/** One hash of two. */
export function pair(a: number, b: number): number {
  const hash = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) | 0;
}
