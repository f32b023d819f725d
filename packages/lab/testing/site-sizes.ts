import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A part of the site and the most it may weigh. Sizes are bytes after gzip. */
export interface SizeRow {
  readonly part: string;
  readonly size: number;
  readonly most: number;
}

const KIB = 1024;

/** What a page downloads for its first view, for each other, and for use without a network, beside what each may weigh. */
export function siteSizes(folder: string): readonly SizeRow[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('single/') && statSync(join(folder, name)).isFile());
  const size = new Map(
    files.map((name) => [name, gzipSync(readFileSync(join(folder, name)), { level: 9 }).length]),
  );
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const sum = (names: Iterable<string>): number =>
    [...names].reduce((all, one) => all + (size.get(one) ?? 0), 0);
  const named = (start: string): string =>
    files.find((name) => name.startsWith(`assets/${start}-`) && name.endsWith('.js')) ?? start;
  const page = text('index.html');
  const entries = [...page.matchAll(/"\.\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  const shell = withImports(entries, text);
  const first = withImports([...shell, named('compare-view')], text);
  const views = files.filter((name) => /^assets\/[a-z-]+-view-.*\.js$/.test(name) && !first.has(name));
  const styles = files.filter((name) => name.endsWith('.css'));
  return [
    { part: 'first view, script', size: sum(first), most: 190 * KIB },
    { part: 'all styles', size: sum(styles), most: 15 * KIB },
    ...workersOf(files, text).map((name) => ({
      part: `worker ${name}`,
      size: sum([name]),
      most: mostOfWorker(text(name)),
    })),
    ...views.map((name) => ({
      part: posix.basename(name).replace(/-[^-]*\.js$/, ''),
      size: sum([...withImports([name], text)].filter((one) => !first.has(one))),
      most: 30 * KIB,
    })),
    { part: 'everything, for use offline', size: sum(files), most: 900 * KIB },
  ];
}

/** The rows as text, in KiB. */
export function sizeTable(rows: readonly SizeRow[]): string {
  const cell = (bytes: number): string => (bytes / KIB).toFixed(1).padStart(7);
  return rows.map(({ part, size, most }) => `${cell(size)} of ${cell(most)} KiB  ${part}`).join('\n');
}

/** Files and all that they import before they run. */
function withImports(names: readonly string[], text: (name: string) => string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, target = ''] of text(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      visit(posix.join(posix.dirname(name), target));
    }
  };
  for (const name of names) visit(name);
  return found;
}

function workersOf(files: readonly string[], text: (name: string) => string): readonly string[] {
  return files.filter((name) => /^assets\/worker-.*\.js$/.test(name) && text(name).length > 0);
}

/**
 * The worker that computes is fetched with the first view; the one that reads files only when a file is read, and it has
 * the readers of both languages, the corrections and the solvers in it.
 */
function mostOfWorker(text: string): number {
  return text.includes('xmile') ? 260 * KIB : 40 * KIB;
}
