// Accuracy of finding and judging quotations in a million words.
//
//   node eval/locate.mjs [--texts FOLDER] [--words 1000000] [--each 300] [--seed 1] [--misses KIND]
//
// Makes quotations of many kinds (eval/perturb.mjs) from openly licensed prose, and takes sentences of the rest of it as
// quotations that are not there, looks all of them up and prints for each kind how many were found in their place and
// given the right form; then precision and recall of the events that change a meaning most.
import { parseArgs } from 'node:util';
import { Finder } from '../dist/verify/finder.js';
import { corpus, firstWords, randomFrom } from './corpus.mjs';
import { absent, KINDS, perturbed } from './perturb.mjs';

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    words: { type: 'string', default: '1000000' },
    each: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'string' },
  },
});
const seed = Number(values.seed);
const each = Number(values.each);
const { taken, left } = firstWords(corpus({ folder: values.texts, seed }), Number(values.words));
const finder = new Finder(taken);
const random = randomFrom(seed + 1000);
const quotations = perturbed({ texts: taken, random, each });
// A sentence that the sources do hold, word for word, is not absent.
const level = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const all = taken.map(({ text }) => level(text)).join(' | ');
quotations.push(
  ...absent({ texts: left, random, count: each * 4 })
    .filter(({ text }) => !all.includes(level(text)))
    .slice(0, each * 3),
);

finder.find(finder.read(quotations[0].text));
const started = performance.now();
const results = quotations.map((quotation) => ({
  quotation,
  found: finder.find(finder.read(quotation.text)),
}));
const seconds = (performance.now() - started) / 1000;

const rows = new Map(
  [...Object.keys(KINDS), 'absent'].map((kind) => [kind, { n: 0, found: 0, form: 0, forms: new Map() }]),
);
const events = { negator: { right: 0, said: 0, is: 0 }, number: { right: 0, said: 0, is: 0 } };
for (const { quotation, found } of results) {
  const row = rows.get(quotation.kind);
  const right = found.find((one) =>
    quotation.regions.some(
      ({ source, start, end }) =>
        one.source === source && one.spans.some((span) => span.start < end && start < span.end),
    ),
  );
  const first = right ?? found[0];
  row.n++;
  const isFound = quotation.kind === 'absent' ? found.length === 0 : right !== undefined;
  if (isFound) row.found++;
  const form = first?.form ?? 'not-located';
  row.forms.set(form, (row.forms.get(form) ?? 0) + 1);
  if (isFound && quotation.forms.includes(form)) row.form++;
  for (const kind of right ? Object.keys(events) : []) {
    const said = first.events.some((event) => event.kind === kind);
    const is = quotation.event === kind;
    // Heavy editing and cuts lose and gain negators and numbers of their own.
    if (
      !is &&
      ![
        'exact',
        'house-style',
        'unicode',
        'trimmed',
        'short',
        'long',
        'bracketed',
        'misspelt',
        'word-changed',
        'negator-lost',
        'negator-gained',
        'number',
      ].includes(quotation.kind)
    )
      continue;
    if (said) events[kind].said++;
    if (is) events[kind].is++;
    if (said && is) events[kind].right++;
    if (said !== is && values.misses === kind) show(quotation, first);
  }
  if (values.misses === quotation.kind && !(isFound && quotation.forms.includes(form)))
    show(quotation, first);
}

function show(quotation, first) {
  console.log(`${quotation.kind}: ${quotation.text}`);
  if (!first) return console.log('  not located\n');
  const { text } = finder.sources[first.source];
  console.log(
    `  ${first.form}, ${first.rule}: ${first.spans.map(({ start, end }) => text.slice(start, end)).join(' || ')}`,
  );
  for (const { kind, base, witness } of first.events)
    console.log(
      `  ${kind} [${text.slice(base.start, base.end)}|${quotation.text.slice(witness.start, witness.end)}]`,
    );
  console.log('');
}

console.log(
  `${taken.length} texts, ${finder.index.columns.length} words; seed ${seed}; ${quotations.length} quotations, ${Math.round(quotations.length / seconds)} a second`,
);
console.log(
  `${'kind'.padEnd(16)} ${'n'.padStart(5)} ${'found'.padStart(7)} ${'form'.padStart(7)}  other forms`,
);
const sum = { n: 0, found: 0, form: 0 };
for (const [kind, row] of rows) {
  const wrong = [...row.forms]
    .filter(([form]) => !(KINDS[kind]?.forms ?? ['not-located']).includes(form))
    .sort((a, b) => b[1] - a[1]);
  console.log(
    `${kind.padEnd(16)} ${String(row.n).padStart(5)} ${share(row.found, row.n)} ${share(row.form, row.found)}  ${wrong.map(([form, count]) => `${form} ${count}`).join(', ')}`,
  );
  if (kind !== 'absent' && kind !== 'heavy') for (const key of ['n', 'found', 'form']) sum[key] += row[key];
}
console.log(
  `${'all but heavy'.padEnd(16)} ${String(sum.n).padStart(5)} ${share(sum.found, sum.n)} ${share(sum.form, sum.found)}`,
);
for (const [kind, { right, said, is }] of Object.entries(events))
  console.log(
    `${`${kind} events`.padEnd(16)} ${String(is).padStart(5)} P ${share(right, said)} R ${share(right, is)}`,
  );

function share(part, whole) {
  return (whole === 0 ? '–' : (part / whole).toFixed(3)).padStart(7);
}
