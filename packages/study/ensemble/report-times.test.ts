import { expect, it } from 'vitest';
import { saveIntervalFor } from './report-times.js';

const intervalOf = (times: readonly number[], dt = 0.25) => {
  const found = saveIntervalFor(times, 0, 100, dt);
  return found.ok ? found.value : found.diagnostics[0]?.code;
};

it('is the largest interval that all times have in common', () => {
  expect(intervalOf([])).toBeUndefined();
  expect(intervalOf([12, 60, 30])).toBe(6);
  expect(intervalOf([0.75, 1])).toBe(0.25);
  expect(intervalOf([0])).toBe(100);
  expect(intervalOf([30], 0.1)).toBeCloseTo(30, 9);
});

it.each([[[101]], [[-1]], [[0.3]], [[5, 5]], [[Number.NaN]]])('%j is refused', (times) => {
  expect(intervalOf(times)).toBe('report-time');
});

it('times with only a very small step in common are refused', () => {
  expect(intervalOf([1e-4, 100], 1e-4)).toBe('report-time');
});
