import { type Cell, csvText } from '../store/csv.js';
import type { SensitivityDocument } from './sensitivity-document.js';

/**
 * The indices of an analysis as CSV, a row an outcome and input: `outcome`, `input`, `low`, `high`, `default`, the
 * numbers of the method, `undefined_because`, `flags`, and the verdict of the outcome.
 */
export function sensitivityCsv({ outcomes, inputs }: SensitivityDocument): string {
  const keys = [
    ...new Set(outcomes.flatMap(({ indices }) => indices.flatMap(({ values }) => Object.keys(values)))),
  ];
  const rows = outcomes.flatMap(({ outcome, indices, report }) =>
    indices.map(({ input, values, undefined_because, flags }, j): readonly Cell[] => [
      outcome,
      input,
      inputs[j]?.low ?? null,
      inputs[j]?.high ?? null,
      inputs[j]?.default ?? null,
      ...keys.map((key) => values[key] ?? null),
      undefined_because,
      flags.join(' '),
      report.verdict,
    ]),
  );
  const columns = [
    'outcome',
    'input',
    'low',
    'high',
    'default',
    ...keys,
    'undefined_because',
    'flags',
    'verdict',
  ];
  return csvText(columns, rows);
}

/** Response curves as CSV, a row a point: `outcome`, `input`, `value`, `result`. */
export function curvesCsv({ outcomes }: SensitivityDocument): string {
  const rows = outcomes.flatMap(({ outcome, curves }) =>
    curves.flatMap(({ input, inputs, outputs }) =>
      inputs.map((value, i): readonly Cell[] => [outcome, input, value, outputs[i] ?? null]),
    ),
  );
  return csvText(['outcome', 'input', 'value', 'result'], rows);
}
