import type { Backend, Executable } from '../backend.js';
import { RUNTIME } from '../builtins/runtime.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { memoryOf } from '../integrate/delay-line.js';
import { RUNGE_KUTTA, type Stages } from '../integrate/runge-kutta.js';
import type { Program } from '../lower/program.js';
import { DEFAULT_SEED } from '../random/default-seed.js';
import { chunkedRatesSource, chunkedSource } from './chunked-source.js';
import { fusedRatesSource, fusedSource } from './fused-source.js';
import {
  functionSource,
  KERNEL_FUNCTIONS,
  type Kernel,
  PARAMETERS,
  type RatesFunction,
  tableSource,
} from './kernel-source.js';
import { type Motion, motionOf } from './motion.js';
import { initialiseSource, settleSource } from './settle-source.js';

/**
 * Most operations that one fused function may hold. V8 does not optimise functions above 60 KiB of bytecode,
 * which is some 5,000 operations.
 */
const MOST_FUSED = 3000;
/** Operands of a node beyond this count as operations: sums over large arrays. */
const FEW_OPERANDS = 4;

/**
 * Source of the functions of {@link KERNEL_FUNCTIONS} for a program, as the body of a function of
 * `tables` and the functions of {@link RUNTIME}. Holds slots and numbers only, no text of the model.
 */
export function kernelSource(program: Program): string {
  const settled = initialiseSource('initial', [...program.constants, ...program.initial]);
  const observed = settleSource('observe', program.dynamic, new Set());
  const motion = motionOf(program);
  return [
    '"use strict";\n',
    tableSource(program),
    settled.source,
    functionSource('initialise', PARAMETERS.initialise, [
      'const k = 0, stage = 0, time = start + k * dt;',
      ...settled.calls,
    ]),
    observed.source,
    functionSource('observe', PARAMETERS.observe, [
      'const stage = 0, time = start + k * dt;',
      ...observed.calls,
    ]),
    isLarge(motion) ? chunkedSource(program) : fusedSource(motion),
    `return { ${KERNEL_FUNCTIONS.join(', ')} };\n`,
  ].join('');
}

/** Source of a {@link RatesFunction} for a program, as the body of a function like {@link kernelSource}'s. */
export function ratesSource(program: Program): string {
  const motion = motionOf(program);
  return [
    '"use strict";\n',
    tableSource(program),
    isLarge(motion) ? chunkedRatesSource(program) : fusedRatesSource(motion),
    'return rates;\n',
  ].join('');
}

function isLarge({ graph, needed }: Motion): boolean {
  const extra = needed.reduce((sum, id) => sum + Math.max(0, graph.at(id).operands.length - FEW_OPERANDS), 0);
  return needed.length + extra > MOST_FUSED;
}

/**
 * Makes an executable of generated JavaScript, with `new Function`: a page that runs it must allow
 * `unsafe-eval` in its content security policy, or use the interpreter. Bit-equal to the interpreter.
 *
 * @throws EvalError where the surroundings forbid generated code.
 */
export const javascript: Backend = (program): Executable => {
  const tables = program.tables.map(lookupTable);
  const generated = (source: string) =>
    new Function('tables', ...Object.keys(RUNTIME), source)(tables, ...Object.values(RUNTIME));
  const kernel: Kernel = generated(kernelSource(program));
  const stages = { rk2: stageLists(RUNGE_KUTTA.rk2), rk4: stageLists(RUNGE_KUTTA.rk4) };
  // Only methods that choose their own steps need it: it is generated when one first asks.
  let ratesFunction: RatesFunction = (...args) => {
    ratesFunction = generated(ratesSource(program));
    ratesFunction(...args);
  };
  return {
    program,
    backend: 'javascript',
    initialise(values, given, clock) {
      const { start, stop, dt, seed = DEFAULT_SEED } = clock;
      kernel.initialise(values, given, start, stop, dt, seed);
      return memoryOf(program.held, values, clock);
    },
    observe(values, { start, stop, dt, seed = DEFAULT_SEED }, step) {
      kernel.observe(values, start, stop, dt, seed, step);
    },
    advance(values, { start, stop, dt, seed = DEFAULT_SEED }, step, steps, method, memory = []) {
      if (method === 'euler') kernel.euler(values, start, stop, dt, seed, step, steps, memory);
      else {
        const { offsets, weights, divisor } = stages[method];
        kernel.rungeKutta(values, start, stop, dt, seed, step, steps, memory, offsets, weights, divisor);
      }
    },
    rates(values, { start, stop, dt, seed = DEFAULT_SEED }, step, offset, rate) {
      ratesFunction(values, start, stop, dt, seed, step, offset, rate);
    },
  };
};

function stageLists({ stages, divisor }: Stages) {
  return {
    offsets: stages.map(({ offset }) => offset),
    weights: stages.map(({ weight }) => weight),
    divisor,
  };
}
