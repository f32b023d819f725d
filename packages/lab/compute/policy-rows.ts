import type { Batch, BatchResult, RunSettings, Slot } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { type Bench, slotsOf } from './bench.js';
import type { PairedTask, PolicyInputs } from './task.js';

/** Which variables are wanted, and where stocks start. */
export interface RowSettings {
  readonly observed: readonly Slot[];
  /** Values of all stocks, shape `[rows x stocks]`; those of the file where absent. */
  readonly start?: BatchResult;
}

/** What every row of a policy is given beside the draws, by slot. */
interface Given {
  readonly slot: Slot;
  readonly value: number;
}

/** Points of rest of a policy, one a draw. What changes at dates is left out: see {@link afterChanges}. */
export function restRows(
  bench: Bench,
  task: PairedTask,
  policy: PolicyInputs,
  observed: readonly Slot[],
): Outcome<BatchResult> {
  const batch = bench.batch(task.program, { kind: 'rest' });
  if (!batch.ok) return batch;
  const slots = slotsOf(bench.program(task.program), policy.keys);
  const given = slots.map((slot, place) => ({ slot, value: policy.values[place] ?? Number.NaN }));
  return run(batch.value, task, slotsOf(bench.program(task.program), task.varied), given, { observed });
}

/** Paths of a policy, one a draw. A constant that changes at a date has the draw's value before. */
export function pathRows(
  bench: Bench,
  task: PairedTask,
  policy: PolicyInputs,
  settings: RunSettings,
  rows: RowSettings,
): Outcome<BatchResult> {
  const program = bench.program(task.program);
  const varied = slotsOf(program, task.varied);
  const slots = slotsOf(program, policy.keys);
  const given = slots.map((slot, place) => ({ slot, value: policy.values[place] ?? Number.NaN }));
  const { changes = [] } = policy;
  if (changes.length === 0) {
    const batch = bench.batch(task.program, { kind: 'run', settings });
    return batch.ok ? run(batch.value, task, varied, given, rows) : batch;
  }
  const changed = slotsOf(
    program,
    changes.map(({ key }) => key),
  );
  const counts = new Map<Slot, number>();
  for (const slot of changed) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const constants = [...varied, ...slots].filter((slot) => program.variables[slot]?.timing === 'constant');
  const dated = bench.dated(task.program, counts, new Set(constants));
  if (!dated.ok) return dated;
  const before = (slot: Slot): Slot => dated.value.slots.get(slot)?.before ?? slot;
  const seen = new Map<Slot, number>();
  const dates = changes.flatMap(({ value, at, over }, place): readonly Given[] => {
    const slot = changed[place];
    if (slot === undefined) return [];
    const turn = seen.get(slot) ?? 0;
    seen.set(slot, turn + 1);
    const places = dated.value.slots.get(slot)?.changes[turn];
    if (places === undefined) return [];
    return [
      { slot: places.to, value },
      { slot: places.at, value: at },
      { slot: places.over, value: over },
    ];
  });
  const batch = bench.batch(dated.value.key, { kind: 'run', settings });
  if (!batch.ok) return batch;
  const fixed = given.map(({ slot, value }) => ({ slot: before(slot), value }));
  return run(batch.value, task, varied.map(before), [...fixed, ...dates], rows);
}

/** The policy once all its changes are made. */
export function afterChanges({ keys, values, changes = [] }: PolicyInputs): PolicyInputs {
  const last = new Map(keys.map((key, place) => [key, values[place] ?? Number.NaN]));
  for (const { key, value } of changes) last.set(key, value);
  return { keys: [...last.keys()], values: [...last.values()] };
}

function run(
  batch: Batch,
  { rows, varied, draws }: PairedTask,
  variedSlots: readonly Slot[],
  fixed: readonly Given[],
  { observed, start }: RowSettings,
): Outcome<BatchResult> {
  const stocks = start === undefined ? [] : batch.program.stocks.map(({ slot }) => slot);
  const given = [...variedSlots, ...stocks, ...fixed.map(({ slot }) => slot)];
  const inputs = new Float64Array(rows * given.length);
  const values = fixed.map(({ value }) => value);
  for (let row = 0; row < rows; row += 1) {
    const from = row * given.length;
    inputs.set(draws.subarray(row * varied.length, (row + 1) * varied.length), from);
    if (start !== undefined) {
      inputs.set(start.values.subarray(row * stocks.length, (row + 1) * stocks.length), from + varied.length);
    }
    inputs.set(values, from + varied.length + stocks.length);
  }
  return batch.run({ rows, given, inputs, observed });
}
