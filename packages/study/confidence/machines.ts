import type { EquilibriumSolver, Executable, Input } from '@weir/engine';
import { equilibriumSolver } from '@weir/engine';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { BoundInput } from '../study-file/bound-study.js';

/** Inputs of a scenario, by slot. */
export function inputsOf(inputs: readonly BoundInput[]): readonly Input[] {
  return inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
}

/** The fastest form of a program here: a page may forbid generated code. */
export function fastest(prepared: PreparedStudy): Executable {
  try {
    return prepared.executable('javascript');
  } catch (error) {
    if (error instanceof EvalError) return prepared.executable('interpreter');
    throw error;
  }
}

/** A solver of points of rest; nothing where there are none, or where code cannot be generated. */
export function solverOf(executable: Executable): EquilibriumSolver | undefined {
  try {
    const made = equilibriumSolver(executable);
    return made.ok ? made.value : undefined;
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
