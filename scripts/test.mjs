// Runs all checks: types, style, tests. Ends with a line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'));
const summary = join(folder, 'summary.json');
const counts = { passed: 0, failed: 0, skipped: 0 };

check('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
check('style', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);
const { status } = run([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${summary}`,
  ...process.argv.slice(2),
]);
try {
  const result = JSON.parse(readFileSync(summary, 'utf8'));
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests;
  counts.skipped += result.numPendingTests;
  if (status !== 0 && result.numFailedTests === 0) counts.failed++;
} catch (error) {
  console.error(`the test runner left no summary: ${error.message}`);
  counts.failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = counts.failed > 0 ? 1 : 0;

function check(name, args) {
  const ok = run(args).status === 0;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  counts[ok ? 'passed' : 'failed']++;
}

function run(args) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
