// Every disagreement and shift that `compare` raises on real stories, for a person to judge.
//
//   node eval/alarms.mjs --stories FILE.jsonl [--stories …] [--limit 300] [--tensions] [--judged FILE]
//   node eval/alarms.mjs --folder STORIES [--tensions]
//
// A file has {"story", "text", "outlet"?, "date"?, "title"?} in each line; a folder has one folder for each story. Prints
// the alarms of the top class (with --tensions those that only may conflict too), each with its passages and its id, then
// how many there are for 1,000 stories. --judged names a file of lines `ID true|false`: with it precision and its Wilson
// interval (95 %) are printed, over the alarms that were judged, and how many were not.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gather } from '../dist/gather/gather.js';
import { compare } from '../dist/pipeline.js';
import { wilson } from './wilson.mjs';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', multiple: true },
    folder: { type: 'string' },
    limit: { type: 'string' },
    tensions: { type: 'boolean', default: false },
    judged: { type: 'string' },
  },
});
const given = [...(values.stories ?? []), ...(values.folder ? [values.folder] : [])];
if (given.length === 0 || given.some((path) => !existsSync(path))) {
  console.error(
    'usage: node eval/alarms.mjs --stories FILE.jsonl | --folder STORIES [--limit N] [--tensions] [--judged FILE]',
  );
  process.exit(2);
}
const judged = new Map(
  values.judged
    ? readFileSync(values.judged, 'utf8')
        .split('\n')
        .filter((line) => /\S/.test(line) && !line.startsWith('#'))
        .map((line) => line.trim().split(/\s+/))
    : [],
);
const limit = values.limit ? Number(values.limit) : Infinity;
const counts = {};
let [stories, right, wrong, unjudged] = [0, 0, 0, 0];
for await (const { name, reports } of storiesOf()) {
  if (stories >= limit) break;
  if (reports.length < 2) continue;
  stories++;
  const ledger = compare(reports);
  const sigla = new Map(ledger.reports.map((report) => [report.id, report]));
  const names = new Map(ledger.speakers.map((speaker) => [speaker.id, speaker.name]));
  const stances = new Map(ledger.stances.map((stance) => [stance.id, stance]));
  const passage = ({ report, start, end }) => {
    const { siglum, text } = sigla.get(report);
    const flat = (part) => part.replace(/\s+/g, ' ');
    return `${siglum}:${start} ${flat(text.slice(Math.max(0, start - 70), start))}[${flat(text.slice(start, end))}]${flat(text.slice(end, end + 70))}`;
  };
  const show = (id, kind, confidence, topic, lines) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    const top = confidence >= 0.9;
    if (top) {
      const verdict = judged.get(id);
      if (verdict === 'true') right++;
      else if (verdict === 'false') wrong++;
      else unjudged++;
    }
    if (top || values.tensions)
      console.log(
        `${id} ${kind} ${confidence} | ${name} | ${topic}\n${lines.map((line) => `    ${line}`).join('\n')}`,
      );
  };
  for (const one of ledger.disagreements)
    show(
      one.id,
      one.kind,
      one.confidence,
      one.topic,
      one.accounts.map(
        ({ holder, value, evidence }) =>
          `${names.get(holder) ?? 'the outlet'} ${value}: ${evidence.map(passage).join(' / ')}`,
      ),
    );
  for (const one of ledger.shifts)
    show(
      one.id,
      `shift ${one.kind}`,
      one.confidence,
      `${names.get(one.holder)}, ${one.topic} ${one.saidOn.join(' → ')}`,
      [
        ...[one.before, one.after].map(
          (id) => `${stances.get(id)?.value}: ${stances.get(id)?.evidence.map(passage).join(' / ')}`,
        ),
        ...one.told.map((told) => `told: ${passage(told)}`),
      ],
    );
}
console.log(`${stories} stories of two reports and more`);
console.table(counts);
const top = right + wrong + unjudged;
console.log(`top class: ${top} alarms, ${((1000 * top) / stories).toFixed(1)} for 1,000 stories`);
if (values.judged) {
  const n = right + wrong;
  const [low, high] = wilson(right, n);
  console.log(
    `judged ${n}, true ${right}, not judged ${unjudged}: P ${(right / n).toFixed(3)}, Wilson ${low.toFixed(3)} to ${high.toFixed(3)}; false ${((1000 * wrong) / stories).toFixed(1)} for 1,000 stories`,
  );
}

async function* storiesOf() {
  if (values.folder)
    for (const entry of readdirSync(values.folder, { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .sort((a, b) => (a.name < b.name ? -1 : 1)))
      yield { name: entry.name, reports: (await gather([join(values.folder, entry.name)], {})).reports };
  for (const file of values.stories ?? []) {
    const byStory = new Map();
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const row = JSON.parse(line);
      byStory.set(row.story, [...(byStory.get(row.story) ?? []), row]);
    }
    for (const [name, rows] of byStory) {
      // Through a folder with a manifest, as a user would give it.
      const folder = mkdtempSync(join(tmpdir(), 'hearsay-story-'));
      for (const [i, { text }] of rows.entries()) writeFileSync(join(folder, `${i}.txt`), text);
      writeFileSync(
        join(folder, 'manifest.jsonl'),
        rows
          .map(
            ({ outlet, date, title }, i) =>
              `${JSON.stringify({ file: `${i}.txt`, outlet: outlet ?? null, published: date ?? null, title: title ?? null })}\n`,
          )
          .join(''),
      );
      try {
        yield { name, reports: (await gather([folder], {})).reports };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }
}
