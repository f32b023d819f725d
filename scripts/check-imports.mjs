// Checks the one direction of the house: no package imports one to its right, and no two files import each other in a circle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ORDER = ['model', 'engine', 'analysis', 'study', 'figures', 'report', 'cli', 'lab'];
const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'packages');
const faults = [];
const graph = new Map();

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

for (const file of files(packages)) {
  const own = ORDER.indexOf(relative(packages, file).split(/[\\/]/)[0]);
  const lines = readFileSync(file, 'utf8').split('\n');
  const imports = [];
  for (const [index, line] of lines.entries()) {
    const target = line.match(/(?:from|import)\s*\(?\s*'([^']+)'/)?.[1];
    if (target === undefined) continue;
    const where = `${relative(root, file)}:${index + 1}`;
    const other = target.match(/^@weir\/([a-z]+)/)?.[1];
    if (other !== undefined) {
      const right = ORDER.indexOf(other);
      if (right < 0) faults.push(`${where}: no such package: ${target}`);
      else if (right >= own) faults.push(`${where}: ${ORDER[own]} must not import ${other}: ${line.trim()}`);
      else if (other === 'cli') faults.push(`${where}: lab must not import cli`);
    } else if (target.startsWith('.') && !/^\s*import type\b/.test(line)) {
      const plain = join(dirname(file), target.replace(/\.js$/, ''));
      const path = existsSync(`${plain}.tsx`) ? `${plain}.tsx` : `${plain}.ts`;
      if (!relative(packages, path).startsWith(ORDER[own]))
        faults.push(`${where}: reaches into another package: ${target}`);
      imports.push(path);
    }
  }
  graph.set(file, imports);
}

const done = new Set();
function visit(file, trail) {
  if (done.has(file) || !graph.has(file)) return;
  if (trail.includes(file)) {
    const circle = [...trail.slice(trail.indexOf(file)), file].map((path) => relative(root, path));
    faults.push(`circle of imports: ${circle.join(' -> ')}`);
    return;
  }
  for (const next of graph.get(file)) visit(next, [...trail, file]);
  done.add(file);
}
for (const file of graph.keys()) visit(file, []);

for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
