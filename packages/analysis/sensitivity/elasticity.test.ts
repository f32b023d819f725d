import { describe, expect, it } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { localSteps } from '../design/one-at-a-time.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import { elasticities } from './elasticity.js';

const wide = {
  inputs: [{ name: 'x', distribution: { kind: 'uniform', low: -10, high: 10 } as const }],
  seed: 1,
};
const at = (x0: number, f: (x: number) => number) =>
  sound(elasticities(tableOf(sound(localSteps(wide, [x0])), [([x = 0]) => f(x)])))[0]?.cells[0];

describe('an elasticity', () => {
  it('of a power law is its exponent', () => {
    expect(at(2, (x) => 3 * x ** -1.7)).toMatchObject({
      elasticity: expect.closeTo(-1.7, 12),
      form: 'log',
      below: expect.closeTo(-1.7, 10),
      flags: [],
    });
  });

  it('does not depend on the tested range', () => {
    const narrow = {
      ...wide,
      inputs: [{ name: 'x', distribution: { kind: 'uniform', low: 1, high: 3 } as const }],
    };
    const found = sound(elasticities(tableOf(sound(localSteps(narrow, [2])), [([x = 0]) => x ** 2])));
    expect(found[0]?.cells[0]).toEqual(at(2, (x) => x ** 2));
  });

  it('at the bottom of a curve is 0, at a corner is flagged', () => {
    expect(at(1, (x) => 1 + (x - 1) ** 2)).toMatchObject({ elasticity: expect.closeTo(0, 4), flags: [] });
    expect(at(1, (x) => 1 + Math.abs(x - 1))).toMatchObject({ flags: expect.arrayContaining(['kink']) });
  });

  it('is linear where the output changes sign, and says when the step matters', () => {
    expect(at(1, (x) => 100 * (x - 1) + 0.5)).toMatchObject({
      form: 'linear',
      elasticity: expect.closeTo(200, 9),
    });
    expect(at(1, (x) => Math.exp(100 * (x - 1) ** 3 + x))).toMatchObject({ flags: ['step-sensitive'] });
  });

  it('at 0 is undefined, with the slope', () => {
    expect(at(0, (x) => 2 + x)).toMatchObject({
      reason: 'baseline-zero',
      percentPerUnit: expect.closeTo(50, 9),
    });
    expect(at(1, (x) => x - 1)).toMatchObject({ reason: 'baseline-zero', percentPerUnit: undefined });
  });

  it('needs its runs', () => {
    const design = sound(localSteps(wide, [1]));
    const after = (failed: number) =>
      sound(elasticities(tableOf(design, [() => 1], (run) => (run === failed ? 'crashed' : 'ok'))))[0]
        ?.cells[0];
    expect(after(0)).toMatchObject({ reason: 'baseline-failed' });
    expect(after(3)).toMatchObject({ reason: 'incomplete-sweep' });
    expect(codeOf(elasticities(tableOf(sound(monteCarlo(unitExperiment(1), 5)), [() => 1])))).toBe(
      'wrong-design',
    );
  });
});
