import { oneByOne } from '@weir/engine';
import { Bench } from './bench.js';
import type { Lane, TaskEnded } from './lane.js';
import { runTask } from './run-task.js';
import { inSlices } from './slices.js';

/** A lane in the page itself, where there are no workers: slower, in slices, so that the page still answers. */
export function pageLane(): Lane {
  const single = oneByOne();
  const bench = new Bench(() => single);
  let isEnded = false;
  return {
    take: (key, text) => bench.take(key, text),
    async do(task): Promise<TaskEnded> {
      const begun = performance.now();
      try {
        const done = await inSlices(
          task,
          (slice) => runTask(bench, slice),
          () => isEnded,
        );
        const milliseconds = performance.now() - begun;
        if (done.ok) return { ok: true, answer: done.value, milliseconds };
        const message = done.diagnostics.map((diagnostic) => diagnostic.message).join(' ');
        return { ok: false, fault: { message, diagnostics: done.diagnostics } };
      } catch (error) {
        return { ok: false, fault: { message: String(error), diagnostics: [] } };
      }
    },
    end: () => {
      isEnded = true;
    },
  };
}
