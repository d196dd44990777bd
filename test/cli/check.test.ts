import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { STORY } from '../story.js';
import { here } from './here.js';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const BUILT = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const DRAFT = fileURLToPath(new URL('../../examples/draft.md', import.meta.url));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const check = (...args: string[]) => here('check', ...args);

const REMARKS = file(
  'remarks.srt',
  `1\n00:01:02,000 --> 00:01:05,000\nRUIZ: We will not close the harbour\n\n2\n00:01:05,000 --> 00:01:09,500\nunless the second test comes back positive.\n\n3\n00:01:10,000 --> 00:01:12,000\nREPORTER: And who pays?\n\n4\n00:01:13,000 --> 00:01:15,000\nRUIZ: That is for the lawyers to say.\n`,
);
const RIGHT = file(
  'right.txt',
  '“We will not close the harbour unless the second test comes back positive,” Ruiz said.\n',
);
const WRONG = file(
  'wrong.txt',
  '“We will close the harbour unless the second test comes back positive,” Ruiz said.\n',
);

describe('check', () => {
  test('exit codes: 0 nothing found, 1 findings, 2 usage, 3 nothing to read', async () => {
    expect(await check(RIGHT, '--against', REMARKS)).toMatchObject({ code: 0, err: '' });
    expect(await check(WRONG, '--against', REMARKS)).toMatchObject({ code: 1, err: '' });
    for (const args of [
      [],
      [RIGHT],
      [RIGHT, '--against', REMARKS, '-f', 'pdf'],
      [RIGHT, '--against', REMARKS, '--waive', 'q1'],
    ])
      expect([args, (await check(...args)).code]).toEqual([args, 2]);
    expect(await check(join(folder, 'none.txt'), '--against', REMARKS)).toMatchObject({
      code: 3,
      err: expect.stringContaining('[not-found]'),
    });
    expect(await check(RIGHT, '--against', join(folder, 'none'))).toMatchObject({
      code: 3,
      err: expect.stringContaining('no source could be read'),
    });
  });

  test('the passage has its place, its speaker and its time', async () => {
    expect((await check(WRONG, '--against', REMARKS)).out).toContain(
      'remarks.srt @6–78 (transcript), 1:02–1:09, RUIZ',
    );
  });

  test.each([
    ['json', '"format": "hearsay-check/1"'],
    ['sarif', '"version": "2.1.0"'],
    ['github', '::error file='],
    ['html', '<!doctype html>'],
    ['text', 'FINDINGS (1)'],
  ])('--format %s', async (format, expected) => {
    expect((await check(WRONG, '--against', REMARKS, '-f', format)).out).toContain(expected);
  });

  test('--output writes a file, and says where one cannot be written', async () => {
    const path = join(folder, 'out', 'check.html');
    expect(await check(RIGHT, '--against', REMARKS, '-f', 'html', '-o', path)).toMatchObject({
      code: 0,
      out: '',
    });
    expect(readFileSync(path, 'utf8')).toContain('right.txt');
    expect(await check(RIGHT, '--against', REMARKS, '-o', join(RIGHT, 'x'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('[not-writable]'),
    });
  });

  test('--waive and a comment let a finding stand', async () => {
    const { out } = await check(WRONG, '--against', REMARKS, '-f', 'json');
    const [{ id }] = JSON.parse(out).quotations;
    expect(await check(WRONG, '--against', REMARKS, '--waive', `${id}=heard on the phone`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('waived: heard on the phone'),
    });
    const waived = (text: string) => check(file('waived.md', text), '--against', REMARKS);
    const words = readFileSync(WRONG, 'utf8').trim();
    expect((await waived(`${words} <!-- hearsay-waive: on tape -->\n`)).code).toBe(0);
    expect((await waived(`<!-- hearsay-waive: on tape -->\n\n${words}\n`)).code).toBe(0);
    expect(await waived(`${words}\n\n<!-- hearsay-waive: too late -->\n`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('[waiver-unused]'),
    });
    expect(await waived(`${words} <!-- hearsay-waive -->\n`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('[waiver-without-reason]'),
    });
  });

  test('--policy: a name, a file, or an error that says what to do', async () => {
    const cut = file(
      'cut.txt',
      '“We will not close the harbour … the second test comes back positive,” Ruiz said.\n',
    );
    const strict = file('strict.json', '{ "name": "strict", "ellipsis": "error" }');
    expect(await check(cut, '--against', REMARKS, '--policy', strict)).toMatchObject({
      code: 1,
      out: expect.stringContaining('policy strict'),
    });
    for (const [policy, message] of [
      ['dpa', 'neither a policy (ap, reuters, verbatim) nor a file'],
      [file('bad.json', '{'), 'this is no JSON'],
      [file('odd.json', '{ "name": "x", "negation": "error" }'), '"negation" is no kind of difference'],
    ] as const)
      expect(await check(cut, '--against', REMARKS, '--policy', policy)).toMatchObject({
        code: 3,
        err: expect.stringMatching(new RegExp(`${message.replace(/[()]/g, '\\$&')}.*\\[bad-policy\\]`)),
      });
  });

  test('a Word document has offsets in the place of lines', async () => {
    const words = readFileSync(WRONG, 'utf8').trim();
    const docx = zipSync({
      'word/document.xml': strToU8(
        `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    });
    const { code, out } = await check(file('draft.docx', docx), '--against', REMARKS);
    expect([code, out]).toEqual([1, expect.stringContaining('draft.docx @1–')]);
  });

  test('a source that cannot be read is told, and the rest goes on', async () => {
    const { code, err } = await check(RIGHT, '--against', REMARKS, join(folder, 'none.txt'));
    expect(code).toBe(0);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('[not-found]');
  });

  test('from standard input, as a process of its own, on the bundled story', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [BUILT, 'check', '-', '--against', STORY],
      {
        input: readFileSync(DRAFT, 'utf8'),
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      },
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('10 quotations against 9 sources, policy ap: 5 findings, 1 waived, 4 right');
    expect(stdout).toContain('standard input:7:2');
    expect(status).toBe(1);
  });

  test('a page as a draft, with a comment that waives', () => {
    const words = readFileSync(WRONG, 'utf8').trim();
    const page = file(
      'waived.html',
      `<html><body><article><p>The mayor spoke on the quay for a long time that day, and the press asked her.</p><p>${words}<!-- hearsay-waive: on tape --></p></article></body></html>`,
    );
    const { status, stdout } = spawnSync(process.execPath, [BUILT, 'check', page, '--against', REMARKS], {
      encoding: 'utf8',
    });
    expect([stdout, status]).toEqual([expect.stringContaining('waived: on tape'), 0]);
  });
});
