// Entry of a worker thread: computes the chunks of an ensemble that it is sent, into shared memory.

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ChunkRunner } from '../../ensemble/chunk-runner.js';
import type { EnsembleOrder, EnsembleReply, EnsembleStart } from './ensemble-messages.js';

const port = parentPort;
if (!isMainThread && port !== null) {
  const { work, slots, slotCells }: EnsembleStart = workerData;
  const runner = new ChunkRunner(work);
  const reply = (message: EnsembleReply) => port.postMessage(message);
  port.on('message', ({ chunk, slot }: EnsembleOrder) => {
    const cells = new Float64Array(slots, slot * slotCells * 8, chunk.count * runner.layout.width);
    const ran = runner.run(chunk, cells);
    reply(ran.ok ? { kind: 'done', chunk, slot } : { kind: 'failed', diagnostics: ran.diagnostics });
  });
}
