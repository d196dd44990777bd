// Speed, growth and accuracy of grouping phrases into utterances.
//
//   node bench/phrases.mjs [--texts FOLDER] [--sizes 25000,75000,225000,615000] [--seed 5]
//
// Makes mentions of utterances (openly licensed sentences; few are repeated often, most seldom) as outlets do: whole, cut,
// with words left out, exchanged, added, negated; groups the distinct ones, and prints time, memory, B-cubed (Bagga and
// Baldwin, 1998) and pairs. `growth` is the exponent between a row and the one before it.
import { parseArgs } from 'node:util';
import { groupPhrases } from '../dist/wording/leaders.js';
import { corpus, randomFrom } from '../eval/corpus.mjs';
import { sentencesOf } from '../eval/perturb.mjs';

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    sizes: { type: 'string', default: '25000,75000,225000,615000' },
    seed: { type: 'string', default: '5' },
  },
});
const seed = Number(values.seed);
const random = randomFrom(seed);
const index = (length) => Math.floor(random() * length);
const pick = (list) => list[index(list.length)];

const level = (word) => word.toLowerCase().replace(/[^a-z0-9']/g, '');
const openings = new Set();
const utterances = sentencesOf(corpus({ folder: values.texts, seed }))
  .map(({ words }) => words.map(({ word }) => word))
  .filter((words) => {
    if (words.length < 10 || words.length > 40) return false;
    const opening = words.slice(0, 6).map(level).join(' ');
    return !openings.has(opening) && openings.add(opening);
  });
for (let i = utterances.length - 1; i > 0; i--) {
  const j = index(i + 1);
  [utterances[i], utterances[j]] = [utterances[j], utterances[i]];
}
const vocabulary = utterances
  .slice(0, 4000)
  .flat()
  .filter((word) => /^[a-z]{4,}$/.test(word));

/** One outlet's rendering. */
function rendering(utterance) {
  let words = [...utterance];
  const how = random();
  if (how < 0.25) return words;
  if (how < 0.6) {
    const keep = Math.max(6, Math.floor(words.length * (0.4 + 0.5 * random())));
    const from = pick([0, words.length - keep, index(words.length - keep + 1)]);
    words = words.slice(from, from + keep);
    if (random() < 0.7) return words;
  }
  const edit = random();
  if (edit < 0.3 && words.length > 9) words.splice(3 + index(words.length - 7), 1 + index(3));
  else if (edit < 0.65) for (let k = 1 + index(2); k > 0; k--) words[index(words.length)] = pick(vocabulary);
  else if (edit < 0.8) words.splice(index(words.length), 0, pick(vocabulary));
  else {
    const at = words.findIndex((word) => /^(?:not|never)$/.test(word));
    if (at === -1) words.splice(Math.min(3, words.length), 0, 'not');
    else words.splice(at, 1);
  }
  return words;
}

console.log(`${utterances.length} utterances; seed ${seed}`);
console.log(
  `${'mentions'.padStart(9)} ${'phrases'.padStart(8)} ${'groups'.padStart(7)} ${'time'.padStart(8)} ${'growth'.padStart(7)} ${'memory'.padStart(8)}   B³ P    R     F    pairs P   R`,
);
let before = null;
for (const size of values.sizes.split(',').map(Number)) {
  const utteranceOf = new Map();
  let mentions = 0;
  for (let k = 0; mentions < size; k = (k + 1) % utterances.length) {
    const times = Math.min(300, Math.max(1, Math.floor(1.5 / random() ** 0.9)));
    for (let i = 0; i < times && mentions < size; i++, mentions++) {
      const text = rendering(utterances[k]).join(' ');
      if (!utteranceOf.has(text)) utteranceOf.set(text, k);
    }
  }
  const phrases = [...utteranceOf.keys()].map((text) => ({ text }));
  const gold = [...utteranceOf.values()];
  const started = process.cpuUsage();
  const leaders = groupPhrases(phrases);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  const growth = before
    ? Math.log(seconds / before.seconds) / Math.log(phrases.length / before.phrases)
    : null;
  const { b3, pairs } = scores(leaders, gold);
  console.log(
    `${String(mentions).padStart(9)} ${String(phrases.length).padStart(8)} ${String(new Set(leaders).size).padStart(7)} ${`${seconds.toFixed(1)} s`.padStart(8)} ${(growth?.toFixed(2) ?? '').padStart(7)} ${`${Math.round(process.memoryUsage().rss / 1e6)} MB`.padStart(8)}  ${b3.map(percent).join(' ')}   ${pairs.map(percent).join(' ')}`,
  );
  before = { seconds, phrases: phrases.length };
}

function scores(found, gold) {
  const [ofGold, ofFound, both] = [new Map(), new Map(), new Map()];
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let i = 0; i < gold.length; i++) {
    add(ofGold, gold[i]);
    add(ofFound, found[i]);
    add(both, `${gold[i]} ${found[i]}`);
  }
  let [precision, recall, right] = [0, 0, 0];
  for (const [key, count] of both) {
    const [g, f] = key.split(' ').map(Number);
    precision += (count * count) / ofFound.get(f);
    recall += (count * count) / ofGold.get(g);
    right += (count * (count - 1)) / 2;
  }
  const all = (map) => [...map.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const [p, r] = [precision / gold.length, recall / gold.length];
  return { b3: [p, r, (2 * p * r) / (p + r)], pairs: [right / all(ofFound), right / all(ofGold)] };
}

function percent(share) {
  return (100 * share).toFixed(1).padStart(5);
}
