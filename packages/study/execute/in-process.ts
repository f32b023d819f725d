import type { Run } from '@weir/engine';
import { reached } from '@weir/model';
import { executeJob } from './execute-job.js';
import { distinctJobs, type Executor } from './executor.js';

/** Computes jobs one after another in this thread. */
export const inProcess: Executor = async (prepared, jobs, onProgress) => {
  const distinct = distinctJobs(jobs);
  const runs = new Map<string, Run>();
  for (const job of distinct.values()) {
    const report = (time: number) => onProgress?.({ runsDone: runs.size, runs: distinct.size, time });
    runs.set(job.runId, executeJob(prepared.executable(job.backend), job, report));
  }
  return reached(runs);
};
