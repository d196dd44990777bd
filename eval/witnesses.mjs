// Whether a pronoun that is the source of a quotation stands for whom other reports name for the same words.
//
//   node eval/witnesses.mjs --stories FILE.jsonl [--words 7] [--errors N]
//
// FILE has {"story", "text"} in each line. Each report is read by itself. A quotation whose source is `he` or `she` is
// counted where other reports of its story quote the same run of words, all of them from one person by name: that person
// is taken to be right. It is news, but silver, not gold: whoever is named there may be wrong as well. Rules were written
// after reading it. `told` leaves out those that are left open.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attribute } from '../dist/attribute/attribute.js';
import { identifyWithin } from '../dist/identify/identify.js';
import { append } from '../dist/model/grouped.js';
import { segment } from '../dist/segment/segment.js';
import { storiesIn } from './stories.mjs';
import { wilson } from './wilson.mjs';

const { values } = parseArgs({
  options: {
    stories: {
      type: 'string',
      multiple: true,
      default: ['newswcl50', 'allsides-before-2018-07'].map((name) =>
        fileURLToPath(new URL(`../../shared/data/group/${name}.jsonl`, import.meta.url)),
      ),
    },
    words: { type: 'string', default: '7' },
    errors: { type: 'string', default: '0' },
  },
});
const missing = values.stories.find((file) => !existsSync(file));
if (missing) {
  console.error(`${missing} is not there; give --stories`);
  process.exit(3);
}
const RUN = Number(values.words);
const counts = { all: 0, told: 0, right: 0 };
const errors = [];
for (const file of values.stories) for (const story of storiesIn(file)) score(story);
console.log(`pronouns with a witness   ${counts.all}`);
console.log(`right                     ${(counts.right / counts.all).toFixed(3)}`);
console.log(`told                      ${(counts.told / counts.all).toFixed(3)}`);
const [low, high] = wilson(counts.right, counts.told);
console.log(
  `right of told             ${(counts.right / counts.told).toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
);
for (const line of errors.slice(0, Number(values.errors))) console.log(line);

function score(texts) {
  const quotes = texts.flatMap((text, report) => quotesIn(text, report));
  const byRun = new Map();
  for (const quote of quotes) {
    if (quote.by !== 'name' || quote.name === null) continue;
    for (const run of quote.runs) append(byRun, run, quote);
  }
  for (const quote of quotes) {
    if (quote.by !== 'pronoun') continue;
    const named = quote.runs
      .flatMap((run) => byRun.get(run) ?? [])
      .filter(({ report }) => report !== quote.report);
    const names = new Set(named.map(({ name }) => name));
    if (names.size !== 1) continue;
    counts.all++;
    const [wanted] = names;
    if (quote.name !== null) counts.told++;
    if (quote.name === wanted) counts.right++;
    else errors.push(`wanted ${wanted}, got ${quote.name ?? 'open'}: ${quote.around}`);
  }
}

/** Quotations with the surname of their speaker, null where it is open or no person's. */
function quotesIn(report, index) {
  const { value: segmentation } = segment(report);
  const { value: findings } = attribute(report, segmentation);
  const { referents } = identifyWithin({ report, segmentation, findings });
  return findings.flatMap(({ by, source, quoted, within }, i) => {
    if (quoted.length === 0 || within !== undefined || !source) return [];
    const word = report.text.slice(source.start, source.end).toLowerCase();
    if (by === 'pronoun' && word !== 'he' && word !== 'she') return [];
    const referent = referents[i];
    const person = referent.kind === 'character' && referent.character.kind === 'person';
    return [
      {
        report: index,
        by,
        name: person ? surnameOf(referent.character) : referent.kind === 'described' ? referent.phrase : null,
        runs: quoted.flatMap((span) => runsOf(report.text.slice(span.start, span.end))),
        around:
          `${report.text.slice(Math.max(0, source.start - 300), source.start)}⟦${word}⟧${report.text.slice(source.end, source.end + 60)}`.replace(
            /\s+/g,
            ' ',
          ),
      },
    ];
  });
}

function surnameOf({ name }) {
  return name.toLowerCase().split(' ').at(-1);
}

function runsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
}
