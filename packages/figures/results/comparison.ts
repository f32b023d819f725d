import type { ComparisonDocument, OutcomeDefinition, RunDocument, Scenario, Study } from '@weir/study';
import type { FigureSource } from '../svg/figure.js';
import { type Change, changeOf } from '../text/change.js';
import { BASELINE_STYLE, type PolicyStyle, policyStyle, secondReading } from '../theme/policy-style.js';

/** A policy with its run and the way it is drawn. */
export interface PolicyResult {
  readonly scenario: Scenario;
  readonly run: RunDocument;
  readonly style: PolicyStyle;
  /** The scenario of which this one is a second reading. */
  readonly readingOf?: string;
}

/** A comparison joined to its study by scenario id and outcome id, never by position. */
export interface Results {
  readonly study: Study;
  readonly document: ComparisonDocument;
  readonly baseline: PolicyResult;
  /** Policies in the study's order, second readings right after the first. */
  readonly policies: readonly PolicyResult[];
}

/**
 * Joins a comparison to its study. Scenarios without a run, and runs without a scenario, are left out.
 *
 * @throws Error when the comparison has no run of its baseline.
 */
export function joinResults(study: Study, document: ComparisonDocument): Results {
  const runs = new Map(document.runs.map((run) => [run.scenario, run]));
  const scenario = study.scenarios.find((candidate) => candidate.id === document.baseline);
  const run = runs.get(document.baseline);
  if (scenario === undefined || run === undefined) {
    throw new Error(`The comparison has no run of its baseline '${document.baseline}'.`);
  }
  return {
    study,
    document,
    baseline: { scenario, run, style: BASELINE_STYLE },
    policies: ordered(study.scenarios.filter((candidate) => candidate.id !== scenario.id)).flatMap(
      (policy) => {
        const own = runs.get(policy.scenario.id);
        return own === undefined ? [] : [{ ...policy, run: own }];
      },
    ),
  };
}

/** Primary policies with their styles, each followed by its second readings. */
function ordered(scenarios: readonly Scenario[]): readonly Omit<PolicyResult, 'run'>[] {
  const primaries = scenarios.filter((scenario) => !scenario.secondary);
  const placed = new Set<string>();
  const rows = primaries.flatMap((scenario, place) => {
    const style = policyStyle(place);
    const readings = scenarios.filter((other) => other.secondary && setsTheSame(other, scenario));
    for (const reading of readings) placed.add(reading.id);
    return [
      { scenario, style },
      ...readings.map((reading) => ({
        scenario: reading,
        style: secondReading(style),
        readingOf: scenario.id,
      })),
    ];
  });
  const alone = scenarios.filter((scenario) => scenario.secondary && !placed.has(scenario.id));
  return [
    ...rows,
    ...alone.map((scenario, place) => ({
      scenario,
      style: secondReading(policyStyle(primaries.length + place)),
    })),
  ];
}

/** Scenarios that could be decided: shocks and thought experiments are told apart from them. */
export function decidable({ policies }: Results): readonly PolicyResult[] {
  return policies.filter(({ scenario }) => (scenario.kind ?? 'policy') === 'policy');
}

/** Two readings of one policy set the same parameters to other values. */
function setsTheSame(one: Scenario, other: Scenario): boolean {
  const sameKind = (one.kind ?? 'policy') === (other.kind ?? 'policy');
  return (
    sameKind && one.set.size === other.set.size && [...one.set.keys()].every((name) => other.set.has(name))
  );
}

/** An outcome's definition by id. */
export function outcomeNamed(results: Results, id: string): OutcomeDefinition | undefined {
  return results.study.outcomes.find((outcome) => outcome.id === id);
}

/** A run's value of an outcome. */
export function outcomeValue(policy: PolicyResult, outcome: OutcomeDefinition): number | undefined {
  return policy.run.outcomes[outcome.id];
}

/** The change of an outcome from the baseline under a policy. */
export function policyChange(
  results: Results,
  policy: PolicyResult,
  outcome: OutcomeDefinition,
): Change | undefined {
  const value = outcomeValue(policy, outcome);
  const baseline = outcomeValue(results.baseline, outcome);
  return value === undefined || baseline === undefined ? undefined : changeOf(value, baseline, outcome.kind);
}

/** What every figure made of these results carries. */
export function sourceOf(results: Results): FigureSource {
  const { document } = results;
  return {
    weir: document.weir,
    model: document.model,
    corrections: document.corrections,
    settings: { ...document.settings },
    runs: Object.fromEntries(
      [results.baseline, ...results.policies].map((policy) => [policy.scenario.id, policy.run.run_id]),
    ),
    limits: document.limits.strip,
  };
}
