import { describe, expect, it, test } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { saltelli } from '../design/saltelli.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, largestDifference, need, sharedFile } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { hsicIndices, hsicOf } from './hsic.js';

test.for(['y_mono', 'y_ishi'])('%s equals the proof data', (name, context) => {
  const inputs = csvColumns(sharedFile(context, 'golden/lhs_500x6.csv'));
  const y = need(csvColumns(sharedFile(context, 'golden/outputs_500.csv')), name).subarray(0, 200);
  const golden = JSON.parse(sharedFile(context, 'golden/screening_golden.json')).hsic_first200[name];
  const found = [1, 2, 3, 4, 5, 6].map((j) => hsicOf(need(inputs, `u${j}`).subarray(0, 200), y));
  expect(
    largestDifference(
      found.map(({ hsic }) => hsic),
      golden.hsic_V,
    ),
  ).toBeLessThan(1e-12);
  expect(
    largestDifference(
      found.map(({ rSquared }) => rSquared),
      golden.R2_HSIC,
    ),
  ).toBeLessThan(1e-12);
});

describe('HSIC', () => {
  it('of two runs, by hand', () => {
    // d^2 / (2 s^2) = 1 for two values: kernels 1 and 1/e; centered +-(1 - 1/e) / 2; HSIC their square.
    const { hsic, rSquared } = hsicOf(Float64Array.of(0, 1), Float64Array.of(5, 9));
    expect(hsic).toBeCloseTo(((1 - Math.exp(-1)) / 2) ** 2, 14);
    expect(rSquared).toBeCloseTo(1, 14);
  });

  it('finds a dependence that is not monotone, and none where there is none', () => {
    const table = tableOf(sound(latinHypercube(unitExperiment(2), 100)), [([a = 0]) => (a - 0.5) ** 2]);
    const [a, b] = sound(hsicIndices(table, { permutations: 99 }))[0]?.cells ?? [];
    expect(a).toMatchObject({ kind: 'value', p: 0.01 });
    if (a?.kind !== 'value' || b?.kind !== 'value') throw new Error('no value');
    expect(b.p).toBeGreaterThan(0.02);
    expect(a.rSquared).toBeGreaterThan(5 * b.rSquared);
    expect(sound(hsicIndices(table, { permutations: 99 }))).toEqual(
      sound(hsicIndices(table, { permutations: 99 })),
    );
  });

  it('says how many runs it used and why there is none', () => {
    const table = tableOf(sound(latinHypercube(unitExperiment(1), 30)), [([a = 0]) => a, () => 2]);
    const [some, none] = sound(hsicIndices(table, { mostRuns: 20 }));
    expect(some).toMatchObject({ runs: 20, unused: 10 });
    expect(none?.cells[0]).toMatchObject({ reason: 'constant-output' });
    const tiny = tableOf(sound(latinHypercube(unitExperiment(1), 1)), [([a = 0]) => a]);
    expect(sound(hsicIndices(tiny))[0]?.cells[0]).toMatchObject({ reason: 'too-few-runs' });
    expect(codeOf(hsicIndices(table, { permutations: -1 }))).toBe('bad-size');
    expect(codeOf(hsicIndices(tableOf(sound(saltelli(unitExperiment(1), 8)), [() => 1])))).toBe(
      'wrong-design',
    );
  });
});
