import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incompleteBeta, lnIncompleteBeta } from './incomplete-beta.js';

const lower = (x: number, a: number, b: number) => incompleteBeta(x, 1 - x, a, b).lower;

test('closed forms', () => {
  expect(lower(0.3, 1, 1)).toBeCloseTo(0.3, 14);
  expect(lower(0.3, 2, 1)).toBeCloseTo(0.09, 14);
  expect(lower(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 14);
  expect(lower(0.5, 7.5, 7.5)).toBeCloseTo(0.5, 13);
  // Arcsine law: (2 / pi) asin(sqrt(x)).
  expect(lower(0.2, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 14);
  expect(lnIncompleteBeta(1e-200, 1, 3, 1)).toBeCloseTo(3 * Math.log(1e-200), 9);
});

test('the ends', () => {
  expect(incompleteBeta(0, 1, 2, 3)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteBeta(1, 0, 2, 3)).toEqual({ lower: 1, upper: 0 });
  expect(lnIncompleteBeta(0, 1, 2, 3)).toBe(Number.NEGATIVE_INFINITY);
});

test('both tails are one, and the mirror image agrees', () => {
  const shape = fc.double({ min: 0.2, max: 300, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
      const here = incompleteBeta(x, 1 - x, a, b);
      const mirror = incompleteBeta(1 - x, x, b, a);
      expect(here.lower + here.upper).toBeCloseTo(1, 12);
      expect(Math.abs(here.lower - mirror.upper)).toBeLessThan(1e-12);
      expect(lnIncompleteBeta(x, 1 - x, a, b)).toBeLessThanOrEqual(0);
    }),
  );
});
