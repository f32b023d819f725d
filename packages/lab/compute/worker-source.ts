/** Starts a worker from its own file. */
export function makeWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'weir' });
}
