import type { OutcomeDefinition } from '@weir/study';
import { decidable, outcomeValue, type PolicyResult, policyChange, type Results } from './comparison.js';

/** An outcome's values under the policies, the baseline first, where runs have them. */
export function outcomeValues(results: Results, outcome: OutcomeDefinition): readonly number[] {
  return [results.baseline, ...decidable(results)].flatMap((policy) => outcomeValue(policy, outcome) ?? []);
}

/** Sizes of all changes in the same unit as the outcome's, so that panels can share a scale. */
export function changeValues(
  results: Results,
  outcomes: readonly OutcomeDefinition[],
  policies: readonly PolicyResult[] = decidable(results),
): readonly number[] {
  return outcomes.flatMap((outcome) =>
    policies.flatMap((policy) => {
      const change = policyChange(results, policy, outcome);
      return change === undefined || change.unit === 'none' ? [] : [change.value];
    }),
  );
}
