import { type Outcome, reached, refused } from '@weir/model';
import { countingStocks } from '../equilibrium/counting-stocks.js';
import type { Verdict } from '../equilibrium/equilibrium-result.js';
import type { QuickSearch } from '../equilibrium/kernel/quick-search.js';
import { standingPart } from '../equilibrium/standing.js';
import { giveInputs } from '../integrate/inputs.js';
import type { Program } from '../lower/program.js';
import type { Batch, BatchRequest } from './batch.js';
import { inputsOf, requestFaults } from './batch-request.js';
import { BatchTally } from './batch-tally.js';
import type { RowRest } from './single-runs.js';

/**
 * A batch of points of rest. Each row is searched for at speed first, its trajectory followed from its own start; where
 * that comes to no clear end, it is solved as a single run is. A guess serves the latter only: the trajectory costs little
 * to follow, and says where it leads.
 *
 * @param single - Gives what solves one row.
 * @param quickly - Gives the search at speed, where that is wanted and possible.
 * @errors equilibrium-no-stocks, equilibrium-time, equilibrium-random, equilibrium-memory.
 */
export function restBatch(
  program: Program,
  single: () => RowRest,
  quickly: () => QuickSearch | undefined = () => undefined,
): Outcome<Batch> {
  const { settling, open } = countingStocks(program);
  const standing = standingPart(
    settling,
    open.map(({ slot }) => slot),
  );
  if (!standing.ok) return standing;
  const unsettled = standing.value;
  const quick = quickly();
  const end = (
    tally: BatchTally,
    row: number,
    status: Verdict,
    steps: number,
    values: Float64Array,
  ): void => {
    // What goes on moving at a point of rest has no value there.
    for (const slot of unsettled) values[slot] = Number.NaN;
    tally.end(row, { status, time: Number.NaN, steps }, status === 'ok' ? values : undefined);
  };
  const solveRow = (request: BatchRequest, row: number, tally: BatchTally, before: number): void => {
    const { status, jacobians, values } = single()(request, row);
    end(tally, row, status, before + jacobians, values);
  };
  return reached({
    program,
    run(request) {
      const faults = requestFaults(program, request);
      if (faults.length > 0) return refused(faults);
      const tally = new BatchTally(request.rows, request.observed);
      if (quick === undefined) {
        for (let row = 0; row < request.rows; row += 1) solveRow(request, row, tally, 0);
        return reached(tally.result);
      }
      quick.run({
        count: request.rows,
        give: (row, values, given) =>
          giveInputs(program, inputsOf(request, row), values, given) === undefined,
        found: (row, values, steps) => end(tally, row, 'ok', steps, values),
        doubtful: (row, before) => solveRow(request, row, tally, before),
      });
      return reached(tally.result);
    },
  });
}
