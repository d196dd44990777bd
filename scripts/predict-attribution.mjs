// One `.txt` in, one prediction `.json` out, in the form of PolNeAR's scorer:
//
//   npm run predict:attribution -- TEXT_FOLDER OUT_FOLDER
//
// {"filename": "<name>.txt", "attributions": [{"source": [[b, e]…], "cue": [[b, e]…], "content": [[b, e]…]}]}
//
// Offsets count code points of the file decoded as UTF-8, half-open. The text is taken as it is: nothing is set apart as
// boilerplate. Attributions of one level only, as that corpus has them: what stands inside another's content is left
// out, and a quotation that goes on after a full stop belongs to the one that it goes on from.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '../dist/attribute/attribute.js';
import { segment } from '../dist/segment/segment.js';
import { toRelations } from '../eval/standoff.mjs';

const [texts, out] = process.argv.slice(2);
if (!texts || !out || !existsSync(texts)) {
  console.error(
    'usage: npm run predict:attribution -- TEXT_FOLDER OUT_FOLDER (TEXT_FOLDER holds .txt files)',
  );
  process.exit(2);
}
const names = readdirSync(texts)
  .filter((name) => name.endsWith('.txt'))
  .sort();
if (names.length === 0) {
  console.error(`${texts} holds no .txt file`);
  process.exit(3);
}
mkdirSync(out, { recursive: true });
for (const name of names) {
  const text = readFileSync(join(texts, name), 'utf8');
  const { value: segmentation } = segment({ id: name, text, kind: 'report' });
  const { value: findings } = attribute({ id: name, text }, segmentation);
  const points = codePoints(text);
  const attributions = toRelations(findings).map((relation) =>
    Object.fromEntries(
      Object.entries(relation).map(([role, spans]) => [
        role,
        spans.map((span) => span.map((at) => points(at))),
      ]),
    ),
  );
  writeFileSync(
    join(out, name.replace(/\.txt$/, '.json')),
    `${JSON.stringify({ filename: name, attributions })}\n`,
  );
}
console.log(`${names.length} ${names.length === 1 ? 'text' : 'texts'} → ${out}`);

/** UTF-16 offsets → code points. */
function codePoints(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const before = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++)
    before[i + 1] =
      before[i] + (/[\ud800-\udbff]/.test(text[i]) && /[\udc00-\udfff]/.test(text[i + 1] ?? '') ? 0 : 1);
  return (offset) => before[offset];
}
