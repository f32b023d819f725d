import { describe, expect, test } from 'vitest';
import type { Executable } from '../../backend.js';
import { interpreter } from '../../interpreter/interpreter.js';
import { javascript } from '../../javascript/javascript.js';
import type { Program } from '../../lower/program.js';
import { selectNode } from '../../lower/select-node.js';
import { binary, buildProgram, literal, slotNamed } from '../../testing/build-program.js';
import { decay, oscillator } from '../../testing/models.js';
import type { AdaptiveMethod, Tolerance } from '../settings.js';
import { simulate } from '../simulate.js';

/** An executable that counts how often its rates are asked for. */
function counted(executable: Executable): { readonly executable: Executable; count(): number } {
  let count = 0;
  return {
    executable: {
      ...executable,
      rates: (...args) => {
        count += 1;
        executable.rates(...args);
      },
    },
    count: () => count,
  };
}

interface Problem {
  readonly method: AdaptiveMethod;
  readonly dt?: number;
  readonly until: number;
  readonly tolerance?: Tolerance;
}

/** Saved values of a variable, the same from both backends to the last bit; and the work they took. */
function solved(program: Program, name: string, { method, dt = 1, until, tolerance }: Problem) {
  const slot = slotNamed(program, name);
  const settings = {
    method,
    dt,
    stop: { kind: 'time', time: until },
    saveEvery: dt,
    ...(tolerance === undefined ? {} : { tolerance }),
  } as const;
  const fast = counted(javascript(program));
  const run = simulate(fast.executable, [], settings);
  expect(simulate(interpreter(program), [], settings)).toEqual(run);
  if (run.status !== 'ok') throw new Error(run.message);
  return { values: [...(run.series?.columns[slot] ?? [])], evaluations: fast.count() };
}

/** A stock of one unit in a chain a -> b -> c of Robertson's reaction, which is stiff. */
function robertson(): Program {
  return buildProgram({
    stocks: {
      a: { initial: 1, inflows: ['back'], outflows: ['slow'] },
      b: { initial: 0, inflows: ['slow'], outflows: ['back', 'fast'] },
      c: { initial: 0, inflows: ['fast'] },
    },
    dynamic: {
      slow: (read) => binary('multiply', literal(0.04), read('a')),
      back: (read) => binary('multiply', literal(1e4), binary('multiply', read('b'), read('c'))),
      fast: (read) => binary('multiply', literal(3e7), binary('multiply', read('b'), read('b'))),
    },
  });
}

/** x' = -1000 (x - cos t) - sin t: cos t, after a transient of a thousandth, for any tolerance worth its name. */
function stiffTracking(initial: number): Program {
  return buildProgram({
    stocks: { x: { initial, inflows: ['change'] } },
    dynamic: {
      target: () => ({ kind: 'builtin', name: 'cos', arguments: [{ kind: 'clock', quantity: 'time' }] }),
      change: (read) =>
        binary(
          'subtract',
          binary('multiply', literal(-1000), binary('subtract', read('x'), read('target'))),
          { kind: 'builtin', name: 'sin', arguments: [{ kind: 'clock', quantity: 'time' }] },
        ),
    },
  });
}

