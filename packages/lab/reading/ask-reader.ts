import { type Outcome, refused } from '@weir/model';
import type { ReadAnswers, ReadTasks } from './read-task.js';
import { makeReader } from './worker-source.js';

/**
 * Asks a worker of its own, which ends with the answer: reading is rare, and a file that makes it stop stops nothing else.
 *
 * @errors Those of `doRead`; `reader-stopped` where the worker could not start or came to no answer.
 */
export function askReader<Kind extends keyof ReadTasks>(
  kind: Kind,
  task: ReadTasks[Kind],
): Promise<Outcome<ReadAnswers[Kind]>> {
  return new Promise((resolve) => {
    const stop = (reason: string): void => {
      const message = `The files could not be read. ${reason}`;
      resolve(refused([{ code: 'reader-stopped', severity: 'error', message }]));
    };
    try {
      const worker = makeReader();
      worker.addEventListener('message', ({ data }: MessageEvent<Outcome<ReadAnswers[Kind]>>) => {
        worker.terminate();
        resolve(data);
      });
      worker.addEventListener('error', (event) => {
        worker.terminate();
        stop(event.message || 'The background worker stopped.');
      });
      worker.postMessage({ kind, task });
    } catch (error) {
      stop(String(error));
    }
  });
}
