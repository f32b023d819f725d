import type { Outcome } from '@weir/model';
import { reached } from '@weir/model';
import type { Executable } from '../backend.js';
import type { Program, Slot } from '../lower/program.js';
import { type CountingStocks, countingStocks } from './counting-stocks.js';
import { RestMotion } from './rest-motion.js';
import { standingPart } from './standing.js';

/** A program made ready to be solved for its points of rest. Serves one search at a time. */
export interface EquilibriumSolver {
  readonly executable: Executable;
  /** The program of what settles: its stocks are those that are solved for. */
  readonly program: Program;
  /** Stocks that only count. */
  readonly counting: CountingStocks;
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
  const counting = countingStocks(executable.program);
  const standing = standingPart(
    counting.settling,
    counting.open.map(({ slot }) => slot),
  );
  if (!standing.ok) return standing;
  return reached({
    executable,
    program: counting.settling,
    counting,
    motion: new RestMotion(counting.settling),
    unsettled: standing.value,
  });
}
