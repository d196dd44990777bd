// Speed, memory and growth of the stages that look at one report: read, segment, attribute, identify.
//
//   node bench/stages.mjs [--from FOLDER] [--runs 5] [--sizes 10000,40000,160000,640000]
//
// First every `.txt` of FOLDER (default: ../shared/data/apec-2017, else the bundled story), one after another in this
// process, medians of the runs. Then one report of N tokens, its paragraphs those of the folder in random order; and one
// of clauses without a stop. `growth` is the exponent between a row and the one before it: 1.0 is linear. Memory is the
// most that this process held until then, Node itself included.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attribute } from '../dist/attribute/attribute.js';
import { identifyWithin } from '../dist/identify/identify.js';
import { attributionModel } from '../dist/learned/attribution/model.js';
import { read } from '../dist/read/read.js';
import { segment } from '../dist/segment/segment.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '../shared/data/apec-2017');
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: existsSync(shared) ? shared : join(root, 'examples/salt-harbour') },
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '10000,40000,160000,640000' },
  },
});
const started = performance.now();
attributionModel();
console.log(`attribution model: loaded in ${Math.round(performance.now() - started)} ms`);

const encoder = new TextEncoder();
const texts = readdirSync(values.from)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(values.from, name), 'utf8'));
const runs = Array.from({ length: Number(values.runs) + 1 }, () => texts.map(through).reduce(sum)).slice(1);
const row = median(runs);
console.log(
  `\n${texts.length} reports of ${values.from}: ${row.tokens} tokens, median of ${runs.length} runs, ${peak()} MB`,
);
for (const stage of ['read', 'segment', 'attribute', 'identify', 'all'])
  console.log(`  ${stage.padEnd(10)} ${String(perSecond(row, stage)).padStart(9)} tokens/s`);

const paragraphs = texts.flatMap((text) => text.split(/\n\s*\n/)).filter((paragraph) => /\S/.test(paragraph));
const CLAUSE = 'Ruiz said that Ito had promised the bridge would open and ';
for (const [name, make] of [
  ['one report of shuffled paragraphs', shuffled],
  ['one paragraph without a stop', (tokens) => CLAUSE.repeat(Math.ceil(tokens / 11))],
]) {
  console.log(
    `\n${name}\n${'tokens'.padStart(9)} ${'time'.padStart(9)} ${'tokens/s'.padStart(9)} ${'memory'.padStart(8)} ${'growth'.padStart(7)}`,
  );
  let before = null;
  for (const size of values.sizes.split(',').map(Number)) {
    const done = median(Array.from({ length: 3 }, () => through(make(size))));
    const growth = before
      ? (Math.log(done.all / before.all) / Math.log(done.tokens / before.tokens)).toFixed(2)
      : '';
    console.log(
      `${String(done.tokens).padStart(9)} ${`${Math.round(done.all)} ms`.padStart(9)} ${String(perSecond(done, 'all')).padStart(9)} ${`${peak()} MB`.padStart(8)} ${growth.padStart(7)}`,
    );
    before = done;
  }
}

/** Milliseconds of each stage for one text. */
function through(text) {
  const laps = [performance.now()];
  const lap = () => laps.push(performance.now());
  const { report } = read({ bytes: encoder.encode(text), origin: 'report.txt' });
  lap();
  const { value: segmentation } = segment(report);
  lap();
  const { value: findings } = attribute(report, segmentation);
  lap();
  identifyWithin({ report, segmentation, findings });
  lap();
  const [a, b, c, d, e] = laps;
  return {
    tokens: segmentation.tokens.length,
    read: b - a,
    segment: c - b,
    attribute: d - c,
    identify: e - d,
    all: e - a,
  };
}

function sum(a, b) {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key] + b[key]]));
}

function median(rows) {
  return [...rows].sort((a, b) => a.all - b.all)[Math.floor(rows.length / 2)];
}

function perSecond(done, stage) {
  return Math.round((done.tokens / done[stage]) * 1000);
}

function peak() {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function shuffled(tokens) {
  let seed = 1;
  const chosen = [];
  for (let words = 0; words < tokens * 0.87; ) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const paragraph = paragraphs[seed % paragraphs.length];
    chosen.push(paragraph);
    words += paragraph.split(/\s+/).length;
  }
  return chosen.join('\n\n');
}
