import { describe, expect, it } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { monteCarlo } from '../design/monte-carlo.js';
import { morrisTrajectories } from '../design/morris.js';
import { localSteps, oneAtATime } from '../design/one-at-a-time.js';
import { saltelli } from '../design/saltelli.js';
import { shapleyWalks } from '../design/shapley-walks.js';
import { codeOf, ishigami, sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import type { Assumptions } from './concern.js';
import { elasticityAssumptions, sweepAssumptions } from './local-assumptions.js';
import { firstOrderAssumptions, hsicAssumptions } from './sample-assumptions.js';
import { sobolAssumptions } from './sobol-assumptions.js';
import { effectAssumptions, shapleyAssumptions } from './walk-assumptions.js';

const codes = (report: Assumptions | undefined) => report?.concerns.map(({ code }) => code);

describe("beside Sobol' indices", () => {
  it('stand their sum, what interactions explain, and the floor of a dummy', () => {
    const table = tableOf(sound(saltelli(unitExperiment(3), 1024, { replicates: 8 })), [ishigami]);
    const [report] = sound(sobolAssumptions(table));
    // Analytic: the sum of first-order indices is 0.7563.
    expect(report?.firstOrderSum?.value).toBeCloseTo(0.7563, 1);
    expect(report?.interactionShare).toBeCloseTo(0.2437, 1);
    expect(Math.abs(report?.dummyFirst ?? 1)).toBeLessThan(0.05);
    expect(report).toMatchObject({ verdict: 'adequate', lostRows: 0 });
    expect(report?.convergence.map(({ size }) => size)).toEqual([128, 256, 512, 1024]);
  });

  it('stands that a single replicate has no interval, and lost rows', () => {
    const table = tableOf(sound(saltelli(unitExperiment(2), 64)), [([a = 0]) => a], (run) =>
      run === 5 ? 'diverged' : 'ok',
    );
    const [report] = sound(sobolAssumptions(table));
    expect(codes(report)).toEqual(expect.arrayContaining(['no-interval', 'failed-runs']));
    expect(report).toMatchObject({ verdict: 'with-care', lostRows: 1 });
    expect(
      sound(sobolAssumptions(tableOf(sound(saltelli(unitExperiment(2), 64)), [() => 1])))[0],
    ).toMatchObject({ verdict: 'none' });
    expect(codeOf(sobolAssumptions(tableOf(sound(monteCarlo(unitExperiment(1), 9)), [() => 1])))).toBe(
      'wrong-design',
    );
  });
});

describe('beside effects from walks', () => {
  it('stands the grid and which inputs act both ways', () => {
    const table = tableOf(sound(morrisTrajectories(unitExperiment(3), 20)), [
      ([a = 0, b = 0]) => a + 4 * (b - 0.5) ** 2,
    ]);
    const [report] = sound(effectAssumptions(table));
    expect(codes(report)).toEqual(expect.arrayContaining(['grid-aliasing', 'non-monotone']));
    expect(report?.concerns.find(({ code }) => code === 'non-monotone')?.about).toEqual(['u2']);
    const [linear] = sound(
      effectAssumptions(tableOf(sound(morrisTrajectories(unitExperiment(2), 20)), [([a = 0]) => a])),
    );
    expect(linear).toMatchObject({ verdict: 'adequate', walks: 20, plannedWalks: 20 });
    expect(
      sound(effectAssumptions(tableOf(sound(morrisTrajectories(unitExperiment(2), 3)), [() => 1])))[0],
    ).toMatchObject({ verdict: 'none' });
  });

  it('stands the width of Shapley intervals and whether they are settled', () => {
    const wide = sound(
      shapleyAssumptions(tableOf(sound(shapleyWalks(unitExperiment(3), 60)), [ishigami])),
    )[0];
    expect(codes(wide)).toContain('wide-interval');
    const narrow = sound(
      shapleyAssumptions(tableOf(sound(shapleyWalks(unitExperiment(2), 3000)), [([a = 0]) => a])),
    )[0];
    expect(narrow).toMatchObject({ verdict: 'adequate', walks: 3000 });
    expect(
      sound(shapleyAssumptions(tableOf(sound(shapleyWalks(unitExperiment(2), 30)), [() => 1])))[0],
    ).toMatchObject({ verdict: 'none' });
  });
});

describe('beside one input at a time', () => {
  it('stand curves that turn back, gaps, and inputs without an index', () => {
    const design = sound(oneAtATime(unitExperiment(3), [0.3, 0.3, 0.3], 17));
    const model = ([a = 0, b = 0, c = 0]: readonly number[]) => 1 + a + (b - 0.4) ** 2 + (c - 0.5) ** 2;
    const [report] = sound(
      sweepAssumptions(tableOf(design, [model], (run) => (run === 3 ? 'crashed' : 'ok'))),
    );
    expect(report?.concerns.map(({ code, about }) => [code, about])).toEqual([
      ['failed-runs', []],
      ['non-monotone', ['u2']],
      ['incomplete', ['u1']],
      ['no-value', ['u3']],
    ]);
    expect(report?.verdict).toBe('with-care');
    expect(sound(sweepAssumptions(tableOf(design, [() => 0])))[0]?.verdict).toBe('none');
  });

  it('stand corners at the baseline', () => {
    const design = sound(localSteps(unitExperiment(2), [0.5, 0.5]));
    const [report] = sound(
      elasticityAssumptions(tableOf(design, [([a = 0, b = 0]) => 1 + Math.abs(a - 0.5) + b])),
    );
    expect(report?.concerns.find(({ code }) => code === 'kink')?.about).toEqual(['u1']);
    expect(sound(elasticityAssumptions(tableOf(design, [([a = 0, b = 0]) => a * b])))[0]?.verdict).toBe(
      'adequate',
    );
  });
});

describe('beside indices from a sample', () => {
  const table = tableOf(sound(latinHypercube(unitExperiment(3), 800, { correlate: [] })), [
    ([a = 0, b = 0]) => a + b,
    () => 1,
  ]);

  it('stand the floor of dummies and convergence', () => {
    const [report, none] = sound(firstOrderAssumptions(table));
    expect(report?.dummyFloor).toBeLessThan(0.1);
    expect(report?.convergence.at(-1)?.size).toBe(800);
    expect(none).toMatchObject({ verdict: 'none', dummyFloor: undefined });
  });

  it('stand the same for HSIC, over the runs used', () => {
    const [report, none] = sound(hsicAssumptions(table, { mostRuns: 200 }));
    expect(report?.dummyFloor).toBeLessThan(0.1);
    expect(report?.convergence.at(-1)?.size).toBe(200);
    expect(none?.verdict).toBe('none');
  });
});
