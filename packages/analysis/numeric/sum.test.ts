import { expect, test } from 'vitest';
import { sum, sumOf } from './sum.js';

test('keeps what plain addition loses', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sumOf(10, () => 0.1)).toBe(1);
});

test('nothing sums to 0', () => {
  expect(sum([])).toBe(0);
  expect(sumOf(0, () => 1)).toBe(0);
});
