import type { Executable, Run } from '@weir/engine';
import { simulate } from '@weir/engine';
import type { Job } from './executor.js';

/** Model time between two reports of how far a run is. */
const REPORT_EVERY = 10;

/**
 * Computes one job.
 *
 * @param onTime - Hears the model time from time to time.
 */
export function executeJob(executable: Executable, job: Job, onTime: (time: number) => void): Run {
  let next = executable.program.start + REPORT_EVERY;
  const run = simulate(executable, job.inputs, job.settings, (time) => {
    if (time < next) return;
    next = time + REPORT_EVERY;
    onTime(time);
  });
  if (run.status === 'cancelled') throw new Error('a job that nobody cancels was cancelled');
  return run;
}
