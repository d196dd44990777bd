import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Ledger } from '../src/model/ledger.js';
import type { Report } from '../src/model/report.js';
import { compare } from '../src/pipeline.js';
import { type ManifestEntry, type ReadResult, read } from '../src/read/read.js';

/**
 * Cases in a text file, parted by blank lines; lines that begin with `#` name the case that follows. Each case holds
 * its own expectation: `actual` turns it into what the code makes of it, and the two must be one string. `UPDATE=1`
 * writes what the code makes, for a person to read in the diff.
 */
export function cases(file: string, actual: (given: string) => string): void {
  const path = fileURLToPath(new URL(`./fixtures/${file}`, import.meta.url));
  const blocks = readFileSync(path, 'utf8').trimEnd().split(/\n\n+/);
  const updated: string[] = [];
  let name = file;
  for (const block of blocks) {
    const lines = block.split('\n');
    const comments = lines.filter((line) => line.startsWith('#'));
    const given = lines.filter((line) => !line.startsWith('#')).join('\n');
    if (comments.length > 0) name = comments.map((line) => line.replace(/^#\s*/, '')).join(' ');
    if (given === '') {
      updated.push(block);
      continue;
    }
    if (process.env.UPDATE) {
      updated.push([...comments, actual(given)].join('\n'));
      continue;
    }
    test(`${name}: ${given.slice(0, 70).replace(/\s+/g, ' ')}`, () => {
      expect(actual(given)).toBe(given);
    });
  }
  if (process.env.UPDATE) {
    writeFileSync(path, `${updated.join('\n\n')}\n`);
    test(`${file} was rewritten`, () => expect(updated.length).toBe(blocks.length));
  }
}

/** Puts marks into a text: `{name:` before each span and `}` behind it, the outer ones outside. */
export function mark(
  text: string,
  spans: readonly { readonly start: number; readonly end: number; readonly name: string }[],
): string {
  const edges = spans.flatMap((span) => [
    { at: span.start, open: true, span },
    { at: span.end, open: false, span },
  ]);
  edges.sort(
    (a, b) =>
      a.at - b.at ||
      Number(a.open) - Number(b.open) ||
      (a.open ? b.span.end - a.span.end : b.span.start - a.span.start),
  );
  let out = '';
  let from = 0;
  for (const { at, open, span } of edges) {
    out += text.slice(from, at) + (open ? `{${span.name}:` : '}');
    from = at;
  }
  return out + text.slice(from);
}

/** The text without its marks. */
export function unmark(marked: string): string {
  return marked.replace(/\{[\w^@.-]+:|\}/g, '');
}

const encoder = new TextEncoder();

/** Reads text as a report; fails the test where it cannot be read. */
export function reportFrom(
  text: string,
  origin = 'report.txt',
  manifest: Omit<ManifestEntry, 'file'> = {},
): Report {
  return reportOf(read({ bytes: encoder.encode(text), origin, manifest: { file: origin, ...manifest } }));
}

export function reportOf(result: ReadResult): Report {
  if ('unreadable' in result) throw new Error(`unreadable: ${result.unreadable.code}`);
  return result.report;
}

/** The ledger of texts given by name. */
export function ledgerOf(texts: Readonly<Record<string, string>>): Ledger {
  return compare(Object.entries(texts).map(([origin, text]) => reportFrom(text, origin)));
}
