import type { ClockSettings, Executable } from '../backend.js';
import type { Slot } from '../lower/program.js';
import { allFinite, faultMessage, firstFault } from './fault.js';
import type { FailedRun } from './run.js';
import type { Solver } from './solver.js';

/** A stretch of a run at whose end something is known to be wrong. */
export interface BadStretch {
  /** Values at its beginning, where the stocks were right. Changed by the search. */
  readonly values: Float64Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes a bad stretch again, one step at a time, to the first value that went bad: which, when, and from what
 * operands.
 *
 * @param solver - One that starts at the beginning of the stretch.
 * @returns `undefined` where the fault does not show again.
 */
export function findFailure(
  executable: Executable,
  clock: ClockSettings,
  solver: Solver,
  { values, from, to }: BadStretch,
): FailedRun | undefined {
  const { program } = executable;
  for (let step = from; step <= to; step += 1) {
    executable.observe(values, clock, step);
    const fault = allFinite(values) ? undefined : firstFault(program, values);
    if (fault !== undefined) return failedRun(executable, clock, step, fault, values);
    if (step === to) break;
    // The flows of this step explain a stock that fails at the next.
    const before = values.slice();
    const failure = solver.advance(values, step, 1);
    if (failure !== undefined) return failure;
    const stock = program.stocks.find(({ slot }) => !Number.isFinite(values[slot]));
    if (stock !== undefined) {
      const value = values[stock.slot] ?? Number.NaN;
      before[stock.slot] = value;
      // A stage of RK4 may have met what neither end of the step shows.
      return failedRun(executable, clock, step + 1, stock.slot, before);
    }
  }
  return undefined;
}

/** The report of a faulty value. */
export function failedRun(
  { program }: Executable,
  clock: ClockSettings,
  step: number,
  slot: Slot,
  values: Float64Array,
): FailedRun {
  const value = values[slot] ?? Number.NaN;
  const time = clock.start + step * clock.dt;
  return { status: 'failed', time, slot, value, message: faultMessage(program, slot, time, values) };
}
