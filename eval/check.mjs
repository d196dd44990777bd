// False and missed findings of `check`.
//
//   node eval/check.mjs [--texts FOLDER] [--drafts 10] [--seed 1]
//
// Each draft quotes 200 sentences and parts of sentences of openly licensed speeches as newsrooms do: other quotation
// marks, spellings, figures, contractions, capitals, commas, dots and brackets where words are gone, reporting clauses in
// between. All are right: every finding is a false one. Then drafts of 100 with one fault of each kind in them.
import { parseArgs } from 'node:util';
import { verifyQuotes } from '../dist/pipeline.js';
import { read } from '../dist/read/read.js';
import { corpus, firstWords, randomFrom, shuffled } from './corpus.mjs';
import { absent, perturbed } from './perturb.mjs';

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    drafts: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const FAULTS = {
  'negator-lost': ['altered'],
  'negator-gained': ['altered'],
  number: ['altered'],
  'word-changed': ['altered'],
  'silent-elision': ['altered'],
  'word-added': ['altered'],
  misspelt: ['altered'],
  stitched: ['spliced'],
  reordered: ['spliced'],
  absent: ['not-found'],
  'wrong speaker': ['misattributed'],
};
const NAMES = [
  'Maria Ruiz',
  'Ben Ito',
  'Asha Nair',
  'Lars Vik',
  'Dana Holt',
  'Owen Marsh',
  'Ruth Brandt',
  'Carla Mendes',
];
const encoder = new TextEncoder();
const report = (text, origin, kind) =>
  read({ bytes: encoder.encode(text), origin, manifest: { file: origin, kind } }).report;

const right = { quotations: 0, findings: 0, verdicts: new Map() };
const faults = new Map(Object.keys(FAULTS).map((kind) => [kind, { n: 0, found: 0, right: 0 }]));
for (let draft = 0; draft < Number(values.drafts); draft++) {
  const seed = Number(values.seed) * 1000 + draft;
  const random = randomFrom(seed);
  const { taken, left } = firstWords(corpus({ folder: values.texts, seed }), 120_000);
  // Each speech is a transcript: its speaker's turn between two questions.
  const speakers = taken.map((_, i) => NAMES[i % NAMES.length]);
  const sources = taken.map(({ id, text }, i) =>
    report(
      `Q: What do you say?\n\n${speakers[i].toUpperCase()}: ${text.replace(/\n+/g, ' ').replace(/["“”:]/g, '')}\n\nQ: Thank you.\n\n${speakers[i].toUpperCase()}: Thank you.`,
      `${id}.txt`,
      'transcript',
    ),
  );
  const plain = taken.map(({ id, text }) => ({ id, text: text.replace(/["“”:]/g, '') }));
  const make = (kinds, each) =>
    perturbed({ texts: plain, random, each, kinds }).filter(({ text }) => !/["“”‘]/.test(text));
  const good = make(['exact', 'house-style', 'trimmed', 'marked-elision', 'bracketed'], 60);
  // An editor who cuts beside a “not” or an “if” has made a fault.
  const sample = shuffled(
    good.filter((one) => !cutsGovernor(one, plain)),
    random,
  ).slice(0, 200);
  const check = checked(
    sample.map(({ text, regions }) => ({ text, speaker: speakers[regions[0].source] })),
    sources,
    random,
  );
  right.quotations += check.length;
  for (const { verdict, rule, id } of check) {
    right.verdicts.set(verdict, (right.verdicts.get(verdict) ?? 0) + 1);
    if (!['altered', 'spliced', 'misattributed', 'not-found'].includes(verdict)) continue;
    right.findings++;
    console.log(`false: ${verdict} (${rule}): ${id}`);
  }
  const bad = make(
    Object.keys(FAULTS).filter((kind) => !['absent', 'wrong speaker'].includes(kind)),
    6,
  ).map((one) => ({ ...one, speaker: speakers[one.regions[0].source] }));
  bad.push(
    ...absent({ texts: left, random, count: 6, least: 10 })
      .filter(({ text }) => !/["“”‘:]/.test(text))
      .map((one) => ({ ...one, speaker: NAMES[0] })),
  );
  for (const one of make(['exact'], 6))
    bad.push({
      ...one,
      kind: 'wrong speaker',
      speaker: NAMES.find((name) => name !== speakers[one.regions[0].source]),
    });
  const results = checked(
    bad.map(({ text, speaker }) => ({ text, speaker })),
    sources,
    random,
  );
  bad.forEach((one, i) => {
    const row = faults.get(one.kind);
    row.n++;
    const { verdict } = results[i] ?? { verdict: 'none' };
    if (['altered', 'spliced', 'misattributed', 'not-found'].includes(verdict)) row.found++;
    if (FAULTS[one.kind].includes(verdict)) row.right++;
  });
}

console.log(
  `${right.quotations} right quotations in ${values.drafts} drafts: ${right.findings} findings (seed ${values.seed})`,
);
console.log(
  [...right.verdicts]
    .sort((a, b) => b[1] - a[1])
    .map(([verdict, count]) => `  ${verdict} ${count}`)
    .join('\n'),
);
console.log(`${'fault'.padEnd(16)} ${'n'.padStart(4)} ${'found'.padStart(6)} ${'right'.padStart(6)}`);
for (const [kind, { n, found, right: named }] of faults)
  console.log(
    `${kind.padEnd(16)} ${String(n).padStart(4)} ${(found / n).toFixed(3).padStart(6)} ${(named / n).toFixed(3).padStart(6)}`,
  );

/** What a draft with these quotations, one a paragraph, is told. */
function checked(quotations, sources, random) {
  const paragraphs = quotations.map(({ text, speaker }) => {
    const end = /[.?!]$/.test(text) ? text.replace(/\.$/, ',') : `${text},`;
    const way = random();
    if (way < 0.5) return `“${end}” ${speaker} said.`;
    if (way < 0.75) return `${speaker} said: “${text}”`;
    return `"${end}" said ${speaker}.`;
  });
  const draft = report(`${paragraphs.join('\n\n')}\n`, 'draft.txt', 'report');
  const found = verifyQuotes(draft, sources).quotations;
  // One for each paragraph: the first that begins in it.
  let at = 0;
  return paragraphs.map((paragraph) => {
    const start = draft.text.indexOf(paragraph, at);
    at = start + paragraph.length;
    const own = found.filter(({ spans }) => start <= spans[0].start && spans[0].start < at);
    const worst =
      own.find(
        ({ verdict }) => !['exact', 'presentation', 'marked-edit', 'not-checkable'].includes(verdict),
      ) ?? own[0];
    return { verdict: worst?.verdict ?? 'none', rule: worst?.rule ?? '', id: paragraph };
  });
}

/** Whether what stands before the words in their sentence, or right behind them, negates or conditions them. */
function cutsGovernor({ kind, regions: [{ source, start, end }] }, texts) {
  if (kind !== 'trimmed') return false;
  const { text } = texts[source];
  const before = /[^.?!;\n]*$/.exec(text.slice(Math.max(0, start - 600), start))[0];
  const behind = text
    .slice(end, end + 30)
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ');
  const governs =
    /\b(?:not|no|never|nor|neither|none|nothing|cannot|without|hardly|if|unless|until|except|provided|den(?:y|ied|ies)|doubt\w*)\b|n['’]t\b/i;
  return (
    governs.test(before) ||
    governs.test(behind) ||
    /^\W*(?:when|if|unless|because|although|though|once)\b/i.test(text.slice(start, start + 12))
  );
}
