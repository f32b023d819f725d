import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { Executable } from '../backend.js';
import type { Slot } from '../lower/program.js';
import { RestMotion } from './rest-motion.js';
import { standingPart } from './standing.js';

/** A program made ready to be solved for its points of rest. Serves one search at a time. */
export interface EquilibriumSolver {
  readonly executable: Executable;
  readonly motion: RestMotion;
  /** Variables that go on moving at a point of rest. */
  readonly unsettled: readonly Slot[];
}

/**
 * Makes a solver: generates the rates and their derivatives as JavaScript, and the elimination of their equations.
 *
 * @param executable - Gives initial values and observations, and the steps of the fallback.
 * @errors equilibrium-no-stocks, equilibrium-time, equilibrium-random, equilibrium-memory.
 * @throws EvalError where the surroundings forbid generated code.
 */
export function equilibriumSolver(executable: Executable): Outcome<EquilibriumSolver> {
  const standing = standingPart(executable.program);
  if (!standing.ok) return refused(standing.diagnostics);
  return reached({
    executable,
    motion: new RestMotion(executable.program),
    unsettled: standing.value,
  });
}
