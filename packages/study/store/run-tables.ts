import type { RunDocument } from '../execute/documents.js';
import { settingText } from '../scenario/setting-text.js';
import { correctionsColumn } from './corrections-column.js';
import { type Cell, csvText } from './csv.js';

/**
 * Runs as CSV, one row a run: `run_id`, `scenario`, what was set (`set.NAME`, empty where it was not), what changes at
 * dates (`change.NAME`, as `VALUE@AT+OVER`, only where any does),
 * `stop_month`, `stop_reason` and every outcome with all its digits. `corrections` stands after `scenario` where any
 * run has any.
 */
export function runsCsv(documents: readonly RunDocument[]): string {
  const inputs = union(documents.map(({ inputs: set }) => Object.keys(set)));
  const outcomes = union(documents.map(({ outcomes: values }) => Object.keys(values)));
  const changes = union(documents.map(({ changes: dated = {} }) => Object.keys(dated)));
  const corrected = correctionsColumn(documents);
  const columns = [
    'run_id',
    'scenario',
    ...corrected.columns,
    ...inputs.map((name) => `set.${name}`),
    ...changes.map((name) => `change.${name}`),
    'stop_month',
    'stop_reason',
    ...outcomes,
  ];
  const rows = documents.map((run): readonly Cell[] => [
    run.run_id,
    run.scenario,
    ...corrected.cells(run),
    ...inputs.map((name) => run.inputs[name] ?? null),
    ...changes.map((name) => run.changes?.[name]?.map(settingText).join(' ') ?? null),
    run.stop.month,
    run.stop.reason,
    ...outcomes.map((id) => run.outcomes[id] ?? null),
  ]);
  return csvText(columns, rows);
}

/**
 * The saved rows of runs as CSV, one row a run and month: `run_id`, `scenario`, `month` and every outcome;
 * `corrections` as in {@link runsCsv}. Runs that saved nothing have no rows.
 */
export function seriesCsv(documents: readonly RunDocument[]): string {
  const outcomes = union(documents.map(({ outcomes: values }) => Object.keys(values)));
  const corrected = correctionsColumn(documents);
  const rows = documents.flatMap((run) => {
    const series = run.series ?? {};
    return (series.month ?? []).map((month, row): readonly Cell[] => [
      run.run_id,
      run.scenario,
      ...corrected.cells(run),
      month,
      ...outcomes.map((id) => series[id]?.[row] ?? null),
    ]);
  });
  return csvText(['run_id', 'scenario', ...corrected.columns, 'month', ...outcomes], rows);
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
