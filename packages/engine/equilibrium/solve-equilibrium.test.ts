import { describe, expect, test } from 'vitest';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { decay, longChain, oscillator, ring } from '../testing/models.js';
import type { EquilibriumResult } from './equilibrium-result.js';
import { equilibriumSolver } from './equilibrium-solver.js';
import { type EquilibriumOptions, solveEquilibrium } from './solve-equilibrium.js';

function solve(
  program: Program,
  set: Readonly<Record<string, number>> = {},
  options: EquilibriumOptions = {},
): EquilibriumResult {
  const made = equilibriumSolver(javascript(program));
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join(' '));
  const inputs = Object.entries(set).map(([name, value]) => ({ slot: slotNamed(program, name), value }));
  return solveEquilibrium(made.value, inputs, { mostTimeSteps: 4000, ...options });
}

const times = (...factors: readonly Parameters<typeof binary>[1][]) =>
  factors.reduce((product, factor) => binary('multiply', product, factor));

/** dx/dt = r x (1 - x / 100). */
const logistic = buildProgram({
  constants: { r: 0.3 },
  stocks: { x: { initial: 1, inflows: ['births'], outflows: ['deaths'] } },
  dynamic: {
    births: (read) => times(read('r'), read('x')),
    deaths: (read) => times(read('r'), read('x'), binary('divide', read('x'), literal(100))),
  },
});

describe('logistic growth', () => {
  test.each([1e-6, 1, 50, 99.999, 250])('from %d to the capacity', (x) => {
    const result = solve(logistic, { x });
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable', reasons: [] });
    expect(result.stocks[0]).toBeCloseTo(100, 9);
    expect(result.eigenvalues?.[0]?.real).toBeCloseTo(-0.3, 9);
    expect(result.slowestTime).toBeCloseTo(1 / 0.3, 8);
  });

  test('from 0 it stays at 0, which is not stable', () => {
    const result = solve(logistic, { x: 0 });
    expect(result).toMatchObject({ verdict: 'ok', method: 'start', stability: 'unstable' });
    expect(result.reasons.join()).toContain('not stable');
    expect(result.stocks[0]).toBe(0);
  });

  test('a negative rate leads to 0', () => {
    const result = solve(logistic, { r: -0.3, x: 40 });
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable' });
    expect(result.stocks[0]).toBeCloseTo(0, 12);
  });
});

/** dx/dt = 0.05 + x^2 / (1 + x^2) - 0.5 x: stable at two levels, with a threshold between. */
const bistable = buildProgram({
  constants: { basal: 0.05 },
  stocks: { x: { initial: 0, inflows: ['make'], outflows: ['lose'] } },
  dynamic: {
    square: (read) => times(read('x'), read('x')),
    make: (read) =>
      binary(
        'add',
        read('basal'),
        binary('divide', read('square'), binary('add', literal(1), read('square'))),
      ),
    lose: (read) => times(literal(0.5), read('x')),
  },
});

/** Roots of 0.05 + x^2 / (1 + x^2) = 0.5 x between two bounds, by bisection. */
function root(low: number, high: number): number {
  const excess = (x: number): number => 0.05 + (x * x) / (1 + x * x) - 0.5 * x;
  let [from, to] = [low, high];
  for (let step = 0; step < 200; step += 1) {
    const middle = (from + to) / 2;
    if (Math.sign(excess(middle)) === Math.sign(excess(from))) from = middle;
    else to = middle;
  }
  return from;
}

describe('a switch with two stable levels', () => {
  const [low, threshold, high] = [root(0, 0.3), root(0.3, 1), root(1, 3)];
  test.each([
    [0, low],
    [threshold * 0.999, low],
    [threshold * 1.001, high],
    [1000, high],
  ])('from %d', (x, expected) => {
    const result = solve(bistable, { x });
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable' });
    expect(result.stocks[0]).toBeCloseTo(expected, 9);
  });

  test('probes find the other level', () => {
    const result = solve(bistable, { x: 0.5 * threshold }, { probes: 40, seed: 7 });
    const { probes } = result;
    expect(probes?.others).toHaveLength(1);
    expect(probes?.others[0]?.stocks[0]).toBeCloseTo(high, 9);
    expect((probes?.same ?? 0) + (probes?.others[0]?.count ?? 0) + (probes?.without ?? 0)).toBe(40);
    expect(solve(bistable, { x: 0.5 * threshold }, { probes: 40, seed: 7 }).probes).toEqual(probes);
  });

  test('a guess on the other side is not passed off as where the trajectory goes', () => {
    const result = solve(bistable, { x: 0 }, { guess: Float64Array.of(high * 1.05) });
    expect(result).toMatchObject({ verdict: 'ok', method: 'guess', basin: 'unknown' });
    expect(result.reasons.join()).toContain('guess');
  });
});

/** Van der Pol: x' = y, y' = mu (1 - x^2) y - x. */
const vanDerPol = buildProgram({
  constants: { mu: 1 },
  stocks: { x: { initial: 2, inflows: ['dx'] }, y: { initial: 0, inflows: ['dy'] } },
  dynamic: {
    dx: (read) => read('y'),
    dy: (read) =>
      binary(
        'subtract',
        times(read('mu'), binary('subtract', literal(1), times(read('x'), read('x'))), read('y')),
        read('x'),
      ),
  },
});

