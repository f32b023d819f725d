import { expect, test } from 'vitest';
import { schedule } from './schedule.js';

const steps = (interval: number, dt: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => schedule(interval, dt).stepAt(index));

test('a save interval of 0.1 at a step of 0.01 keeps its phase for 500 rows', () => {
  expect(schedule(0.1, 0.01).isWhole).toBe(true);
  expect(steps(0.1, 0.01, 500)).toEqual(Array.from({ length: 500 }, (_, index) => 10 * index));
});

test('an interval that is not whole steps takes the first step at or after each date', () => {
  expect(schedule(0.1, 0.0078125).isWhole).toBe(false);
  expect(steps(0.1, 0.0078125, 6)).toEqual([0, 13, 26, 39, 52, 64]);
});

test('an interval shorter than a step is not whole', () => {
  expect(schedule(0.25, 1).isWhole).toBe(false);
  expect(steps(0.25, 1, 6)).toEqual([0, 1, 1, 1, 1, 2]);
});
