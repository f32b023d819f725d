import type { TaskFault } from './messages.js';
import type { Answer, ProgramKey, Task } from './task.js';

/** What a task came to. */
export type TaskEnded =
  | { readonly ok: true; readonly answer: Answer; readonly milliseconds: number }
  | { readonly ok: false; readonly fault: TaskFault };

/** One place where tasks are done, one at a time: a worker, or the page itself. */
export interface Lane {
  /** Hands over a program; done before the tasks that follow. */
  take(key: ProgramKey, text: string): void;
  /** Does a task; the next may be given when this one is settled. Never rejects. */
  do(task: Task): Promise<TaskEnded>;
  /** Ends it; a task that is being done is settled as a fault. */
  end(): void;
}
