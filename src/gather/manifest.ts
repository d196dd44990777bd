import { readFile } from 'node:fs/promises';
import type { Note } from '../model/note.js';
import type { ManifestEntry } from '../read/read.js';

/**
 * Reads a `manifest.jsonl`: one JSON object a line, with `file` and whatever the file itself lacks. A missing manifest
 * is an empty one; a line that is not valid leaves a note.
 */
export async function readManifest(path: string, notes: Note[]): Promise<ReadonlyMap<string, ManifestEntry>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    notes.push({
      code: 'manifest-line-invalid',
      severity: 'warning',
      message: `the manifest could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      at: { origin: path },
    });
    return new Map();
  }
  const entries = new Map<string, ManifestEntry>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const entry = parse(line);
    if (entry) entries.set(entry.file, entry);
    else
      notes.push({
        code: 'manifest-line-invalid',
        severity: 'warning',
        message: `line ${index + 1} of the manifest is not a JSON object with a "file"; it was passed over`,
        at: { origin: path },
      });
  });
  return entries;
}

const FIELDS = ['outlet', 'title', 'byline', 'published', 'url', 'language', 'provenance'] as const;

function parse(line: string): ManifestEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const record = value as Record<string, unknown>;
  if (typeof record.file !== 'string') return null;
  const fields = FIELDS.flatMap((field) => {
    const given = record[field];
    return typeof given === 'string' && given.trim() !== '' ? [[field, given.trim()] as const] : [];
  });
  const kind = record.kind === 'transcript' || record.kind === 'report' ? record.kind : null;
  return { file: record.file, ...Object.fromEntries(fields), ...(kind ? { kind } : {}) };
}
