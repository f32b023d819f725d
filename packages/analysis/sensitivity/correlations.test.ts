import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { monteCarlo } from '../design/monte-carlo.js';
import { saltelli } from '../design/saltelli.js';
import type { RunEnd } from '../table/run-record.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import { type CorrelationOptions, correlations, type OutcomeCorrelations } from './correlations.js';

type Model = (inputs: readonly number[]) => number;
const reasons = ({ cells }: OutcomeCorrelations) =>
  cells.map((cell) => (cell.kind === 'undefined' ? cell.reason : 'value'));
const partials = ({ cells }: OutcomeCorrelations) =>
  cells.map((cell) => (cell.kind === 'value' ? cell.partial : Number.NaN));

function outcomeOf(
  runs: number,
  inputs: number,
  models: readonly Model[],
  options?: CorrelationOptions,
  endOf?: (run: number) => RunEnd,
) {
  const table = tableOf(sound(latinHypercube(unitExperiment(inputs), runs)), models, endOf);
  const [outcome] = sound(correlations(table, options)).outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

const monotone: Model = ([a = 0, b = 0, c = 0]) => Math.exp(a) + 3 * b ** 3 - 2 * Math.sqrt(c);

describe('partial rank correlations', () => {
  it('equal the correlation of residuals where there is one other input', () => {
    // r(xy.z) = (rxy - rxz ryz) / sqrt((1 - rxz^2)(1 - ryz^2)); five runs, by hand from ranks.
    const table = tableOf(sound(monteCarlo(unitExperiment(2, 5), 12)), [([a = 0, b = 0]) => a + b ** 2]);
    const found = sound(correlations(table)).outcomes[0];
    const [x, z] = found?.cells ?? [];
    if (x?.kind !== 'value' || z?.kind !== 'value') throw new Error('no value');
    const rxz = found?.largestCorrelation ?? 0;
    const expected = (sign: number) =>
      (x.simple - sign * rxz * z.simple) / Math.sqrt((1 - rxz ** 2) * (1 - z.simple ** 2));
    expect([expected(1), expected(-1)]).toContainEqual(expect.closeTo(x.partial, 12));
  });

  it('do not change under ascending functions of inputs or outputs, nor by other outputs', () => {
    const plain = partials(outcomeOf(60, 3, [monotone]));
    expect(partials(outcomeOf(60, 3, [(u) => Math.exp(monotone(u))]))).toEqual(plain);
    expect(partials(outcomeOf(60, 3, [monotone, ([a = 0]) => Math.sin(9 * a)]))).toEqual(plain);
  });

  it('change sign with the output, and lie within -1 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 30, maxLength: 30 }), (noise) => {
        const make = (sign: number) => {
          let next = 0;
          return outcomeOf(30, 3, [([a = 0]) => sign * (a + (noise[next++] ?? 0))]);
        };
        const [up, down] = [partials(make(1)), partials(make(-1))];
        for (const [j, value] of up.entries()) {
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          expect(down[j]).toBeCloseTo(-value, 12);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('have n - 2 - (k - 1) degrees of freedom', () => {
    expect(outcomeOf(100, 44, [([a = 0, b = 0]) => a * b])).toMatchObject({ df: 55, inputs: 44 });
  });

  it('have narrower intervals at lower confidence', () => {
    const width = (confidence: number) => {
      const [cell] = outcomeOf(80, 3, [monotone], { confidence }).cells;
      return cell?.kind === 'value' && cell.interval ? cell.interval.high - cell.interval.low : 0;
    };
    expect(width(0.9)).toBeLessThan(width(0.95));
    expect(width(0.9)).toBeGreaterThan(0);
  });

  it('of an intercept far away stay (raw values)', () => {
    const far: Model = ([a = 0, b = 0]) => 2 * a + b ** 2;
    const near = partials(outcomeOf(80, 2, [far], { scale: 'raw' }));
    const away = partials(outcomeOf(80, 2, [(u) => 1e6 + far(u)], { scale: 'raw' }));
    for (const [j, value] of away.entries()) expect(value).toBeCloseTo(near[j] ?? 0, 6);
  });
});

describe('what has no value says why', () => {
  it('constant outputs, also up to rounding', () => {
    expect(reasons(outcomeOf(40, 2, [() => 3]))).toEqual(['constant-output', 'constant-output']);
    expect(reasons(outcomeOf(40, 2, [([a = 0]) => 1 + 1e-14 * a]))).toEqual([
      'constant-output',
      'constant-output',
    ]);
  });

  it('an exact function of one input: that one is 1, the others are undefined', () => {
    const found = outcomeOf(60, 3, [([a = 0]) => -a]);
    expect(reasons(found)).toEqual(['value', 'zero-residual', 'zero-residual']);
    expect(partials(found)[0]).toBe(-1);
    expect(found.cells[0]).toMatchObject({ test: undefined, interval: undefined });
  });

  it('constant and copied inputs leave the regression and change nothing else', () => {
    const names = ['a', 'b', 'c', 'flat', 'copy'];
    const design = sound(latinHypercube(unitExperiment(5), 60));
    const data = design.inputs.data.slice();
    data.fill(0.5, 3 * 60, 4 * 60);
    data.set(data.subarray(60, 120), 4 * 60);
    const altered = { ...design, names, inputs: { ...design.inputs, data } };
    const noisy: Model = ([a = 0, b = 0, c = 0]) => a + b ** 2 + Math.sin(40 * c);
    const found = sound(correlations(tableOf(altered, [noisy]))).outcomes[0];
    const plain = outcomeOf(60, 3, [noisy]);
    if (found === undefined) throw new Error('no outcome');
    expect(reasons(found)).toEqual(['value', 'collinear', 'value', 'constant-input', 'collinear']);
    expect(found.cells[1]).toMatchObject({ with: ['copy'] });
    expect(found).toMatchObject({ df: plain.df, inputs: 3 });
    expect(partials(found)[0]).toBeCloseTo(partials(plain)[0] ?? 0, 12);
    expect(partials(found)[2]).toBeCloseTo(partials(plain)[2] ?? 0, 12);
  });

  it('categories', () => {
    const experiment = unitExperiment(2);
    const inputs = [
      ...experiment.inputs,
      { name: 'c', distribution: { kind: 'categorical', count: 3 } as const },
    ];
    const table = tableOf(sound(latinHypercube({ ...experiment, inputs }, 50)), [
      ([a = 0, , c = 0]) => a * c,
    ]);
    expect(reasons(sound(correlations(table)).outcomes[0] ?? outcomeOf(2, 1, []))).toEqual([
      'value',
      'value',
      'categorical-input',
    ]);
  });

  it.each([1, 2, 3, 4])('%d runs for three inputs', (runs) => {
    const found = outcomeOf(runs, 3, [monotone]);
    expect(found.rSquared).toBeUndefined();
    expect(new Set(reasons(found))).toEqual(new Set(['too-few-runs']));
    expect(JSON.stringify(found)).not.toMatch(/NaN/);
  });
});

describe('failed runs', () => {
  const endOf = (run: number): RunEnd => (run % 10 === 3 ? 'diverged' : 'ok');

  it('are left out before ranking and counted', () => {
    const found = outcomeOf(60, 3, [monotone], {}, endOf);
    expect(found).toMatchObject({ runs: 54, left: { diverged: 6 }, df: 50 });
  });

  it('beyond a share refuse the table', () => {
    const table = tableOf(sound(latinHypercube(unitExperiment(3), 60)), [monotone], endOf);
    expect(codeOf(correlations(table, { mostFailed: 0.05 }))).toBe('too-many-failures');
  });
});

it('refuses designs whose runs depend on each other', () => {
  const table = tableOf(sound(saltelli(unitExperiment(3), 8)), [monotone]);
  expect(codeOf(correlations(table))).toBe('wrong-design');
});
