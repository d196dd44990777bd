import { compareText } from '../model/order.js';
import type { Report } from '../model/report.js';

/** Words of a shingle: long enough that two reporters do not write it by chance. */
const SHINGLE = 6;
/** One shingle in so many is kept, by its hash: the same ones in every report. */
const SAMPLED = 4;
/** Of the smaller report’s shingles the other one has at least this share: agencies’ stories are cut and led in anew. */
const SHARED = 0.5;
/** And of the larger one’s this: a text that quotes a whole report at length is no copy of it. */
const SHARED_OF_LARGER = 0.35;
/** Shingles below which nothing is told of a report. */
const LEAST = 12;
/** A shingle in more reports than this is a set phrase of the outlet, not of a story. */
const COMMON = 60;

/**
 * Id of a report → id of the report that speaks for it: itself, or the earliest of those that it is nearly a copy of.
 * Reports are near copies where half of the smaller one’s runs of six words stand in the other (containment; Broder
 * 1997).
 */
export function voicesOf(reports: readonly Report[]): ReadonlyMap<string, string> {
  const ordered = [...reports].sort(
    (a, b) =>
      compareText(a.published ?? '9', b.published ?? '9') ||
      compareText(a.origin, b.origin) ||
      compareText(a.id, b.id),
  );
  const sketches = ordered.map(({ text }) => sketch(text));
  const holders = new Map<number, number[]>();
  const voices = new Map<string, string>();
  ordered.forEach((report, i) => {
    const own = sketches[i] as ReadonlySet<number>;
    const counts = new Map<number, number>();
    for (const hash of own) {
      const at = holders.get(hash);
      if (!at) holders.set(hash, [i]);
      else {
        if (at.length <= COMMON) for (const other of at) counts.set(other, (counts.get(other) ?? 0) + 1);
        at.push(i);
      }
    }
    let best: { readonly other: number; readonly shared: number } | null = null;
    for (const [other, count] of counts) {
      const theirs = (sketches[other] as ReadonlySet<number>).size;
      const size = Math.min(own.size, theirs);
      const shared = count / size;
      const larger = Math.max(own.size, theirs);
      if (
        size >= LEAST &&
        shared >= SHARED &&
        count / larger >= SHARED_OF_LARGER &&
        (!best || shared > best.shared || (shared === best.shared && other < best.other))
      )
        best = { other, shared };
    }
    const found = best && (ordered[best.other] as Report);
    voices.set(report.id, found ? (voices.get(found.id) ?? found.id) : report.id);
  });
  return voices;
}

function sketch(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (let k = i; k < i + SHINGLE; k++) {
      const word = words[k] as string;
      for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
      hash = Math.imul(hash ^ 32, 0x01000193);
    }
    hash ^= hash >>> 15;
    if ((hash >>> 0) % SAMPLED === 0) kept.add(hash >>> 0);
  }
  return kept;
}
