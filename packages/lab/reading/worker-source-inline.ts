import InlineWorker from './worker.ts?worker&inline';

/** Starts the worker from a blob: for the page of one file, which takes the place of `worker-source.ts` there. */
export function makeReader(): Worker {
  return new InlineWorker({ name: 'weir-reader' });
}
