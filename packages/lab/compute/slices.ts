import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { isBatch, isPaired, joinedBatch, joinedPaired, sliceOf } from './chunks.js';
import type { Answer, Task } from './task.js';

/** How long the page may be kept busy at a stretch. */
const SLICE_MILLISECONDS = 8;

/** Does a task in slices of rows, giving the page a turn after each; their size follows the time they take. */
export async function inSlices(
  task: Task,
  run: (slice: Task) => Outcome<Answer>,
  isEnded: () => boolean,
): Promise<Outcome<Answer>> {
  const answers: Answer[] = [];
  let rows = 1;
  let from = 0;
  do {
    if (isEnded()) return refused([]);
    const until = Math.min(task.rows, from + rows);
    const begun = performance.now();
    const done = run(sliceOf(task, from, until));
    if (!done.ok) return done;
    answers.push(done.value);
    const spent = Math.max(0.1, performance.now() - begun);
    rows = Math.max(1, Math.floor(((until - from) * SLICE_MILLISECONDS) / spent));
    from = until;
    if (from < task.rows) await new Promise((resolve) => setTimeout(resolve, 0));
  } while (from < task.rows);
  return reached(
    task.kind === 'batch' ? joinedBatch(answers.filter(isBatch)) : joinedPaired(answers.filter(isPaired)),
  );
}
