// Quotations looked up in sources, one JSON object a line:
//
//   npm run predict:locate -- SOURCES.jsonl QUOTES.jsonl OUT.jsonl
//
// in: {"id", "text"} for each source and each quotation
// out: {"id", "found", "spans": [{"source", "start", "end"}], "form", "events": [kind…], "verdict", "ms"}
//
// Offsets are UTF-16 code units of the source's text, half-open. `spans` are those of the best place, then those of every
// other place that is as good. What is not found has `form` "not-located" and `verdict` null. `ms` is the time of the one
// search; reading and indexing the sources comes before.
import { writeFileSync } from 'node:fs';
import { Finder } from '../dist/verify/finder.js';
import { rowsOf } from './rows.mjs';

const [sources, quotations, out] = process.argv.slice(2);
if (!sources || !quotations || !out) {
  console.error('usage: npm run predict:locate -- SOURCES.jsonl QUOTES.jsonl OUT.jsonl');
  process.exit(2);
}
const finder = new Finder(rowsOf(sources));
const lines = rowsOf(quotations).map(({ id, text }) => {
  const started = performance.now();
  const found = finder.find(finder.read(text));
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  const [best] = found;
  return {
    id,
    found: best !== undefined,
    spans: found.flatMap(({ source, spans, elsewhere }) =>
      [...spans.map((span) => ({ ...span, text: source })), ...elsewhere].map(({ text, start, end }) => ({
        source: finder.sources[text].id,
        start,
        end,
      })),
    ),
    form: best?.form ?? 'not-located',
    events: best?.events.map(({ kind }) => kind) ?? [],
    verdict: best?.verdict ?? null,
    ms,
  };
});
writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
console.log(`${lines.length} ${lines.length === 1 ? 'quotation' : 'quotations'} → ${out}`);
