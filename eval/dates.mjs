// Scores `date` as TempEval-3 (UzZaman et al. 2013) scores temporal expressions: relaxed (any overlap) and strict spans,
// and value F1 over relaxed matches.
//
//   node eval/dates.mjs [--data ../shared/data/date/tempeval3-platinum] [--wrong] [--without tense]
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { timeExpressions } from '../dist/date/expressions.js';
import { FUTURE_MARKS, PAST_MARKS } from '../dist/lexicon/en/time.js';
import { readTimeMl } from './timeml.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/date/tempeval3-platinum' },
    wrong: { type: 'boolean', default: false },
    without: { type: 'string' },
  },
});
// Ablation: weekdays, months and days without the tense of their clause.
if (values.without === 'tense') {
  FUTURE_MARKS.clear();
  PAST_MARKS.clear();
}
if (!fs.existsSync(values.data)) {
  console.error(`${values.data} is not there; give a folder of TimeML documents with --data`);
  process.exit(3);
}
const documents = readTimeMl(values.data);
let [gold, found, relaxed, strict, typed, valued] = [0, 0, 0, 0, 0, 0];
const wrong = [];
for (const { id, text, published, spans } of documents) {
  const given = timeExpressions(text, { published }).value;
  gold += spans.length;
  found += given.length;
  const used = new Set();
  for (const span of spans) {
    const match = given.find((one) => !used.has(one) && one.start < span.end && span.start < one.end);
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    if (!match) {
      wrong.push([id, 'missed', words, span.value, '']);
      continue;
    }
    used.add(match);
    relaxed++;
    if (match.start === span.start && match.end === span.end) strict++;
    if (match.type === span.type) typed++;
    if (match.value === span.value) valued++;
    else
      wrong.push([id, 'value', words, span.value, `${text.slice(match.start, match.end)} = ${match.value}`]);
  }
  for (const one of given)
    if (!used.has(one))
      wrong.push([
        id,
        'false',
        text.slice(one.start - 20, one.end + 12).replace(/\s+/g, ' '),
        '',
        `${text.slice(one.start, one.end)} = ${one.value}`,
      ]);
}
const row = (name, right) => {
  const [precision, recall] = [right / found, right / gold];
  return {
    score: name,
    P: (100 * precision).toFixed(1),
    R: (100 * recall).toFixed(1),
    F1: ((200 * precision * recall) / (precision + recall)).toFixed(1),
  };
};
console.log(`${documents.length} documents, ${gold} expressions in gold, ${found} found`);
console.table([row('relaxed', relaxed), row('strict', strict), row('type', typed), row('value', valued)]);
if (values.wrong) for (const one of wrong) console.log(one.join(' | '));
