import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equilibriumSolver } from '../equilibrium/equilibrium-solver.js';
import { solveEquilibrium } from '../equilibrium/solve-equilibrium.js';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Program, Slot } from '../lower/program.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { decay } from '../testing/models.js';
import { aux, programOf } from '../testing/read-program.js';
import { BATCH_STATUS, type BatchEnd, type BatchRequest, type BatchResult } from './batch.js';
import { batchOf } from './batch-of.js';

/** Result of a batch that is expected to work. */
function resultOf(program: Program, end: BatchEnd, request: BatchRequest): BatchResult {
  const batch = batchOf(program, end);
  if (!batch.ok) throw new Error(JSON.stringify(batch.diagnostics));
  const done = batch.value.run(request);
  if (!done.ok) throw new Error(JSON.stringify(done.diagnostics));
  return done.value;
}

const statusNames = ({ status }: BatchResult) => [...status].map((number) => BATCH_STATUS[number]);
const untilTen: RunSettings = { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 10 }, saveEvery: 0.5 };

/** dx/dt = inflow - rate x: rests at inflow / rate. */
const tank = (): Program =>
  buildProgram({
    constants: { inflow: 2, rate: 0.5 },
    stocks: { level: { initial: 1, inflows: ['gain'], outflows: ['loss'] } },
    dynamic: {
      gain: (read) => read('inflow'),
      loss: (read) => binary('multiply', read('rate'), read('level')),
    },
  });

const namesIn = (program: Program, ...names: readonly string[]): Slot[] =>
  names.map((name) => slotNamed(program, name));

describe('runs', () => {
  it('are single runs to the last bit, the saved rows too', () => {
    const program = tank();
    const [given, observed] = [namesIn(program, 'rate', 'level'), namesIn(program, 'level', 'loss')];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 5 }), (rows) => {
        const inputs = Float64Array.from(rows.flat());
        const batch = resultOf(
          program,
          { kind: 'run', settings: untilTen },
          { rows: rows.length, given, inputs, observed },
        );
        for (const [row, values] of rows.entries()) {
          const alone = simulate(
            interpreter(program),
            given.map((slot, index) => ({ slot, value: values[index] ?? Number.NaN })),
            untilTen,
          );
          const isOk = alone.status === 'ok';
          expect(statusNames(batch)[row] === 'ok').toBe(isOk);
          const expected = observed.map((slot) => (isOk ? alone.values[slot] : Number.NaN));
          expect([...batch.values.subarray(row * 2, row * 2 + 2)]).toEqual(expected);
          const saved = Array.from({ length: 21 }, (_, save) =>
            observed.map((slot) => (isOk ? alone.series?.columns[slot]?.[save] : Number.NaN)),
          );
          expect([...(batch.series ?? new Float64Array()).subarray(row * 42, row * 42 + 42)]).toEqual(
            saved.flat(),
          );
          if (isOk) expect([batch.time[row], batch.steps[row]]).toEqual([alone.time, alone.steps]);
        }
      }),
      { numRuns: 60, seed: 41 },
    );
  });

  it('say when they were saved', () => {
    const program = tank();
    const request = { rows: 0, given: [], inputs: new Float64Array(), observed: [] };
    const { saveTimes } = resultOf(
      program,
      { kind: 'run', settings: { ...untilTen, saveEvery: 4 } },
      request,
    );
    expect([...(saveTimes ?? [])]).toEqual([0, 4, 8]);
  });

  it('do not depend on their neighbours', () => {
    const program = tank();
    const given = namesIn(program, 'inflow', 'rate');
    const observed = namesIn(program, 'level');
    const row = fc.tuple(fc.double({ min: -3, max: 3 }), fc.double({ min: -3, max: 800 }));
    const end: BatchEnd = {
      kind: 'run',
      settings: { method: 'euler', dt: 0.125, stop: { kind: 'time', time: 30 } },
    };
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
        const request = { rows: rows.length, given, inputs: Float64Array.from(rows.flat()), observed };
        const together = resultOf(program, end, request);
        rows.forEach((values, index) => {
          const alone = resultOf(program, end, { ...request, rows: 1, inputs: Float64Array.from(values) });
          expect([alone.values[0], alone.status[0], alone.time[0], alone.steps[0]]).toEqual([
            together.values[index],
            together.status[index],
            together.time[index],
            together.steps[index],
          ]);
        });
      }),
      { numRuns: 60, seed: 42 },
    );
  });

  it('end as ok, not converged, diverged or invalid', () => {
    const program = tank();
    const given = namesIn(program, 'rate', 'level');
    const stop = { kind: 'steady', tolerance: 1e-6, checkEvery: 1, cap: 700 } as const;
    const result = resultOf(
      program,
      { kind: 'run', settings: { method: 'euler', dt: 1, stop } },
      {
        rows: 5,
        given,
        inputs: Float64Array.of(0.5, 1, 0, 1, -9, 1, Number.NaN, 1, 0.5, Number.POSITIVE_INFINITY),
        observed: namesIn(program, 'level'),
      },
    );
    expect(statusNames(result)).toEqual(['ok', 'not_converged', 'diverged', 'invalid', 'invalid']);
    expect(result.values[0]).toBeCloseTo(4, 4);
    expect([...result.values.subarray(1)]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(result.time[1]).toBe(700);
  });

  it('are invalid where a value is infinite at once, and not because it grew', () => {
    const program = programOf(`${aux('x', '1 / p')}${aux('p', '1')}`);
    const request = { rows: 1, given: namesIn(program, 'p'), inputs: Float64Array.of(0), observed: [] };
    expect(statusNames(resultOf(program, { kind: 'run', settings: untilTen }, request))).toEqual(['invalid']);
  });

  it('serve any backend', () => {
    const program = decay();
    const request = {
      rows: 1,
      given: namesIn(program, 'rate'),
      inputs: Float64Array.of(0.3),
      observed: namesIn(program, 'level'),
    };
    const end: BatchEnd = { kind: 'run', settings: untilTen };
    const made = batchOf(interpreter(program), end);
    expect(made.ok && made.value.run(request)).toEqual({
      ok: true,
      value: resultOf(program, end, request),
      diagnostics: [],
    });
  });
});

