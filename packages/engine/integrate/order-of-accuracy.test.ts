import { describe, expect, test } from 'vitest';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { slotNamed } from '../testing/build-program.js';
import { decay, oscillator } from '../testing/models.js';
import type { Method } from './settings.js';
import { simulate } from './simulate.js';

const END = 2;

function errorAt(program: Program, name: string, exact: number, method: Method, dt: number): number {
  const run = simulate(javascript(program), [], { method, dt, stop: { kind: 'time', time: END } });
  if (run.status !== 'ok') throw new Error(run.message);
  return Math.abs((run.values[slotNamed(program, name)] ?? Number.NaN) - exact);
}

/** Least-squares slope of log error against log step. */
function slope(errors: readonly (readonly [dt: number, error: number])[]): number {
  const points = errors.map(([dt, error]) => [Math.log(dt), Math.log(error)] as const);
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const STEPS = [1 / 8, 1 / 16, 1 / 32, 1 / 64];

describe.each([
  ['exponential decay', decay(), 'level', Math.exp(-END)],
  ['harmonic oscillator', oscillator(), 'position', Math.cos(END)],
] as const)('%s', (_, program, name, exact) => {
  test.each([
    ['euler', 1],
    ['rk4', 4],
  ] as const)('%s has order %d', (method, order) => {
    const fitted = slope(STEPS.map((dt) => [dt, errorAt(program, name, exact, method, dt)]));
    expect(Math.abs(fitted - order)).toBeLessThan(0.15);
  });
});

test('Euler of the decay is (1 - dt)^n, and RK4 its Taylor polynomial, to the last digits', () => {
  const expected = { euler: 0.9 ** 20, rk4: (1 - 0.1 + 0.005 - 0.1 ** 3 / 6 + 0.1 ** 4 / 24) ** 20 };
  for (const backend of [interpreter, javascript]) {
    for (const method of ['euler', 'rk4'] as const) {
      const run = simulate(backend(decay()), [], { method, dt: 0.1, stop: { kind: 'time', time: 2 } });
      if (run.status !== 'ok') throw new Error(run.message);
      expect((run.values[slotNamed(decay(), 'level')] ?? 0) / expected[method]).toBeCloseTo(1, 13);
    }
  }
});
