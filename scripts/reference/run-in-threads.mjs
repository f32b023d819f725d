// Runs rows of a batch in worker threads. Results come back by position, whatever the number of threads.
import { Worker } from 'node:worker_threads';

/** Most rows that a thread takes at a time, so that all threads end at about the same time. */
const MOST_ROWS = 64;

/**
 * Runs every row of inputs.
 *
 * @param job - Program, end and kernel of the batch: what every thread is given at its start.
 * @param request - A request of a batch.
 * @returns Values and status of all rows, and the number of steps taken.
 */
export async function runInThreads(job, { rows, given, inputs, observed }, threads) {
  const values = new Float64Array(rows * observed.length);
  const status = new Uint8Array(rows);
  const chunk = Math.max(1, Math.min(MOST_ROWS, Math.ceil(rows / threads)));
  let steps = 0;
  let next = 0;
  const thread = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('batch-worker.mjs', import.meta.url), { workerData: job });
      let from = 0;
      const askNext = () => {
        if (next >= rows) {
          resolve(worker.terminate());
          return;
        }
        from = next;
        next = Math.min(rows, next + chunk);
        const part = inputs.slice(from * given.length, next * given.length);
        worker.postMessage({ rows: next - from, given, inputs: part, observed });
      };
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('a worker thread ended early')));
      worker.on('message', (done) => {
        values.set(done.values, from * observed.length);
        status.set(done.status, from);
        steps += done.steps.reduce((sum, count) => sum + count, 0);
        askNext();
      });
      askNext();
    });
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(rows / chunk)) }, thread));
  return { values, status, steps };
}
