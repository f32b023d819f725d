import type { DataTable } from '@weir/figures';
import type { ReportData } from '../input/report-data.js';

/** Where each run stopped and its identity. */
export function stopTable(data: ReportData): DataTable {
  const { results } = data;
  return {
    id: 'runs',
    caption: 'Runs of this page',
    columns: [
      { key: 'policy', label: 'Policy' },
      { key: 'scenario', label: 'Scenario id' },
      { key: 'stop_month', label: 'Stop month' },
      { key: 'reason', label: 'Reason' },
      { key: 'run_id', label: 'Run id' },
    ],
    rows: [results.baseline, ...results.policies].map(({ scenario, run }) => [
      scenario.short,
      scenario.id,
      { value: run.stop.month, shown: String(run.stop.month) },
      run.stop.reason,
      run.run_id,
    ]),
  };
}
