// A worker thread that answers requests of one batch.
import { parentPort, workerData } from 'node:worker_threads';
import { batchOf } from '@weir/engine';

const { program, end, kernel } = workerData;
const batch = settled(batchOf(program, end, kernel === undefined ? {} : { kernel }));
parentPort.on('message', (request) => {
  parentPort.postMessage(settled(batch.run(request)));
});

function settled(outcome) {
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join(' '));
  return outcome.value;
}
