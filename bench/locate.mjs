// Speed of looking quotations up, and its growth with the size of the sources.
//
//   node bench/locate.mjs [--texts FOLDER] [--sizes 62500,250000,1000000,3000000] [--each 60] [--seed 7]
//
// Indexes openly licensed prose (for the last tenth of three million words, prose generated from it), and looks up the same made
// quotations, all from the smallest size, so that every size holds them. Prints the time and bytes of the index, the
// quotations a second that are located and judged, and how much slower that is than at the smallest size. Then the same
// words through approximate string matching over the whole text (approx-string-match, Myers’s bit vectors, and partial
// ratios of Indel similarity as rapidfuzz has them) in the same run, and 64 witnesses collated.
import { parseArgs } from 'node:util';
import search from 'approx-string-match';
import { Finder } from '../dist/verify/finder.js';
import { align } from '../dist/wording/align.js';
import { judge } from '../dist/wording/judge.js';
import { SourceIndex } from '../dist/wording/source-index.js';
import { wordsIn } from '../dist/wording/words.js';
import { corpus, firstWords, generated, others, randomFrom, wordCount } from '../eval/corpus.mjs';
import { absent, KINDS, perturbed } from '../eval/perturb.mjs';

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    sizes: { type: 'string', default: '62500,250000,1000000,3000000' },
    each: { type: 'string', default: '60' },
    seed: { type: 'string', default: '7' },
  },
});
const seed = Number(values.seed);
const ROUNDS = 7;
const sizes = values.sizes.split(',').map(Number);
const texts = corpus({ folder: values.texts, seed });
const most = Math.max(...sizes);
const wordsOf = (list) => list.reduce((sum, { text }) => sum + wordCount(text), 0);
// Kept back from every size, for quotations that are not there.
const { taken: held, left: usual } = firstWords(texts, 150_000);
if (wordsOf(usual) < most && !values.texts) usual.push(...others());
const lacking = most - wordsOf(usual);
if (lacking > 0)
  usual.push({
    id: 'generated',
    text: generated({ texts: usual.slice(0, 60), words: lacking, random: randomFrom(seed) }),
  });
const random = randomFrom(seed + 1);
const smallest = firstWords(usual, Math.min(...sizes)).taken;
const quotations = [
  ...perturbed({
    texts: smallest,
    random,
    each: Number(values.each),
    kinds: Object.keys(KINDS).filter((kind) => kind !== 'long'),
  }),
  ...absent({ texts: held, random, count: Number(values.each) * 4 }),
].map(({ text }) => text);
for (let i = quotations.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1));
  [quotations[i], quotations[j]] = [quotations[j], quotations[i]];
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
console.log(
  `${quotations.length} quotations of ${Object.keys(KINDS).length - 1} kinds and absent ones; seed ${seed}; median of ${ROUNDS}`,
);
console.log(
  `${'words'.padStart(9)} ${'index'.padStart(8)} ${'a million'.padStart(9)} ${'bytes/word'.padStart(10)} ${'quotations/s'.padStart(12)} ${'found'.padStart(6)} ${'slower'.padStart(7)}`,
);
const rows = sizes.map((size) => {
  const { taken } = firstWords(usual, size);
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    const index = new SourceIndex();
    for (const { text } of taken) index.add(text);
    index.parts;
    return performance.now() - started;
  });
  const finder = new Finder(taken);
  finder.index.parts;
  finder.index.columns.trim();
  return {
    size,
    taken,
    finder,
    indexed: median(times),
    words: finder.index.columns.length,
    times: [],
    found: 0,
  };
});
// Round after round over all sizes, so that what else the machine does falls on all of them; the first one compiles.
for (let round = 0; round < ROUNDS + 1; round++)
  for (const row of rows) {
    row.found = 0;
    const started = performance.now();
    for (const text of quotations) if (row.finder.find(row.finder.read(text)).length > 0) row.found++;
    if (round > 0) row.times.push((performance.now() - started) / quotations.length);
  }
for (const { words, indexed, finder, times, found } of rows) {
  const slower = median(times.map((time, i) => time / rows[0].times[i]));
  console.log(
    `${String(words).padStart(9)} ${`${Math.round(indexed)} ms`.padStart(8)} ${`${Math.round((indexed * 1e6) / words)} ms`.padStart(9)} ${(finder.index.bytes / words).toFixed(1).padStart(10)} ${String(Math.round(1000 / median(times))).padStart(12)} ${(found / quotations.length).toFixed(3).padStart(6)} ${slower.toFixed(2).padStart(7)}`,
  );
}
const of1M = rows.find(({ size }) => size === 1_000_000);
const million = of1M && { each: median(of1M.times), text: of1M.taken.map(({ text }) => text).join('\n') };

if (million) {
  const some = quotations.filter((text) => text.length > 60 && text.length < 200).slice(0, 4);
  const timed = (run) => {
    const started = performance.now();
    for (const text of some) run(text);
    return (performance.now() - started) / some.length;
  };
  const approximate = timed((text) => search(million.text, text, Math.floor(text.length * 0.3)));
  const tokens = million.text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const ids = new Map();
  const numbers = Int32Array.from(tokens, (token) => {
    if (!ids.has(token)) ids.set(token, ids.size);
    return ids.get(token);
  });
  const partial = timed((text) =>
    partialRatio(
      numbers,
      Int32Array.from(text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [], (token) => ids.get(token) ?? -1),
    ),
  );
  console.log(`\nagainst a million words, each quotation: ${(million.each).toFixed(2)} ms`);
  console.log(
    `approx-string-match, 30 % errors    ${approximate.toFixed(0)} ms, ${Math.round(approximate / million.each)} times`,
  );
  console.log(
    `partial ratio over words            ${partial.toFixed(0)} ms, ${Math.round(partial / million.each)} times`,
  );
}

const base =
  'We have decided that the harbour will stay open through the winter because the council has found another forty million crowns for the northern pumps'.split(
    ' ',
  );
const wording = (text, record) => ({
  textId: record ? 'base' : text,
  text,
  spans: [{ start: 0, end: text.length }],
  words: wordsIn(text, { start: 0, end: text.length }),
  record,
});
const whole = wording(base.join(' '), true);
const witnesses = Array.from({ length: 64 }, (_, i) =>
  wording(base.toSpliced(i % 20, i % 3, `word${i}`).join(' '), false),
);
const rounds = Array.from({ length: 60 }, () => {
  const started = performance.now();
  for (const witness of witnesses)
    judge({
      base: whole,
      witness,
      from: 0,
      to: witness.words.length,
      alignment: align(whole.words, witness.words),
      context: '',
      goesOnOtherwise: false,
      elsewhere: [],
    });
  return performance.now() - started;
});
console.log(
  `\n64 witnesses of 25 words collated: ${median(rounds).toFixed(1)} ms (median of ${rounds.length})`,
);

/** The best Indel similarity of a quotation to any window of its length: row by row, the longest common subsequence. */
function partialRatio(text, quotation) {
  const n = quotation.length;
  let best = 0;
  let [before, current] = [new Uint16Array(n + 1), new Uint16Array(n + 1)];
  for (let at = 0; at + n <= text.length; at++) {
    before.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++)
        current[j + 1] = quotation[i] === text[at + j] ? before[j] + 1 : Math.max(before[j + 1], current[j]);
      [before, current] = [current, before];
    }
    best = Math.max(best, before[n] / n);
  }
  return best;
}
