import { Bench } from './bench.js';
import type { FromWorker, ToWorker } from './messages.js';
import { runTask } from './run-task.js';
import type { Answer } from './task.js';

// A worker: takes programs, does tasks one after another.

const bench = new Bench();

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'program') {
    bench.take(data.key, data.text);
    return;
  }
  const { id, task } = data;
  try {
    const begun = performance.now();
    const done = runTask(bench, task);
    if (done.ok) {
      const milliseconds = performance.now() - begun;
      say({ kind: 'answer', id, answer: done.value, milliseconds }, buffersOf(done.value));
    } else {
      const message = done.diagnostics.map((diagnostic) => diagnostic.message).join(' ');
      say({ kind: 'fault', id, fault: { message, diagnostics: done.diagnostics } });
    }
  } catch (error) {
    say({ kind: 'fault', id, fault: { message: String(error), diagnostics: [] } });
  }
});

function say(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** What can be handed over without copying. */
function buffersOf(answer: Answer): Transferable[] {
  const arrays =
    answer.kind === 'batch'
      ? [answer.values, answer.status, answer.series, answer.saveTimes]
      : [answer.values, answer.status, answer.times];
  const buffers = arrays.flatMap((array) => (array === undefined ? [] : [array.buffer]));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
