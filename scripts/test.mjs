// Everything that proves a checkout: types, format and lint, the direction of imports, the tests.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const steps = [
  ['Types of sources and tests', [bin('typescript/bin/tsc'), '-p', 'tsconfig.tests.json']],
  ['Types of the lab', [bin('typescript/bin/tsc'), '-p', 'packages/lab']],
  ["Types of the lab's build and tests", [bin('typescript/bin/tsc'), '-p', 'packages/lab/build']],
  ['Format and lint', [bin('@biomejs/biome/bin/biome'), 'check', '.']],
  ['Direction of imports', ['scripts/check-imports.mjs']],
  ['Tests', [bin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]],
];
for (const [label, args] of steps) {
  console.error(`${label} ...`);
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error(`${label}: failed.`);
    process.exit(done.status ?? 1);
  }
}
