import { extent } from '../numeric/extent.js';
import type { RunStatus } from './run-record.js';
import type { Table } from './table.js';

/** Which runs enter an index. */
export interface Admission {
  /** Whether runs without an equilibrium enter too; not where nothing is said. */
  readonly admitNotConverged?: boolean;
}

/** Runs of one outcome that gave a usable number. */
export interface UsableRuns {
  /** Rows of the table, ascending. */
  readonly rows: Int32Array;
  readonly planned: number;
  /** Runs left out, by how they ended; `ok` counts runs that ended well without a number for this outcome. */
  readonly left: Readonly<Partial<Record<RunStatus, number>>>;
}

/** The runs that enter an index of outcome m. */
export function usableRuns(
  { status, outputs }: Table,
  outcome: number,
  { admitNotConverged = false }: Admission = {},
): UsableRuns {
  const rows: number[] = [];
  const left: Partial<Record<RunStatus, number>> = {};
  for (const [i, end] of status.entries()) {
    const admitted = end === 'ok' || (end === 'not_converged' && admitNotConverged);
    if (admitted && Number.isFinite(outputs.data[outcome * outputs.rows + i])) rows.push(i);
    else left[end] = (left[end] ?? 0) + 1;
  }
  return { rows: Int32Array.from(rows), planned: status.length, left };
}

/** Spread below this share of the largest size is rounding, not a response. */
const CONSTANT = 1e-9;

/** Whether an output says the same in every run, up to rounding. */
export function isConstantOutput(values: ArrayLike<number>): boolean {
  const [low, high] = extent(values);
  return !(high - low > CONSTANT * Math.max(Math.abs(low), Math.abs(high)));
}

/** Whether an input has fewer than two values. */
export function isConstantInput(values: ArrayLike<number>): boolean {
  const [low, high] = extent(values);
  return !(high > low);
}
