import type { BatchResult, Slot } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { type Bench, slotsOf } from './bench.js';
import { afterChanges, pathRows, type RowSettings, restRows } from './policy-rows.js';
import type { PairedAnswer, PairedTask, PolicyInputs } from './task.js';

/**
 * Runs every policy under every draw. Draws do not touch each other, so chunks of a task can be run in any order and
 * anywhere, and laid side by side.
 *
 * @errors Those of the engine's `laneBatchOf` and of its `run`, and of `datedProgram`.
 */
export function runPaired(bench: Bench, task: PairedTask): Outcome<PairedAnswer> {
  const start = task.path?.from === 'rest' ? restsOf(bench, task) : undefined;
  if (start !== undefined && !start.ok) return start;
  const parts: PolicyPart[] = [];
  for (const policy of task.policies) {
    const done = runPolicy(bench, task, policy, start?.value);
    if (!done.ok) return refused(done.diagnostics);
    parts.push(done.value);
  }
  return reached(laidTogether(task, parts, start?.value));
}

interface PolicyPart {
  readonly run?: BatchResult;
  readonly rest?: BatchResult;
}

/** Stocks at rest of the first policy, before anything changes at a date: shape `[rows x stocks]`. */
function restsOf(bench: Bench, task: PairedTask): Outcome<BatchResult> {
  const { stocks } = bench.program(task.program);
  const policy = task.policies[0] ?? { keys: [], values: [] };
  return restRows(
    bench,
    task,
    policy,
    stocks.map(({ slot }) => slot),
  );
}

function runPolicy(
  bench: Bench,
  task: PairedTask,
  policy: PolicyInputs,
  start: BatchResult | undefined,
): Outcome<PolicyPart> {
  const observed: readonly Slot[] = slotsOf(bench.program(task.program), task.observed);
  const settings: RowSettings = { observed, ...(start === undefined ? {} : { start }) };
  const run =
    task.path === undefined ? undefined : pathRows(bench, task, policy, task.path.settings, settings);
  if (run !== undefined && !run.ok) return run;
  const rest = task.atRest ? restRows(bench, task, afterChanges(policy), observed) : undefined;
  if (rest !== undefined && !rest.ok) return rest;
  return reached({
    ...(run === undefined ? {} : { run: run.value }),
    ...(rest === undefined ? {} : { rest: rest.value }),
  });
}

/** The parts of all policies, row by row. */
function laidTogether(
  { rows, policies, observed, atRest }: PairedTask,
  parts: readonly PolicyPart[],
  start: BatchResult | undefined,
): PairedAnswer {
  // A batch keeps its times: what is handed over must be a copy.
  const times = (parts[0]?.run?.saveTimes ?? new Float64Array()).slice();
  const saved = times.length * observed.length;
  const perPolicy = saved + (atRest ? observed.length : 0);
  const values = new Float64Array(rows * policies.length * perPolicy).fill(Number.NaN);
  const status = new Uint8Array(rows * policies.length);
  for (const [place, { run, rest }] of parts.entries()) {
    for (let row = 0; row < rows; row += 1) {
      const index = row * policies.length + place;
      const from = index * perPolicy;
      const began = start?.status[row] ?? 0;
      status[index] = Math.max(began, run?.status[row] ?? 0, rest?.status[row] ?? 0);
      // A path whose start was not found is no path.
      if (run?.series !== undefined && began === 0) {
        values.set(run.series.subarray(row * saved, (row + 1) * saved), from);
      }
      if (rest !== undefined) {
        values.set(rest.values.subarray(row * observed.length, (row + 1) * observed.length), from + saved);
      }
    }
  }
  return { kind: 'paired', times, values, status };
}
