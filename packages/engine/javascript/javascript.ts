import type { Backend, Executable } from '../backend.js';
import { modulo } from '../builtins/modulo.js';
import { lookUp, lookupTable } from '../builtins/table-lookup.js';
import { pulseInput, rampInput, stepInput } from '../builtins/time-inputs.js';
import type { Program } from '../lower/program.js';
import { chunkedSource } from './chunked-source.js';
import { fusedSource, motionOf } from './fused-source.js';
import { functionSource, KERNEL_FUNCTIONS, type Kernel, PARAMETERS, tableSource } from './kernel-source.js';
import { initialiseSource, settleSource } from './settle-source.js';

/**
 * Most operations that one fused function may hold. V8 does not optimise functions above 60 KiB of bytecode,
 * which is some 5,000 operations.
 */
const MOST_FUSED = 3000;

/**
 * Source of the functions of {@link KERNEL_FUNCTIONS} for a program, as the body of a function of
 * `tables` and the functions of {@link RUNTIME}. Holds slots and numbers only, no text of the model.
 */
export function kernelSource(program: Program): string {
  const settled = initialiseSource('initial', [...program.constants, ...program.initial]);
  const observed = settleSource('observe', program.dynamic);
  const motion = motionOf(program);
  return [
    '"use strict";\n',
    tableSource(program),
    settled.source,
    functionSource('initialise', PARAMETERS.initialise, [
      'const k = 0, time = start + k * dt;',
      ...settled.calls,
    ]),
    observed.source,
    functionSource('observe', PARAMETERS.observe, ['const time = start + k * dt;', ...observed.calls]),
    motion.needed.length > MOST_FUSED ? chunkedSource(program) : fusedSource(motion),
    `return { ${KERNEL_FUNCTIONS.join(', ')} };\n`,
  ].join('');
}

/** Functions that generated code calls, by name. */
const RUNTIME = { lookUp, modulo, stepInput, rampInput, pulseInput } as const;

/**
 * Makes an executable of generated JavaScript, with `new Function`: a page that runs it must allow
 * `unsafe-eval` in its content security policy, or use the interpreter. Bit-equal to the interpreter.
 *
 * @throws EvalError where the surroundings forbid generated code.
 */
export const javascript: Backend = (program): Executable => {
  const make = new Function('tables', ...Object.keys(RUNTIME), kernelSource(program));
  const kernel: Kernel = make(program.tables.map(lookupTable), ...Object.values(RUNTIME));
  return {
    program,
    backend: 'javascript',
    initialise(values, given, { start, stop, dt }) {
      kernel.initialise(values, given, start, stop, dt);
    },
    observe(values, { start, stop, dt }, step) {
      kernel.observe(values, start, stop, dt, step);
    },
    advance(values, { start, stop, dt }, step, steps, method) {
      const take = method === 'euler' ? kernel.euler : kernel.rk4;
      take(values, start, stop, dt, step, steps);
    },
  };
};
