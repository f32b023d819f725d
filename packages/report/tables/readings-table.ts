import {
  capitalized,
  type DataTable,
  directionWord,
  exactChange,
  type PolicyResult,
  policyChange,
  uncapitalized,
} from '@weir/figures';
import type { OutcomeDefinition } from '@weir/study';
import type { ReportData } from '../input/report-data.js';
import { parameterLabel } from './parameters.js';

/** Readings of one policy side by side: what each sets, then what each gives. */
export function readingsTable(
  data: ReportData,
  readings: readonly PolicyResult[],
  outcomes: readonly OutcomeDefinition[],
): DataTable {
  const names = [...new Set(readings.flatMap((reading) => [...reading.scenario.set.keys()]))];
  return {
    id: `readings-${readings[0]?.scenario.id ?? 'none'}`,
    caption: `What each reading sets. Default run: its change from ${uncapitalized(data.results.baseline.scenario.label)}`,
    columns: [
      { key: 'quantity', label: 'Quantity' },
      ...readings.map((reading) => ({ key: reading.scenario.id, label: reading.scenario.short })),
    ],
    rows: [
      ...names.map((name) => [
        parameterLabel(data, name),
        ...readings.map((reading) => {
          const value = reading.scenario.set.get(name);
          return value === undefined ? 'default' : { value, shown: String(value) };
        }),
      ]),
      ...outcomes.map((outcome) => [
        `${capitalized(outcome.label)} (${outcome.kind === 'share' ? 'points' : '%'})`,
        ...readings.map((reading) => {
          const change = policyChange(data.results, reading, outcome);
          if (change === undefined) return 'not computed';
          const shown = `${directionWord(change.direction)}, ${exactChange(change, 2)}`;
          return { value: change.value, shown };
        }),
      ]),
    ],
  };
}
