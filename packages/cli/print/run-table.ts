import type { OutcomeDefinition, RunDocument, Study } from '@weir/study';
import { headlineFirst } from './outcome-order.js';
import { ownInputs } from './own-inputs.js';
import { type TableColumn, tableLines } from './table.js';
import { valueText } from './value-text.js';
import { wrap } from './wrap.js';

/** Outcomes of one run, a row each, under a line that says which run it is. */
export function runTable(study: Study, run: RunDocument, width: number): readonly string[] {
  const rows = headlineFirst(study.outcomes).map((outcome) => [
    outcome.label,
    cell(run.outcomes[outcome.id], outcome),
    unitText(outcome),
  ]);
  const columns: TableColumn[] = [
    { head: 'Outcome', align: 'left', wraps: true },
    { head: 'Value', align: 'right' },
    { head: 'Unit', align: 'left' },
  ];
  return [...wrap(caption(study, run), width), '', ...tableLines(columns, rows, width)];
}

/** Headline outcomes over time, a row a saved month; as many columns as the width holds. */
export function seriesTable(study: Study, run: RunDocument, width: number): readonly string[] {
  const series = run.series ?? {};
  const outcomes = headlineFirst(study.outcomes).slice(0, Math.max(1, Math.floor((width - 7) / 14)));
  const columns: TableColumn[] = [
    { head: 'Month', align: 'right' },
    ...outcomes.map((outcome) => ({ head: outcome.short, align: 'right' as const })),
  ];
  const rows = (series.month ?? []).map((month, index) => [
    String(month),
    ...outcomes.map((outcome) => cell(series[outcome.id]?.[index], outcome)),
  ]);
  return tableLines(columns, rows, width);
}

function caption(study: Study, run: RunDocument): string {
  const scenario = study.scenarios.find((candidate) => candidate.id === run.scenario);
  const label = scenario?.label ?? run.scenario;
  const own = ownInputs(study, run);
  if (own !== undefined) return `Run: ${label}, with ${own}`;
  return `${scenario?.baseline === true ? 'Default run' : 'Run'}: ${label}`;
}

function cell(value: number | undefined, outcome: OutcomeDefinition): string {
  return value === undefined ? 'n/a' : valueText(value, outcome.kind);
}

function unitText(outcome: OutcomeDefinition): string {
  return outcome.unit === '1' ? '' : outcome.unit;
}
