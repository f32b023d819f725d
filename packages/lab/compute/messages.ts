import type { Diagnostic } from '@weir/model';
import type { Answer, ProgramKey, Task } from './task.js';

/** What a worker is told. A program is sent once, before the first task that runs it. */
export type ToWorker =
  | { readonly kind: 'program'; readonly key: ProgramKey; readonly text: string }
  | { readonly kind: 'task'; readonly id: number; readonly task: Task };

/** Why a task has no answer: what the engine says of it, or a fault of the worker. */
export interface TaskFault {
  readonly message: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a worker says. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer; readonly milliseconds: number }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: TaskFault };
