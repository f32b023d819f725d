import { doRead } from './do-read.js';
import type { ReadMessage } from './read-task.js';

// Reads files and makes corrected models beside the page: it may take seconds, and the solvers make code, which the
// policy of the page forbids.
addEventListener('message', ({ data }: MessageEvent<ReadMessage>) => {
  postMessage(doRead(data));
});
