import type { BackendName, Input, Run, RunSettings } from '@weir/engine';
import type { Outcome } from '@weir/model';
import type { PreparedStudy } from './prepared-study.js';
import type { ScenarioPlan } from './scenario-plan.js';

/** One run to be computed: plain data, so that it can go to a worker. Two jobs of one id are the same run. */
export interface Job {
  readonly runId: string;
  readonly backend: BackendName;
  readonly inputs: readonly Input[];
  readonly settings: RunSettings;
}

/** How far a group of runs is. */
export interface ExecutionProgress {
  readonly runsDone: number;
  readonly runs: number;
  /** Model time that the run last heard of has reached. */
  readonly time: number;
}

/** Hears how far a group of runs is; called from time to time, in no fixed rhythm. */
export type OnProgress = (progress: ExecutionProgress) => void;

/**
 * Computes jobs somewhere: in this thread, or in worker threads. The answer holds a run for every id asked
 * for, whatever the order in which they finished; joins are by id only.
 */
export type Executor = (
  prepared: PreparedStudy,
  jobs: readonly Job[],
  onProgress?: OnProgress,
) => Promise<Outcome<ReadonlyMap<string, Run>>>;

/** The job of a plan. */
export function jobOf(plan: ScenarioPlan): Job {
  return {
    runId: plan.runId,
    backend: plan.backend,
    inputs: plan.given,
    settings: plan.settings,
  };
}

/** Jobs without repetition, by run id. */
export function distinctJobs(jobs: readonly Job[]): ReadonlyMap<string, Job> {
  return new Map(jobs.map((job) => [job.runId, job]));
}
