import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, type Matrix } from '../numeric/matrix.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import type { Design } from './design.js';
import type { Experiment } from './input.js';
import { morrisTrajectories } from './morris.js';
import { LOCAL_STEPS, localSteps, oneAtATime } from './one-at-a-time.js';
import { exchangeFault, saltelli } from './saltelli.js';
import { shapleyWalks } from './shapley-walks.js';

const unitOf = ({ unit }: Design): Matrix => {
  if (unit === undefined) throw new Error('no unit cube');
  return unit;
};
const withTails: Experiment = {
  inputs: [{ name: 'x', distribution: { kind: 'normal', mean: 0, sd: 1 } }],
  seed: 1,
};

describe('Morris trajectories', () => {
  it('move one input at a time by p / (2 (p - 1)) on the grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(2, 4, 6, 8),
        fc.integer(),
        (k, levels, seed) => {
          const design = sound(morrisTrajectories(unitExperiment(k, seed), 4, levels));
          const unit = unitOf(design);
          if (design.blocks.kind !== 'trajectories') throw new Error('no trajectories');
          for (let walk = 0; walk < 4; walk += 1)
            for (let t = 0; t < k; t += 1) {
              const row = walk * (k + 1) + t;
              for (let j = 0; j < k; j += 1) {
                const change = Math.abs(element(unit, row + 1, j) - element(unit, row, j));
                const expected = design.blocks.moved[walk * k + t] === j ? levels / (2 * (levels - 1)) : 0;
                expect(change).toBeCloseTo(expected, 14);
                expect(element(unit, row, j) * (levels - 1)).toBeCloseTo(
                  Math.round(element(unit, row, j) * (levels - 1)),
                  12,
                );
                expect(element(unit, row, j)).toBeLessThanOrEqual(1);
              }
            }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keep the earlier ones, and refuse odd levels and tails', () => {
    const few = sound(morrisTrajectories(unitExperiment(3), 2));
    expect(sound(morrisTrajectories(unitExperiment(3), 5)).runs.slice(0, 8)).toEqual(few.runs);
    expect(codeOf(morrisTrajectories(unitExperiment(3), 2, 5))).toBe('bad-size');
    expect(codeOf(morrisTrajectories(unitExperiment(3), 0))).toBe('bad-size');
    expect(codeOf(morrisTrajectories(withTails, 4))).toBe('bad-distribution');
  });
});

describe('Saltelli designs', () => {
  it.each(['sobol', 'random'] as const)('exchange exactly one column (%s)', (sampling) => {
    const design = sound(saltelli(unitExperiment(3), 8, { sampling, replicates: 2 }));
    expect(design.runs).toHaveLength(2 * 8 * 5);
    expect(exchangeFault(unitOf(design), 8, 2)).toBe(0);
    expect(new Set(design.runs).size).toBe(design.runs.length);
  });

  it('refuse what has no balance', () => {
    expect(codeOf(saltelli(unitExperiment(3), 1000))).toBe('bad-size');
    expect(codeOf(saltelli(unitExperiment(3), 1000, { sampling: 'random' }))).toBe('ok');
    expect(codeOf(saltelli(unitExperiment(3), 1))).toBe('bad-size');
    expect(codeOf(saltelli(unitExperiment(3), 8, { replicates: 0 }))).toBe('bad-size');
    expect(codeOf(saltelli(unitExperiment(129), 2))).toBe('too-many-dimensions');
  });
});

describe('one at a time', () => {
  it('visits both limits of each input and leaves the others at the baseline', () => {
    const { inputs, runs } = sound(oneAtATime(unitExperiment(2), [0.3, 0.4], 5));
    expect(runs).toHaveLength(11);
    expect([element(inputs, 0, 0), element(inputs, 0, 1)]).toEqual([0.3, 0.4]);
    expect([1, 2, 3, 4, 5].map((i) => element(inputs, i, 0))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([1, 2, 3, 4, 5].map((i) => element(inputs, i, 1))).toEqual([0.4, 0.4, 0.4, 0.4, 0.4]);
  });

  it('refuses unusable baselines, sizes and spreads', () => {
    expect(codeOf(oneAtATime(unitExperiment(2), [0.3], 5))).toBe('shape-mismatch');
    expect(codeOf(oneAtATime(unitExperiment(1), [Number.NaN], 5))).toBe('bad-value');
    expect(codeOf(oneAtATime(unitExperiment(1), [0], 1))).toBe('bad-size');
    expect(codeOf(oneAtATime(withTails, [0], 5))).toBe('bad-distribution');
  });
});

describe('local steps', () => {
  it('go both ways, relative to the value, and stay within limits', () => {
    const { inputs } = sound(localSteps(unitExperiment(2), [0.5, 1], 0.1));
    expect(LOCAL_STEPS.map((_, s) => element(inputs, 1 + s, 0))).toEqual(
      [0.475, 0.525, 0.45, 0.55, 0.4, 0.6].map((x) => expect.closeTo(x, 14)),
    );
    expect(LOCAL_STEPS.map((_, s) => element(inputs, 7 + s, 1))).toEqual([0.95, 1, 0.9, 1, 0.8, 1]);
  });

  it('step by the width of the range from 0, and refuse a 0 without range', () => {
    const { inputs } = sound(localSteps(unitExperiment(1), [0], 0.1));
    expect(element(inputs, 6, 0)).toBeCloseTo(0.2, 14);
    expect(codeOf(localSteps(withTails, [0]))).toBe('bad-distribution');
    expect(codeOf(localSteps(unitExperiment(1), [0.5], 0))).toBe('bad-value');
  });
});

describe('Shapley walks', () => {
  it('change each input once', () => {
    const design = sound(shapleyWalks(unitExperiment(4), 3));
    const unit = unitOf(design);
    if (design.blocks.kind !== 'walks') throw new Error('no walks');
    for (let walk = 0; walk < 3; walk += 1)
      for (let t = 0; t < 4; t += 1)
        for (let j = 0; j < 4; j += 1) {
          const same = element(unit, walk * 5 + t, j) === element(unit, walk * 5 + t + 1, j);
          expect(same).toBe(design.blocks.moved[walk * 4 + t] !== j);
        }
    expect(codeOf(shapleyWalks(unitExperiment(4), 0))).toBe('bad-size');
  });
});
