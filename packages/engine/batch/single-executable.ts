import type { Backend, Executable } from '../backend.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { wasm } from '../wasm/wasm.js';

/** The fastest executable for single runs that the surroundings allow: they may forbid generated code. */
export function singleExecutable(program: Program): Executable {
  return tried(wasm, program) ?? tried(javascript, program) ?? interpreter(program);
}

function tried(backend: Backend, program: Program): Executable | undefined {
  try {
    return backend(program);
  } catch {
    return undefined;
  }
}
