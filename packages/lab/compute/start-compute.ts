import { type Compute, computeOver } from './compute.js';
import type { Lane } from './lane.js';
import { lateLane } from './late-lane.js';
import { Pool } from './pool.js';
import { workerLane } from './worker-lane.js';
import { makeWorker } from './worker-source.js';

/** Most workers that are started; more help little, and take memory from small machines. */
const MOST_WORKERS = 4;

/** How computing is started. */
export interface ComputeOptions {
  /** As many workers as the machine has cores unless given. */
  readonly workers?: number;
  /** Told once, where there turn out to be no workers and the page does the work, slower. */
  readonly onNoWorkers: () => void;
}

/** Starts the lab's computing. */
export function startCompute({
  workers = navigator.hardwareConcurrency,
  onNoWorkers,
}: ComputeOptions): Compute {
  let page: Lane | undefined;
  const instead = () => {
    if (page === undefined) onNoWorkers();
    page ??= lateLane(async () => (await import('./page-lane.js')).pageLane());
    return page;
  };
  if (typeof Worker !== 'function') return computeOver(new Pool([instead()]));
  const width = Math.max(1, Math.min(MOST_WORKERS, workers || 2));
  return computeOver(
    new Pool(Array.from({ length: width }, () => workerLane({ make: makeWorker, instead }))),
  );
}
