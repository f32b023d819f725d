import fc from 'fast-check';
import { test } from 'vitest';
import type { Executable } from '../backend.js';
import type { FixedMethod } from '../integrate/settings.js';
import { interpreter } from '../interpreter/interpreter.js';
import type { Program } from '../lower/program.js';
import { arbitraryProgram } from '../testing/arbitrary-program.js';
import { wasm } from './wasm.js';

const clock = { start: 1, stop: 4, dt: 0.1, seed: 7 };

/** Everything a backend says about a program: initial values, an observation, and a few steps. */
function account(executable: Executable, method: FixedMethod, steps: number): Float64Array[] {
  const values = new Float64Array(executable.program.variables.length);
  const memory = executable.initialise(values, new Uint8Array(values.length), clock);
  const initial = values.slice();
  executable.observe(values, clock, 0);
  const observed = values.slice();
  executable.advance(values, clock, 0, steps, method, memory);
  executable.observe(values, clock, steps);
  const rate = new Float64Array(executable.program.stocks.length);
  executable.rates(values.slice(), clock, steps, clock.dt / 3, rate);
  return [initial, observed, values, rate];
}

function sameBits(program: Program, method: FixedMethod): boolean {
  const expected = account(interpreter(program), method, 7);
  const actual = account(wasm(program), method, 7);
  return expected.every((row, index) => row.every((value, slot) => Object.is(value, actual[index]?.[slot])));
}

test.each(['euler', 'rk2', 'rk4'] as const)('random programs: bit-equal to the interpreter, %s', (method) => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => sameBits(program, method)),
    { numRuns: 700, seed: 20261 },
  );
});
