import type { Backend, Executable, Memory } from '../backend.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { memoryOf } from '../integrate/delay-line.js';
import type { Program } from '../lower/program.js';
import { DEFAULT_SEED } from '../random/default-seed.js';
import {
  MOST_STEPS,
  setStages,
  writeInitialise,
  writeMethods,
  writeObserve,
  writeRates,
} from './functions.js';
import { compileUnit, newUnit, type ReadyUnit, ready, type Unit } from './unit.js';

/**
 * Makes an executable of generated WebAssembly, compiled at once. Bit-equal to the interpreter: operations that
 * WebAssembly has no instruction for call the functions that the interpreter calls. Values are copied into the
 * module's memory and back at each call, so nothing of a run stays there.
 *
 * @throws CompileError of WebAssembly where the surroundings forbid generated code, or an equation breaks a limit
 * of the JavaScript engine, such as 50,000 variables in a function.
 */
export const wasm: Backend = (program): Executable => {
  const tables = program.tables.map(lookupTable);
  // Set for the time of one call of `advance`.
  let lines: Memory = [];
  const shift = (held: number, step: number, value: number): number => {
    const line = lines[held];
    if (line === undefined) {
      throw new RangeError('a program with pure delays needs the memory that initialise gives');
    }
    return line.shift(step, value);
  };
  const unit = kernelUnit(program);
  const { layout } = unit;
  const kernel = ready(compileUnit(unit), tables, shift);
  const initialise = kernel.exported('initialise');
  const observe = kernel.exported('observe');
  const euler = kernel.exported('euler');
  const rungeKutta = kernel.exported('rungeKutta');
  // Only methods that choose their own steps need it: it is compiled when one first asks.
  let ratesKernel: ReadyUnit | undefined;
  const length = program.variables.length;
  const readBack = ({ memory }: ReadyUnit, values: Float64Array): void => {
    values.set(memory.subarray(0, length));
  };

  return {
    program,
    backend: 'wasm',
    initialise(values, given, clock) {
      const { start, stop, dt, seed = DEFAULT_SEED } = clock;
      kernel.memory.set(values);
      kernel.bytes.set(given, layout.given);
      initialise(start, stop, dt, seed, 0);
      readBack(kernel, values);
      return memoryOf(program.held, values, clock);
    },
    observe(values, { start, stop, dt, seed = DEFAULT_SEED }, step) {
      kernel.memory.set(values);
      observe(start, stop, dt, seed, step);
      readBack(kernel, values);
    },
    advance(values, { start, stop, dt, seed = DEFAULT_SEED }, step, steps, method, memory = []) {
      kernel.memory.set(values);
      lines = memory;
      try {
        for (let taken = 0; taken < steps; taken += MOST_STEPS) {
          const count = Math.min(MOST_STEPS, steps - taken);
          if (method === 'euler') euler(start, stop, dt, seed, step + taken, count);
          else {
            const { stages, divisor } = setStages(kernel.memory, layout, method);
            rungeKutta(start, stop, dt, seed, step + taken, count, divisor, stages.length);
          }
        }
      } finally {
        lines = [];
      }
      readBack(kernel, values);
    },
    rates(values, { start, stop, dt, seed = DEFAULT_SEED }, step, offset, rate) {
      ratesKernel ??= ready(compileUnit(ratesUnit(program)), tables, shift);
      const { memory, exported } = ratesKernel;
      memory.set(values);
      exported('rates')(start, stop, dt, seed, step, offset);
      const from = layout.rate / 8;
      rate.set(memory.subarray(from, from + program.stocks.length));
    },
  };
};

/** The functions that initialise, observe and advance. */
function kernelUnit(program: Program): Unit {
  const unit = newUnit(program);
  writeInitialise(unit);
  writeObserve(unit);
  writeMethods(unit, ['euler', 'rungeKutta']);
  return unit;
}

/** The function that gives rates. */
function ratesUnit(program: Program): Unit {
  const unit = newUnit(program);
  writeRates(unit);
  return unit;
}
