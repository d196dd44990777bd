// Chains of reporting against gold: who is at each link, who speaks, and which words are content.
//
//   node eval/chains.mjs [--data FOLDER] [--errors N]
//
// FOLDER holds `seeds.positions.gold.json` (statements with `chain`, `depth`, `speaker`, `content`; offsets in UTF-16
// units) and the texts that its `docs` stand for, named 01…, 02…, 03… in the order of `docs`. Each report is compared
// by itself, as a reader of that outlet would have it.
//
// - Of a statement with content, the attribution is taken whose content shares most tokens with it (F1); of one
//   without (a part of a turn, an act of speech without words), the smallest whose content or cue covers it.
// - A chain is right where the holders, outermost first and equal neighbours counted once, are the same. The outlet is
//   the first on both sides. Holders are compared by their last word, or by the words that they share in full; the
//   gold's "(…)" remarks are left out; "A; B" stands for both.
// - A statement that is the outlet's own narration is right where no attribution has half of its words as content.
//
// The documents are development data. Without them the program says so and exits with 3.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare } from '../dist/pipeline.js';
import { read } from '../dist/read/read.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: fileURLToPath(new URL('../../shared/data/apec-2017', import.meta.url)) },
    errors: { type: 'string', default: '0' },
  },
});
const goldFile = join(values.data, 'seeds.positions.gold.json');
if (!existsSync(goldFile)) {
  console.error(`${goldFile} is not there; give --data`);
  process.exit(3);
}
/** Who the gold leaves without a name. */
const UNNAMED = /^(?:journalists?|reporters?|accusers|unspecified|pictures|administration)$/;
const gold = JSON.parse(readFileSync(goldFile, 'utf8'));
const files = readdirSync(values.data)
  .filter((name) => /^0[123].*\.txt$/.test(name))
  .sort();
const scores = { 'depth 2': [0, 0], 'depth 3 and more': [0, 0], speaker: [0, 0] };
const content = [];
const errors = [];
gold.docs.forEach((doc, k) => {
  const bytes = new Uint8Array(readFileSync(join(values.data, files[k])));
  const { report } = read({ bytes, origin: files[k], manifest: { file: files[k], outlet: doc.outlet } });
  const shift = shiftOf(report.sourceMap);
  const ledger = compare([report]);
  const names = new Map(ledger.speakers.map((speaker) => [speaker.id, [speaker.name, ...speaker.aliases]]));
  for (const statement of gold.statements.filter((one) => one.doc === doc.id))
    score(statement, ledger, names, report, shift);
});
for (const [name, [right, all]] of Object.entries(scores))
  console.log(`${name.padEnd(20)} ${(right / all).toFixed(3)} of ${all}`);
console.log(
  `${'content, token F1'.padEnd(20)} ${(content.reduce((a, b) => a + b, 0) / content.length).toFixed(3)} of ${content.length}`,
);
for (const line of errors.slice(0, Number(values.errors))) console.log(line);

