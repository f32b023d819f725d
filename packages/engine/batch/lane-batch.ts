import type { Outcome } from '@weir/model';
import { quickSearch } from '../equilibrium/kernel/quick-search.js';
import type { TickKernel } from '../equilibrium/kernel/tick-kernel.js';
import type { Program } from '../lower/program.js';
import type { PairKernel } from '../wasm/pair-kernel.js';
import type { PairMachine } from '../wasm/pair-machine.js';
import type { Batch, BatchEnd } from './batch.js';
import { once } from './once.js';
import { restBatch } from './rest-batch.js';
import { pairsFor, runBatch } from './run-batch.js';
import type { SingleRuns } from './single-runs.js';

/** What a batch may be given beside its program. */
export interface BatchOptions {
  /** From `stepKernel`, where it has been compiled already: for runs by its method. */
  readonly kernel?: PairKernel;
  /** From `restKernel`, where it has been compiled already: for points of rest. */
  readonly rest?: TickKernel;
}

/** What a batch over lanes may be given. */
export interface LaneOptions extends BatchOptions {
  /**
   * Fewest rows of a request for which code for two runs side by side is generated; 2 unless given, since code for one is
   * made sooner. The results are the same.
   */
  readonly fewest?: number;
}

/** Fewest rows that are run side by side unless given. */
const FEWEST_FOR_PAIRS = 2;

/**
 * The batch of `batchOf` without the code of single runs, which is asked for when a row first needs it: most never do. What
 * `single` throws ends the request, and the batch may be asked again.
 *
 * @param single - Gives what does the rows that cannot be done side by side.
 * @errors Those of `planRun` for runs; those of `equilibriumSolver` for points of rest.
 * @throws RangeError, when it runs, for a kernel of another method or program.
 */
export function laneBatchOf(
  program: Program,
  end: BatchEnd,
  single: () => SingleRuns,
  options: LaneOptions = {},
): Outcome<Batch> {
  if (end.kind === 'rest') {
    const rests = once(() => single().rests(program, end.guess));
    return restBatch(program, rests, () => quickSearch(program, options.rest));
  }
  const { settings } = end;
  const { fewest = FEWEST_FOR_PAIRS } = options;
  const runs = once(() => single().runs(program, settings));
  const pairs = once((): PairMachine | undefined => pairsFor(program, settings, options.kernel));
  return runBatch(program, settings, runs, (rows) => (rows < fewest ? undefined : pairs()));
}
