import type { OutcomeDefinition } from '@weir/study';
import { decidable, type PolicyResult, policyChange, type Results } from '../results/comparison.js';
import { directionWord } from '../text/direction.js';
import { directionCount, directionSummary, type NamedDirection } from '../text/direction-summary.js';
import { listed, uncapitalized } from '../text/list.js';

/** A figure's sentence: long for titles read aloud, short where the subject already stands above it. */
export interface FigureSentence {
  readonly long: string;
  readonly short: string;
}

/** Policies that stand for themselves: second readings are not counted twice, and what nobody decides is no policy. */
export function primaryPolicies(results: Results): readonly PolicyResult[] {
  return decidable(results).filter((policy) => !policy.scenario.secondary);
}

/** The directions of an outcome under the policies that have one. */
export function directionsOf(
  results: Results,
  outcome: OutcomeDefinition,
  policies: readonly PolicyResult[] = primaryPolicies(results),
): readonly NamedDirection[] {
  return policies.flatMap((policy) => {
    const change = policyChange(results, policy, outcome);
    return change === undefined
      ? []
      : [{ name: uncapitalized(policy.scenario.label), direction: change.direction }];
  });
}

/** Which way an outcome goes, and under how many policies. */
export function changeSentence(
  results: Results,
  outcome: OutcomeDefinition,
  policies: readonly PolicyResult[] = decidable(results),
): FigureSentence {
  const primary = policies.filter(({ scenario }) => !scenario.secondary);
  const counted = primary.length > 0 ? primary : policies;
  const directions = directionsOf(results, outcome, counted);
  const isPolicy = counted.every(({ scenario }) => (scenario.kind ?? 'policy') === 'policy');
  if (directions.length === 0) {
    return { long: `Default run: ${outcome.label}, not computed.`, short: 'Default run: not computed' };
  }
  return {
    long: `Default run: ${outcome.label}: ${directionSummary(directions, isPolicy ? 'policy' : 'scenario')}.`,
    short: `Default run: ${directionCount(directions)} ${isPolicy ? 'policies' : 'scenarios'}`
      .replace(/\bone policies$/, 'one policy')
      .replace(/\bone scenarios$/, 'one scenario'),
  };
}

/** Which way several outcomes go under one policy. */
export function groupSentence(
  results: Results,
  policy: PolicyResult,
  outcomes: readonly OutcomeDefinition[],
): FigureSentence {
  const parts = outcomes.flatMap((outcome) => {
    const change = policyChange(results, policy, outcome);
    return change === undefined ? [] : [`${outcome.label} ${directionWord(change.direction)}`];
  });
  const words = parts.length === 0 ? 'not computed' : listed(parts);
  return {
    long: `Default run: ${policy.scenario.label}: ${words}.`,
    short: `Default run: ${words}`,
  };
}
