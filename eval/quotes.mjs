// Accuracy on a folder of real reports with gold annotations.
//
//   node eval/quotes.mjs [--gold FOLDER] [--scorer quotes_eval.py] [--errors N]
//
// Runs the built `compare` on the folder, hands the ledger to the scorer (Python 3, standard library) and prints its
// table. Both stand outside the repository, because the reports are their publishers' property; without them the
// program says so and exits with 3.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: join(root, '../shared/data/apec-2017') },
    scorer: { type: 'string', default: join(root, '../shared/eval/quotes_eval.py') },
    errors: { type: 'string', default: '0' },
  },
});
for (const path of [values.gold, values.scorer]) {
  if (existsSync(path)) continue;
  console.error(`${path} is not there; give --gold and --scorer`);
  process.exit(3);
}
const folder = mkdtempSync(join(tmpdir(), 'hearsay-eval-'));
const ledger = join(folder, 'ledger.json');
const compared = spawnSync(
  process.execPath,
  [join(root, 'dist/cli/main.js'), 'compare', values.gold, '-f', 'json', '-o', ledger],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
const scored =
  compared.status === 0
    ? spawnSync(
        'python3',
        [values.scorer, '--gold', values.gold, '--pred', ledger, '--errors', values.errors],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      )
    : compared;
rmSync(folder, { recursive: true, force: true });
process.exitCode = scored.status ?? 1;