describe('what does not come to rest is never called ok', () => {
  test.each([
    { x: 2, y: 0 },
    { x: 0.01, y: 0 },
    { x: 1e-9, y: 0 },
    { x: 0.5, y: 3, mu: 5 },
  ])('a limit cycle from %o', (set) => {
    expect(solve(vanDerPol, set).verdict).toBe('not_converged');
  });

  test('an oscillator without friction', () => {
    const result = solve(oscillator(), {}, { mostTimeSteps: 500 });
    // The long steps of an L-stable method damp it, but its eigenvalues tell.
    expect(result.basin).toBe('unknown');
    expect(result.stability === 'neutral' || result.verdict === 'not_converged').toBe(true);
  });

  test('linear and exponential growth', () => {
    const linear = buildProgram({
      stocks: { x: { initial: 0, inflows: ['gain'] } },
      dynamic: { gain: () => literal(3) },
    });
    expect(solve(linear)).toMatchObject({ verdict: 'diverged', reasons: ['x grows without bounds.'] });
    expect(solve(decay(-0.1)).verdict).toBe('diverged');
  });

  test('a pole in finite time', () => {
    const explosion = buildProgram({
      stocks: { x: { initial: 1, inflows: ['gain'] } },
      dynamic: { gain: (read) => times(read('x'), read('x')) },
    });
    expect(['diverged', 'not_converged', 'invalid']).toContain(solve(explosion).verdict);
  });

  test('a choice that chatters between two sides', () => {
    const thermostat = buildProgram({
      stocks: { x: { initial: 5, inflows: ['heat'] } },
      dynamic: {
        heat: (read) => selectNode(binary('less', read('x'), literal(20)), literal(1), literal(-1)),
      },
    });
    expect(solve(thermostat, {}, { mostTimeSteps: 500 }).verdict).toBe('not_converged');
  });

  test('a value that is not a number', () => {
    const root = buildProgram({
      stocks: { x: { initial: -1, inflows: ['gain'] } },
      dynamic: { gain: (read) => ({ kind: 'builtin', name: 'sqrt', arguments: [read('x')] }) },
    });
    const result = solve(root);
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join()).toContain('gain is not a number');
    expect(solve(logistic, { r: Number.NaN }).verdict).toBe('invalid');
  });
});

describe('conserved totals', () => {
  test('a ring keeps what it holds', () => {
    const result = solve(ring());
    // left : right = 0.11 : 0.3 of 150.
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable' });
    expect(result.stocks[0]).toBeCloseTo((150 * 0.11) / 0.41, 9);
    expect(result.stocks[1]).toBeCloseTo((150 * 0.3) / 0.41, 9);
    expect(result.slowestTime).toBeCloseTo(1 / 0.41, 9);
  });

  test('an epidemic leaves some who were never ill, on a line of points of rest', () => {
    const epidemic = buildProgram({
      constants: { contact: 0.5, recovery: 0.2 },
      stocks: {
        s: { initial: 999, outflows: ['infection'] },
        i: { initial: 1, inflows: ['infection'], outflows: ['getting_well'] },
        r: { initial: 0, inflows: ['getting_well'] },
      },
      dynamic: {
        infection: (read) => times(read('contact'), read('s'), binary('divide', read('i'), literal(1000))),
        getting_well: (read) => times(read('recovery'), read('i')),
      },
    });
    const result = solve(epidemic, {}, { timeStep: 0.01, mostTimeSteps: 100_000 });
    // Final size: ln(s / 999) = -2.5 (1 - s / 1000).
    const left = result.stocks[0] ?? Number.NaN;
    const total = result.stocks.reduce((sum, value) => sum + value, 0);
    expect(total).toBeCloseTo(1000, 8);
    // Where on a line of points the trajectory ends depends on all of the way: the solver must not claim to know.
    if (result.basin === 'yes') expect(Math.log(left / 999) + 2.5 * (1 - left / 1000)).toBeCloseTo(0, 6);
    expect(result.stability).toBe('neutral');
  });

  test('a stock without flows stays as it is', () => {
    const still = buildProgram({
      stocks: { land: { initial: 7 }, x: { initial: 1, inflows: ['gain'], outflows: ['loss'] } },
      dynamic: { gain: (read) => read('land'), loss: (read) => times(literal(0.5), read('x')) },
    });
    const result = solve(still);
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable' });
    expect([...result.stocks]).toEqual([7, 14]);
  });
});

