import type { Blocks, Design } from '../design/design.js';
import { experimentIdOf, foreignRunIds } from '../design/run-id.js';
import { fromColumns } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import type { ImportPlan } from './import-plan.js';

/** Foreign samples as a design. */
export interface ForeignDesign {
  readonly design: Design;
  /** For each row of samples its run in the design, shape [samples]. */
  readonly runOf: Int32Array;
}

/**
 * The samples as a design: in the order of their rows, or for one-at-a-time samples the baseline first, then the rows
 * of each input.
 *
 * @param keys - Shape [samples].
 * @errors wrong-design where one-at-a-time samples have no single baseline, or vary what is no input.
 */
export function foreignDesign(
  { samples, inputs, varied }: ImportPlan,
  keys: readonly string[],
): Result<ForeignDesign> {
  const places = varied === undefined ? success(keys.map((_, row) => row)) : sweepOrder(inputs, varied);
  if (!places.ok) return places;
  const order = places.value;
  const runs = foreignRunIds(order.map((row) => keys[row] ?? ''));
  const columns = inputs.map((name) => {
    const values = samples.columns.get(name);
    return Float64Array.from(order, (row) => (values?.[row] ?? 0) + 0);
  });
  const runOf = new Int32Array(keys.length);
  for (const [run, row] of order.entries()) runOf[row] = run;
  const blocks: Blocks =
    varied === undefined
      ? { kind: 'points', nested: false }
      : { kind: 'sweep', points: inputs.map((name) => varied.filter((other) => other === name).length) };
  const design: Design = {
    id: experimentIdOf('given', { inputs: [], seed: 0, context: JSON.stringify([inputs, runs]) }),
    kind: 'given',
    names: inputs,
    runs,
    unit: undefined,
    inputs: fromColumns(runs.length, columns),
    categorical: inputs.map(() => false),
    correlated: false,
    blocks,
    experiment: undefined,
  };
  return success({ design, runOf });
}

function sweepOrder(
  inputs: readonly string[],
  varied: readonly (string | undefined)[],
): Result<readonly number[]> {
  const rows = varied.map((_, row) => row);
  const baseline = rows.filter((row) => varied[row] === undefined);
  if (baseline.length !== 1)
    return failure('wrong-design', `One-at-a-time samples need one baseline; there are ${baseline.length}.`);
  const known = new Set(inputs);
  const other = varied.find((name) => name !== undefined && !known.has(name));
  if (other !== undefined) return failure('wrong-design', `${other} is varied and no input.`, [other]);
  return success([...baseline, ...inputs.flatMap((name) => rows.filter((row) => varied[row] === name))]);
}
