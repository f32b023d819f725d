import {
  changeSize,
  directionSummary,
  directionsOf,
  directionWord,
  level,
  outcomeValue,
  type PolicyResult,
  policyChange,
  type Results,
} from '@weir/figures';
import type { OutcomeDefinition } from '@weir/study';

/** Label of a single run: stands before every sentence with a direction that rests on one. */
export const SINGLE_RUN = 'Default run:';

/** An outcome as the subject of a sentence, with its verb. */
export function subject(outcome: OutcomeDefinition): string {
  switch (outcome.kind) {
    case 'people':
      return `the number of ${outcome.label} is`;
    case 'share':
    case 'money':
      return `the ${outcome.label} is`;
    case 'rate':
      return `${outcome.label} are`;
  }
}

/**
 * Which way an outcome goes under which policies, without the label of the run: 'the number of young people
 * trafficked is lower under a and b, and higher under c'.
 *
 * @returns Nothing where no run has the outcome.
 */
export function outcomeClause(
  results: Results,
  outcome: OutcomeDefinition,
  policies?: readonly PolicyResult[],
): string | undefined {
  const directions = directionsOf(results, outcome, policies);
  if (directions.length === 0) return undefined;
  return `${subject(outcome)} ${directionSummary(directions)}`;
}

/** Which way an outcome goes under one policy, then how far: 'adults trafficked: lower, by 8 %'. */
export function changeClause(
  results: Results,
  policy: PolicyResult,
  outcome: OutcomeDefinition,
): string | undefined {
  const change = policyChange(results, policy, outcome);
  if (change === undefined) return undefined;
  const clause = `${outcome.label}: ${directionWord(change.direction)}`;
  if (change.direction === 'same' || change.unit === 'none') return clause;
  const size = changeSize(change);
  return size === 'more than double' ? `${clause}, ${size}` : `${clause}, by ${size}`;
}

/** From which level to which, in round numbers. */
export function levelsClause(
  results: Results,
  policy: PolicyResult,
  outcome: OutcomeDefinition,
): string | undefined {
  const before = outcomeValue(results.baseline, outcome);
  const after = outcomeValue(policy, outcome);
  if (before === undefined || after === undefined) return undefined;
  const [from, to] = [level(before, outcome.kind), level(after, outcome.kind)];
  return from === to ? `${from} in both` : `from ${from} to ${to.replace(/^about /, '')}`;
}
