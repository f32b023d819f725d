import type { ComparisonDocument, PreparedStudy } from '@weir/study';
import { compareTable } from './compare-table.js';
import { noteLines } from './notes.js';
import { headlineFirst } from './outcome-order.js';

/** How much of a comparison is printed. */
export interface ComparisonDetail {
  /** Scenarios asked for; when empty, all but second readings of others are shown. */
  readonly scenarios: readonly string[];
  /** Every outcome, or the headline ones. */
  readonly outcomes: 'all' | 'headline';
  readonly notes: boolean;
}

/** A comparison as text: the table, and the notes under it. */
export function comparisonText(
  { study, program }: PreparedStudy,
  comparison: ComparisonDocument,
  detail: ComparisonDetail,
  width: number,
): string {
  const primary = study.scenarios.filter((scenario) => !scenario.secondary).map((scenario) => scenario.id);
  const headline = study.outcomes.filter((outcome) => outcome.headline);
  const short = detail.outcomes === 'headline' && headline.length > 0;
  const selection = {
    scenarios: detail.scenarios.length === 0 ? primary : detail.scenarios,
    outcomes: short ? headline : headlineFirst(study.outcomes),
  };
  const lines = [...compareTable(study, comparison, selection, width)];
  if (detail.notes) {
    lines.push('', ...noteLines(study, comparison.settings, comparison.runs, program.timeUnits, width));
  }
  return `${lines.join('\n')}\n`;
}
