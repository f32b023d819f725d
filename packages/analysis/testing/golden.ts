import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url));

/** A file of proof data beside the project; the test is skipped where that folder is not there. */
export function sharedFile(context: TestContext, path: string): string {
  const file = `${SHARED}/${path}`;
  if (!existsSync(file)) context.skip(`the folder of proof data ../shared is not there: ${path}`);
  return readFileSync(file, 'utf8');
}

/** Columns of a CSV file by name; an empty cell is NaN. */
export function csvColumns(text: string): ReadonlyMap<string, Float64Array> {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  return new Map(
    header
      .split(',')
      .map((name, j) => [
        name.replaceAll('"', ''),
        Float64Array.from(rows, (row) =>
          row[j] === undefined || row[j] === '' ? Number.NaN : Number(row[j]),
        ),
      ]),
  );
}

/** One column of a CSV file as text. */
export function csvTexts(text: string, name: string): readonly string[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const place = header.split(',').indexOf(name);
  return lines.map((line) => line.split(',')[place] ?? '');
}

/** The column of a name, which must be there. */
export function need(columns: ReadonlyMap<string, Float64Array>, name: string): Float64Array {
  const found = columns.get(name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

/** Largest absolute difference of two lists of numbers. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = actual.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < expected.length; i += 1) {
    const difference = Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN));
    largest = difference <= largest ? largest : difference;
  }
  return largest;
}
