import { expect, test } from 'vitest';
import { quantileOf } from './quantile.js';

test('type 7, as in R', () => {
  expect(quantileOf([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect([quantileOf([5], 0.3), quantileOf([1, 9], 0), quantileOf([1, 9], 1)]).toEqual([5, 1, 9]);
});
