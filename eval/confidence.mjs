// Whether `confidence` is the share that is right: on articles annotated in brat standoff (PolNeAR's form).
//
//   node eval/confidence.mjs [--data FOLDER]        FOLDER holds text/*.txt and attributions/*.ann
//
// Takes the attributions of the outermost level; `isRight` in standoff.mjs says which are right. Prints, for each band of confidence, how many there are, their mean confidence, and the share right;
// and the mean distance between the two, weighted by number (expected calibration error). Without the data the program
// says so and exits with 3.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attribute } from '../dist/attribute/attribute.js';
import { segment } from '../dist/segment/segment.js';
import { isRight, readStandoff } from './standoff.mjs';

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: fileURLToPath(new URL('../../shared/data/polnear/dev', import.meta.url)),
    },
  },
});
if (!existsSync(join(values.data, 'attributions'))) {
  console.error(`${values.data}/attributions is not there; give --data`);
  process.exit(3);
}
const EDGES = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
const bands = EDGES.slice(1).map((to, i) => ({ from: EDGES[i], to, count: 0, sum: 0, right: 0 }));
for (const { article, text, relations } of readStandoff(values.data)) {
  const { value: segmentation } = segment({ id: article, text, kind: 'report' });
  const { value: findings } = attribute({ id: article, text }, segmentation);
  for (const finding of findings) {
    if (finding.within !== undefined || finding.by === 'label') continue;
    const band = bands.find(({ from, to }) => from <= finding.confidence && finding.confidence < to);
    band.count++;
    band.sum += finding.confidence;
    const { source } = finding.from === undefined ? finding : findings[finding.from];
    if (isRight(finding, source, relations)) band.right++;
  }
}
console.log('confidence      count   mean  right');
let off = 0;
let all = 0;
for (const { from, to, count, sum, right } of bands) {
  if (count === 0) continue;
  off += Math.abs(sum - right);
  all += count;
  console.log(
    `${from.toFixed(1)} to ${Math.min(1, to).toFixed(1)} ${String(count).padStart(10)} ${(sum / count).toFixed(3).padStart(6)} ${(right / count).toFixed(3).padStart(6)}`,
  );
}
console.log(`expected calibration error ${(off / all).toFixed(3)} of ${all}`);
