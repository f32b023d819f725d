import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Distribution, Law } from './distribution.js';
import { lawOf, valueAt } from './law.js';

const law = (distribution: Distribution): Law => {
  const made = lawOf(distribution);
  if (!made.ok) throw new Error(made.faults[0].message);
  return made.value;
};

const SOUND: readonly Distribution[] = [
  { kind: 'uniform', low: -2, high: 3 },
  { kind: 'log-uniform', low: 0.01, high: 100 },
  { kind: 'normal', mean: 5, sd: 2 },
  { kind: 'lognormal', logMean: 0.5, logSd: 0.8 },
  { kind: 'triangular', low: 0, mode: 0.2, high: 1 },
  { kind: 'triangular', low: 0, mode: 0, high: 1 },
  { kind: 'triangular', low: 0, mode: 1, high: 1 },
  { kind: 'beta', alpha: 2, beta: 5, low: 0, high: 10 },
  { kind: 'pert', low: 1, mode: 2, high: 6 },
  { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 0.5, high: 2 },
];

describe.each(SOUND)('%j', (distribution) => {
  const { lower, upper, cdf, survival } = law(distribution);

  it('quantiles undo probabilities, and both tails are one', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        expect(Math.abs(cdf(lower(p)) - p)).toBeLessThan(1e-9);
        expect(Math.abs(survival(upper(p)) - p)).toBeLessThan(1e-9);
        expect(Math.abs(cdf(lower(p)) + survival(lower(p)) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('quantiles ascend', () => {
    const open = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(fc.property(open, open, (a, b) => lower(Math.min(a, b)) <= lower(Math.max(a, b)) + 1e-12));
  });
});

// R 4: qbeta, qlnorm, qnorm; the truncated ones from the normal quantiles of the tail masses.
test.each<readonly [Distribution, number, number]>([
  [{ kind: 'beta', alpha: 2, beta: 2, low: 0, high: 1 }, 0.5, 0.5],
  [{ kind: 'beta', alpha: 2, beta: 1, low: 0, high: 1 }, 0.09, 0.3],
  [{ kind: 'beta', alpha: 1, beta: 4, low: 0, high: 1 }, 1 - 0.7 ** 4, 0.3],
  [{ kind: 'lognormal', logMean: 0, logSd: 1 }, 0.975, 7.09907138423134],
  [{ kind: 'normal', mean: 0, sd: 1 }, 1e-10, -6.361340902404056],
  [{ kind: 'triangular', low: 0, mode: 1, high: 2 }, 0.125, 0.5],
  [{ kind: 'pert', low: 0, mode: 0.5, high: 1 }, 0.5, 0.5],
])('%j at %d', (distribution, p, expected) => {
  expect(law(distribution).lower(p)).toBeCloseTo(expected, 10);
});

test('a cut far out in a tail keeps its digits', () => {
  const far = law({ kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 10, high: 12 });
  // Beyond 10 the tail falls nearly as exp(-10 (x - 10)): the median is ln 2 / 10.1 above the cut.
  expect(far.lower(0.5)).toBeCloseTo(10.0682, 3);
  expect(far.lower(0)).toBeCloseTo(10, 9);
  const mirrored = law({ kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: -12, high: -10 });
  expect(mirrored.lower(0.5)).toBeCloseTo(-far.lower(0.5), 12);
});

test('values and categories', () => {
  const values = law({ kind: 'discrete', values: [1, 5, 7], weights: [1, 2, 1] });
  expect([0, 0.24, 0.25, 0.74, 0.75, 0.999].map((u) => valueAt(values, u))).toEqual([1, 1, 5, 5, 7, 7]);
  expect([values.cdf(0), values.cdf(5), values.survival(5), values.cdf(9)]).toEqual([0, 0.75, 0.25, 1]);
  const categories = law({ kind: 'categorical', count: 4 });
  expect([0, 0.25, 0.5, 0.9999].map((u) => valueAt(categories, u))).toEqual([0, 1, 2, 3]);
});

test('a uniform value is low + u (high - low), and never -0', () => {
  expect(valueAt(law({ kind: 'uniform', low: 0.4, high: 0.6 }), 0.3)).toBe(0.4 + 0.3 * (0.6 - 0.4));
  expect(Object.is(valueAt(law({ kind: 'uniform', low: -0, high: 1 }), 0), 0)).toBe(true);
});

test('distributions with tails are finite at both ends of the unit interval', () => {
  for (const u of [0, 1 - 2 ** -53]) {
    expect(Number.isFinite(valueAt(law({ kind: 'normal', mean: 0, sd: 1 }), u))).toBe(true);
  }
});

test.each<Distribution>([
  { kind: 'uniform', low: 1, high: 1 },
  { kind: 'uniform', low: 0, high: Number.NaN },
  { kind: 'log-uniform', low: 0, high: 1 },
  { kind: 'normal', mean: 0, sd: 0 },
  { kind: 'lognormal', logMean: 0, logSd: -1 },
  { kind: 'triangular', low: 0, mode: 2, high: 1 },
  { kind: 'triangular', low: 0, mode: -1, high: 1 },
  { kind: 'beta', alpha: 0, beta: 1, low: 0, high: 1 },
  { kind: 'truncated', of: { kind: 'uniform', low: 0, high: 1 }, low: 2, high: 3 },
  { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 0 }, low: 2, high: 3 },
  { kind: 'discrete', values: [], weights: [] },
  { kind: 'discrete', values: [2, 1], weights: [1, 1] },
  { kind: 'discrete', values: [1, 2], weights: [1, -1] },
  { kind: 'discrete', values: [1, 2], weights: [0, 0] },
  { kind: 'discrete', values: [1], weights: [Number.POSITIVE_INFINITY] },
  { kind: 'categorical', count: 1 },
])('%j is refused', (distribution) => {
  expect(lawOf(distribution)).toMatchObject({ ok: false, faults: [{ code: 'bad-distribution' }] });
});
