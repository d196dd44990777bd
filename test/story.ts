import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../src/model/report.js';
import { type ManifestEntry, read } from '../src/read/read.js';
import { reportOf } from './fixtures.js';

export const STORY = fileURLToPath(new URL('../examples/salt-harbour', import.meta.url));

/** The bundled story's reports. */
export function bundledStory(): readonly Report[] {
  return reportsIn(STORY);
}

/** The reports of a folder with its manifest, as `gather` reads them; origins are bare file names. */
export function reportsIn(folder: string): readonly Report[] {
  const manifest = new Map(
    readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ManifestEntry)
      .map((entry) => [entry.file, entry]),
  );
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|html|md)$/.test(name))
    .sort()
    .map((name) => {
      const entry = manifest.get(name);
      return reportOf(
        read({
          bytes: readFileSync(join(folder, name)),
          origin: name,
          ...(entry ? { manifest: entry } : {}),
        }),
      );
    });
}
