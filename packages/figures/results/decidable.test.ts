import { expect, it } from 'vitest';
import { changeChart } from '../charts/change-chart.js';
import { primaryPolicies } from '../charts/sentences.js';
import { sharedReach } from '../charts/shared-reach.js';
import { comparisonOf, RUNS, STUDY } from '../testing/small-study.js';
import { decidable, joinResults } from './comparison.js';

it('shocks and thought experiments are no policies, and are drawn only where they are asked for', () => {
  const [, second] = STUDY.scenarios;
  const study = {
    ...STUDY,
    scenarios: STUDY.scenarios.map((one) => (one === second ? { ...one, kind: 'shock' as const } : one)),
  };
  const results = joinResults(study, comparisonOf(RUNS));
  const ids = (policies: ReturnType<typeof decidable>) => policies.map(({ scenario }) => scenario.id);
  expect(ids(results.policies)).toContain(second?.id);
  expect(ids(decidable(results))).not.toContain(second?.id);
  expect(ids(primaryPolicies(results))).not.toContain(second?.id);
  const [outcome] = study.outcomes;
  const reach = outcome === undefined ? undefined : sharedReach(results, study.outcomes).get(outcome.id);
  if (outcome === undefined || reach === undefined || second === undefined) throw new Error('no outcome');
  const described = (...asked: Parameters<typeof changeChart>[4][]) =>
    JSON.stringify(changeChart(results, outcome, 'x', reach, ...asked).node);
  expect(described()).not.toContain(second.label);
  const others = results.policies.filter(({ scenario }) => scenario.id === second.id);
  expect(described(others)).toContain(second.label);
});
