// Temporal expressions of texts, one JSON object a line:
//
//   npm run predict:dates -- IN.jsonl OUT.jsonl
//
// in: {"id", "text", "published"}, where "published" is an ISO 8601 date or null
// out: {"id", "start", "end", "type", "value"}, one line an expression, with TIMEX3 types and values
//
// Offsets are UTF-16 code units of the text, half-open.
import { writeFileSync } from 'node:fs';
import { timeExpressions } from '../dist/date/expressions.js';
import { rowsOf } from './rows.mjs';

const [texts, out] = process.argv.slice(2);
if (!texts || !out) {
  console.error('usage: npm run predict:dates -- IN.jsonl OUT.jsonl');
  process.exit(2);
}
const lines = rowsOf(texts).flatMap(({ id, text, published }) =>
  timeExpressions(text, { published: typeof published === 'string' ? published : null }).value.map(
    ({ start, end, type, value }) => ({ id, start, end, type, value }),
  ),
);
writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
console.log(`${lines.length} ${lines.length === 1 ? 'expression' : 'expressions'} → ${out}`);
