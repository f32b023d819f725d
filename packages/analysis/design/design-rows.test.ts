import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element } from '../numeric/matrix.js';
import type { Result } from '../result.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import type { Design } from './design.js';
import { designRows, latinStrata, type PointDesign } from './design-rows.js';
import { haltonPoints } from './halton.js';
import type { Experiment } from './input.js';
import { latinHypercube } from './latin-hypercube.js';
import { monteCarlo } from './monte-carlo.js';
import { sobolPoints } from './sobol-points.js';

const WHOLE: Record<PointDesign, (experiment: Experiment, runs: number) => Result<Design>> = {
  'monte-carlo': monteCarlo,
  'latin-hypercube': latinHypercube,
  'sobol-points': sobolPoints,
  halton: haltonPoints,
};

const experiment: Experiment = {
  ...unitExperiment(4, 7),
  inputs: [
    ...unitExperiment(4).inputs,
    { name: 'bell', distribution: { kind: 'normal', mean: 3, sd: 2 } },
    { name: 'tent', distribution: { kind: 'triangular', low: -1, mode: 0, high: 2 } },
  ],
  context: 'a program',
};
const N = 64;

describe.each(Object.entries(WHOLE))('%s', (name, whole) => {
  const kind = Object.keys(WHOLE).find((one): one is PointDesign => one === name) ?? 'halton';
  it('by index is the whole design, bit for bit, wherever a block begins', () => {
    const design = sound(whole(experiment, N));
    const rows = sound(designRows(kind, experiment, N));
    expect(rows.id).toBe(design.id);
    fc.assert(
      fc.property(fc.nat(N - 1), fc.nat(N), (first, wanted) => {
        const count = Math.min(wanted, N - first);
        const block = rows.block(first, count);
        expect(block.runs).toEqual(design.runs.slice(first, first + count));
        for (let i = 0; i < count; i += 1)
          for (let j = 0; j < design.names.length; j += 1)
            if (!Object.is(element(block.inputs, i, j), element(design.inputs, first + i, j)))
              throw new Error(`run ${first + i}, input ${j} differs`);
      }),
    );
  });

  it('refuses what the whole design refuses', () => {
    expect(codeOf(designRows(kind, experiment, 0))).toBe('bad-size');
    expect(codeOf(designRows(kind, { inputs: [], seed: 1 }, 8))).toBe('bad-size');
  });
});

it('strata that would fill the memory are refused, with the designs that need none', () => {
  const refused = latinStrata(experiment, 2 ** 27);
  expect(codeOf(refused)).toBe('bad-size');
  expect(!refused.ok && refused.faults[0].message).toContain("random, Sobol' and Halton");
  expect(codeOf(latinStrata(experiment, 1.5))).toBe('bad-size');
});
