// Writes src/learned/words/words.ts: the word forms that stand at least twice in the given CoNLL-U files.
//
//   node train/words.mjs --train en_ewt-train.conllu,GUM_….conllu
//
// Collation asks the list whether a word that differs by one letter is a word at all, or a slip of the keyboard.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { encodeWords } from '../dist/learned/front-coded.js';

const { values } = parseArgs({ options: { train: { type: 'string' } } });
if (!values.train) {
  console.error('usage: node train/words.mjs --train FILES (comma-separated .conllu files)');
  process.exit(2);
}
const counts = new Map();
for (const file of values.train.split(',')) {
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const cells = line.split('\t');
    if (!/^\d+$/.test(cells[0] ?? '') || /Typo=Yes/.test(cells[5]) || cells[3] === 'X') continue;
    const word = cells[1].toLowerCase();
    if (/^[a-z]{2,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
const words = [...counts].filter(([, count]) => count > 1).map(([word]) => word);
fs.mkdirSync(new URL('../src/learned/words/', import.meta.url), { recursive: true });
fs.writeFileSync(
  new URL('../src/learned/words/words.ts', import.meta.url),
  `// Written by train/words.mjs; card.md says from what.\nexport const WORDS =\n  '${encodeWords(words)}';\n`,
);
console.log(`${words.length} words`);
