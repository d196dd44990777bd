import { readFile } from 'node:fs/promises';
import type { Correction, Place } from '../model/correction.js';
import { SPEAKER_KINDS } from '../model/speaker.js';
import { HearsayError } from './error.js';

/** Version of the file of corrections. */
export const CORRECTIONS_FORMAT = 'hearsay-speakers/1';

/**
 * Reads a file of corrections to the speakers (`docs/formats.md`).
 * @throws HearsayError where it cannot be read or is not such a file; the message names the correction that is wrong
 */
export async function readCorrections(path: string): Promise<readonly Correction[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    if (code === 'ENOENT') throw new HearsayError('not-found', 'no such file; check the path', path);
    throw new HearsayError('not-readable', `could not be read (${code}); check the permissions`, path);
  }
  return correctionsFrom(text, path);
}

/** The corrections that a file holds, each checked. */
export function correctionsFrom(text: string, path: string): readonly Correction[] {
  const bad = (problem: string) => new HearsayError('bad-speakers', problem, path);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw bad(`is not JSON (${(error as SyntaxError).message}); correct it with a JSON editor`);
  }
  if (!isRecord(value) || value.format !== CORRECTIONS_FORMAT)
    throw bad(`has no "format": "${CORRECTIONS_FORMAT}"; add it at the top`);
  const { corrections, format: _, ...rest } = value;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw bad(`has an unknown field "${unknown}"; only "format" and "corrections" are known`);
  if (!Array.isArray(corrections)) throw bad('has no list "corrections"; add one, even if it is empty');
  return corrections.map((one: unknown, i) => {
    const problem = problemOf(one);
    if (problem) throw bad(`correction ${i + 1}: ${problem}`);
    return one as Correction;
  });
}

/** The fields of each kind of correction, the one that tells it apart first. */
const FIELDS: Record<string, readonly string[]> = {
  merge: ['merge'],
  split: ['split', 'into', 'where'],
  assign: ['assign', 'where'],
  rename: ['rename', 'to'],
  speaker: ['speaker', 'role', 'wikidata', 'kind'],
};

function problemOf(one: unknown): string | null {
  if (!isRecord(one)) return 'is no object; write { "merge": […] } or another correction';
  const kinds = Object.keys(FIELDS).filter((field) => field in one);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1)
    return `needs exactly one of ${Object.keys(FIELDS)
      .map((field) => `"${field}"`)
      .join(', ')}`;
  const fields = FIELDS[kind] as readonly string[];
  const unknown = Object.keys(one).find((field) => !fields.includes(field));
  if (unknown !== undefined) return `"${unknown}" is no field of "${kind}"; it has ${fields.join(', ')}`;
  for (const field of fields) {
    if (kind === 'speaker' && field !== 'speaker') continue;
    const problem = problemOfField(field, one[field]);
    if (problem) return problem;
  }
  return kind === 'speaker' ? problemOfAddition(one) : null;
}

function problemOfField(field: string, value: unknown): string | null {
  if (field === 'merge')
    return Array.isArray(value) && value.length > 1 && value.every(isName)
      ? null
      : '"merge" must be a list of two names or more';
  if (field === 'where')
    return Array.isArray(value) && value.length > 0 && value.every(isPlace)
      ? null
      : '"where" must be a list of places, each { "report": file or id, "words": some words of the quotation }; "words" may be left out';
  return isName(value) ? null : `"${field}" must be a name`;
}

function problemOfAddition({ role, wikidata, kind }: Record<string, unknown>): string | null {
  if (role === undefined && wikidata === undefined && kind === undefined)
    return '"speaker" needs a "role", a "wikidata" id or a "kind"';
  if (role !== undefined && !isName(role)) return '"role" must be words';
  if (wikidata !== undefined && !(typeof wikidata === 'string' && /^Q[1-9]\d*$/.test(wikidata)))
    return '"wikidata" must be an item such as "Q42"';
  if (kind !== undefined && !SPEAKER_KINDS.some((known) => known === kind))
    return `"kind" must be one of ${SPEAKER_KINDS.join(', ')}`;
  return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isPlace = (value: unknown): value is Place =>
  isRecord(value) &&
  isName(value.report) &&
  (value.words === undefined || isName(value.words)) &&
  Object.keys(value).every((field) => field === 'report' || field === 'words');
