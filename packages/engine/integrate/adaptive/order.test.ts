import { describe, expect, test } from 'vitest';
import { dormandPrince } from './dormand-prince.js';
import { rodasp } from './rodasp.js';
import type { Rates, StepMethod } from './step-method.js';

/** x' = x cos t, y' = 2 y (1 - y): exp(sin t), and the logistic curve from 1/3. */
const rates: Rates = (offset, state, rate) => {
  const [x = 0, y = 0] = state;
  rate[0] = x * Math.cos(offset);
  rate[1] = 2 * y * (1 - y);
};
const exact = (t: number): readonly [number, number] => [
  Math.exp(Math.sin(t)),
  1 / (1 + 2 * Math.exp(-2 * t)),
];
const END = 4;

/** Largest errors over a run of equal steps: at their ends, and at a point within them. */
function errors(make: (count: number, rates: Rates) => StepMethod, steps: number) {
  const method = make(2, rates);
  const h = END / steps;
  const state = Float64Array.from(exact(0));
  const [next, error, inside] = [0, 0, 0].map(() => new Float64Array(2));
  if (next === undefined || error === undefined || inside === undefined) throw new Error('no space');
  const off = (values: Float64Array, t: number): number =>
    Math.max(...exact(t).map((value, index) => Math.abs((values[index] ?? Number.NaN) - value)));
  let [atEnds, within] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    method.attempt(step * h, h, state, next, error);
    method.accept(h, state, next);
    method.within?.(0.3, inside);
    within = Math.max(within, off(inside, (step + 0.3) * h));
    state.set(next);
    atEnds = Math.max(atEnds, off(state, (step + 1) * h));
  }
  return { atEnds, within };
}

describe.each([
  ['Dormand and Prince', dormandPrince, 5],
  ['RODASP', rodasp, 4],
] as const)('%s', (_, make, order) => {
  test(`has order ${order}`, () => {
    const slope = Math.log2(errors(make, 32).atEnds / errors(make, 128).atEnds) / 2;
    expect(Math.abs(slope - order)).toBeLessThan(0.35);
  });
});

test('the continuous extension of Dormand and Prince has the order of its steps', () => {
  const slope = Math.log2(errors(dormandPrince, 32).within / errors(dormandPrince, 128).within) / 2;
  expect(Math.abs(slope - 5)).toBeLessThan(0.35);
});
