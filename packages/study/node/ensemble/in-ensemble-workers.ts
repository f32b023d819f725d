import type { Outcome } from '@weir/model';
import { refused } from '@weir/model';
import type { EnsemblePlan } from '../../ensemble/ensemble-plan.js';
import { recordLayout } from '../../ensemble/ensemble-work.js';
import {
  type EnsembleProgress,
  type EnsembleTables,
  ensembleTables,
  runEnsemble,
} from '../../ensemble/run-ensemble.js';
import { computeChunks, type PoolOptions } from './chunk-pool.js';
import { chunksLeft } from './chunks-left.js';

/** Rows of a chunk where nothing is said. */
const CHUNK_ROWS = 128;

/** Rows below which threads are not worth their start. */
const WORTH_WORKERS = 512;

/** How an ensemble is run in threads. */
export interface EnsembleWorkers extends Partial<PoolOptions> {
  /** Rows below which this thread does the work alone. */
  readonly worthwhile?: number;
  readonly onProgress?: (progress: EnsembleProgress) => void;
}

/**
 * Runs an ensemble in worker threads and joins it into tables in memory: `runEnsemble`, bit for bit.
 *
 * @errors `ensemble-stopped` where the signal ended it; those of `computeChunks` and `runEnsemble`.
 */
export async function runEnsembleInWorkers(
  plan: EnsemblePlan,
  options: EnsembleWorkers = {},
): Promise<Outcome<EnsembleTables>> {
  const { scenarios, count, work } = plan;
  const rows = scenarios.length * count;
  if (rows < (options.worthwhile ?? WORTH_WORKERS)) return runEnsemble(plan, options.onProgress);
  const { width } = recordLayout(work);
  const cells = scenarios.map(() => new Float64Array(count * width));
  const chunkRows = Math.min(options.chunkRows ?? CHUNK_ROWS, count);
  let rowsDone = 0;
  const computed = await computeChunks(
    work,
    chunksLeft(scenarios.length, count, [], chunkRows),
    (chunk, records) => {
      cells[chunk.scenario]?.set(records, chunk.first * width);
      rowsDone += chunk.count;
      options.onProgress?.({ rowsDone, rows });
    },
    { ...options, chunkRows },
  );
  if (!computed.ok) return computed;
  if (computed.value === 'done') return ensembleTables(plan, cells);
  return refused([
    { code: 'ensemble-stopped', severity: 'error', message: `Stopped after ${rowsDone} of ${rows} runs.` },
  ]);
}