describe('stocks that empty', () => {
  test('by a share', () => {
    const result = solve(decay(0.25));
    expect(result).toMatchObject({ verdict: 'ok', stability: 'stable' });
    expect(result.residual).toBeLessThan(1e-12);
    expect(result.stocks[0]).toBeCloseTo(0, 12);
  });

  test('at a steady pace held back by what is left', () => {
    const bounded = buildProgram({
      stocks: { tank: { initial: 50, outflows: ['drain'] } },
      dynamic: { drain: (read) => ({ kind: 'builtin', name: 'min', arguments: [literal(3), read('tank')] }) },
    });
    const result = solve(bounded);
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable' });
    expect(result.stocks[0]).toBeCloseTo(0, 12);
  });

  test('down a chain, to its end', () => {
    const result = solve(longChain(40));
    expect(result.verdict).toBe('ok');
    expect(result.stocks[39]).toBeCloseTo(1000, 6);
  });
});

test('a kink at the very point of rest', () => {
  // Inflow is the smaller of 4 and 8 - x, which meet at the point x = 4.
  const kink = buildProgram({
    stocks: { x: { initial: 0, inflows: ['gain'], outflows: ['loss'] } },
    dynamic: {
      gain: (read) => ({
        kind: 'builtin',
        name: 'min',
        arguments: [literal(4), binary('subtract', literal(8), read('x'))],
      }),
      loss: (read) => read('x'),
    },
  });
  for (const x of [0, 3.9, 9]) {
    const result = solve(kink, { x });
    expect(result.verdict).toBe('ok');
    expect(result.stocks[0]).toBeCloseTo(4, 9);
  }
});

test('a fall that slows down for ever', () => {
  // x(t) = 1 / sqrt(1 / 64 + 2 t): there is no rate at which disturbances of 0 die out.
  const cubic = buildProgram({
    stocks: { x: { initial: 8, outflows: ['loss'] } },
    dynamic: { loss: (read) => binary('power', read('x'), literal(3)) },
  });
  const result = solve(cubic);
  expect(Math.abs(result.stocks[0] ?? 1)).toBeLessThan(1e-3);
  expect(result.slowestTime).toBeGreaterThan(1e5);
});

test('start: a policy change from another point of rest', () => {
  const result = solve(logistic, { r: 0.6 }, { start: Float64Array.of(100) });
  expect(result).toMatchObject({ verdict: 'ok', method: 'start', stability: 'stable' });
  expect(() => solve(logistic, {}, { start: Float64Array.of(1, 2) })).toThrow(RangeError);
});

describe('programs without points of rest are refused by name', () => {
  const refusal = (program: Program) => {
    const made = equilibriumSolver(javascript(program));
    return made.ok ? undefined : made.diagnostics.map(({ code, variable }) => ({ code, variable }));
  };
  const rain = (gain: Parameters<typeof buildProgram>[0]['dynamic']) =>
    buildProgram({ stocks: { x: { initial: 1, inflows: ['gain'] } }, dynamic: gain ?? {} });

  test('TIME and dates', () => {
    const clock = rain({ gain: () => ({ kind: 'clock', quantity: 'time' }) });
    expect(refusal(clock)).toEqual([{ code: 'equilibrium-time', variable: 'gain' }]);
    const step = rain({
      shower: () => ({ kind: 'input', name: 'step', arguments: [literal(1), literal(5)] }),
      gain: (read) => read('shower'),
    });
    expect(refusal(step)).toEqual([{ code: 'equilibrium-time', variable: 'shower' }]);
  });

  test('random draws', () => {
    const drawn = rain({
      gain: () => ({
        kind: 'random',
        name: 'random',
        site: { first: 1, second: 2 },
        arguments: [literal(0), literal(1)],
      }),
    });
    const made = equilibriumSolver({ ...javascript(decay()), program: drawn });
    expect(made.ok ? [] : made.diagnostics.map(({ code }) => code)).toEqual(['equilibrium-random']);
  });

  test('memories of earlier steps', () => {
    const memory = buildProgram({
      stocks: { x: { initial: 1, inflows: ['gain'] } },
      held: { before: { initial: 0, next: 'gain' } },
      dynamic: { gain: (read) => read('before') },
    });
    const made = equilibriumSolver({ ...javascript(decay()), program: memory });
    expect(made.ok ? [] : made.diagnostics.map(({ code }) => code)).toEqual(['equilibrium-memory']);
  });

  test('no stocks', () => {
    expect(refusal(buildProgram({ constants: { a: 1 } }))).toEqual([
      { code: 'equilibrium-no-stocks', variable: undefined },
    ]);
  });

  test('a clock that no flow depends on does no harm, and is named', () => {
    const program = buildProgram({
      stocks: { x: { initial: 1, inflows: ['gain'], outflows: ['loss'] } },
      dynamic: {
        gain: () => literal(1),
        loss: (read) => times(literal(0.5), read('x')),
        year: () => ({ kind: 'clock', quantity: 'time' }),
        label: (read) => binary('add', read('year'), read('x')),
      },
    });
    const result = solve(program);
    expect(result.verdict).toBe('ok');
    expect(result.unsettled).toEqual([slotNamed(program, 'year'), slotNamed(program, 'label')]);
  });
});

test('two solvers may work in turn', () => {
  const [one, other] = [solve(logistic, { x: 3 }), solve(bistable, { x: 0 })];
  expect(solve(logistic, { x: 3 })).toEqual(one);
  expect(solve(bistable, { x: 0 })).toEqual(other);
});
