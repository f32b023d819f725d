import { describe, expect, test } from 'vitest';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { decay, ring } from '../testing/models.js';
import type { FinishedRun, Input } from './run.js';
import type { RunSettings } from './settings.js';
import { simulate } from './simulate.js';

const until = (time: number, dt: number, saveEvery?: number): RunSettings => {
  return {
    method: 'euler',
    dt,
    stop: { kind: 'time', time },
    ...(saveEvery === undefined ? {} : { saveEvery }),
  };
};

function finished(program: Program, settings: RunSettings, inputs: readonly Input[] = []): FinishedRun {
  const run = simulate(javascript(program), inputs, settings);
  if (run.status !== 'ok') throw new Error(run.message);
  return run;
}

describe('clock', () => {
  test('time is counted in whole steps and never drifts', () => {
    const { times } = finished(decay(), until(50, 0.01, 0.1)).series ?? { times: [] };
    expect(times).toHaveLength(501);
    expect([...times]).toEqual(Array.from({ length: 501 }, (_, row) => 10 * row * 0.01));
  });

  test('a whole span says nothing', () => {
    const run = finished(decay(), until(185, 0.001));
    expect([run.steps, run.time, run.reason, run.diagnostics]).toEqual([185000, 185, 'time', []]);
  });

  test('a step that does not divide the span is rounded, with a warning', () => {
    const run = finished(decay(), until(1, 0.3));
    expect([run.steps, run.time]).toEqual([3, 0.8999999999999999]);
    expect(run.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['run-span-not-whole', 'warning'],
    ]);
  });

  test('a save interval that is not whole steps saves at the first step at or after, with a warning', () => {
    const run = finished(decay(), until(0.5, 0.0078125, 0.1));
    expect([...(run.series?.times ?? [])].map((time) => time / 0.0078125)).toEqual([0, 13, 26, 39, 52, 64]);
    expect(run.diagnostics.map(({ code }) => code)).toEqual(['run-save-not-whole']);
  });

  test('a save interval below the step saves every step once', () => {
    expect([...(finished(decay(), until(3, 1, 0.25)).series?.times ?? [])]).toEqual([0, 1, 2, 3]);
  });

  test('a run of no length', () => {
    const run = finished(decay(), until(0, 1, 1));
    expect([run.steps, run.values[1], [...(run.series?.times ?? [])]]).toEqual([0, 1, [0]]);
  });

  test.each([
    [until(1, 0), 'The time step must be a number above 0, not 0.'],
    [until(-1, 1), 'The run starts at 0 and cannot end at -1.'],
    [until(1, 1, 0), 'The save interval must be a number above 0, not 0.'],
    [until(1e9, 1e-9), 'The run would take 1000000000000000000 steps.'],
  ])('settings that cannot be run: %j', (settings, message) => {
    expect(() => simulate(javascript(decay()), [], settings)).toThrow(new RangeError(message));
  });
});

describe('rows', () => {
  test('auxiliaries and flows of a row belong to its time', () => {
    const program = decay(0.5);
    const { columns } = finished(program, until(3, 1, 1)).series ?? { columns: [] };
    expect(columns[slotNamed(program, 'level')]).toEqual(Float64Array.of(1, 0.5, 0.25, 0.125));
    expect(columns[slotNamed(program, 'loss')]).toEqual(Float64Array.of(0.5, 0.25, 0.125, 0.0625));
  });

  test('rows do not change the result', () => {
    const rare = finished(ring(), { ...until(20, 0.125), method: 'rk4' });
    const often = finished(ring(), { ...until(20, 0.125, 0.125), method: 'rk4' });
    expect(often.values).toEqual(rare.values);
  });
});