describe.each(['rk45', 'gear'] as const)('%s', (method) => {
  test.each([1e-4, 1e-6, 1e-8])('keeps a tolerance of %d on decay and oscillation', (relative) => {
    const tolerance = { relative, absolute: relative * 1e-3 };
    const level = solved(decay(), 'level', { method, until: 8, tolerance });
    for (const [time, value] of level.values.entries()) {
      expect(Math.abs(value / Math.exp(-time) - 1)).toBeLessThan(30 * relative);
    }
    const swing = solved(oscillator(), 'position', { method, until: 20, tolerance });
    for (const [time, value] of swing.values.entries()) {
      expect(Math.abs(value - Math.cos(time))).toBeLessThan(100 * relative);
    }
  });

  test('a smaller tolerance takes more work', () => {
    const work = (relative: number): number =>
      solved(oscillator(), 'position', { method, until: 20, tolerance: { relative, absolute: relative } })
        .evaluations;
    expect(work(1e-8)).toBeGreaterThan(2 * work(1e-4));
  });

  test('saved rows are as good as the last', () => {
    const { values } = solved(oscillator(), 'position', { method, dt: 1 / 16, until: 10 });
    for (const [row, value] of values.entries()) {
      expect(Math.abs(value - Math.cos(row / 16))).toBeLessThan(2e-5);
    }
  });

  test('what follows the clock is not stepped over', () => {
    // A rate that is 0 but for half a unit of time: a long step would miss it.
    const program = buildProgram({
      stocks: { x: { initial: 0, inflows: ['burst'] } },
      dynamic: {
        burst: () =>
          selectNode(
            binary(
              'and',
              binary('greater', { kind: 'clock', quantity: 'time' }, literal(50)),
              binary('less', { kind: 'clock', quantity: 'time' }, literal(50.5)),
            ),
            literal(2),
            literal(0),
          ),
      },
    });
    const { values } = solved(program, 'x', { method, dt: 0.25, until: 60 });
    expect(Math.abs((values.at(-1) ?? 0) - 1)).toBeLessThan(1e-4);
  });

  test('a stock that becomes infinite at a time ends the run there, by name', () => {
    // x' = x^2 from 1: infinite at time 1.
    const program = buildProgram({
      stocks: { x: { initial: 1, inflows: ['growth'] } },
      dynamic: { growth: (read) => binary('multiply', read('x'), read('x')) },
    });
    const run = simulate(javascript(program), [], { method, dt: 0.25, stop: { kind: 'time', time: 4 } });
    expect(run.status).toBe('failed');
    if (run.status !== 'failed') return;
    expect(run.message).toContain('x ');
    expect(Math.abs(run.time - 1)).toBeLessThan(0.01);
  });
});

test('dense output: rk45 takes no more steps where rows are saved sixteen times as often', () => {
  const work = (dt: number): number =>
    solved(oscillator(), 'position', { method: 'rk45', dt, until: 20 }).evaluations;
  expect(work(1 / 16)).toBeLessThan(1.1 * work(1));
});

describe('stiff problems', () => {
  test("Robertson's reaction, against published values", () => {
    // Hairer and Wanner II, IV.10 (rober), and Sundials' cvRoberts_dns: y at t = 0.4 and 40.
    const expected = [
      [0.4, 0.98517, 3.3864e-5, 1.4794e-2],
      [40, 0.7158, 9.185e-6, 0.2842],
    ] as const;
    for (const [until, a, b, c] of expected) {
      const settings = { method: 'gear', until, dt: 0.4 } as const;
      const last = (name: string): number => solved(robertson(), name, settings).values.at(-1) ?? 0;
      expect(last('a') / a).toBeCloseTo(1, 3);
      expect(last('b') / b).toBeCloseTo(1, 2);
      expect(last('c') / c).toBeCloseTo(1, 3);
    }
  });

  test('conserves what a stiff chain exchanges', () => {
    const total = ['a', 'b', 'c'].reduce(
      (sum, name) => sum + (solved(robertson(), name, { method: 'gear', until: 1000 }).values.at(-1) ?? 0),
      0,
    );
    expect(total).toBeCloseTo(1, 9);
  });

  test('follows a slow solution with few steps, where an explicit method needs very many', () => {
    const problem = { dt: 0.5, until: 10, tolerance: { relative: 1e-6, absolute: 1e-6 } };
    const gear = solved(stiffTracking(1), 'x', { method: 'gear', ...problem });
    const rk45 = solved(stiffTracking(1), 'x', { method: 'rk45', ...problem });
    for (const [row, value] of gear.values.entries()) expect(value).toBeCloseTo(Math.cos(row / 2), 5);
    expect(gear.evaluations).toBeLessThan(rk45.evaluations / 5);
  });

  test('a fast transient is followed, then left behind', () => {
    const { values } = solved(stiffTracking(2), 'x', { method: 'gear', dt: 0.001, until: 0.005 });
    // The exact solution: cos t + exp(-1000 t).
    for (const [row, value] of values.entries()) {
      expect(Math.abs(value - Math.cos(row / 1000) - Math.exp(-row))).toBeLessThan(1e-5);
    }
  });
});
