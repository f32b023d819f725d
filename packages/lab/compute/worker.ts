import { Bench } from './bench.js';
import { LateSingleRuns } from './late-single-runs.js';
import type { FromWorker, ToWorker } from './messages.js';
import { runTask } from './run-task.js';
import type { Answer, Task } from './task.js';

// A worker: takes programs, does tasks one after another.

const single = new LateSingleRuns(async () => (await import('./single-runs.js')).oneByOne());
const bench = new Bench(single.get);

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'program') {
    bench.take(data.key, data.text);
    return;
  }
  // The next task comes when this one is answered. Then there is time to fetch what a row may need one day; where it
  // cannot be had, the task that needs it will say so.
  void answer(data.id, data.task)
    .then(() => single.load())
    .catch(() => undefined);
});

async function answer(id: number, task: Task): Promise<void> {
  try {
    const begun = performance.now();
    const ended = await single.serve(() => runTask(bench, task));
    if (ended.ok) {
      const milliseconds = performance.now() - begun;
      say({ kind: 'answer', id, answer: ended.value, milliseconds }, buffersOf(ended.value));
    } else {
      const message = ended.diagnostics.map((diagnostic) => diagnostic.message).join(' ');
      say({ kind: 'fault', id, fault: { message, diagnostics: ended.diagnostics } });
    }
  } catch (error) {
    say({ kind: 'fault', id, fault: { message: String(error), diagnostics: [] } });
  }
}

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
