import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Program, Run, StopRule } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { distinctJobs, type Executor, type Job, type OnProgress } from '../execute/executor.js';
import { inProcess } from '../execute/in-process.js';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-messages.js';

/**
 * Variables times steps from which starting workers pays: some 200 ms of generated JavaScript in one thread,
 * where a worker takes some 50 ms to start.
 */
const WORTH_A_WORKER = 500_000_000;

/** How many times slower than generated JavaScript the interpreter is reckoned to be. */
const INTERPRETER_SLOWNESS = 200;

/** Time units that a run to equilibrium is reckoned to take. */
const RECKONED_TO_EQUILIBRIUM = 600;

/** How to run in worker threads. */
export interface WorkerOptions {
  /** Most threads; as many as there are cores unless given. Never more than runs. */
  readonly workers?: number;
  /** The worker's file; the built one beside this module unless given. */
  readonly entry?: URL;
  /** Variables times steps below which the runs are made in this thread. */
  readonly worthwhile?: number;
}

/**
 * An executor that shares runs among worker threads, where that is faster than this thread alone. The
 * answer does not depend on the number of threads: runs share nothing and are joined by run id.
 *
 * @errors `worker-missing` where the worker's file is not built, `worker-failed` where a thread ends early.
 */
export function inWorkers(options: WorkerOptions = {}): Executor {
  return async (prepared, jobs, onProgress) => {
    const distinct = [...distinctJobs(jobs).values()];
    const count = Math.min(options.workers ?? availableParallelism(), distinct.length);
    const work = distinct.reduce((sum, job) => sum + reckonedWork(prepared.program, job), 0);
    if (count < 2 || work < (options.worthwhile ?? WORTH_A_WORKER))
      return inProcess(prepared, distinct, onProgress);
    const entry = options.entry ?? builtEntry();
    if (!existsSync(fileURLToPath(entry))) return refused([workerMissing(entry)]);
    return runInWorkers(entry, count, prepared.program, distinct, onProgress);
  };
}

/** The built worker: beside this module, or in `dist` when this module runs from source. */
function builtEntry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? '../dist/node/worker.js' : './worker.js', import.meta.url);
}

/** Variables times steps that a job is reckoned to take, in units of generated JavaScript. */
function reckonedWork(program: Program, { backend, settings }: Job): number {
  const steps = reckonedSpan(program, settings.stop) / settings.dt;
  return steps * program.variables.length * (backend === 'interpreter' ? INTERPRETER_SLOWNESS : 1);
}

function reckonedSpan(program: Program, stop: StopRule): number {
  switch (stop.kind) {
    case 'time':
      return stop.time - program.start;
    case 'window':
      return Math.max(0, stop.rule.from - program.start);
    case 'steady':
      return Math.min(RECKONED_TO_EQUILIBRIUM, stop.cap - program.start);
  }
}

function runInWorkers(
  entry: URL,
  count: number,
  program: Program,
  jobs: readonly Job[],
  onProgress: OnProgress | undefined,
): Promise<Outcome<ReadonlyMap<string, Run>>> {
  return new Promise((settle) => {
    const waiting = [...jobs];
    const runs = new Map<string, Run>();
    const workers: Worker[] = [];
    const finish = (outcome: Outcome<ReadonlyMap<string, Run>>) => {
      for (const worker of workers) {
        worker.removeAllListeners();
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      settle(outcome);
    };
    const start: WorkerStart = { program };
    for (let index = 0; index < count; index += 1) {
      // Flags of the caller, such as other ways to find packages, are not for the built worker.
      const worker = new Worker(entry, { workerData: start, execArgv: [] });
      workers.push(worker);
      const next = () => {
        const job: WorkerRequest | undefined = waiting.shift();
        if (job !== undefined) worker.postMessage(job);
      };
      worker.on('message', (reply: WorkerReply) => {
        if (reply.kind === 'done') {
          runs.set(reply.runId, reply.run);
          next();
        }
        const time = reply.kind === 'done' ? reply.run.time : reply.time;
        onProgress?.({ runsDone: runs.size, runs: jobs.length, time });
        if (runs.size === jobs.length) finish(reached(runs));
      });
      worker.on('error', (error) => finish(refused([workerFailed(error.message)])));
      worker.on('exit', (code) => finish(refused([workerFailed(`it ended with code ${code}`)])));
      next();
    }
  });
}

function workerMissing(entry: URL): Diagnostic {
  return {
    code: 'worker-missing',
    severity: 'error',
    message: `The file that runs in worker threads is not there: ${fileURLToPath(entry)}.`,
    hint: 'Run `npm run build` once.',
  };
}

function workerFailed(reason: string): Diagnostic {
  return {
    code: 'worker-failed',
    severity: 'error',
    message: `A worker thread broke off: ${reason}.`,
    hint: 'Run the scenarios one at a time to see which one it is.',
  };
}
