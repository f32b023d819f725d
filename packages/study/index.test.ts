import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const elsewhere = new Set(['node', 'dist', 'node_modules', 'testing']);

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (elsewhere.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

it('needs Node.js only in its own folder, so that the rest runs in a browser', () => {
  const files = sources(root);
  expect(files.length).toBeGreaterThan(20);
  const needing = files.filter((file) => /'node:|'\.\.?\/(?:\.\.\/)*node\//.test(readFileSync(file, 'utf8')));
  expect(needing).toEqual([]);
});
