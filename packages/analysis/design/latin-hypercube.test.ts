import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { column, element, type Matrix } from '../numeric/matrix.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import type { Design } from './design.js';
import { spearmanMatrix } from './iman-conover.js';
import { extendLatinHypercube, latinHypercube, placeIn } from './latin-hypercube.js';

const unitOf = ({ unit }: Design): Matrix => {
  if (unit === undefined) throw new Error('no unit cube');
  return unit;
};

function expectOneRunAStratum(design: Design): void {
  const unit = unitOf(design);
  for (let j = 0; j < unit.columns; j += 1) {
    const strata = Array.from(column(unit, j), (u) => Math.floor(u * unit.rows)).sort((a, b) => a - b);
    expect(strata).toEqual(Array.from({ length: unit.rows }, (_, i) => i));
  }
}

const squares = (of: Matrix): number => {
  const r = spearmanMatrix(of);
  let total = 0;
  for (let i = 0; i < r.rows; i += 1) for (let j = 0; j < i; j += 1) total += element(r, i, j) ** 2;
  return total;
};

const nearest = (of: Matrix): number => {
  let smallest = Number.POSITIVE_INFINITY;
  for (let a = 0; a < of.rows; a += 1)
    for (let b = 0; b < a; b += 1) {
      let square = 0;
      for (let j = 0; j < of.columns; j += 1) square += (element(of, a, j) - element(of, b, j)) ** 2;
      smallest = Math.min(smallest, square);
    }
  return Math.sqrt(smallest);
};

describe('a Latin hypercube', () => {
  it('has one run in every stratum of every input', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer(),
        (n, k, seed) => {
          expectOneRunAStratum(sound(latinHypercube(unitExperiment(k, seed), n)));
        },
      ),
      { numRuns: 30 },
    );
    expect([...unitOf(sound(latinHypercube(unitExperiment(1), 2, { centered: true }))).data].sort()).toEqual([
      0.25, 0.75,
    ]);
  });

  it('stays in its stratum where rounding would leave it', () => {
    expect(Math.floor(placeIn(4999, 5000, 1 - 2 ** -53) * 5000)).toBe(4999);
    expect(placeIn(4999, 5000, 1 - 2 ** -53)).toBeLessThan(1);
    expect(Math.floor(placeIn(1, 49, 0) * 49)).toBe(1);
  });

  it('keeps the columns that remain when inputs are added', () => {
    const [few, many] = [2, 5].map((k) => unitOf(sound(latinHypercube(unitExperiment(k), 30))));
    if (few === undefined || many === undefined) throw new Error('no design');
    expect([...column(many, 1)]).toEqual([...column(few, 1)]);
  });
});

describe('extension', () => {
  it.each([2, 3])('by %d is a Latin hypercube that begins with the earlier runs', (factor) => {
    const small = sound(latinHypercube(unitExperiment(4), 50));
    const large = sound(extendLatinHypercube(small, factor));
    expectOneRunAStratum(large);
    expect(large.runs.slice(0, 50)).toEqual(small.runs);
    expect([...column(unitOf(large), 2).subarray(0, 50)]).toEqual([...column(unitOf(small), 2)]);
  });

  it('refuses what is none', () => {
    const design = sound(latinHypercube(unitExperiment(3), 40));
    expect(codeOf(extendLatinHypercube(design, 1))).toBe('bad-size');
    expect(codeOf(extendLatinHypercube({ ...design, kind: 'monte-carlo' }, 2))).toBe('wrong-design');
  });
});

describe('imposed rank correlations', () => {
  const correlate = [
    { between: ['u1', 'u2'], spearman: 0.7 },
    { between: ['u3', 'u5'], spearman: -0.4 },
  ] as const;

  // Limits of the methods document, section 4.4.
  it.each([
    [100, 0.15],
    [500, 0.06],
    [5000, 0.02],
  ])('with %d runs differ by less than %d, and the margins stay', (runs, limit) => {
    const design = sound(latinHypercube(unitExperiment(6), runs, { correlate }));
    expectOneRunAStratum(design);
    const r = spearmanMatrix(unitOf(design));
    for (let i = 0; i < 6; i += 1)
      for (let j = 0; j < i; j += 1) {
        const wanted = i === 1 && j === 0 ? 0.7 : i === 4 && j === 2 ? -0.4 : 0;
        expect(Math.abs(element(r, i, j) - wanted)).toBeLessThan(limit);
      }
    expect(design.correlated).toBe(true);
  });

  it('an empty list removes those that arose by chance', () => {
    const plain = sound(latinHypercube(unitExperiment(8), 300));
    const cleaned = sound(latinHypercube(unitExperiment(8), 300, { correlate: [] }));
    expect(squares(unitOf(cleaned))).toBeLessThan(squares(unitOf(plain)) / 4);
    expect(cleaned.correlated).toBe(false);
  });

  it('refuses what is no correlation', () => {
    const ask = (between: readonly [string, string], spearman: number, runs = 50) =>
      codeOf(latinHypercube(unitExperiment(3), runs, { correlate: [{ between, spearman }] }));
    expect(ask(['u1', 'u2'], 1)).toBe('bad-target');
    expect(ask(['u1', 'u1'], 0.5)).toBe('bad-target');
    expect(ask(['u1', 'x'], 0.5)).toBe('no-such-column');
    expect(ask(['u1', 'u2'], 0.5, 4)).toBe('too-few-runs');
    const contradiction = [
      { between: ['u1', 'u2'], spearman: 0.9 },
      { between: ['u2', 'u3'], spearman: 0.9 },
      { between: ['u1', 'u3'], spearman: -0.9 },
    ] as const;
    expect(codeOf(latinHypercube(unitExperiment(3), 50, { correlate: contradiction }))).toBe('bad-target');
  });
});

test('annealing removes correlations and keeps the strata', () => {
  const anneal = { criterion: 'correlation' } as const;
  for (const seed of [1, 2, 3]) {
    const before = squares(unitOf(sound(latinHypercube(unitExperiment(6, seed), 100))));
    const design = sound(latinHypercube(unitExperiment(6, seed), 100, { anneal }));
    expectOneRunAStratum(design);
    expect(squares(unitOf(design))).toBeLessThan(Math.min(1e-4, before));
  }
});

test('annealing moves the nearest runs apart', () => {
  const anneal = { criterion: 'maximin', moves: 2000 } as const;
  const before = nearest(unitOf(sound(latinHypercube(unitExperiment(3), 30))));
  const design = sound(latinHypercube(unitExperiment(3), 30, { anneal }));
  expectOneRunAStratum(design);
  expect(nearest(unitOf(design))).toBeGreaterThan(1.2 * before);
});

test('refuses what it cannot make', () => {
  expect(codeOf(latinHypercube(unitExperiment(2), 0))).toBe('bad-size');
  const anneal = { criterion: 'correlation', moves: -1 } as const;
  expect(codeOf(latinHypercube(unitExperiment(2), 9, { anneal }))).toBe('bad-size');
  expect(codeOf(latinHypercube(unitExperiment(2), 9, { anneal, correlate: [] }))).toBe('bad-target');
});
