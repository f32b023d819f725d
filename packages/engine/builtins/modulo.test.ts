import { expect, test } from 'vitest';
import { modulo } from './modulo.js';

test.each([
  [7, 3, 1],
  [-7, 3, 2],
  [7, -3, -2],
  [-7, -3, -1],
  [6, 3, 0],
  [-6, 3, 0],
  [6, -3, -0],
  [5.5, 2, 1.5],
  [-0.5, 2, 1.5],
  [5, Number.POSITIVE_INFINITY, 5],
  [5, 0, Number.NaN],
])('%d MOD %d = %d', (dividend, divisor, expected) => {
  expect(modulo(dividend, divisor)).toBe(expected);
});
