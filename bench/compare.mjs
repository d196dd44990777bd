// Speed, memory and growth of `compare`.
//
//   node bench/compare.mjs [--from FOLDER] [--sizes 25,125,250,500,1000] [--runs 3]
//
// Makes folders of N reports from the texts of FOLDER (default: ../shared/data/apec-2017, else the bundled story) by
// shuffling their paragraphs, runs the built command on each in a process of its own, and prints medians. `growth` is
// the exponent between a row and the one before it: 1.0 is linear.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/data/apec-2017');
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: existsSync(shared) ? shared : join(root, 'examples/salt-harbour') },
    sizes: { type: 'string', default: '25,125,250,500,1000' },
    runs: { type: 'string', default: '3' },
  },
});
const cli = join(root, 'dist/cli/main.js');
const runs = Number(values.runs);

const help = median(Array.from({ length: 9 }, () => timed([cli, '--help'])));
console.log(`--help: ${ms(help.seconds)} (median of 9)`);
const given = median(
  Array.from({ length: runs }, () => timed([cli, 'compare', values.from, '-f', 'json', '-o', '/dev/null'])),
);
console.log(`compare ${values.from}: ${ms(given.seconds)}, ${given.memory} MB (median of ${runs})\n`);

const texts = readdirSync(values.from)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(values.from, name), 'utf8'));
console.log(
  `${'reports'.padStart(8)} ${'time'.padStart(9)} ${'per report'.padStart(11)} ${'memory'.padStart(8)} ${'growth'.padStart(7)}`,
);
let before = null;
for (const size of values.sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (let i = 0; i < size; i++) {
    const paragraphs = texts[i % texts.length].split(/\n\s*\n/);
    for (let k = paragraphs.length - 1; k > 0; k--) {
      const j = Math.floor(random() * (k + 1));
      [paragraphs[k], paragraphs[j]] = [paragraphs[j], paragraphs[k]];
    }
    writeFileSync(
      join(folder, `${String(i).padStart(5, '0')}.txt`),
      i < texts.length ? texts[i] : paragraphs.join('\n\n'),
    );
  }
  const row = median(
    Array.from({ length: runs }, () =>
      timed([cli, 'compare', folder, '-f', 'json', '-o', join(folder, 'out.json')]),
    ),
  );
  const growth = before ? Math.log(row.seconds / before.seconds) / Math.log(size / before.size) : null;
  console.log(
    `${String(size).padStart(8)} ${ms(row.seconds).padStart(9)} ${ms(row.seconds / size).padStart(11)} ${`${row.memory} MB`.padStart(8)} ${growth === null ? '' : growth.toFixed(2).padStart(7)}`,
  );
  before = { size, seconds: row.seconds };
  rmSync(folder, { recursive: true, force: true });
}

/** Wall time of a process and the most memory it held, which it reports itself at its end. */
function timed(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', new URL('./peak.mjs', import.meta.url).href, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return {
    seconds: (performance.now() - started) / 1000,
    memory: Math.round(Number(/peak-rss-kb (\d+)/.exec(stderr)?.[1] ?? 0) / 1024),
  };
}

function median(rows) {
  return rows.sort((a, b) => a.seconds - b.seconds)[Math.floor(rows.length / 2)];
}

function ms(seconds) {
  return seconds < 10 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
}
