import type { Backend, Executable, Memory } from '../backend.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { memoryOf } from '../integrate/delay-line.js';
import { RUNGE_KUTTA } from '../integrate/runge-kutta.js';
import { type Motion, motionOf } from '../javascript/motion.js';
import type { Program } from '../lower/program.js';
import { DEFAULT_SEED } from '../random/default-seed.js';
import { writeChunked, writeChunkedRates } from './chunked-functions.js';
import { type EntryName, newEntry } from './entry.js';
import type { OwnFunction } from './function-writer.js';
import { writeFused, writeFusedRates } from './fused-functions.js';
import { callParts, initialParts, settleParts } from './parts.js';
import { newUnit, type ReadyUnit, ready, type Unit } from './unit.js';

/** Most operations that one fused function may hold: optimising takes long over functions without end. */
const MOST_FUSED = 3000;
/** Operands of a node beyond this count as operations: sums over large arrays. */
const FEW_OPERANDS = 4;
/** Most steps of one call: optimised code takes the place of the first, quick code between two calls. */
const MOST_STEPS = 256;

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
  const kernel = ready(kernelUnit(program), tables, shift);
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
      kernel.given.set(given);
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
            const { stages, divisor } = RUNGE_KUTTA[method];
            stages.forEach(({ offset, weight }, stage) => {
              kernel.memory[kernel.layout.offsets / 8 + stage] = offset;
              kernel.memory[kernel.layout.weights / 8 + stage] = weight;
            });
            rungeKutta(start, stop, dt, seed, step + taken, count, divisor, stages.length);
          }
        }
      } finally {
        lines = [];
      }
      readBack(kernel, values);
    },
    rates(values, { start, stop, dt, seed = DEFAULT_SEED }, step, offset, rate) {
      ratesKernel ??= ready(ratesUnit(program), tables, shift);
      const { memory, layout, exported } = ratesKernel;
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
  const callAll = (name: EntryName, parts: readonly OwnFunction[]): void => {
    const { writer, locals } = newEntry(name);
    callParts(writer, parts, locals);
    unit.module.define(writer, name);
  };
  callAll('initialise', initialParts(unit, [...program.constants, ...program.initial]));
  callAll('observe', settleParts(unit, program.dynamic, new Set()));
  const motion = motionOf(program);
  if (isLarge(motion)) writeChunked(unit);
  else writeFused(unit, motion);
  return unit;
}

/** The function that gives rates. */
function ratesUnit(program: Program): Unit {
  const unit = newUnit(program);
  const motion = motionOf(program);
  if (isLarge(motion)) writeChunkedRates(unit);
  else writeFusedRates(unit, motion);
  return unit;
}

function isLarge({ graph, needed }: Motion): boolean {
  const extra = needed.reduce((sum, id) => sum + Math.max(0, graph.at(id).operands.length - FEW_OPERANDS), 0);
  return needed.length + extra > MOST_FUSED;
}
