import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECK_FORMATS, FORMATS } from '../src/cli/output.js';
import { build } from '../src/cli/run.js';
import { VERSION } from '../src/cli/version.js';
import { ERROR_CODES } from '../src/gather/error.js';
import { CUE_KINDS, SAID_ON_BASES } from '../src/model/attribution.js';
import { CHECK_VERDICTS, PRESENTATION_KINDS } from '../src/model/check.js';
import { NOTE_CODES } from '../src/model/note.js';
import {
  COVERAGE_CELLS,
  DISAGREEMENT_KINDS,
  SHIFT_KINDS,
  STANCE_BASES,
  STANCE_VALUES,
  STRENGTHS,
} from '../src/model/stance.js';
import { EVENT_KINDS, FORMS, VERDICTS } from '../src/model/statement.js';
import { PARTS } from '../src/render/parts.js';
import { POLICIES } from '../src/verify/policy.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const doc = (name: string) => readFileSync(join(root, name), 'utf8');

function filesIn(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path, wanted) : wanted.test(name) ? [path] : [];
  });
}

const STAGES = ['read', 'segment', 'attribute', 'identify', 'date', 'collate', 'compare'];
const EDGES = ['gather', 'cli'];

/** Which rooms a room may import from, besides itself. `.` is the files directly in src. */
const MAY: Record<string, readonly string[]> = {
  model: [],
  lexicon: ['model'],
  learned: ['model'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['model', 'lexicon', 'learned']])),
  wording: ['model', 'lexicon', 'learned'],
  collate: ['model', 'lexicon', 'learned', 'wording'],
  verify: ['model', 'lexicon', 'learned', 'wording'],
  ledger: ['model'],
  render: ['model'],
  gather: ['model', 'read', 'verify'],
  cli: ['model', 'gather', 'ledger', 'render', '.'],
  '.': ['model', ...STAGES, 'wording', 'verify', 'ledger', 'render', 'gather'],
};

describe('the import rule', () => {
  const src = join(root, 'src');
  const roomOf = (path: string) => {
    const first = relative(src, path).split('/')[0] as string;
    return first.endsWith('.ts') || first.endsWith('.js') ? '.' : first;
  };

  test.each(filesIn(src, /\.ts$/).map((path) => [relative(root, path), path]))('%s', (name, path) => {
    const room = roomOf(path);
    const text = readFileSync(path, 'utf8');
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)) {
      const from = specifier as string;
      if (from.startsWith('node:')) {
        expect(
          EDGES,
          `${name} imports ${from}: only ${EDGES.join(', ')} may touch node:; pass what you need in from an edge`,
        ).toContain(room);
      } else if (from.startsWith('.')) {
        const target = roomOf(join(path, '..', from));
        const may = [room, ...(MAY[room] ?? [])];
        expect(
          may,
          `${name} imports from ${target}: ${room} may import ${may.join(', ')} only; let pipeline.ts bring the two together, or move what both need to model or lexicon`,
        ).toContain(target);
      }
    }
    if (!EDGES.includes(room)) {
      expect(text, `${name}: a pure room may not read the clock, chance or the environment`).not.toMatch(
        /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|process\.env/,
      );
    }
    expect(text, `${name}: no default exports`).not.toMatch(/^export default/m);
  });
});

describe('the docs rule', () => {
  const cli = doc('docs/cli.md');
  const program = build(
    { out: () => {}, err: () => {}, columns: 80, colour: false, interactive: false },
    () => {},
  );

  test('every command and option is documented', () => {
    for (const command of program.commands) {
      expect(cli).toContain(`## \`${command.name()}`);
      for (const option of command.options) expect(cli).toContain(`\`${option.flags}\``);
    }
  });

  test('every format, form, kind, verdict and note is documented', () => {
    const formats = doc('docs/formats.md');
    for (const word of [
      ...[...FORMS, ...EVENT_KINDS, ...VERDICTS, ...NOTE_CODES, ...CUE_KINDS, ...SAID_ON_BASES],
      ...[
        ...STANCE_VALUES,
        ...STRENGTHS,
        ...STANCE_BASES,
        ...DISAGREEMENT_KINDS,
        ...SHIFT_KINDS,
        ...COVERAGE_CELLS,
      ],
    ])
      expect(formats).toContain(`\`${word}\``);
    for (const part of PARTS) expect(cli).toContain(`\`${part}\``);
    for (const format of FORMATS) expect(cli).toContain(`\`${format}\``);
    const check = doc('docs/check.md');
    for (const word of [...CHECK_VERDICTS, ...PRESENTATION_KINDS, ...CHECK_FORMATS, ...POLICIES.keys()])
      expect(check).toContain(`\`${word}\``);
  });

  test('every error code is documented', () => {
    for (const code of ERROR_CODES) expect(doc('docs/errors.md')).toContain(`\`${code}\``);
  });

  test('every export of the library is documented', () => {
    const library = doc('docs/library.md');
    const exported = [...doc('src/index.ts').matchAll(/^export \{ (.+?) \} from/gm)].flatMap((match) =>
      (match[1] as string).split(',').map((name) => name.trim()),
    );
    for (const name of exported)
      if (!name.startsWith('type ') && name !== 'HearsayError' && name !== 'WIRE_FORMAT')
        expect(library).toContain(`\`${name}`);
  });

  test('links between the pages lead somewhere', () => {
    for (const page of [
      'README.md',
      'ARCHITECTURE.md',
      ...filesIn(join(root, 'docs'), /\.md$/).map((path) => relative(root, path)),
    ]) {
      for (const [, target] of doc(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
        expect(
          () => statSync(join(root, page, '..', target as string)),
          `${page} links to ${target}`,
        ).not.toThrow();
      }
    }
  });

  test('each invariant names a test that exists', () => {
    const tests = filesIn(join(root, 'test'), /\.test\.ts$/)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const named = [...doc('ARCHITECTURE.md').matchAll(/ — \*(.+)\*$/gm)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect([name, tests.includes(name)]).toEqual([name, true]);
  });

  test('the version is the package’s', () => {
    expect(VERSION).toBe(JSON.parse(doc('package.json')).version);
  });

  test('learned data has a card and a script', () => {
    for (const folder of readdirSync(join(root, 'src/learned'))) {
      if (folder.endsWith('.ts')) continue;
      const card = doc(`src/learned/${folder}/card.md`);
      for (const word of ['**Data**', '**Script**', '**Licence']) expect(card).toContain(word);
      expect(
        statSync(join(root, (/node (train\/\S+\.mjs)/.exec(card) as RegExpExecArray)[1] as string)).isFile(),
      ).toBe(true);
    }
  });
});
