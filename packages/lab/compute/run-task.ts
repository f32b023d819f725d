import type { Outcome } from '@weir/model';
import { reached } from '@weir/model';
import { type Bench, slotsOf } from './bench.js';
import { runPaired } from './run-paired.js';
import type { Answer, BatchAnswer, BatchTask, Task } from './task.js';

/**
 * Does a task.
 *
 * @errors Those of the engine's `laneBatchOf` and of its `run`.
 * @throws RangeError for programs that were not sent and names they do not have.
 */
export function runTask(bench: Bench, task: Task): Outcome<Answer> {
  return task.kind === 'batch' ? runBatch(bench, task) : runPaired(bench, task);
}

function runBatch(bench: Bench, task: BatchTask): Outcome<BatchAnswer> {
  const program = bench.program(task.program);
  const batch = bench.batch(task.program, task.end);
  if (!batch.ok) return batch;
  const done = batch.value.run({
    rows: task.rows,
    given: slotsOf(program, task.given),
    inputs: task.inputs,
    observed: slotsOf(program, task.observed),
  });
  if (!done.ok) return done;
  const { values, status, series, saveTimes } = done.value;
  return reached({
    kind: 'batch',
    values,
    status,
    ...(series === undefined ? {} : { series }),
    ...(saveTimes === undefined ? {} : { saveTimes: saveTimes.slice() }),
  });
}
