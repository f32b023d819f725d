import { changeOf } from '@weir/figures';
import type { LabOutcome } from '../models/lab-study.js';
import { type PairedTable, pathOf } from './paired-table.js';

/** What a path over time is measured in. */
export type PathMeasure = 'level' | 'difference' | 'percent';

/**
 * An outcome of a policy over time in one draw, a time each: its level; its difference from the first policy of the
 * table in its own unit; or that in percent, in points for a share.
 */
export function measuredPath(
  table: PairedTable,
  row: number,
  policy: number,
  outcome: LabOutcome,
  measure: PathMeasure,
): Float64Array {
  const values = pathOf(table, row, policy, outcome.key);
  if (measure === 'level') return values;
  const baseline = pathOf(table, row, 0, outcome.key);
  return values.map((value, at) => {
    const base = baseline[at] ?? Number.NaN;
    if (measure === 'difference') return value - base;
    const change = changeOf(value, base, outcome.kind);
    return change === undefined ? (value === base ? 0 : Number.NaN) : change.value;
  });
}

/** The area between a path and zero, in its unit times model time: by trapezoids between saves. */
export function areaUnder(times: ArrayLike<number>, values: ArrayLike<number>): number {
  let area = 0;
  for (let at = 1; at < times.length; at += 1) {
    const step = (times[at] ?? 0) - (times[at - 1] ?? 0);
    area += (step * ((values[at] ?? Number.NaN) + (values[at - 1] ?? Number.NaN))) / 2;
  }
  return area;
}
