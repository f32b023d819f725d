import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { type Chunk, type EnsembleWork, recordLayout } from '../../ensemble/ensemble-work.js';
import type { EnsembleOrder, EnsembleReply, EnsembleStart } from './ensemble-messages.js';

/** Slots of shared memory for each worker: one that it fills, one that waits, so that it never idles. */
const SLOTS_EACH = 2;

/** How chunks are computed. */
export interface PoolOptions {
  /** Threads; as many as there are cores unless given. */
  readonly workers?: number;
  /** Most rows of a chunk. */
  readonly chunkRows: number;
  /** The worker's file; the built one unless given. */
  readonly entry?: URL;
  /** Ends the work early. */
  readonly signal?: AbortSignal;
}

/**
 * Computes chunks in worker threads.
 *
 * @param onChunk - Takes the records of a chunk, shape [count x width], in any order; they are overwritten afterwards.
 * @returns Whether all was computed, or the work was ended early.
 * @errors `worker-missing`, `worker-failed`, those of `ChunkRunner.run`.
 */
export function computeChunks(
  work: EnsembleWork,
  chunks: Iterator<Chunk>,
  onChunk: (chunk: Chunk, cells: Float64Array) => void,
  { workers = availableParallelism(), chunkRows, entry = builtEntry(), signal }: PoolOptions,
): Promise<Outcome<'done' | 'cancelled'>> {
  if (!existsSync(fileURLToPath(entry)))
    return Promise.resolve(
      failure(
        'worker-missing',
        `The file that runs in worker threads is not there: ${fileURLToPath(entry)}.`,
        'Run `npm run build` once.',
      ),
    );
  if (signal?.aborted === true) return Promise.resolve(reached('cancelled'));
  const { width } = recordLayout(work);
  const slotCells = chunkRows * width;
  const slots = new SharedArrayBuffer(workers * SLOTS_EACH * slotCells * 8);
  const start: EnsembleStart = { work, slots, slotCells };

  return new Promise((settle, reject) => {
    const threads: Worker[] = [];
    let waiting = 0;
    const leave = () => {
      signal?.removeEventListener('abort', cancel);
      for (const thread of threads) {
        thread.removeAllListeners();
        thread.on('error', () => undefined);
        void thread.terminate();
      }
    };
    const finish = (outcome: Outcome<'done' | 'cancelled'>) => {
      leave();
      settle(outcome);
    };
    const cancel = () => finish(reached('cancelled'));
    signal?.addEventListener('abort', cancel);

    const order = (thread: Worker, slot: number) => {
      const next = chunks.next();
      if (next.done !== true) {
        waiting += 1;
        const message: EnsembleOrder = { chunk: next.value, slot };
        thread.postMessage(message);
      } else if (waiting === 0) finish(reached('done'));
    };
    const take = (thread: Worker, reply: EnsembleReply) => {
      if (reply.kind === 'failed') {
        finish(refused(reply.diagnostics));
        return;
      }
      const { chunk, slot } = reply;
      try {
        onChunk(chunk, new Float64Array(slots, slot * slotCells * 8, chunk.count * width));
      } catch (error) {
        leave();
        reject(error);
        return;
      }
      waiting -= 1;
      order(thread, slot);
    };
    for (let index = 0; index < workers; index += 1) {
      // Flags of the caller, such as other ways to find packages, are not for the built worker.
      const thread = new Worker(entry, { workerData: start, execArgv: [] });
      threads.push(thread);
      thread.on('message', (reply: EnsembleReply) => take(thread, reply));
      thread.on('error', (error) => finish(broken(error.message)));
      thread.on('exit', (code) => finish(broken(`it ended with code ${code}`)));
    }
    for (const [index, thread] of threads.entries())
      for (let slot = 0; slot < SLOTS_EACH; slot += 1) order(thread, index * SLOTS_EACH + slot);
  });
}

/** The built worker: beside this module, or in `dist` when this module runs from source. */
function builtEntry(): URL {
  const path = import.meta.url.endsWith('.ts')
    ? '../../dist/node/ensemble/ensemble-worker.js'
    : './ensemble-worker.js';
  return new URL(path, import.meta.url);
}

function broken(reason: string): Outcome<never> {
  return failure(
    'worker-failed',
    `A worker thread broke off: ${reason}.`,
    'Try fewer workers or smaller chunks; if it happens again, run one row by itself with `weir run --set`.',
  );
}

function failure(code: string, message: string, hint: string): Outcome<never> {
  return refused([{ code, severity: 'error', message, hint }]);
}
