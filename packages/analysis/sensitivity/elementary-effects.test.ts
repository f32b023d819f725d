import { describe, expect, it, test } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { morrisTrajectories } from '../design/morris.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, need, sharedFile } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { effectSummary, elementaryEffects } from './elementary-effects.js';

test("Morris's function of 20 inputs equals the proof data", (context) => {
  const columns = csvColumns(sharedFile(context, 'golden/morris20_r20_p4.csv'));
  const golden = JSON.parse(sharedFile(context, 'golden/screening_golden.json')).morris20;
  const y = need(columns, 'y');
  let largest = 0;
  for (let j = 0; j < 20; j += 1) {
    const u = need(columns, `u${j + 1}`);
    const effects: number[] = [];
    for (let row = 0; row + 1 < y.length; row += 1) {
      const step = (u[row + 1] ?? 0) - (u[row] ?? 0);
      if (row % 21 !== 20 && step !== 0) effects.push(((y[row + 1] ?? 0) - (y[row] ?? 0)) / step);
    }
    expect(effects).toHaveLength(20);
    const { mu, muStar, sigma } = effectSummary(effects);
    for (const [value, key] of [
      [mu, 'mu'],
      [muStar, 'mu_star'],
      [sigma, 'sigma'],
    ] as const)
      largest = Math.max(largest, Math.abs(value / golden[key][j] - 1));
  }
  expect(largest).toBeLessThan(1e-9);
});

describe('elementary effects', () => {
  it('of a linear function are its slopes, without spread', () => {
    const table = tableOf(sound(morrisTrajectories(unitExperiment(3), 12)), [
      ([a = 0, b = 0]) => 4 * a - 2 * b,
    ]);
    const [a, b, c] = sound(elementaryEffects(table))[0]?.cells ?? [];
    expect(a).toMatchObject({
      mu: expect.closeTo(4, 12),
      muStar: expect.closeTo(4, 12),
      sigma: expect.closeTo(0, 12),
      monotonicity: expect.closeTo(1, 12),
    });
    expect(b).toMatchObject({
      mu: expect.closeTo(-2, 12),
      muStar: expect.closeTo(2, 12),
      monotonicity: expect.closeTo(1, 12),
    });
    expect(c).toMatchObject({ mu: 0, muStar: 0, monotonicity: undefined });
  });

  it('of an interaction spread, with an interval around their mean size', () => {
    const table = tableOf(sound(morrisTrajectories(unitExperiment(2), 30)), [
      ([a = 0, b = 0]) => (a - 0.5) * (b - 0.5),
    ]);
    const [a] = sound(elementaryEffects(table, { resamples: 200 }))[0]?.cells ?? [];
    if (a?.kind !== 'value') throw new Error('no value');
    expect(a.sigma).toBeGreaterThan(0.1);
    expect(a.monotonicity).toBeLessThan(0.6);
    expect(a.muStarInterval?.low).toBeLessThan(a.muStar);
    expect(a.muStarInterval?.high).toBeGreaterThan(a.muStar);
  });

  it('leave out the whole trajectory of a failed run', () => {
    const design = sound(morrisTrajectories(unitExperiment(3), 12));
    const after = (failed: (run: number) => boolean) =>
      elementaryEffects(tableOf(design, [([a = 0]) => a], (run) => (failed(run) ? 'diverged' : 'ok')));
    expect(sound(after((run) => run === 6))[0]).toMatchObject({ trajectories: 11, planned: 12 });
    expect(codeOf(after((run) => run < 12))).toBe('too-many-failures');
  });

  it('say why there are none', () => {
    const reason = (walks: number) =>
      sound(elementaryEffects(tableOf(sound(morrisTrajectories(unitExperiment(2), walks)), [() => 7])))[0]
        ?.cells[0];
    expect(reason(1)).toMatchObject({ reason: 'too-few-runs' });
    expect(reason(5)).toMatchObject({ reason: 'constant-output' });
    expect(codeOf(elementaryEffects(tableOf(sound(monteCarlo(unitExperiment(1), 5)), [() => 1])))).toBe(
      'wrong-design',
    );
  });
});
