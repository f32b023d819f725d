import { expect, test } from 'vitest';
import { mean, variance } from './moments.js';

test('mean and variance', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(variance([1, 2, 6], 0)).toBeCloseTo(14 / 3, 14);
  expect(variance([1, 2, 6], 1)).toBe(7);
});
