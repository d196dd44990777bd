import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/cli/version.js';
import { STORY } from '../story.js';
import { here } from './here.js';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BUILT = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The command line as a person runs it: the built program in a process of its own. */
function hearsay(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('usage', () => {
  test('help and version exit with 0; anything wrong with 2 and a hint', async () => {
    expect(await here('--help')).toMatchObject({ code: 0 });
    expect((await here('--help')).out).toContain('compare');
    expect(await here('--version')).toMatchObject({ code: 0, out: `${VERSION}\n` });
    for (const args of [
      [],
      ['compare'],
      ['compare', '--format', 'pdf', 'x'],
      ['compare', '--timeout', 'soon', 'x'],
      ['compare', '--kind', 'gossip', 'x'],
      ['compare', '--min-confidence', '2', 'x'],
      ['nonsense'],
    ]) {
      const { code, err, out } = await here(...args);
      expect([args, code]).toEqual([args, 2]);
      expect(err + out).toMatch(/hearsay|Usage/);
    }
  });
});

describe('compare', () => {
  test('text on stdout, nothing on stderr, exit 0', () => {
    const { code, out, err } = hearsay('compare', STORY);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('MEANING AT RISK (3)');
  });

  test.each(['markdown', 'html', 'json'] as const)('%s to a file', (format) => {
    const path = join(folder, `record.${format}`);
    const { code, out, err } = hearsay('compare', STORY, '--format', format, '--output', path);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`wrote ${path}`);
    const written = readFileSync(path, 'utf8');
    if (format === 'json')
      expect(JSON.parse(written)).toMatchObject({ format: 'hearsay-ledger/1', offsets: 'utf-16' });
    else expect(written).toContain('Meaning at risk');
  });

  test('--fail-on turns findings into exit 1', () => {
    expect(hearsay('compare', STORY, '--fail-on', 'meaning-at-risk').code).toBe(1);
    const quiet = join(folder, 'quiet.txt');
    writeFileSync(quiet, '“We will not sign,” Ruiz said.');
    expect(hearsay('compare', quiet, '--fail-on', 'content-changed').code).toBe(0);
  });

  test('--kind and --min-confidence leave out what was not asked for', () => {
    const rows = (...args: string[]) => {
      const out = join(folder, 'chosen.json');
      expect(hearsay('compare', STORY, '-f', 'json', '-o', out, ...args).code).toBe(0);
      return JSON.parse(readFileSync(out, 'utf8')).attributions as { kind: string; confidence: number }[];
    };
    const all = rows();
    const said = rows('--kind', 'speech,attitude');
    const sure = rows('--min-confidence', '0.7');
    expect(new Set(said.map(({ kind }) => kind))).toEqual(new Set(['speech', 'attitude']));
    expect(said.length).toBe(all.filter(({ kind }) => kind === 'speech' || kind === 'attitude').length);
    expect(sure.length).toBe(all.filter(({ confidence }) => confidence >= 0.7).length);
    expect(sure.length).toBeLessThan(all.length);
  });

  test('one line for each input that cannot be read; 3 where none can; the rest go through', () => {
    const missing = join(folder, 'missing.txt');
    const nothing = hearsay('compare', missing, 'ftp://a.example/');
    expect(nothing.code).toBe(3);
    expect(nothing.out).toBe('');
    expect(nothing.err.trim().split('\n')).toHaveLength(3);
    expect(nothing.err).toContain(`${missing}: there is no such file or folder; check the path [not-found]`);
    const rest = hearsay('compare', missing, STORY);
    expect(rest.code).toBe(0);
    expect(rest.err).toContain('[not-found]');
    expect(rest.out).toContain('NOTES');
  });

  test('a reader that closes the pipe early is no error', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${BUILT}" compare "${STORY}" -f json | head -1`],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  test('an output that cannot be written says so', () => {
    expect(hearsay('compare', STORY, '--output', '/dev/null/x')).toMatchObject({ code: 2 });
  });

  test('a 50 MB page is read in bounded time', () => {
    const page = join(folder, 'giant.html');
    writeFileSync(
      page,
      `<html><body><article><h1>Harbour open</h1>${'<p>The mayor of Salt Harbour said that she would not close it.</p>'.repeat(800_000)}</article></body></html>`,
    );
    const { code, err } = hearsay('compare', page, '--output', join(folder, 'giant.out'));
    expect([0, 3]).toContain(code);
    expect(err).toMatch(/\[(?:page-cut|too-slow|no-article)\]/);
  }, 240_000);
});

describe('demo', () => {
  test('prints the record and says where the page is', () => {
    const path = join(folder, 'demo.html');
    const { code, out } = hearsay('demo', '--output', path);
    expect(code).toBe(0);
    expect(out).toContain(path);
    expect(readFileSync(path, 'utf8')).toContain('<title>');
  });
});
