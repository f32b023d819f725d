import { expect, test } from 'vitest';
import { pulseInput, rampInput, stepInput } from './time-inputs.js';

const steps = (count: number): number[] => Array.from({ length: count }, (_, step) => step);

test('STEP rises exactly once, at the step of its date, for steps of 0.1 that add up inexactly', () => {
  for (const date of [0.3, 0.7, 1.2, 2.9]) {
    const on = steps(40).filter((step) => stepInput(5, date, 0, 0.1, step) === 5);
    expect(on[0]).toBe(Math.round(date * 10));
    expect(on).toHaveLength(40 - Math.round(date * 10));
  }
});

test('a date midway between two steps belongs to the later', () => {
  expect(steps(4).map((step) => stepInput(1, 0.5, 0, 1, step))).toEqual([0, 1, 1, 1]);
});

test('a date that never comes', () => {
  expect(steps(3).map((step) => stepInput(1, Number.POSITIVE_INFINITY, 0, 1, step))).toEqual([0, 0, 0]);
});

test('RAMP is 0 until its date and never negative', () => {
  expect(steps(5).map((step) => rampInput(2, 0.75, 0, 0.5, step))).toEqual([0, 0, 0.5, 1.5, 2.5]);
});

test('PULSE fires once, for one step, with area equal to its magnitude', () => {
  const values = steps(40).map((step) => pulseInput(6, 0.3, 0, 0, 0.1, step));
  expect(values.filter((value) => value !== 0)).toEqual([6 / 0.1]);
  expect(values[3]).toBe(60);
});

test('PULSE repeats with its interval, dates before the run included', () => {
  const at = (first: number, interval: number): number[] =>
    steps(100).filter((step) => pulseInput(1, first, interval, 0, 0.1, step) !== 0);
  expect(at(0, 2.5)).toEqual([0, 25, 50, 75]);
  expect(at(-1, 4)).toEqual([30, 70]);
  expect(at(0, 0.1)).toEqual(steps(100));
});
