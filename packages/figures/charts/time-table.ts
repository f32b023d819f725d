import type { OutcomeDefinition } from '@weir/study';
import type { Results } from '../results/comparison.js';
import type { Cell, DataTable } from '../results/data-table.js';
import { capitalized } from '../text/list.js';
import { exact } from '../text/number.js';

/**
 * An outcome at every saved month, a column a policy. Cells are empty where a run has stopped or was not
 * saved. Values are joined by month, never by position.
 */
export function timeTable(results: Results, outcome: OutcomeDefinition): DataTable {
  const columns = [results.baseline, ...results.policies].flatMap(({ scenario, run }) => {
    const months = run.series?.month;
    const values = run.series?.[outcome.id];
    if (months === undefined || values === undefined) return [];
    const byMonth = new Map<number, number>();
    for (const [place, month] of months.entries()) {
      const value = values[place];
      if (value !== undefined) byMonth.set(month, value);
    }
    return [{ scenario, byMonth }];
  });
  const months = [...new Set(columns.flatMap(({ byMonth }) => [...byMonth.keys()]))].sort((a, b) => a - b);
  return {
    id: `series-${outcome.id}`,
    caption: `${capitalized(outcome.label)} on the way from the starting values to the stop of each run`,
    columns: [
      { key: 'month', label: 'Month' },
      ...columns.map(({ scenario }) => ({ key: scenario.id, label: scenario.label })),
    ],
    rows: months.map((month) => [
      { value: month, shown: String(month) },
      ...columns.map(({ byMonth }): Cell => {
        const value = byMonth.get(month);
        return value === undefined ? '' : { value, shown: exact(value) };
      }),
    ]),
  };
}
