import { describe, expect, it, test } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { saltelli } from '../design/saltelli.js';
import { codeOf, ishigami, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, largestDifference, need, sharedFile } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { firstOrderOf, totalOf } from './sobol-estimators.js';
import { type SobolIndex, sobolIndices } from './sobol-indices.js';

// Analytic, a = 7, b = 0.1.
const FIRST = [0.31390519114781146, 0.4424111447900409, 0];
const TOTAL = [0.5575888552099592, 0.4424111447900409, 0.24368366406214773];
const JANON_TOTAL: Readonly<Record<string, readonly number[]>> = {
  ishigami: [0.567848890716, 0.442642324196, 0.247861372085],
  gfunction: [
    0.787162458288, 0.241746208002, 0.0342495959042, 0.0104459570591, 1.04039938999e-4, 1.01085903148e-4,
    1.05430785294e-4, 1.03267172486e-4,
  ],
};

const cellsOf = (table: ReturnType<typeof tableOf>, options = {}) =>
  (sound(sobolIndices(table, options)).outcomes[0]?.cells ?? []).flatMap((cell): SobolIndex[] =>
    cell.kind === 'value' ? [cell] : [],
  );

test.for(['ishigami', 'gfunction'])(
  'every estimator equals the proof data on the stored design of %s',
  (name, context) => {
    const columns = csvColumns(sharedFile(context, `golden/saltelli_${name}_N1024.csv`));
    const golden = JSON.parse(sharedFile(context, 'golden/sobol_golden.json'))[name];
    const y = need(columns, 'y');
    const block = need(columns, 'block');
    const of = (number: number) => y.filter((_, i) => block[i] === number);
    const inputs = golden.analytic.S1.map((_: number, j: number): number => j);
    const outputs = { a: of(-2), b: of(-1), ab: inputs.map(of) };
    const first = (estimator: Parameters<typeof firstOrderOf>[2]) =>
      inputs.map((j: number) => firstOrderOf(outputs, j, estimator));
    const total = (estimator: Parameters<typeof totalOf>[2]) =>
      inputs.map((j: number) => totalOf(outputs, j, estimator));
    const close = (actual: readonly number[], key: string) =>
      expect(largestDifference(actual, golden.estimates[key]), key).toBeLessThan(1e-12);
    close(first('saltelli'), 'S1_saltelli2010_V_over_AB');
    close(first('jansen'), 'S1_jansen1999');
    close(first('martinez'), 'S1_martinez2011');
    close(first('janon'), 'S1_janon2014');
    close(total('jansen'), 'ST_jansen1999');
    close(total('martinez'), 'ST_martinez2011');
    expect(largestDifference(total('janon'), JANON_TOTAL[name] ?? [])).toBeLessThan(1e-9);
    expect(largestDifference(first('martinez'), golden.analytic.S1)).toBeLessThan(0.02);
    expect(largestDifference(total('jansen'), golden.analytic.ST)).toBeLessThan(0.02);
  },
);

describe("Sobol' indices", () => {
  it('come near the analytic values, the more runs the nearer', () => {
    const error = (base: number) => {
      const cells = cellsOf(tableOf(sound(saltelli(unitExperiment(3), base, { replicates: 4 })), [ishigami]));
      return Math.max(
        largestDifference(
          cells.map((cell) => cell.first.value),
          FIRST,
        ),
        largestDifference(
          cells.map((cell) => cell.total.value),
          TOTAL,
        ),
      );
    };
    expect(error(1024)).toBeLessThan(0.02);
    expect(error(1024)).toBeLessThan(error(64));
  });

  it('have intervals that hold the truth: 95 % in at least 89 % of 200 repetitions', () => {
    const covered = new Int32Array(6);
    for (let trial = 0; trial < 200; trial += 1) {
      const design = sound(saltelli(unitExperiment(3, trial), 128, { replicates: 8 }));
      for (const [j, { first, total }] of cellsOf(tableOf(design, [ishigami])).entries()) {
        for (const [place, share, truth] of [
          [j, first, FIRST[j] ?? 0],
          [3 + j, total, TOTAL[j] ?? 0],
        ] as const)
          if (share.interval && share.interval.low <= truth && truth <= share.interval.high)
            covered[place] = (covered[place] ?? 0) + 1;
      }
    }
    for (const count of covered) expect(count).toBeGreaterThanOrEqual(178);
  }, 300_000);

  it('of a random design have bootstrap intervals, of one quasi-random replicate none', () => {
    const random = sound(saltelli(unitExperiment(3), 100, { sampling: 'random' }));
    const [cell] = cellsOf(tableOf(random, [ishigami]), { resamples: 200 });
    expect(cell?.first.interval?.low).toBeLessThan(cell?.first.value ?? 0);
    expect(cell?.first.interval?.high).toBeGreaterThan(cell?.first.value ?? 0);
    const single = tableOf(sound(saltelli(unitExperiment(3), 64)), [ishigami]);
    expect(cellsOf(single)[0]?.first.interval).toBeUndefined();
    expect(sound(sobolIndices(single)).intervals).toBe('none');
  });

  it('are narrower at lower confidence', () => {
    const table = tableOf(sound(saltelli(unitExperiment(3), 64, { replicates: 8 })), [ishigami]);
    const width = (confidence: number) => {
      const interval = cellsOf(table, { confidence })[0]?.first.interval;
      return interval ? interval.high - interval.low : 0;
    };
    // Ratio of the t quantiles with 7 degrees of freedom: 1.894579 / 2.364624.
    expect(width(0.9) / width(0.95)).toBeCloseTo(1.894579 / 2.364624, 5);
  });

  it('lose the whole base row of a failed run, for every index', () => {
    const design = sound(saltelli(unitExperiment(3), 32));
    const failed = tableOf(design, [ishigami], (run) => (run === 32 * 4 + 5 ? 'crashed' : 'ok'));
    expect(sound(sobolIndices(failed)).outcomes[0]).toMatchObject({ rows: 31, planned: 32 });
    const many = tableOf(design, [ishigami], (run) => (run < 10 ? 'crashed' : 'ok'));
    expect(codeOf(sobolIndices(many))).toBe('too-many-failures');
  });

  it('say why there is none', () => {
    const reasons = (base: number) =>
      sound(sobolIndices(tableOf(sound(saltelli(unitExperiment(1), base)), [() => 2]))).outcomes[0]?.cells[0];
    expect(reasons(16)).toMatchObject({ kind: 'undefined', reason: 'constant-output' });
    expect(reasons(2)).toMatchObject({ kind: 'undefined', reason: 'too-few-runs' });
    expect(codeOf(sobolIndices(tableOf(sound(monteCarlo(unitExperiment(1), 9)), [() => 2])))).toBe(
      'wrong-design',
    );
  });
});
