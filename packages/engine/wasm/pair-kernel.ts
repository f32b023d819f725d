import { RUNGE_KUTTA } from '../integrate/runge-kutta.js';
import type { FixedMethod } from '../integrate/settings.js';
import { withPlainInputs } from '../lower/plain-inputs.js';
import type { Program } from '../lower/program.js';
import { ForeignFunctions } from './foreign-functions.js';
import { FunctionWriter } from './function-writer.js';
import { writeInitialise, writeMethods, writeObserve } from './functions.js';
import { Layout, Room } from './layout.js';
import { LookupFunctions } from './lookup-functions.js';
import { ModuleWriter } from './module-writer.js';
import { PAIR_WORDS } from './pair-words.js';
import { SINGLE_WORDS } from './single-words.js';
import { type CompiledUnit, compileUnit, type Unit } from './unit.js';
import { accepts } from './web-assembly.js';

/**
 * Code that takes two runs of a program forward side by side, compiled. Plain data beside the module: it can be posted
 * to workers, which need not compile it again.
 */
export interface PairKernel extends CompiledUnit {
  readonly method: FixedMethod;
  /** Number of variables of the program it was made for. */
  readonly variables: number;
}

/** The two layouts in the memory of a pair kernel: of the pair, and of a single run that is being initialised. */
export interface PairLayouts {
  readonly pair: Layout;
  readonly single: Layout;
}

/** The layouts of a program's pair kernel: the same wherever they are made. */
export function pairLayouts(program: Program): PairLayouts {
  const room = new Room();
  return { pair: new Layout(program, 2, room), single: new Layout(program, 1, room) };
}

/** Whether two runs can stand side by side: vectors are there, and no past beyond a step is to be kept. */
export function canPair(program: Program): boolean {
  return hasVectors() && program.held.every(({ delay }) => delay === undefined);
}

/**
 * Compiles a program for two runs side by side.
 *
 * @throws CompileError of WebAssembly where the surroundings forbid generated code, or where an equation breaks a limit of
 * the JavaScript engine.
 */
export function pairKernel(given: Program, method: FixedMethod): PairKernel {
  const program = withPlainInputs(given);
  const module = new ModuleWriter();
  const foreign = new ForeignFunctions(module);
  const layouts = pairLayouts(program);
  const lookups = new LookupFunctions(module, layouts.single, program.tables);
  const shared = { program, module, foreign, lookups };
  const single: Unit = { ...shared, layout: layouts.single, words: SINGLE_WORDS };
  const pair: Unit = { ...shared, layout: layouts.pair, words: PAIR_WORDS };
  writeInitialise(single);
  writeObserve(pair);
  if (method === 'euler') writeMethods(pair, ['euler']);
  else writeMethods(pair, ['rungeKutta'], RUNGE_KUTTA[method]);
  return { ...compileUnit(pair), method, variables: program.variables.length };
}

/** Whether the surroundings know vectors of two doubles. */
export function hasVectors(): boolean {
  const module = new ModuleWriter();
  const writer = new FunctionWriter([]);
  const local = writer.local('v128');
  writer.twice(1);
  writer.vector('f64x2.sqrt');
  writer.set(local);
  module.define(writer);
  return accepts(module.finish(1));
}
