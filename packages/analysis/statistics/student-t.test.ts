import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studentQuantile, studentTwoSided } from './student-t.js';

test.each([
  // R 4, 2 * pt(-t, df); the second from the golden table of y_mono.
  [1, 1, 0.5],
  [44.7819841692499, 493, 7.32456704256115e-176],
  [2, 10, 0.0733880347707404],
])('two-sided p of t = %d with df = %d', (t, df, expected) => {
  expect(Math.abs(studentTwoSided(t, df).p / expected - 1)).toBeLessThan(1e-11);
  expect(studentTwoSided(-t, df)).toEqual(studentTwoSided(t, df));
});

test('a p-value below the smallest double keeps its logarithm', () => {
  const { p, log10 } = studentTwoSided(265.955783589984, 4957);
  expect(p).toBe(0);
  expect(log10).toBeLessThan(-1000);
  expect(Number.isFinite(log10)).toBe(true);
  expect(studentTwoSided(0, 5)).toEqual({ p: 1, log10: 0 });
});

test.each([
  [0.025, 4955, 1.960442862635],
  [0.025, 1, 12.7062047361747],
  [0.025, 7, 2.36462425159278],
  [0.05, 30, 1.69726088659396],
])('quantile for upper tail %d, df %d (R 4, qt)', (upper, df, expected) => {
  expect(studentQuantile(upper, df)).toBeCloseTo(expected, 10);
});

test('the quantile undoes the tail', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-12, max: 0.49, noNaN: true }),
      fc.integer({ min: 1, max: 5000 }),
      (q, df) => {
        expect(Math.abs(studentTwoSided(studentQuantile(q, df), df).p / (2 * q) - 1)).toBeLessThan(1e-9);
      },
    ),
    { numRuns: 50 },
  );
});
