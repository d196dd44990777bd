import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Note } from '../model/note.js';
import type { Report } from '../model/report.js';
import { LARGEST, type ManifestEntry, type Original, type ReadResult } from '../read/read.js';
import { HearsayError } from './error.js';
import { Fetcher, type FetchOptions } from './fetch.js';
import { readManifest } from './manifest.js';
import { Reader } from './reader.js';

/** What came of a list of inputs. What could not be read is told apart from what was; nothing is lost silently. */
export interface Gathered {
  readonly reports: readonly Report[];
  readonly notes: readonly Note[];
  readonly failures: readonly HearsayError[];
}

const EXTENSIONS = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.docx',
  '.srt',
  '.vtt',
]);

/**
 * Reads files, folders and http(s) URLs. In a folder every text, Markdown and HTML file is a report, but for names
 * that begin with a dot or with README; a `manifest.jsonl` beside a file supplies what the file lacks.
 */
export async function gather(
  inputs: readonly string[],
  options: FetchOptions & { readonly reader?: Reader } = {},
): Promise<Gathered> {
  const reader = options.reader ?? new Reader();
  const fetcher = new Fetcher(options);
  const reports: Report[] = [];
  const notes: Note[] = [];
  const failures: HearsayError[] = [];
  const manifests = new Map<string, Promise<ReadonlyMap<string, ManifestEntry>>>();
  try {
    for (const input of inputs) {
      for (const origin of await expand(input, failures)) await one(origin);
    }
  } finally {
    await Promise.all([reader.close(), fetcher.close()]);
  }
  return { reports, notes, failures };

  async function one(origin: string): Promise<void> {
    try {
      const original = isUrl(origin) ? await fetched(origin) : await fromFile(origin);
      const result: ReadResult = await reader.read(original);
      if ('unreadable' in result)
        throw new HearsayError(result.unreadable.code, result.unreadable.message, origin);
      reports.push(result.report);
      notes.push(...result.notes);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      failures.push(error);
    }
  }

  async function fetched(origin: string): Promise<Original> {
    const { bytes, url, contentType } = await fetcher.get(origin);
    return { bytes, origin: url, contentType };
  }

  async function fromFile(path: string): Promise<Original> {
    const folder = dirname(path);
    let manifest = manifests.get(folder);
    if (!manifest) {
      manifest = readManifest(join(folder, 'manifest.jsonl'), notes);
      manifests.set(folder, manifest);
    }
    const entry = (await manifest).get(basename(path));
    return { bytes: await firstBytes(path), origin: path, ...(entry ? { manifest: entry } : {}) };
  }
}

export const isUrl = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

/** A file as itself, a folder as its reports in order of name. */
async function expand(input: string, failures: HearsayError[]): Promise<readonly string[]> {
  if (isUrl(input)) return [input];
  try {
    const found = await stat(input);
    if (!found.isDirectory()) return [input];
    const names = (await readdir(input))
      .filter((name) => EXTENSIONS.has(extname(name).toLowerCase()) && !/^(?:\.|readme\b)/i.test(name))
      .sort();
    if (names.length === 0)
      failures.push(
        new HearsayError(
          'no-reports',
          'this folder holds no text, Markdown, HTML, Word or subtitle files; give the folder that does',
          input,
        ),
      );
    return names.map((name) => join(input, name));
  } catch (error) {
    failures.push(fileError(error, input));
    return [];
  }
}

/** As much of a file as a report may have, and one byte more, so that the reader can tell that it was cut. */
async function firstBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const buffer = Buffer.alloc(Math.min(size, LARGEST + 1));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error, path);
  }
}

export function fileError(error: unknown, path: string): HearsayError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new HearsayError('not-found', 'there is no such file or folder; check the path', path);
  if (code === 'EACCES' || code === 'EPERM')
    return new HearsayError('not-readable', 'this may not be read; check its permissions', path);
  if (code === undefined) throw error;
  return new HearsayError('not-readable', `this cannot be read (${code})`, path);
}
