import { describe, expect, it } from 'vitest';
import { batchOf } from '../batch/batch-of.js';
import { simulate } from '../integrate/simulate.js';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { equilibriumSolver } from './equilibrium-solver.js';
import { settlingStocks } from './settling-stocks.js';
import { solveEquilibrium } from './solve-equilibrium.js';

/** A tank with a total of all that ever came, and a total of that total over time. */
const counted = buildProgram({
  constants: { rate: 5, stay: 4 },
  stocks: {
    inside: { initial: 10, inflows: ['arrivals'], outflows: ['departures'] },
    ever: { initial: 0, inflows: ['arrivals'] },
    beyond: { initial: 0, inflows: ['sum'] },
  },
  dynamic: {
    arrivals: (read) => read('rate'),
    departures: (read) => binary('divide', read('inside'), read('stay')),
    sum: (read) => read('ever'),
    each: (read) => binary('divide', read('ever'), read('inside')),
  },
});

/** An illness: the recovered are read by nothing, but the total of all people stays. */
const epidemic = buildProgram({
  constants: { contact: 0.5, recovery: 0.25 },
  stocks: {
    well: { initial: 999, outflows: ['falling_ill'] },
    ill: { initial: 1, inflows: ['falling_ill'], outflows: ['recovering'] },
    recovered: { initial: 0, inflows: ['recovering'] },
  },
  dynamic: {
    falling_ill: (read) =>
      binary(
        'divide',
        binary('multiply', binary('multiply', read('contact'), read('well')), read('ill')),
        literal(1000),
      ),
    recovering: (read) => binary('multiply', read('recovery'), read('ill')),
  },
});

function solve(program: Program) {
  const made = equilibriumSolver(javascript(program));
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join(' '));
  return solveEquilibrium(made.value);
}

const names = (program: Program, slots: readonly { readonly slot: number }[]): readonly string[] =>
  slots.map(({ slot }) => program.variables[slot]?.name ?? '');

describe('stocks that only count', () => {
  it('are told from those that settle', () => {
    expect(names(counted, settlingStocks(counted))).toEqual(['inside']);
    expect(names(epidemic, settlingStocks(epidemic))).toEqual(['well', 'ill']);
  });

  it('do not keep the others from a point of rest, and are named with their rates', () => {
    const result = solve(counted);
    expect(result).toMatchObject({ verdict: 'ok', basin: 'yes', stability: 'stable' });
    expect(result.stocks[0]).toBeCloseTo(20, 10);
    expect([...result.stocks.subarray(1)]).toEqual([Number.NaN, Number.NaN]);
    expect(result.accumulating).toEqual([{ slot: slotNamed(counted, 'ever'), rate: 5 }]);
    const moving = ['ever', 'beyond', 'sum', 'each'].map((name) => slotNamed(counted, name));
    expect([...result.unsettled].sort()).toEqual(moving.sort());
  });

  it('have a value where they are the rest of a total that cannot change', () => {
    const result = solve(epidemic);
    expect(result.verdict).toBe('ok');
    const [well = 0, ill = 0, recovered = 0] = result.stocks;
    expect(ill).toBeCloseTo(0, 6);
    expect(well + ill + recovered).toBeCloseTo(1000, 9);
    expect(result.accumulating).toEqual([]);
  });

  it('have no value in a batch', () => {
    const batch = batchOf(counted, { kind: 'rest' });
    if (!batch.ok) throw new Error('no batch');
    const [rate, inside, ever, each] = ['rate', 'inside', 'ever', 'each'].map((name) =>
      slotNamed(counted, name),
    );
    if (rate === undefined || inside === undefined || ever === undefined || each === undefined)
      throw new Error();
    const ran = batch.value.run({
      rows: 2,
      given: [rate],
      inputs: Float64Array.of(1, 2),
      observed: [inside, ever, each],
    });
    if (!ran.ok) throw new Error('not run');
    expect([...ran.value.status]).toEqual([0, 0]);
    expect(ran.value.values[0]).toBeCloseTo(4, 10);
    expect(ran.value.values[3]).toBeCloseTo(8, 10);
    expect([1, 2, 4, 5].map((index) => ran.value.values[index])).toEqual(Array(4).fill(Number.NaN));
  });

  it('do not keep a run from ending where all else stands still', () => {
    const stop = { kind: 'steady', tolerance: 1e-9, checkEvery: 1, cap: 1000 } as const;
    const run = simulate(javascript(counted), [], { method: 'rk4', dt: 0.25, stop });
    expect(run).toMatchObject({ status: 'ok', reason: 'steady' });
  });

  it('count as settling where nothing else is there', () => {
    const alone = buildProgram({
      stocks: { total: { initial: 0, inflows: ['more'] } },
      dynamic: { more: () => literal(1) },
    });
    expect(settlingStocks(alone)).toEqual([]);
    expect(solve(alone).verdict).not.toBe('ok');
  });
});
