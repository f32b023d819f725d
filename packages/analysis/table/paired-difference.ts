import { column, matrix } from '../numeric/matrix.js';
import { failure, type Result } from '../result.js';
import type { RunRecord, RunStatus } from './run-record.js';
import { joinRuns, type Table } from './table.js';

/** How two results of one draw are compared: their difference, or the change in percent of the second. */
export type PairedChange = 'difference' | 'percent';

/**
 * The table of what changes between two tables of one design, draw by draw: the first less the second. A draw that
 * failed in either failed; a change in percent of 0 is no number.
 *
 * @errors other-experiment where the tables are of two designs; shape-mismatch where their outcomes differ.
 */
export function pairedDifference(table: Table, than: Table, change: PairedChange): Result<Table> {
  const { design, outcomes } = table;
  if (design.id !== than.design.id || design.runs.some((run, i) => run !== than.design.runs[i]))
    return failure('other-experiment', 'Only results of the same draws can be compared draw by draw.');
  if (outcomes.length !== than.outcomes.length || outcomes.some((name, m) => name !== than.outcomes[m]))
    return failure('shape-mismatch', 'The two tables have other outcomes.');
  const n = design.runs.length;
  const values = matrix(n, outcomes.length);
  for (let m = 0; m < outcomes.length; m += 1) {
    const [own, other, to] = [column(table.outputs, m), column(than.outputs, m), column(values, m)];
    for (let i = 0; i < n; i += 1) to[i] = changeOf(own[i] ?? Number.NaN, other[i] ?? Number.NaN, change);
  }
  const records = design.runs.flatMap((run, i): readonly RunRecord[] => {
    const status = worse(table.status[i], than.status[i]);
    if (status === 'missing') return [];
    const echo = Float64Array.from(design.names, (_, j) => design.inputs.data[j * n + i] ?? 0);
    const outputs = Float64Array.from(outcomes, (_, m) => values.data[m * n + i] ?? Number.NaN);
    return [{ experiment: design.id, run, echo, status, outputs }];
  });
  const joined = joinRuns(design, outcomes, records);
  return joined.ok ? { ok: true, value: joined.value.table } : joined;
}

function changeOf(own: number, other: number, change: PairedChange): number {
  return change === 'difference' ? own - other : (100 * (own - other)) / Math.abs(other);
}

function worse(one: RunStatus = 'missing', other: RunStatus = 'missing'): RunStatus {
  if (one === 'missing' || other === 'missing') return 'missing';
  return one === 'ok' ? other : one;
}
