// Everything that proves a checkout: types, format and lint, the direction of imports, the tests, the lab in a browser.
// With words after it, only the tests that they name are run, and no browser.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const words = process.argv.slice(2);

function run(label, args, environment = {}) {
  console.error(`${label} ...`);
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (done.status !== 0) {
    console.error(`${label}: failed.`);
    process.exit(done.status ?? 1);
  }
}

run('Types of sources and tests', [bin('typescript/bin/tsc'), '-p', 'tsconfig.tests.json']);
run('Types of the lab', [bin('typescript/bin/tsc'), '-p', 'packages/lab']);
run("Types of the lab's build and tests", [bin('typescript/bin/tsc'), '-p', 'packages/lab/build']);
run('Format and lint', [bin('@biomejs/biome/bin/biome'), 'check', '.']);
run('Direction of imports', ['scripts/check-imports.mjs']);
run('Tests', [bin('vitest/vitest.mjs'), 'run', ...words]);
if (words.length === 0) testInBrowser();

function testInBrowser() {
  run('Site of the lab', ['scripts/build-lab.mjs']);
  const browser = findBrowser();
  if (browser === undefined) {
    console.error('');
    console.error('THE BROWSER TESTS DID NOT RUN: there is no Chromium on this machine.');
    console.error('Install one, or set WEIR_CHROMIUM to its path, and run `npm test` again.');
    if (process.env.CI === 'true') process.exit(1);
    return;
  }
  run(
    'Tests in a browser',
    [bin('vitest/vitest.mjs'), 'run', '--config', 'packages/lab/testing/vitest.config.ts'],
    {
      WEIR_CHROMIUM: browser,
    },
  );
}
