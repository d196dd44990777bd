import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/predict-attribution.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hearsay-predict-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });

describe('predict:attribution', () => {
  test('one prediction a text; offsets count code points; quotations that go on are one', () => {
    const text =
      '😀 Ruiz said the port would stay open.\n\n“We will not sign,” Ito said. “It is a bad deal for the town.”\n';
    writeFileSync(join(folder, 'a.txt'), text);
    expect(run(folder, join(folder, 'out'))).toMatchObject({ status: 0, stderr: '' });
    const { filename, attributions } = JSON.parse(readFileSync(join(folder, 'out', 'a.json'), 'utf8'));
    expect(filename).toBe('a.txt');
    const points = [...text];
    const words = (spans: [number, number][]) => spans.map(([b, e]) => points.slice(b, e).join(''));
    expect(
      attributions.map(
        ({ source, cue, content }: Record<'source' | 'cue' | 'content', [number, number][]>) => [
          words(source),
          words(cue),
          words(content),
        ],
      ),
    ).toEqual([
      [['Ruiz'], ['said'], ['the port would stay open']],
      [['Ito'], ['said'], ['“We will not sign,”', '“It is a bad deal for the town.”']],
    ]);
  });

  test('a wrong call says how to call it', () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('TEXT_FOLDER OUT_FOLDER') });
    expect(run(mkdtempSync(join(folder, 'empty-')), folder)).toMatchObject({ status: 3 });
  });
});
