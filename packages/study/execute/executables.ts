import type { BackendName, Executable, Program } from '@weir/engine';
import { interpreter, javascript, wasm } from '@weir/engine';

/** Gives the form of a program that a backend computes with. */
export type Executables = (backend: BackendName) => Executable;

/**
 * A program in every form that computes, each made when it is first asked for: a page that forbids
 * generated code can still use the interpreter.
 */
export function executablesOf(program: Program): Executables {
  const made = new Map<BackendName, Executable>();
  const backends = { interpreter, javascript, wasm };
  return (backend) => {
    const executable = made.get(backend) ?? backends[backend](program);
    made.set(backend, executable);
    return executable;
  };
}
