import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(ROOT, 'node_modules', '.cache', 'weir-lab');

/** What the site says of a model comes from these, from the model's own folder, and from nothing else. */
const INPUTS = [
  ...['model', 'engine', 'analysis', 'study', 'figures'].map((name) => `packages/${name}/dist`),
  'packages/lab/build',
  'packages/lab/models',
];

/** A digest of the files that a bundled model of the site is made from. */
export function digestOfInputs(model: string): string {
  const hash = createHash('sha256');
  for (const input of [...INPUTS, `models/${model}`]) addFolder(hash, join(ROOT, input), input);
  return hash.digest('hex');
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string, name: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path, `${name}/${entry.name}`);
    else if (!/\.(map|tsbuildinfo|d\.ts|test\.tsx?)$/.test(entry.name)) {
      hash.update(`${name}/${entry.name}\n`).update(readFileSync(path));
    }
  }
}

/** A text made once for a name and a digest. Only the newest is kept. */
export async function cachedText(name: string, digest: string, make: () => Promise<string>): Promise<string> {
  const file = `${name}-${digest.slice(0, 24)}.json`;
  const path = join(FOLDER, file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = await make();
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) if (old.startsWith(`${name}-`)) rmSync(join(FOLDER, old));
  writeFileSync(path, text);
  return text;
}
