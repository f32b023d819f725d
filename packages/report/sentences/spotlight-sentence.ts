import {
  capitalized,
  changeSize,
  directionCount,
  directionSummary,
  directionsOf,
  directionWord,
  listed,
  policyChange,
  primaryPolicies,
  type Results,
  uncapitalized,
} from '@weir/figures';
import type { OutcomeDefinition } from '@weir/study';
import { outcomeClause, SINGLE_RUN } from './answer-sentence.js';

/** Policies beyond which a heading counts them instead of naming them. */
const MOST_NAMED = 5;

/** The heading of an outcome's chapter, worked out from the runs. */
export function spotlightTitle(results: Results, outcome: OutcomeDefinition): string {
  const directions = directionsOf(results, outcome);
  const label = capitalized(outcome.label);
  if (directions.length === 0) return label;
  const words =
    directions.length > MOST_NAMED
      ? `${directionCount(directions)} ${directions.length === 1 ? 'policy' : 'policies'}`
      : directionSummary(directions);
  return `${label}: ${words}`;
}

/** Which way an outcome goes, then how far under each policy. */
export function spotlightSentence(results: Results, outcome: OutcomeDefinition): string {
  const clause = outcomeClause(results, outcome);
  if (clause === undefined) return `${SINGLE_RUN} ${outcome.label} not computed.`;
  const sizes = primaryPolicies(results).flatMap((policy) => {
    const change = policyChange(results, policy, outcome);
    if (change === undefined || change.unit === 'none' || change.direction === 'same') return [];
    const words = `${directionWord(change.direction)} by ${changeSize(change)}`;
    return [`${words} under ${uncapitalized(policy.scenario.label)}`];
  });
  const detail = sizes.length === 0 ? '' : ` In numbers: ${listed(sizes)}.`;
  return `${SINGLE_RUN} ${clause}.${detail}`;
}
