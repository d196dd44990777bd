import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare } from '../src/pipeline.js';
import { renderText } from '../src/render/text.js';
import { bundledStory } from './story.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) =>
    (match[1] as string).trim(),
  );

describe('the README', () => {
  test('its picture is what the program prints', () => {
    const record = renderText(compare(bundledStory()));
    for (const picture of blocks('text'))
      for (const line of picture.split('\n')) expect(record).toContain(line);
  });

  test('its commands run', () => {
    expect(blocks('sh')).toEqual([
      'npm start',
      'npm test',
      expect.stringMatching(/^npm run hearsay -- compare examples\/salt-harbour /),
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
  });

  test('its library example runs', () => {
    const folder = mkdtempSync(join(root, 'out-'));
    const file = join(folder, 'example.mjs');
    const code = (blocks('ts')[0] as string).replace("'hearsay'", "'../dist/index.js'");
    writeFileSync(file, code);
    const { status, stdout } = spawnSync(process.execPath, [file], { cwd: root, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(stdout).toContain('MEANING AT RISK');
  });
});
