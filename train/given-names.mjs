// Writes src/learned/given-names/names.ts: given names of women and of men, from counts of many countries.
//
//   pip download --no-deps nomquamgender==0.1.4 && unzip nomquamgender-0.1.4-py3-none-any.whl
//   node train/given-names.mjs --data nomquamgender/name_data.json
//
// A name is taken that at least ten of the 36 sources have, 300 bearers and more together, of whom 96 in a hundred have
// one gender; the others go both ways, or are too rare to tell.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { encodeWords } from '../dist/learned/front-coded.js';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) {
  console.error('usage: node train/given-names.mjs --data FILE (name_data.json of nomquamgender)');
  process.exit(2);
}
const SOURCES = 10;
const BEARERS = 300;
const ONE_GENDER = 0.96;
const lists = { FEMALE: [], MALE: [] };
for (const [name, [sources, bearers, women]] of Object.entries(JSON.parse(fs.readFileSync(values.data, 'utf8')))) {
  if (!/^[a-z]{3,14}$/.test(name) || sources < SOURCES || bearers < BEARERS) continue;
  if (women >= ONE_GENDER) lists.FEMALE.push(name);
  if (women <= 1 - ONE_GENDER) lists.MALE.push(name);
}
fs.writeFileSync(
  new URL('../src/learned/given-names/names.ts', import.meta.url),
  `// Written by train/given-names.mjs; card.md says from what.\n${Object.entries(lists)
    .map(([list, names]) => `export const ${list} =\n  '${encodeWords(names.sort())}';\n`)
    .join('')}`,
);
for (const [list, names] of Object.entries(lists)) console.log(list, names.length);
