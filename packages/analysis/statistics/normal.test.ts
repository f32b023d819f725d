import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, normalDensity, normalQuantile, normalUpper } from './normal.js';

test.each([
  [0, 0.5],
  [1, 0.15865525393145705],
  [1.5, 0.06680720126885807],
  [2, 0.02275013194817921],
  [5, 2.866515718791939e-7],
  [10, 7.61985302416047e-24],
  [30, 4.906713927148187e-198],
])('upper tail at %d (R 4, pnorm)', (x, expected) => {
  expect(Math.abs(normalUpper(x) / expected - 1)).toBeLessThan(2e-14);
  expect(normalCdf(-x)).toBe(normalUpper(x));
});

test.each([
  [0.975, 1.959963984540054],
  [0.5, 0],
  [1e-10, -6.361340902404056],
  [1e-300, -37.0470962993612],
])('quantile at %d (R 4, qnorm; Python 3.11, NormalDist)', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 12);
});

test('quantile undoes the tail', () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 3, noNaN: true }), (x) => {
      expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-11);
    }),
  );
});

test('density at 0', () => expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15));
