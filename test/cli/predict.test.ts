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

describe('predict:locate', () => {
  const LOCATE = fileURLToPath(new URL('../../scripts/predict-locate.mjs', import.meta.url));
  const locate = (...args: string[]) => spawnSync(process.execPath, [LOCATE, ...args], { encoding: 'utf8' });
  const jsonl = (name: string, rows: readonly unknown[]) => {
    const path = join(folder, name);
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return path;
  };
  const sources = jsonl('sources.jsonl', [
    { id: 'a', text: 'We will not sign the treaty this year, whatever they say about it in the town.' },
    { id: 'b', text: 'The ferries leave at six and at noon, and nobody has ever asked for more of them.' },
  ]);

  test('one line a quotation: place, form, events, verdict', () => {
    const out = join(folder, 'located.jsonl');
    const quotations = jsonl('quotations.jsonl', [
      { id: 1, text: 'We will sign the treaty this year, whatever they say' },
      { id: 2, text: 'The ferries leave at six … and nobody has ever asked for more' },
      { id: 3, text: 'Every captain in the harbour keeps a dog.' },
    ]);
    expect(locate(sources, quotations, out)).toMatchObject({ status: 0, stderr: '' });
    const rows = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      {
        id: 1,
        found: true,
        spans: [{ source: 'a', start: 0, end: 56 }],
        form: 'silent-elision',
        events: ['negator'],
        verdict: 'meaning-at-risk',
      },
      {
        id: 2,
        found: true,
        spans: [{ source: 'b', start: 0 }],
        form: 'marked-elision',
        events: [],
        verdict: 'cosmetic',
      },
      { id: 3, found: false, spans: [], form: 'not-located', events: [], verdict: null },
    ]);
    for (const { ms } of rows) expect(ms).toBeGreaterThanOrEqual(0);
  });

  test('a wrong call, and a wrong line, say what to do', () => {
    expect(locate()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('SOURCES.jsonl QUOTES.jsonl OUT.jsonl'),
    });
    expect(locate(sources, join(folder, 'none.jsonl'), 'x')).toMatchObject({ status: 3 });
    const odd = jsonl('odd.jsonl', [{ id: 1 }]);
    expect(locate(sources, odd, 'x')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('odd.jsonl:1'),
    });
  });
});

describe('predict:dates', () => {
  const DATES = fileURLToPath(new URL('../../scripts/predict-dates.mjs', import.meta.url));
  const dates = (...args: string[]) => spawnSync(process.execPath, [DATES, ...args], { encoding: 'utf8' });

  test('one line an expression; offsets count UTF-16 code units; without a day nothing is made up', () => {
    const [given, out] = [join(folder, 'texts.jsonl'), join(folder, 'dates.jsonl')];
    const text = '😀 Ruiz left on Tuesday and was away for two weeks.';
    writeFileSync(
      given,
      [
        { id: 'a', text, published: '2017-11-12' },
        { id: 'b', text, published: null },
      ]
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    expect(dates(given, out)).toMatchObject({ status: 0, stderr: '' });
    const rows = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ start, end, ...row }) => ({ ...row, words: text.slice(start, end) }))).toEqual([
      { id: 'a', type: 'DATE', value: '2017-11-07', words: 'Tuesday' },
      { id: 'a', type: 'DURATION', value: 'P2W', words: 'two weeks' },
      { id: 'b', type: 'DATE', value: 'XXXX-WXX-2', words: 'Tuesday' },
      { id: 'b', type: 'DURATION', value: 'P2W', words: 'two weeks' },
    ]);
  });

  test('a wrong call, and a wrong line, say what to do', () => {
    expect(dates()).toMatchObject({ status: 2, stderr: expect.stringContaining('IN.jsonl OUT.jsonl') });
    const broken = join(folder, 'broken-dates.jsonl');
    writeFileSync(broken, '{"id":');
    expect(dates(broken, join(folder, 'none.jsonl'))).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('broken-dates.jsonl'),
    });
  });
});
