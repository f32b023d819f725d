import InlineWorker from './worker.ts?worker&inline';

/** Starts a worker from a blob: for the page of one file, which takes the place of `worker-source.ts` there. */
export function makeWorker(): Worker {
  return new InlineWorker({ name: 'weir' });
}
