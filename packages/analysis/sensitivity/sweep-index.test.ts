import { describe, expect, it, test } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { oneAtATime } from '../design/one-at-a-time.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, csvTexts, need, sharedFile } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { sweepIndex, sweepIndices } from './sweep-index.js';

type Model = (inputs: readonly number[]) => number;
const cellOf = (model: Model, points = 11, start = 0.3) =>
  sound(sweepIndices(tableOf(sound(oneAtATime(unitExperiment(1), [start], points)), [model])))[0]?.cells[0];

test("the authors' table is met in all 264 places", (context) => {
  const samples = sharedFile(context, 'reference/oat_samples.csv');
  const results = sharedFile(context, 'reference/oat_outputs.csv');
  const table = sharedFile(context, 'reference/oat_signed_si.csv');
  const inputs = csvColumns(samples);
  const outputs = csvColumns(results);
  const place = new Map(csvTexts(results, 'scenario').map((key, row) => [key, row]));
  const varied = csvTexts(samples, 'varied_param');
  const keys = csvTexts(samples, 'run_id');
  const row = (i: number) => place.get(keys[i] ?? '') ?? -1;
  const baseline = row(varied.indexOf('baseline'));
  const published = csvColumns(table);
  const names = csvTexts(table, '');
  let largest = 0;
  let flagged = 0;
  let count = 0;
  for (const [line, name] of names.entries()) {
    const input = name === 'pct_expungement' ? 'pctExpungement' : name;
    const runs = varied.flatMap((param, i) => (param === input && place.has(keys[i] ?? '') ? [i] : []));
    for (const outcome of [...published.keys()].slice(1)) {
      const x = Float64Array.from(runs, (i) => need(inputs, input)[i] ?? 0);
      const y = Float64Array.from(runs, (i) => need(outputs, outcome)[row(i)] ?? 0);
      const cell = sweepIndex(x, y, need(outputs, outcome)[baseline] ?? 0);
      if (cell.kind !== 'value') throw new Error(`${name} ${outcome}: ${cell.reason}`);
      largest = Math.max(largest, Math.abs(cell.index - (need(published, outcome)[line] ?? 0)));
      flagged += cell.flags.includes('non-monotone') ? 1 : 0;
      count += 1;
    }
  }
  expect(count).toBe(264);
  expect(largest).toBeLessThan(1e-10);
  expect(flagged).toBe(9);
});

describe('the signed index', () => {
  it('of a line is its change over the range, relative to the baseline', () => {
    expect(cellOf(([u = 0]) => 2 - u, 11, 0)).toMatchObject({
      kind: 'value',
      index: -50,
      percent: 50,
      lowestAt: 1,
      highestAt: 0,
      atLow: 0,
      atHigh: -50,
      reversal: 0,
      flags: [],
    });
  });

  it('of no response is 0, of a curve that comes back is not the whole story', () => {
    expect(cellOf(() => 3)).toMatchObject({ index: 0, flags: ['no-response'] });
    expect(cellOf(([u = 0]) => 1 + (u - 0.4) ** 2)).toMatchObject({ kind: 'value', flags: ['non-monotone'] });
  });

  it('has no value without direction, baseline or runs', () => {
    expect(cellOf(([u = 0]) => 1 + (u - 0.5) ** 2)).toMatchObject({
      reason: 'direction-ambiguous',
      percent: expect.closeTo(25 / 1.04, 10),
    });
    expect(cellOf(([u = 0]) => u, 11, 0)).toMatchObject({ reason: 'baseline-zero' });
    const design = sound(oneAtATime(unitExperiment(1), [0.3], 20));
    const after = (failed: (run: number) => boolean) =>
      sound(
        sweepIndices(tableOf(design, [([u = 0]) => 1 + u], (run) => (failed(run) ? 'diverged' : 'ok'))),
      )[0]?.cells[0];
    expect(after((run) => run === 0)).toMatchObject({ reason: 'baseline-failed' });
    expect(after((run) => run === 7)).toMatchObject({ kind: 'value', flags: ['incomplete-sweep'] });
    expect(after((run) => run > 15)).toMatchObject({ reason: 'incomplete-sweep' });
    expect(sweepIndex(Float64Array.of(1, 1), Float64Array.of(1, 2), 1)).toMatchObject({
      reason: 'constant-input',
    });
    expect(codeOf(sweepIndices(tableOf(sound(monteCarlo(unitExperiment(1), 5)), [() => 1])))).toBe(
      'wrong-design',
    );
  });
});
