// Builds the lab: the site of many files, and the page of one file that opens from disk. Quick when nothing has changed.
// With --site the page of one file is left out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lab = join(root, 'packages', 'lab');
const cache = join(root, 'node_modules', '.cache', 'weir-lab');
const OUTSIDE = new Set(['node_modules', 'dist', 'site', 'testing']);
const INPUTS = ['model', 'engine', 'analysis', 'study', 'figures', 'lab'].map((name) =>
  join(root, 'packages', name),
);

function addFolder(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!OUTSIDE.has(entry.name)) addFolder(hash, path);
    } else if (!/\.test\.tsx?$|\.md$/.test(entry.name))
      hash.update(`${entry.name}\n`).update(readFileSync(path));
  }
}

const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
for (const folder of [...INPUTS, join(root, 'models')]) addFolder(hash, folder);
const digest = hash.digest('hex');

function build(label, page, stamp, words) {
  const file = join(cache, stamp);
  if (existsSync(page) && existsSync(file) && readFileSync(file, 'utf8') === digest) return;
  console.error(`${label} ...`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...words], {
    cwd: lab,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    console.error(`${label}: failed. The messages above say why.`);
    process.exit(done.status ?? 1);
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, digest);
}

build('Building the lab (a minute the first time)', join(lab, 'site', 'index.html'), 'site-digest', []);
if (!process.argv.includes('--site')) {
  const single = join(lab, 'site', 'single', 'index.html');
  build('Building the page of one file', single, 'single-digest', ['--mode', 'single']);
}
