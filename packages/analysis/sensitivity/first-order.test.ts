import { describe, expect, it, test } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { saltelli } from '../design/saltelli.js';
import { codeOf, ishigami, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, largestDifference, need, sharedFile } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { binnedFirstOrder, defaultBins, firstOrderFromData, neighborFirstOrder } from './first-order.js';

// Computed twice, in Node.js and Python, from the definitions (analysis methods, section 11).
const BINNED: Readonly<Record<string, readonly number[]>> = {
  y_mono: [0.39295, 0.534142, 0.113168, -0.00011, -0.002608, -0.002664],
  y_ishi: [0.269594, 0.458045, -0.019437, 0.004524, -0.012644, 0.010659],
  y_inter: [0.18457, 0.149868, 0.199822, 0.03065, 0.035274, 0.000769],
};
const NEIGHBORS: Readonly<Record<string, readonly number[]>> = {
  y_mono: [0.345053, 0.521577, 0.170003, -0.094209, 0.041282, 0.033034],
  y_ishi: [0.249416, 0.477186, -0.002839, 0.04054, 0.030104, 0.004177],
  y_inter: [0.211864, 0.223396, 0.304481, -0.037659, 0.098203, -0.047362],
};

test.for(Object.keys(BINNED))('%s equals the values computed by two other programs', (name, context) => {
  const inputs = csvColumns(sharedFile(context, 'golden/lhs_500x6.csv'));
  const y = need(csvColumns(sharedFile(context, 'golden/outputs_500.csv')), name);
  const columns = [1, 2, 3, 4, 5, 6].map((j) => need(inputs, `u${j}`));
  expect(
    largestDifference(
      columns.map((x) => binnedFirstOrder(x, y, 20)),
      BINNED[name] ?? [],
    ),
  ).toBeLessThan(1e-6);
  expect(
    largestDifference(
      columns.map((x) => neighborFirstOrder(x, y)),
      NEIGHBORS[name] ?? [],
    ),
  ).toBeLessThan(1e-6);
});

describe('first-order indices from a sample', () => {
  it('find what Ishigami is known for', () => {
    const [found] = sound(
      firstOrderFromData(tableOf(sound(latinHypercube(unitExperiment(4), 2000)), [ishigami])),
    );
    const values = (found?.cells ?? []).map((cell) => (cell.kind === 'value' ? cell.binned : Number.NaN));
    // Analytic: 0.3139, 0.4424, 0, 0.
    expect(largestDifference(values, [0.3139, 0.4424, 0, 0])).toBeLessThan(0.06);
    expect(found?.clippedSum).toBeGreaterThanOrEqual(found?.sum ?? 9);
  });

  it('take categories as classes', () => {
    const inputs = [
      { name: 'c', distribution: { kind: 'categorical', count: 3 } as const },
      ...unitExperiment(1).inputs,
    ];
    const table = tableOf(sound(latinHypercube({ inputs, seed: 2 }, 300)), [
      ([c = 0, u = 0]) => (c === 1 ? 3 : 0) + u,
    ]);
    const [cell] = sound(firstOrderFromData(table))[0]?.cells ?? [];
    // Between: 9 * 2/9 = 2; within: 1/12.
    expect(cell).toMatchObject({
      kind: 'value',
      binned: expect.closeTo(2 / (2 + 1 / 12), 2),
      neighbors: undefined,
    });
  });

  it('say why there is none', () => {
    const table = (runs: number) =>
      tableOf(sound(latinHypercube(unitExperiment(1), runs)), [() => 1, ([a = 0]) => a]);
    const reasons = (runs: number) =>
      sound(firstOrderFromData(table(runs))).map(({ cells: [cell], sum }) => [
        cell?.kind === 'undefined' ? cell.reason : 'value',
        sum === undefined,
      ]);
    expect(reasons(100)).toEqual([
      ['constant-output', true],
      ['value', false],
    ]);
    expect(reasons(1)).toEqual([
      ['too-few-runs', true],
      ['too-few-runs', true],
    ]);
  });

  it('refuse what they cannot judge', () => {
    expect(codeOf(firstOrderFromData(tableOf(sound(saltelli(unitExperiment(2), 8)), [() => 1])))).toBe(
      'wrong-design',
    );
    const correlate = [{ between: ['u1', 'u2'], spearman: 0.5 }] as const;
    const design = sound(latinHypercube(unitExperiment(2), 50, { correlate }));
    expect(codeOf(firstOrderFromData(tableOf(design, [() => 1])))).toBe('dependent-inputs');
    const table = tableOf(sound(latinHypercube(unitExperiment(2), 50)), [() => 1]);
    expect(codeOf(firstOrderFromData(table, { bins: 1 }))).toBe('bad-size');
  });
});

test('classes grow with the cube root of n', () => {
  expect([10, 500, 5000].map(defaultBins)).toEqual([5, 20, 43]);
});
