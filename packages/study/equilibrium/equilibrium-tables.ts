import { correctionsColumn } from '../store/corrections-column.js';
import { type Cell, csvText } from '../store/csv.js';
import type { EquilibriumDocument } from './equilibrium-document.js';

/**
 * A fixed point as CSV, one row: `run_id`, `scenario`, `corrections` where there are any, what was set (`set.NAME`), verdict, residual, stability,
 * `slowest_time_constant`, every outcome, and, where the published rule was run, `published_stop` and
 * `published.OUTCOME`.
 */
export function equilibriumCsv(document: EquilibriumDocument): string {
  const published = document.published_rule;
  const corrected = correctionsColumn([document]);
  const cells: readonly (readonly [string, Cell])[] = [
    ['run_id', document.run_id],
    ['scenario', document.scenario],
    ...corrected.columns.map((name, index) => [name, corrected.cells(document)[index] ?? null] as const),
    ...Object.entries(document.inputs).map(([name, value]) => [`set.${name}`, value] as const),
    ['verdict', document.verdict],
    ['residual', Number.isFinite(document.residual) ? document.residual : null],
    ['stability', document.stability],
    ['slowest_time_constant', document.slowest_time_constant],
    ...Object.entries(document.outcomes),
    ...(published === undefined
      ? []
      : [
          ['published_stop', published.stop.month] as const,
          ...Object.entries(published.outcomes).map(([id, value]) => [`published.${id}`, value] as const),
        ]),
  ];
  return csvText(
    cells.map(([name]) => name),
    [cells.map(([, cell]) => cell)],
  );
}
