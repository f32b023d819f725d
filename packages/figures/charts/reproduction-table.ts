import type { PublishedTable } from '@weir/study';
import type { Results } from '../results/comparison.js';
import type { Cell, DataTable } from '../results/data-table.js';
import { type Agreement, likePrinted } from '../results/printed.js';
import { type PublishedResult, publishedResults } from '../results/published.js';
import { exact } from '../text/number.js';

const WORDS: Readonly<Record<Agreement, string>> = {
  rounded: 'yes',
  'cut off': 'yes, when cut off instead of rounded',
  close: 'yes, up to the last digits of arithmetic',
  different: 'no',
};

const MORE_DECIMALS = 3;
const MOST_DECIMALS = 6;

/** A published table beside the values of the runs: estimated where given, published, computed, agreement. */
export function reproductionTable(results: Results, table: PublishedTable): DataTable {
  const rows = publishedResults(results, table);
  const estimates = rows.some((result) => result.row.estimated !== undefined);
  const scenarios = new Set(table.rows.map((row) => row.scenario)).size > 1;
  const labels = new Map(results.study.scenarios.map((scenario) => [scenario.id, scenario.label]));
  return {
    id: `published-${table.id}`,
    caption: `${table.title} (${table.source})`,
    columns: [
      { key: 'quantity', label: 'Quantity' },
      ...(scenarios ? [{ key: 'scenario', label: 'Policy' }] : []),
      ...(estimates ? [{ key: 'estimated', label: 'Estimated' }] : []),
      { key: 'published', label: 'Published' },
      { key: 'weir', label: 'Weir' },
      { key: 'agreement', label: 'Published digits reproduced' },
    ],
    rows: rows.map((result) => [
      result.row.label,
      ...(scenarios ? [labels.get(result.row.scenario) ?? result.row.scenario] : []),
      ...(estimates ? [result.row.estimated ?? ''] : []),
      result.row.printed,
      computedCell(result),
      result.agreement === undefined ? 'not compared' : WORDS[result.agreement],
    ]),
  };
}

function computedCell(result: PublishedResult): Cell {
  const { value, printed } = result;
  if (value === undefined) return 'not computed';
  if (printed === undefined) return { value, shown: exact(value) };
  const more = Math.max(0, Math.min(MORE_DECIMALS, MOST_DECIMALS - printed.decimals));
  return { value, shown: likePrinted(value, printed, more) };
}
