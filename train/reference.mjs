// Trains what `identify` learns and writes src/learned/reference/weights.ts: what noun phrases stand for, and which
// antecedent a pronoun has.
//
//   node train/reference.mjs --data ../shared/data/ud/gum
//
// Reads GUM documents (CoNLL-U with `Entity=` in MISC) through Hearsay's own segmentation and attribution, so it is run
// after those have been trained. Deterministic: same input, same weights. `eval/coreference.mjs` scores the same
// training in five folds.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pack } from '../dist/learned/packed.js';
import { readGum } from '../eval/gum.mjs';
import { prepare, trainReference } from './reference-training.mjs';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) {
  console.error('usage: node train/reference.mjs --data FOLDER (of GUM_*.conllu)');
  process.exit(2);
}
const prepared = readGum(values.data).map(prepare);
const { entity, entityScale, antecedent, antecedentScale, salienceScale } = trainReference(prepared);
const text = `// Written by train/reference.mjs; see card.md.
export const SETTINGS = {
  entityScale: ${entityScale},
  antecedentScale: ${antecedentScale},
  salienceScale: ${salienceScale},
};
export const ENTITY_WEIGHTS =
  '${pack(entity)}';
export const ANTECEDENT_WEIGHTS =
  '${pack(antecedent)}';
`;
writeFileSync(new URL('../src/learned/reference/weights.ts', import.meta.url), text);
console.log(`${prepared.length} documents; ${text.length} characters`);
