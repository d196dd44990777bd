import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare, verifyQuotes } from '../src/pipeline.js';
import { renderCheckText } from '../src/render/check-text.js';
import { renderText } from '../src/render/text.js';
import { reportFrom } from './fixtures.js';
import { bundledStory } from './story.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) =>
    (match[1] as string).trim(),
  );

describe('the README', () => {
  test('its picture is what the program prints', () => {
    const draft = readFileSync(join(root, 'examples/draft.md'), 'utf8');
    const lines = [0, ...[...draft.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const check = verifyQuotes(reportFrom(draft, 'examples/draft.md'), bundledStory(), [], { lines });
    const shown = [renderText(compare(bundledStory())), renderCheckText(check)];
    expect(blocks('text')).toHaveLength(shown.length);
    for (const [i, picture] of blocks('text').entries())
      for (const line of picture.split('\n')) expect(shown[i]).toContain(line);
  });

  test('its commands run', () => {
    expect(blocks('sh')).toEqual([
      'npm start',
      'npm test',
      expect.stringMatching(/^npm run hearsay -- compare examples\/salt-harbour /),
      'npm run hearsay -- check examples/draft.md --against examples/salt-harbour',
    ]);
    const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
    expect(scripts).toMatchObject({
      prestart: 'node scripts/ensure.mjs',
      pretest: 'node scripts/ensure.mjs',
    });
    const npm = (args: string[]) =>
      spawnSync('npm', args, { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    const start = npm(['start']);
    expect(start.status).toBe(0);
    expect(start.stdout).toContain('MEANING AT RISK');
    expect(start.stdout).toContain('out/demo.html');
    expect(existsSync(join(root, 'out/demo.html'))).toBe(true);
    const own = npm((blocks('sh')[2] as string).split(' ').slice(1));
    expect(own.status).toBe(0);
    expect(existsSync(join(root, 'out/record.html'))).toBe(true);
    const check = npm((blocks('sh')[3] as string).split(' ').slice(1));
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('5 findings, 1 waived');
  });

  test.each([
    ['README.md', 'MEANING AT RISK'],
    ['docs/library.md', 'altered negator-changed\naltered number-changed\nmisattributed other-speaker'],
  ])('the library example of %s runs', (page, expected) => {
    const folder = mkdtempSync(join(root, 'out-'));
    const file = join(folder, 'example.mjs');
    const [code] = /(?<=```ts\n)[\s\S]*?(?=```)/.exec(
      readFileSync(join(root, page), 'utf8'),
    ) as RegExpExecArray;
    writeFileSync(file, (code as string).replace("'hearsay'", "'../dist/index.js'"));
    const { status, stdout } = spawnSync(process.execPath, [file], { cwd: root, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(stdout).toContain(expected);
  });
});
