import { type Cell, type ComparisonDocument, csvText, type Study } from '@weir/study';

const COLUMNS = ['scenario', 'outcome', 'unit', 'value', 'change_percent'];

/** A comparison in long form: a row a scenario and outcome, with all digits; no change for the baseline. */
export function comparisonCsv(study: Study, comparison: ComparisonDocument): string {
  const rows = comparison.runs.flatMap((run) =>
    study.outcomes.map((outcome): readonly Cell[] => [
      run.scenario,
      outcome.id,
      outcome.unit,
      run.outcomes[outcome.id] ?? null,
      comparison.change_percent[run.scenario]?.[outcome.id] ?? null,
    ]),
  );
  return csvText(COLUMNS, rows);
}
