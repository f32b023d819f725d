import { canonicalName } from '@weir/model';
import type { ComparisonDocument, OutcomeDefinition, RunDocument, Scenario, Study } from '@weir/study';

const LIMITS = { strip: 'A test, not a forecast.', points: ['Nothing here is real.'] };

function outcome(id: string, kind: OutcomeDefinition['kind'], label: string): OutcomeDefinition {
  const unit = kind === 'people' ? 'person' : '1';
  return { id, label, short: label, kind, unit, variable: canonicalName(id), headline: true };
}

function scenario(id: string, set: Readonly<Record<string, number>>, secondary = false): Scenario {
  const label = `${id.charAt(0).toUpperCase()}${id.slice(1)} <&> law`;
  return {
    id,
    label,
    short: label,
    aliases: [],
    summary: `Sets ${id}.`,
    baseline: id === 'now',
    secondary,
    set: new Map(Object.entries(set)),
  };
}

/** A study of three policies, one of them in two readings, whose labels need escaping. */
export const STUDY: Study = {
  id: 'small',
  title: 'A small study',
  version: '1',
  citation: 'None.',
  modelFile: 'small.xmile',
  variables: new Map(),
  outcomes: [
    outcome('people', 'people', 'people counted'),
    outcome('part', 'share', 'share of "them"'),
    outcome('few', 'people', 'a handful of people'),
  ],
  scenarios: [
    scenario('now', {}),
    scenario('one', { a: 1 }),
    scenario('two', { a: 2, b: 2 }),
    scenario('again', { a: 3, b: 3 }, true),
  ],
  stopRules: new Map(),
  ranges: [],
  mechanisms: [],
  claims: [],
  realityChecks: [],
  patterns: { every: 1, tests: [] },
  limits: LIMITS,
  notes: { groups: [], spotlights: [], findings: [] },
  published: [
    {
      id: 'table',
      title: 'A table',
      source: 'Nowhere',
      rows: [
        {
          label: 'People',
          outcome: 'people',
          scenario: 'now',
          unit: 'person',
          estimated: '900',
          printed: '1,000',
        },
        { label: 'Share', outcome: 'part', scenario: 'now', unit: '%', estimated: '45%', printed: '40%' },
        { label: 'Missing', outcome: 'absent', scenario: 'now', unit: 'person', printed: '7' },
      ],
    },
  ],
};

/** A run of a scenario with these values. */
export function runOf(
  id: string,
  outcomes: Readonly<Record<string, number>>,
  series?: RunDocument['series'],
): RunDocument {
  return {
    weir: '0.0.1',
    model: 'small',
    run_id: `id-of-${id}`,
    scenario: id,
    corrections: [],
    settings: { method: 'euler', dt: 0.5, until: 'published', backend: 'interpreter' },
    inputs: {},
    stop: { month: 12, reason: 'published rule' },
    outcomes,
    stocks: {},
    ...(series === undefined ? {} : { series }),
  };
}

/** A comparison of runs with `now` as its baseline. */
export function comparisonOf(runs: readonly RunDocument[]): ComparisonDocument {
  return {
    weir: '0.0.1',
    model: 'small',
    baseline: 'now',
    corrections: [],
    settings: { method: 'euler', dt: 0.5, until: 'published', backend: 'interpreter' },
    runs,
    change_percent: {},
    limits: LIMITS,
  };
}

/** Runs of all scenarios, given out of order. */
export const RUNS: readonly RunDocument[] = [
  runOf('again', { people: 880, part: 0.3, few: 9 }),
  runOf('two', { people: 900, part: 0.31, few: 30 }),
  runOf('one', { people: 1100, part: 0.401, few: 4 }),
  runOf('now', { people: 1000.2, part: 0.4, few: 4 }),
];