function score(statement, ledger, names, report, shift) {
  const spans = (statement.content ?? []).map(({ b, e }) => ({ start: shift(b), end: shift(e) }));
  const whole = { start: shift(statement.span.b), end: shift(statement.span.e) };
  const narration = statement.type === 'narration';
  const best = ledger.attributions
    .map((attribution) => ({ attribution, f: closeness(attribution, spans, whole, report.text) }))
    .sort((a, b) => b.f - a.f)[0];
  const found = best && best.f > (narration ? 0.5 : 0) ? best.attribution : null;
  const chain = ['outlet', ...(found ? found.chain.slice(1).map(({ holder }) => holder) : [])];
  const wanted = [
    'outlet',
    ...statement.chain
      .slice(1)
      .map(({ holder }) => (holder === statement.chain[0].holder ? 'outlet' : holder)),
  ];
  const right = sameChain(once(chain), once(wanted), names);
  const depth = scores[statement.depth === 2 ? 'depth 2' : 'depth 3 and more'];
  depth[1]++;
  if (right) depth[0]++;
  if (!narration) {
    scores.speaker[1]++;
    const speaker = found?.speaker
      ? (names.get(found.speaker) ?? [])
      : [found?.source ? report.text.slice(found.source.start, found.source.end) : ''];
    const named = speaker.some((name) => sameHolder(name, statement.speaker));
    if (named) scores.speaker[0]++;
    if (spans.length > 0) content.push(found ? tokenF(found.content, spans, report.text) : 0);
    if (!named || !right)
      errors.push(
        `${statement.id} ${named ? '' : 'SPEAKER '}${right ? '' : 'CHAIN '}wanted ${once(wanted).join(' > ')} | got ${once(chain).join(' > ')} | ${spans.length ? `F ${content.at(-1).toFixed(2)}` : ''} ${statement.span.text.replace(/\s+/g, ' ').slice(0, 110)}`,
      );
  } else if (!right)
    errors.push(
      `${statement.id} NARRATION taken for ${once(chain).join(' > ')}: ${statement.span.text.slice(0, 110)}`,
    );
}

function closeness(attribution, spans, whole, text) {
  if (spans.length > 0) return tokenF(attribution.content, spans, text);
  const parts = [...attribution.content, ...(attribution.cue ? [attribution.cue] : [])];
  const shared = parts.some(({ start, end }) => start < whole.end && whole.start < end);
  if (!shared) return 0;
  const covering = attribution.content.some(({ start, end }) => start <= whole.start && whole.end <= end);
  const size = attribution.content.reduce((sum, { start, end }) => sum + end - start, 0);
  return (covering ? 1 : 0.1) + 1 / (2 + size);
}

function tokenF(ours, theirs, text) {
  const places = (spans) =>
    new Set(
      spans.flatMap(({ start, end }) =>
        [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
      ),
    );
  const [a, b] = [places(ours), places(theirs)];
  const shared = [...a].filter((place) => b.has(place)).length;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function once(chain) {
  return chain.filter((holder, i) => holder !== chain[i - 1]);
}

function sameChain(ours, theirs) {
  return (
    ours.length === theirs.length &&
    ours.every((holder, i) => (i === 0 ? true : sameHolder(holder, theirs[i])))
  );
}

function sameHolder(own, wanted) {
  const remark = /\(([^)]*)\)/.exec(wanted)?.[1] ?? '';
  const plain = wanted.replace(/\s*\([^)]*\)/g, '').trim();
  const parts = plain.split(/;\s*/);
  if (parts.length > 1) return parts.every((part) => words(own).some((word) => words(part).includes(word)));
  const [a, b] = [words(own), words(plain)];
  if (a.length === 0) return false;
  if (UNNAMED.test(b.join(' ')) || UNNAMED.test(b[0])) {
    const kind = /^(?:journalist|reporter)/.test(b[0]);
    return kind
      ? /^(?:journalist|reporter)/.test(a.at(-1))
      : a.some((word) => b.includes(word)) ||
          words(remark).some((word) => a.includes(word)) ||
          own === 'unknown';
  }
  // `Tech companies, including …`: the part before the comma says who.
  const front = words(plain.split(',')[0]);
  return (
    a.at(-1) === b.at(-1) ||
    (front.length > 1 && front.join() === a.join()) ||
    b.every((word) => a.includes(word)) ||
    (words(remark).length > 1 && words(remark).every((word) => a.includes(word)))
  );
}

function words(name) {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !/^(?:the|of|a|an|s)$/.test(word),
  );
}

/** Offsets of the file → offsets of the report's text. */
function shiftOf(sourceMap) {
  return (offset) => {
    for (const [start, length, original, originalLength] of sourceMap)
      if (offset >= original && offset <= original + originalLength)
        return start + Math.min(length, offset - original);
    return -1;
  };
}
