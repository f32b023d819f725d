import { type Outcome, reached, refused } from '@weir/model';
import { planRun } from '../integrate/run-plan.js';
import type { FixedMethod, Method, RunSettings } from '../integrate/settings.js';
import type { Program } from '../lower/program.js';
import { canPair, type PairKernel, pairKernel } from '../wasm/pair-kernel.js';
import { type PairMachine, pairMachine } from '../wasm/pair-machine.js';
import type { Batch } from './batch.js';
import { requestFaults } from './batch-request.js';
import { BatchTally } from './batch-tally.js';
import { PairRuns } from './pair-runs.js';
import { seriesTimes } from './series-times.js';
import type { RowRun } from './single-runs.js';

/**
 * A batch of simulated runs.
 *
 * @param single - Gives what runs one row.
 * @param pairs - Gives what runs two side by side, where that is wanted for so many rows, and possible.
 * @errors Those of `planRun`.
 */
export function runBatch(
  program: Program,
  settings: RunSettings,
  single: () => RowRun,
  pairs: (rows: number) => PairMachine | undefined,
): Outcome<Batch> {
  const plan = planRun(program, settings);
  if (!plan.ok) return plan;
  const saveTimes = seriesTimes(plan.value, settings);
  return reached(
    {
      program,
      run(request) {
        const faults = requestFaults(program, request);
        if (faults.length > 0) return refused(faults);
        const tally = new BatchTally(request.rows, request.observed, saveTimes);
        const machine = pairs(request.rows);
        if (machine === undefined) {
          for (let row = 0; row < request.rows; row += 1) single()(request, row, tally);
        } else {
          new PairRuns(machine, { program, settings, plan: plan.value, single }).run(request, tally);
        }
        return reached(tally.result);
      },
    },
    plan.diagnostics,
  );
}

/** Whether a method takes steps of DT. */
export const isFixed = (method: Method): method is FixedMethod => method !== 'rk45' && method !== 'gear';

/**
 * Compiled code that takes two runs of a program forward side by side, to be made once and posted to workers.
 *
 * @returns `undefined` where it cannot be had: without vectors in WebAssembly, where generated code is forbidden, for methods
 * that choose their own steps, and for programs with pure delays.
 */
export function stepKernel(program: Program, method: Method): PairKernel | undefined {
  if (!isFixed(method) || !canPair(program)) return undefined;
  try {
    return pairKernel(program, method);
  } catch {
    return undefined;
  }
}

/**
 * What runs two rows side by side.
 *
 * @throws RangeError for a kernel of another method or program.
 */
export function pairsFor(
  program: Program,
  { method }: RunSettings,
  kernel: PairKernel | undefined = stepKernel(program, method),
): PairMachine | undefined {
  if (kernel === undefined) return undefined;
  if (kernel.method !== method || kernel.variables !== program.variables.length) {
    throw new RangeError(`a kernel for ${kernel.method} and ${kernel.variables} variables`);
  }
  return pairMachine(program, kernel);
}
