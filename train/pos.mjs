// Trains the part-of-speech tagger and writes src/learned/pos/weights.ts.
//
//   node train/pos.mjs --train a.conllu,b.conllu --test c.conllu[,…] [--epochs 6]
//
// Reads CoNLL-U. Words are cut as Hearsay cuts them (an apostrophe or hyphen stays inside its word), so where several
// of the treebank's words fall into one token, the token takes the tag of its first (`Ruiz’s` → POSS) or, for a
// hyphenated compound, of its last. Deterministic: same input, same weights.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { bestTag, BUCKETS, FEATURE_COUNT, featuresAt, TAGS, tagSentence, wordFeatures } from '../dist/learned/pos/tagger.js';
import { tokensOf } from '../dist/segment/tokens.js';

const { values } = parseArgs({ options: { train: { type: 'string' }, test: { type: 'string' }, epochs: { type: 'string', default: '6' } } });
if (!values.train || !values.test) {
  console.error('usage: node train/pos.mjs --train FILES --test FILES (comma-separated .conllu files)');
  process.exit(2);
}
const TAG_INDEX = new Map(TAGS.map((tag, i) => [tag, i]));
const VERB_FORMS = { VBD: 'VFIN', VBZ: 'VFIN', VBP: 'VFIN', VBG: 'VBG', VBN: 'VBN', VB: 'VB' };

function read(file) {
  const sentences = [];
  for (const block of fs.readFileSync(file, 'utf8').split(/\n\n+/)) {
    let text = '';
    const marks = [];
    let skipTo = 0;
    for (const line of block.split('\n')) {
      const cells = line.split('\t');
      const range = /^(\d+)-(\d+)$/.exec(cells[0] ?? '');
      if (range) {
        const start = text.length;
        text += cells[1];
        skipTo = Number(range[2]);
        marks.push({ start, end: text.length, range: [Number(range[1]), skipTo], tags: [] });
        if (!/SpaceAfter=No/.test(cells[9])) text += ' ';
        continue;
      }
      if (!/^\d+$/.test(cells[0] ?? '')) continue;
      const tag = tagOf(cells);
      if (Number(cells[0]) <= skipTo) {
        marks.at(-1).tags.push(tag);
        continue;
      }
      marks.push({ start: text.length, end: text.length + cells[1].length, tags: [tag] });
      text += cells[1];
      if (!/SpaceAfter=No/.test(cells[9])) text += ' ';
    }
    if (!text) continue;
    const tokens = tokensOf(text);
    const words = [];
    const tags = [];
    for (let i = 0; i < tokens.length; i++) {
      const [start, end] = [tokens.starts[i], tokens.ends[i]];
      const inside = marks.filter((mark) => mark.start < end && start < mark.end).flatMap((mark) => mark.tags);
      const word = text.slice(start, end);
      words.push(word);
      tags.push(TAG_INDEX.get(merge(word, inside)) ?? TAG_INDEX.get('X'));
    }
    sentences.push({ words, tags });
  }
  return sentences;
}

function tagOf(cells) {
  if (cells[3] === 'VERB') return VERB_FORMS[cells[4]] ?? 'VB';
  return cells[3];
}

function merge(word, tags) {
  if (tags.length <= 1) return tags[0] ?? 'X';
  if (/['’]s?$/i.test(word) && tags.at(-1) === 'PART') return 'POSS';
  if (word.includes('-')) return tags.at(-1);
  return tags[0];
}

const training = values.train.split(',').flatMap(read);
const testing = values.test.split(',').map((file) => [file, read(file)]);
let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const size = BUCKETS * TAGS.length;
const weights = new Float32Array(size);
const sums = new Float64Array(size);
let step = 1;
for (let epoch = 0; epoch < Number(values.epochs); epoch++) {
  for (let i = training.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [training[i], training[j]] = [training[j], training[i]];
  }
  const scores = new Float64Array(TAGS.length);
  const features = new Int32Array(FEATURE_COUNT);
  let wrong = 0;
  for (const { words, tags } of training) {
    const seen = words.map(wordFeatures);
    const guessed = new Uint8Array(words.length);
    for (let i = 0; i < words.length; i++) {
      featuresAt(seen, i, guessed, features);
      const guess = bestTag(features, weights, scores);
      const gold = tags[i];
      if (guess !== gold) {
        wrong++;
        for (const feature of features) {
          const row = feature * TAGS.length;
          weights[row + gold] += 1;
          sums[row + gold] += step;
          weights[row + guess] -= 1;
          sums[row + guess] -= step;
        }
      }
      step++;
      guessed[i] = guess;
    }
  }
  console.error(`epoch ${epoch + 1}: ${wrong} wrong`);
}
const averaged = new Float32Array(size);
for (let i = 0; i < size; i++) averaged[i] = weights[i] - sums[i] / step;
const sorted = averaged.map(Math.abs).filter(Boolean).sort();
const scale = 127 / sorted[Math.floor(sorted.length * 0.9995)];
const shipped = new Int8Array(size);
let kept = 0;
for (let i = 0; i < size; i++) {
  shipped[i] = Math.max(-127, Math.min(127, Math.round(averaged[i] * scale)));
  if (Math.abs(shipped[i]) < 2) shipped[i] = 0;
  if (shipped[i]) kept++;
}
for (const [file, sentences] of testing) {
  for (const [name, model] of [['averaged', averaged], ['shipped', shipped]]) {
    let right = 0;
    let total = 0;
    const started = performance.now();
    for (const { words, tags } of sentences) {
      const guessed = tagSentence(words, model);
      tags.forEach((tag, i) => {
        total++;
        if (guessed[i] === tag) right++;
      });
    }
    const speed = Math.round((total / (performance.now() - started)) * 1000);
    console.log(`${name.padEnd(9)} ${file.split('/').at(-1).padEnd(28)} ${((100 * right) / total).toFixed(2)} % of ${total} words, ${speed} words/s`);
  }
}
const bytes = [];
let last = -1;
for (let i = 0; i < size; i++) {
  if (!shipped[i]) continue;
  let gap = i - last;
  last = i;
  while (gap > 127) {
    bytes.push((gap & 127) | 128);
    gap >>>= 7;
  }
  bytes.push(gap, shipped[i] & 255);
}
const out = new URL('../src/learned/pos/weights.ts', import.meta.url);
fs.writeFileSync(out, `// Written by train/pos.mjs; card.md says from what.\nexport const WEIGHTS =\n  '${Buffer.from(bytes).toString('base64')}';\n`);
console.log(`${kept} weights, ${Math.round(fs.statSync(out).size / 1024)} KiB`);
