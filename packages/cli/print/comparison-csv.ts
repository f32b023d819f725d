import { type Cell, type ComparisonDocument, correctionsColumn, csvText, type Study } from '@weir/study';

const COLUMNS = ['outcome', 'unit', 'value', 'change_percent'];

/**
 * A comparison in long form: a row a scenario and outcome, with all digits; no change for the baseline. `corrections`
 * stands after `scenario` where there are any.
 */
export function comparisonCsv(study: Study, comparison: ComparisonDocument): string {
  const corrected = correctionsColumn([comparison]);
  const rows = comparison.runs.flatMap((run) =>
    study.outcomes.map((outcome): readonly Cell[] => [
      run.scenario,
      ...corrected.cells(comparison),
      outcome.id,
      outcome.unit,
      run.outcomes[outcome.id] ?? null,
      comparison.change_percent[run.scenario]?.[outcome.id] ?? null,
    ]),
  );
  return csvText(['scenario', ...corrected.columns, ...COLUMNS], rows);
}
