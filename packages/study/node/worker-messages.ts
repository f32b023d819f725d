import type { Program, Run } from '@weir/engine';
import type { Job } from '../execute/executor.js';

/** What a worker is started with. */
export interface WorkerStart {
  readonly program: Program;
}

/** What a worker is asked: one run at a time. */
export type WorkerRequest = Job;

/** What a worker says. */
export type WorkerReply =
  | { readonly kind: 'reached'; readonly runId: string; readonly time: number }
  | { readonly kind: 'done'; readonly runId: string; readonly run: Run };