describe('inputs', () => {
  const program = decay();
  const [rate, level, loss] = ['rate', 'level', 'loss'].map((name) => slotNamed(program, name));
  if (rate === undefined || level === undefined || loss === undefined) throw new Error('unreachable');

  test('a constant and an initial value from outside', () => {
    const inputs = [
      { slot: rate, value: 0.5 },
      { slot: level, value: 8 },
    ];
    expect(finished(program, until(3, 1), inputs).values).toEqual(Float64Array.of(0.5, 1, 0.5));
  });

  test('the program is not changed by them', () => {
    expect(finished(program, until(1, 0.5)).values[level]).toBe(0.25);
  });

  test('a value computed at every step cannot be set', () => {
    const run = simulate(javascript(program), [{ slot: loss, value: 1 }], until(1, 1));
    expect(run).toMatchObject({
      status: 'failed',
      slot: loss,
      message: 'loss is computed at every step, so it cannot be set from outside.',
    });
  });

  test('a value that is not a number is refused', () => {
    const run = simulate(javascript(program), [{ slot: rate, value: Number.NaN }], until(1, 1));
    expect(run).toMatchObject({ status: 'failed', message: 'rate was set to a value that is not a number.' });
  });
});

describe('progress', () => {
  test('is told of every checkpoint and may end the run', () => {
    const seen: number[] = [];
    const run = simulate(javascript(decay()), [], until(10, 0.001, 5), (time) => {
      seen.push(time);
      return time < 6;
    });
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(run).toEqual({ status: 'cancelled', time: 6 });
  });
});

describe('no module state', () => {
  test('two programs, and two runs of one, interleave without disturbing each other', () => {
    const clock = { start: 0, stop: 10, dt: 0.25 };
    for (const backend of [interpreter, javascript]) {
      const programs = [decay(0.5), ring(), decay(0.5)].map(backend);
      const runs = programs.concat(programs.slice(0, 1)).map((executable) => {
        const values = new Float64Array(executable.program.variables.length);
        executable.initialise(values, new Uint8Array(values.length), clock);
        return { executable, values };
      });
      for (let step = 0; step < 40; step += 1) {
        for (const { executable, values } of runs) executable.advance(values, clock, step, 1, 'rk4');
      }
      for (const { executable, values } of runs) {
        const alone = simulate(executable, [], { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 10 } });
        if (alone.status !== 'ok') throw new Error(alone.message);
        for (const { slot } of executable.program.stocks) expect(values[slot]).toBe(alone.values[slot]);
      }
    }
  });
});

test('a closed ring conserves its mass', () => {
  const program = ring();
  for (const method of ['euler', 'rk4'] as const) {
    const { columns, times } = finished(program, { ...until(100, 0.01, 1), method }).series ?? {
      columns: [],
      times: [],
    };
    for (const row of times.keys()) {
      const total = program.stocks.reduce((sum, { slot }) => sum + (columns[slot]?.[row] ?? Number.NaN), 0);
      expect(Math.abs(total - 150)).toBeLessThan(1e-10);
    }
  }
});

test('STEP, RAMP and PULSE stand still within a step of RK4; TIME does not', () => {
  const program = buildProgram({
    stocks: {
      stepped: { initial: 0, inflows: ['on'] },
      pulsed: { initial: 0, inflows: ['burst'] },
      timed: { initial: 0, inflows: ['now'] },
    },
    dynamic: {
      on: () => ({ kind: 'input', name: 'step', arguments: [literal(2), literal(0.3)] }),
      burst: () => ({ kind: 'input', name: 'pulse', arguments: [literal(6), literal(0.3), literal(0.5)] }),
      now: () => binary('multiply', literal(2), { kind: 'clock', quantity: 'time' }),
    },
  });
  for (const method of ['euler', 'rk4'] as const) {
    const { values } = finished(program, { ...until(1, 0.1), method });
    expect(values[0]).toBeCloseTo(2 * 0.7, 12);
    expect(values[1]).toBeCloseTo(12, 12);
    expect(values[2]).toBeCloseTo(method === 'rk4' ? 1 : 0.9, 12);
  }
});
