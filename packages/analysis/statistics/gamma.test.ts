import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lnBeta, lnGamma } from './gamma.js';

test('known values', () => {
  expect(lnGamma(1)).toBeCloseTo(0, 14);
  expect(lnGamma(2)).toBeCloseTo(0, 14);
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 13);
  expect(lnBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14);
  expect(lnBeta(1, 2477.5)).toBeCloseTo(-Math.log(2477.5), 12);
});

test('gamma(x + 1) = x gamma(x), also across the seam', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), (x) => {
      expect(Math.abs(lnGamma(x + 1) - lnGamma(x) - Math.log(x))).toBeLessThan(1e-12);
    }),
  );
});

test('beta(a, b + 1) = beta(a, b) b / (a + b)', () => {
  const size = fc.double({ min: 0.1, max: 5000, noNaN: true });
  fc.assert(
    fc.property(size, size, (a, b) => {
      const scale = Math.max(1, Math.abs(lnBeta(a, b)));
      expect(Math.abs(lnBeta(a, b + 1) - lnBeta(a, b) - Math.log(b / (a + b))) / scale).toBeLessThan(1e-12);
    }),
  );
});