describe('points of rest', () => {
  it('are those of the solver', () => {
    const program = tank();
    const given = namesIn(program, 'rate');
    const inputs = Float64Array.of(0.5, 4, -1, Number.NaN);
    const observed = namesIn(program, 'level', 'gain');
    const result = resultOf(program, { kind: 'rest' }, { rows: 4, given, inputs, observed });
    expect(statusNames(result)).toEqual(['ok', 'ok', 'diverged', 'invalid']);
    const solver = equilibriumSolver(javascript(program));
    if (!solver.ok) throw new Error('no solver');
    for (const row of [0, 1]) {
      const value = inputs[row] ?? Number.NaN;
      const alone = solveEquilibrium(
        solver.value,
        given.map((slot) => ({ slot, value })),
      );
      observed.forEach((slot, index) => {
        expect(result.values[row * 2 + index]).toBeCloseTo(alone.values[slot] ?? Number.NaN, 12);
      });
      expect(result.values[row * 2]).toBeCloseTo(2 / value, 12);
      expect(result.steps[row]).toBeGreaterThan(0);
    }
    expect([...result.values.subarray(4)].every(Number.isNaN)).toBe(true);
    expect([...result.time].every(Number.isNaN)).toBe(true);
    expect(result.series).toBeUndefined();
  });

  it('start from a guess', () => {
    const program = tank();
    const request = {
      rows: 1,
      given: namesIn(program, 'rate'),
      inputs: Float64Array.of(0.25),
      observed: namesIn(program, 'level'),
    };
    const result = resultOf(program, { kind: 'rest', guess: Float64Array.of(7) }, request);
    expect(statusNames(result)).toEqual(['ok']);
    expect(result.values[0]).toBeCloseTo(8, 12);
  });
});

describe('refusals', () => {
  const program = tank();
  const ready = batchOf(program, { kind: 'run', settings: untilTen });
  const codes = (request: Partial<BatchRequest>) => {
    if (!ready.ok) throw new Error('no batch');
    const whole = { rows: 0, given: [], inputs: new Float64Array(), observed: [], ...request };
    return ready.value.run(whole).diagnostics.map(({ code }) => code);
  };
  const nowhere = namesIn(programOf(Array.from({ length: 9 }, (_, i) => aux(`b${i}`, '1')).join('')), 'b8');

  it('batch-slot: a variable that is not there, or that is computed', () => {
    expect(codes({ given: namesIn(program, 'loss') })).toEqual(['batch-slot']);
    expect(codes({ given: nowhere })).toEqual(['batch-slot']);
    expect(codes({ observed: nowhere })).toEqual(['batch-slot']);
  });

  it('batch-shape: inputs that do not fill the rows', () => {
    expect(codes({ rows: -1 })).toEqual(['batch-shape']);
    expect(codes({ rows: 1.5 })).toEqual(['batch-shape']);
    expect(codes({ rows: 2, given: namesIn(program, 'rate'), inputs: Float64Array.of(1) })).toEqual([
      'batch-shape',
    ]);
  });

  it('settings that cannot be run, and programs without rest', () => {
    const settings: RunSettings = { ...untilTen, dt: 0 };
    expect(batchOf(program, { kind: 'run', settings })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'run-time-step' }],
    });
    const still = buildProgram({ dynamic: { one: () => literal(1) } });
    expect(batchOf(still, { kind: 'rest' })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'equilibrium-no-stocks' }],
    });
  });
});
