import { describe, expect, test } from 'vitest';
import {
  heldPulseInput,
  pulseInput,
  pulseTrainInput,
  rampInput,
  rampUntilInput,
  stepInput,
} from './time-inputs.js';

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

describe.each([0.1, 1 / 3, 0.25, 1 / 7])('with a DT of %d', (dt) => {
  // Whole numbers of steps from a start that is not 0.
  const start = -2;
  const date = start + 12 * dt;
  const on = (active: (step: number) => boolean): number[] => steps(60).filter(active);

  test('STEP, RAMP and PULSE act at their date, and at no step beside it', () => {
    expect(on((step) => stepInput(1, date, start, dt, step) !== 0)).toEqual(steps(60).slice(12));
    expect(on((step) => pulseInput(3, date, 0, start, dt, step) !== 0)).toEqual([12]);
    expect(on((step) => pulseInput(3, date, 10 * dt, start, dt, step) !== 0)).toEqual([12, 22, 32, 42, 52]);
    for (const step of steps(60)) {
      expect(rampInput(2, date, start, dt, step)).toBeCloseTo(2 * dt * Math.max(0, step - 12), 12);
    }
  });

  test("Vensim's PULSE, PULSE TRAIN and RAMP hold and end", () => {
    expect(on((step) => heldPulseInput(date, 5 * dt, start, dt, step) === 1)).toEqual([12, 13, 14, 15, 16]);
    expect(on((step) => heldPulseInput(date, 0, start, dt, step) === 1)).toEqual([12]);
    const train = (width: number, between: number, last: number): number[] =>
      on((step) => pulseTrainInput(date, width * dt, between * dt, start + last * dt, start, dt, step) === 1);
    expect(train(2, 10, 40)).toEqual([12, 13, 22, 23, 32, 33]);
    expect(train(2, 10, 32)).toEqual([12, 13, 22, 23, 32]);
    expect(train(3, 1, 20)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20]);
    for (const step of steps(60)) {
      const expected = 2 * dt * Math.min(18, Math.max(0, step - 12));
      expect(rampUntilInput(2, date, start + 30 * dt, start, dt, step)).toBeCloseTo(expected, 12);
    }
  });
});

test("Vensim's RAMP downward, and one that ends before it starts", () => {
  expect(rampUntilInput(-3, 1, 3, 0, 1, 9)).toBe(-6);
  expect(rampUntilInput(-3, 5, 3, 0, 1, 9)).toBeCloseTo(0, 15);
});
