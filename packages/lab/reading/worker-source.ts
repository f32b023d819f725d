/** Starts the worker that reads from its own file. */
export function makeReader(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'weir-reader' });
}
