import type { Executable } from '../backend.js';
import type { FailedRun } from '../integrate/run.js';
import type { RunPlan } from '../integrate/run-plan.js';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import type { BatchRequest, BatchStatus } from './batch.js';
import { inputsOf } from './batch-request.js';
import type { BatchTally } from './batch-tally.js';

/** Runs one row as a single run: what every faster way must equal to the last bit. */
export function runRow(
  executable: Executable,
  settings: RunSettings,
  request: BatchRequest,
  row: number,
  tally: BatchTally,
): void {
  const { program } = executable;
  tally.clear(row);
  const run = simulate(executable, inputsOf(request, row), settings);
  if (run.status === 'failed') {
    const steps = Math.max(0, Math.round((run.time - program.start) / settings.dt));
    tally.end(row, { status: statusOf(run, program.start), time: run.time, steps });
    return;
  }
  const { time, steps, reason, values, series } = run;
  if (reason === 'cap') {
    tally.end(row, { status: 'not_converged', time, steps });
    return;
  }
  tally.end(row, { status: 'ok', time, steps }, values);
  for (let save = 0; save < (series?.times.length ?? 0); save += 1) {
    tally.save(row, save, (slot) => series?.columns[slot]?.[save] ?? Number.NaN);
  }
}

/** A value that became infinite on the way grew beyond every number; any other fault is none of growth. */
function statusOf({ value, time }: FailedRun, start: number): BatchStatus {
  return time > start && Math.abs(value) === Number.POSITIVE_INFINITY ? 'diverged' : 'invalid';
}

/** Model times of the saves, where the batch reports a series: settings that save, and end at a fixed time. */
export function seriesTimes(
  { clock, steps, saves }: RunPlan,
  { stop }: RunSettings,
): Float64Array | undefined {
  if (saves === undefined || stop.kind !== 'time') return undefined;
  const times: number[] = [];
  let last = -1;
  for (let index = 0; saves.stepAt(index) <= steps; index += 1) {
    const step = saves.stepAt(index);
    // Dates closer together than a step are one save.
    if (step > last) times.push(clock.start + step * clock.dt);
    last = step;
  }
  return Float64Array.from(times);
}
