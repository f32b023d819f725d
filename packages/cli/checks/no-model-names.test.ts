import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledStudies } from '@weir/study/node';
import { expect, it } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../..', import.meta.url));
/** What is built, and what others wrote. */
const LEFT_OUT = new Set(['dist', 'node_modules', 'site']);
const READ = /\.(?:ts|tsx|mts|mjs|js|css|html|json|md|yaml)$/;

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : files(path);
    return READ.test(entry.name) ? [path] : [];
  });
}

// What is written for one model is wrong for the next: a model is data, in its own folder.
it('no line of packages names a bundled model', () => {
  const names = bundledStudies();
  expect(names.length).toBeGreaterThan(1);
  const found = files(PACKAGES).flatMap((path) => {
    const lines = [path.slice(PACKAGES.length), ...readFileSync(path, 'utf8').split('\n')];
    return lines.flatMap((line, number) =>
      names.some((name) => line.toLowerCase().includes(name))
        ? [`${path.slice(PACKAGES.length)}:${number} ${line.trim().slice(0, 100)}`]
        : [],
    );
  });
  expect(found).toEqual([]);
});
