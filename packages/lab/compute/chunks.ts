import type { Answer, BatchAnswer, BatchTask, PairedAnswer, PairedTask, Task } from './task.js';

/** The rows of a task from `from` up to, not including, `until`, as a task of its own. */
export function sliceOf(task: Task, from: number, until: number): Task {
  return task.kind === 'batch' ? sliceOfBatch(task, from, until) : sliceOfPaired(task, from, until);
}

function sliceOfBatch(task: BatchTask, from: number, until: number): BatchTask {
  const { length } = task.given;
  return { ...task, rows: until - from, inputs: task.inputs.slice(from * length, until * length) };
}

function sliceOfPaired(task: PairedTask, from: number, until: number): PairedTask {
  const { length } = task.varied;
  return { ...task, rows: until - from, draws: task.draws.slice(from * length, until * length) };
}

/** A task in chunks of so many rows, in order; the task itself where that is enough. */
export function chunksOf(task: Task, rows: number): readonly Task[] {
  if (task.rows <= rows) return [task];
  return Array.from({ length: Math.ceil(task.rows / rows) }, (_, index) =>
    sliceOf(task, index * rows, Math.min(task.rows, (index + 1) * rows)),
  );
}

/** Answers of slices of a batch, in the order of their rows, as the answer of the whole. */
export function joinedBatch(answers: readonly BatchAnswer[]): BatchAnswer {
  const series = answers.flatMap((answer) => (answer.series === undefined ? [] : [answer.series]));
  const saveTimes = answers[0]?.saveTimes;
  return {
    kind: 'batch',
    values: laid(answers.map(({ values }) => values)),
    status: statuses(answers),
    ...(series.length === 0 ? {} : { series: laid(series) }),
    ...(saveTimes === undefined ? {} : { saveTimes }),
  };
}

/** The same for paired draws. */
export function joinedPaired(answers: readonly PairedAnswer[]): PairedAnswer {
  return {
    kind: 'paired',
    times: answers[0]?.times ?? new Float64Array(),
    values: laid(answers.map(({ values }) => values)),
    status: statuses(answers),
  };
}

export function isBatch(answer: Answer): answer is BatchAnswer {
  return answer.kind === 'batch';
}

export function isPaired(answer: Answer): answer is PairedAnswer {
  return answer.kind === 'paired';
}

/** Arrays one after another. */
function laid(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

function statuses(answers: readonly Answer[]): Uint8Array {
  return Uint8Array.from(answers.flatMap(({ status }) => [...status]));
}
