import type { OutcomeDefinition } from '@weir/study';
import { outcomeValue, type PolicyResult, policyChange, type Results } from '../results/comparison.js';
import type { Cell, DataTable } from '../results/data-table.js';
import { exactChange } from '../text/change.js';
import { capitalized, uncapitalized } from '../text/list.js';
import { exact } from '../text/number.js';

/** Changes from the baseline, a row a policy: percent, or points for shares. */
export function changeTable(results: Results, outcomes: readonly OutcomeDefinition[]): DataTable {
  return {
    id: 'change',
    caption: `Change from ${uncapitalized(results.baseline.scenario.label)}, in percent; shares in percentage points`,
    columns: [
      { key: 'scenario', label: 'Policy' },
      ...outcomes.map((outcome) => ({
        key: `${outcome.id}_${outcome.kind === 'share' ? 'change_points' : 'change_percent'}`,
        label: `${capitalized(outcome.label)} (${outcome.kind === 'share' ? 'points' : '%'})`,
      })),
    ],
    rows: results.policies.map((policy) => [
      policy.scenario.short,
      ...outcomes.map((outcome): Cell => {
        const change = policyChange(results, policy, outcome);
        return change === undefined ? '' : { value: change.value, shown: exactChange(change) };
      }),
    ]),
  };
}

/** Values at the end of each run, a row a policy, the baseline first. */
export function levelTable(results: Results, outcomes: readonly OutcomeDefinition[]): DataTable {
  return {
    id: 'levels',
    caption: 'Values at the end of each run',
    columns: [
      { key: 'scenario', label: 'Policy' },
      ...outcomes.map((outcome) => ({
        key: outcome.id,
        label:
          outcome.unit === '1'
            ? capitalized(outcome.label)
            : `${capitalized(outcome.label)} (${outcome.unit})`,
      })),
    ],
    rows: [results.baseline, ...results.policies].map((policy) => [
      policy.scenario.short,
      ...outcomes.map((outcome) => levelCell(policy, outcome)),
    ]),
  };
}

function levelCell(policy: PolicyResult, outcome: OutcomeDefinition): Cell {
  const value = outcomeValue(policy, outcome);
  return value === undefined ? '' : { value, shown: exact(value) };
}
