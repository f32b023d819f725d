import { expect, test } from 'vitest';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import type { Program } from '../lower/program.js';
import { buildProgram, literal } from '../testing/build-program.js';
import { decay, ring } from '../testing/models.js';
import { aux, programOf } from '../testing/read-program.js';
import { wasm } from './wasm.js';

const delayed = (): Program =>
  programOf(aux('x', 'TIME * 2') + aux('y', 'DELAY(x, 1.5, 7) + PREVIOUS(x, 3)'));

test('two programs, and two runs of one, interleave without disturbing each other', () => {
  const clock = { start: 0, stop: 10, dt: 0.25 };
  const programs = [decay(0.5), ring(), delayed()].map(wasm);
  const runs = programs.concat(programs).map((executable) => {
    const values = new Float64Array(executable.program.variables.length);
    return {
      executable,
      values,
      memory: executable.initialise(values, new Uint8Array(values.length), clock),
    };
  });
  for (let step = 0; step < 40; step += 1) {
    for (const { executable, values, memory } of runs) {
      executable.advance(values, clock, step, 1, 'rk4', memory);
      executable.rates(
        values.slice(),
        clock,
        step + 1,
        0,
        new Float64Array(executable.program.stocks.length),
      );
    }
  }
  for (const { executable, values } of runs) {
    executable.observe(values, clock, 40);
    const alone = simulate(interpreter(executable.program), [], {
      method: 'rk4',
      dt: 0.25,
      stop: { kind: 'time', time: 10 },
    });
    expect(alone).toMatchObject({ status: 'ok', values });
  }
});

test('values given from outside stay', () => {
  const program = decay(0.5);
  const slot = program.stocks[0]?.slot;
  if (slot === undefined) throw new Error('no stock');
  const settings = { method: 'euler', dt: 0.25, stop: { kind: 'time', time: 5 } } as const;
  const inputs = [{ slot, value: 8 }];
  const run = simulate(wasm(program), inputs, settings);
  expect(run).toEqual(simulate(interpreter(program), inputs, settings));
  expect(run).not.toEqual(simulate(wasm(program), [], settings));
});

test('a failure is explained as the interpreter explains it', () => {
  const program = buildProgram({
    stocks: { mass: { initial: 1e308, inflows: ['growth'] } },
    dynamic: { growth: () => literal(1.7e308) },
  });
  const settings = { method: 'euler', dt: 0.25, stop: { kind: 'time', time: 3000 } } as const;
  const run = simulate(wasm(program), [], settings);
  expect(run).toMatchObject({ status: 'failed', value: Number.POSITIVE_INFINITY, time: 0.5 });
  expect(run).toEqual(simulate(interpreter(program), [], settings));
});

test('a program with pure delays needs its memory', () => {
  const executable = wasm(delayed());
  const clock = { start: 0, stop: 10, dt: 0.25 };
  const values = new Float64Array(executable.program.variables.length);
  executable.initialise(values, new Uint8Array(values.length), clock);
  const advance = () => executable.advance(values, clock, 0, 4, 'euler');
  expect(advance).toThrow('a program with pure delays needs the memory that initialise gives');
});

test('a program of nothing', () => {
  const program = buildProgram({ dynamic: {} });
  const settings = { method: 'rk4', dt: 1, stop: { kind: 'time', time: 3 } } as const;
  expect(simulate(wasm(program), [], settings)).toMatchObject({ status: 'ok', steps: 3 });
});
