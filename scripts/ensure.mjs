// Makes a clone ready: installs the packages and compiles, each only if something has changed. Node's own modules only,
// because nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Hearsay needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

// `npm install`, not `npm ci`: the linter's binaries for other systems are optional and not all in the lock file.
step('node_modules/.ready', [readFileSync('package-lock.json')], 'installing packages (once)', 'npm', [
  'install',
  '--no-save',
  '--no-audit',
  '--no-fund',
  '--include=dev',
  '--loglevel=error',
]);
step('dist/.ready', [...sources('src'), readFileSync('tsconfig.build.json')], 'compiling', process.execPath, [
  'node_modules/typescript/bin/tsc',
  '-p',
  'tsconfig.build.json',
]);

/** Runs a command unless the stamp already holds the hash of what it depends on. */
function step(stamp, inputs, label, command, args) {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(input);
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error(`hearsay: ${label} …`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) {
    console.error(`hearsay: ${label} failed; see the lines above.`);
    process.exit(status ?? 1);
  }
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function sources(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? sources(path) : [path, readFileSync(path)];
    });
}
