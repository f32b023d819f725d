import { changeOf, DEAD_BAND } from '@weir/figures';
import type { ComparisonDocument, OutcomeDefinition, RunDocument, Scenario, Study } from '@weir/study';
import { ownInputs } from './own-inputs.js';
import { type TableColumn, tableLines } from './table.js';
import { changeText } from './value-text.js';
import { wrap } from './wrap.js';

/** Columns that the names of outcomes, and a policy with its gap, need at least. */
const LABEL_ROOM = 16;
const POLICY_ROOM = 15;

/** What of a comparison is shown. */
export interface CompareSelection {
  /** Ids of scenarios; each must have a run in the comparison. */
  readonly scenarios: readonly string[];
  readonly outcomes: readonly OutcomeDefinition[];
}

/**
 * Changes from the baseline: a row an outcome, a column a policy, under a caption and over a key of the signs.
 */
export function compareTable(
  study: Study,
  comparison: ComparisonDocument,
  selection: CompareSelection,
  width: number,
): readonly string[] {
  const { scenarios: shown, outcomes } = selection;
  const baseline = comparison.runs.find((run) => run.scenario === comparison.baseline);
  const policies = shown.flatMap((id) => {
    const scenario = study.scenarios.find((candidate) => candidate.id === id);
    const run = comparison.runs.find((candidate) => candidate.scenario === id);
    return scenario === undefined || run === undefined || run === baseline ? [] : [{ scenario, run }];
  });
  if (policies.length === 0)
    return ['There is no scenario to set beside the baseline; weir run shows its values.'];
  const cell = (outcome: OutcomeDefinition, run: RunDocument) => changeCell(outcome, run, baseline);
  const blocks = inBlocks(policies, Math.max(1, Math.floor((width - LABEL_ROOM) / POLICY_ROOM))).map(
    (block) => {
      const columns: TableColumn[] = [
        { head: 'Outcome', align: 'left', wraps: true },
        ...block.map(({ scenario }) => ({ head: scenario.short, align: 'left' as const })),
      ];
      const rows = outcomes.map((outcome) => [outcome.short, ...block.map(({ run }) => cell(outcome, run))]);
      return ['', ...tableLines(columns, rows, width)];
    },
  );
  const cells = outcomes.flatMap((outcome) => policies.map(({ run }) => cell(outcome, run)));
  const label = study.scenarios.find((scenario) => scenario.id === comparison.baseline)?.label;
  const own = baseline === undefined ? undefined : ownInputs(study, baseline);
  const runs = own === undefined ? 'Default run' : `Runs with ${own}`;
  return [
    ...wrap(`${runs}: change from ${label ?? comparison.baseline}`, width),
    ...blocks.flat(),
    '',
    ...wrap(key(cells, hidden(study, comparison, shown)), width),
  ];
}

/** Splits a list into blocks of about equal length, none longer than `most`. */
function inBlocks<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / most));
  const length = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, index) => list.slice(index * length, (index + 1) * length));
}

function changeCell(outcome: OutcomeDefinition, run: RunDocument, baseline: RunDocument | undefined): string {
  const value = run.outcomes[outcome.id];
  const from = baseline?.outcomes[outcome.id];
  return changeText(
    value === undefined || from === undefined ? undefined : changeOf(value, from, outcome.kind),
  );
}

function key(cells: readonly string[], notShown: readonly Scenario[]): string {
  const parts = [`v lower, ^ higher, = means within ${DEAD_BAND} %`];
  if (cells.some((cell) => cell.endsWith(' pt'))) parts.push('pt: percentage points');
  if (cells.some((cell) => cell.endsWith(' few'))) parts.push('few: fewer than 10 people to start with');
  if (cells.includes('n/a')) parts.push('n/a: nothing to compare with');
  const [second] = notShown;
  const ids = notShown.map((scenario) => scenario.id).join(', ');
  if (second !== undefined) parts.push(`not shown: ${ids} (name it in --scenarios)`);
  return `${parts.join('; ')}.`;
}

function hidden(study: Study, comparison: ComparisonDocument, shown: readonly string[]): readonly Scenario[] {
  const others = comparison.runs
    .map((run) => run.scenario)
    .filter((id) => id !== comparison.baseline && !shown.includes(id));
  return study.scenarios.filter((scenario) => others.includes(scenario.id));
}
