import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledWith } from '../testing/bundled-with.js';
import { weir } from '../testing/captured-io.js';
import { newFolder } from '../testing/small-study.js';

const model = bundledWith('trafficked_sellers');

const folder = newFolder();
const rows = Array.from({ length: 60 }, (_, i) => [i, (i * 7) % 61, (i * 13) % 67] as const);
const file = (name: string, lines: readonly (readonly (number | string)[])[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.map((line) => line.join(',')).join('\n')}\n`);
  return path;
};
const samples = file('samples.csv', [['run', 'a', 'b'], ...rows]);
const resultRows = rows.map(([i, a, b]) => [i, a, a * 2 - b * b]);
const head = ['scenario', 'a', 'y'];
const inPlace = file('results.csv', [head, ...resultRows]);
const turned = file('turned-results.csv', [head, ...[...resultRows].reverse()]);

describe('weir audit', () => {
  it('ends with 0 where rows stand in place', async () => {
    const { code, out, err } = await weir(['audit', samples, inPlace]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('key: run = scenario');
    expect(out).toContain('All 60 rows of results stand in the row of their sample.');
    expect(out).not.toContain('FAILED');
  });

  it('ends with 1 where they do not, with the findings as the result', async () => {
    const { code, out, err } = await weir(['audit', turned, samples]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/FAILED: 0 of 60 rows/);
    expect(out).toMatch(/Largest\s+PRCC by/);
    const widest = out.split('\n').filter((line) => !line.includes(folder));
    expect(Math.max(...widest.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives one JSON document, or every index as CSV', async () => {
    const document = JSON.parse((await weir(['audit', samples, turned, '--format', 'json'])).out);
    expect(document).toMatchObject({ passed: false, trusted: 'key', tolerance: 1e-12 });
    const { out } = await weir(['audit', samples, turned, '--format', 'csv']);
    expect(out.split('\r\n')[0]).toMatch(/^input,outcome,published/);
  });

  it.each<readonly [number, readonly string[], RegExp]>([
    [2, [samples, model], /not a table/],
    [2, [samples, inPlace, '--tolerance', '2'], /from 0 to 0\.1/],
    [3, [samples], /samples and a file of results/],
    [3, [samples, join(folder, 'none.csv')], /could not be read/],
    [3, [samples, file('empty.csv', [])], /is empty|no rows|audit needs/],
  ])('ends with %i for %j', async (expected, words, message) => {
    const { code, out, err } = await weir(['audit', ...words]);
    expect([code, out]).toEqual([expected, '']);
    expect(err.replace(/\s+/g, ' ')).toMatch(message);
  });
});
