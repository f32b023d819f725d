import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Backend } from '../backend.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import type { InputBuiltin } from '../builtins/time-inputs.js';
import { interpreter } from '../interpreter/interpreter.js';
import { buildProgram } from '../testing/build-program.js';
import { wasm } from '../wasm/wasm.js';

const inputs = Object.keys(INPUT_ROWS).filter((name): name is InputBuiltin => name in INPUT_ROWS);
/** Fewest and most operands of each. */
const COUNTS: Readonly<Record<InputBuiltin, readonly number[]>> = {
  step: [2],
  ramp: [2],
  pulse: [2, 3],
  pulse_train: [4],
  vensim_pulse: [2],
  vensim_ramp: [2, 3],
};

/** An input of four operands at a step. */
function inputOf(backend: Backend, name: InputBuiltin, count: number) {
  const program = buildProgram({
    constants: { p: 0, q: 0, r: 0, s: 0 },
    dynamic: {
      a: (read) => ({ kind: 'input', name, arguments: ['p', 'q', 'r', 's'].slice(0, count).map(read) }),
    },
  });
  const executable = backend(program);
  return (operands: readonly number[], start: number, dt: number, step: number): number => {
    const values = Float64Array.of(...operands, 0);
    const clock = { start, stop: start + 100, dt };
    executable.initialise(values, Uint8Array.of(1, 1, 1, 1, 0), clock);
    executable.observe(values, clock, step);
    return values[4] ?? Number.NaN;
  };
}

/** Whole steps, halves of steps and the numbers beside them, where rounding decides. */
const date = fc.oneof(
  fc.integer({ min: -20, max: 80 }).map((halves) => halves / 8),
  fc
    .integer({ min: -20, max: 80 })
    .chain((halves) => fc.constantFrom(1, 1 - 2 ** -53, 1 + 2 ** -52).map((factor) => (halves / 8) * factor)),
  fc.constantFrom(0, -0, 1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN),
  fc.double(),
);

test.each(inputs.flatMap((name) => COUNTS[name].map((count) => [name, count] as const)))(
  '%s of %i operands: the same bits as the interpreter',
  (name, count) => {
    const expected = inputOf(interpreter, name, count);
    const actual = inputOf(wasm, name, count);
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 4, maxLength: 4 }),
        fc.constantFrom(0, 1, -2.5),
        fc.constantFrom(0.25, 0.1, 1),
        fc.nat(60),
        (operands, start, dt, step) => {
          expect(actual(operands, start, dt, step)).toBe(expected(operands, start, dt, step));
        },
      ),
      { numRuns: 1500, seed: 5 },
    );
  },
);
