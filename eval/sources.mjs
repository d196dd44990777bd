// How often a quotation is found, and its source, on articles annotated in brat standoff (PolNeAR's form).
//
//   node eval/sources.mjs [--data FOLDER]        FOLDER holds text/*.txt and attributions/*.ann
//
// Takes each quotation of five words and more that lies inside an annotated content, and asks whether `attribute`
// took it for speech and whether the source it names (for a continuation, the one that it goes on from) shares a
// character with an annotated source, or ends in the same word. Of several annotators of an article the first by name
// is taken. The data stand outside the repository; without them the program says so and exits with 3.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attribute } from '../dist/attribute/attribute.js';
import { segment } from '../dist/segment/segment.js';
import { readStandoff } from './standoff.mjs';

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: fileURLToPath(new URL('../../shared/data/polnear/train', import.meta.url)),
    },
  },
});
if (!existsSync(join(values.data, 'attributions'))) {
  console.error(`${values.data}/attributions is not there; give --data`);
  process.exit(3);
}
const WORDS = 5;
const counts = { articles: 0, quotations: 0, found: 0, sourced: 0, right: 0 };
for (const { article, text, relations } of readStandoff(values.data)) {
  counts.articles++;
  const { value: segmentation } = segment({ id: article, text });
  const { value: findings } = attribute({ id: article, text }, segmentation);
  for (const { inner, depth } of segmentation.quotations) {
    if (depth > 0 || (text.slice(inner.start, inner.end).match(/[\p{L}\p{N}]+/gu) ?? []).length < WORDS)
      continue;
    const gold = relations.filter(({ content }) =>
      content.some(([start, end]) => start <= inner.start + 1 && end >= inner.end - 2),
    );
    if (gold.length === 0) continue;
    counts.quotations++;
    const finding = findings.find(({ quoted }) =>
      quoted.some((span) => span.start < inner.end && inner.start < span.end),
    );
    if (!finding) continue;
    counts.found++;
    const sources = gold.flatMap(({ source }) => source);
    if (sources.length === 0) continue;
    counts.sourced++;
    const { source } = rootOf(finding, findings);
    if (
      source &&
      sources.some(
        ([start, end]) =>
          (start < source.end && source.start < end) ||
          lastWord(text.slice(start, end)) === lastWord(text.slice(source.start, source.end)),
      )
    )
      counts.right++;
  }
}
console.log(`articles           ${counts.articles}`);
console.log(`quotations         ${counts.quotations}`);
console.log(`found              ${(counts.found / counts.quotations).toFixed(3)}`);
console.log(`source right       ${(counts.right / counts.sourced).toFixed(3)} of ${counts.sourced}`);

function rootOf(finding, findings) {
  return finding.source || finding.from === undefined ? finding : rootOf(findings[finding.from], findings);
}

function lastWord(text) {
  return (
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? ''
  );
}
