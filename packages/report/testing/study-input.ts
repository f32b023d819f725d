import { canonicalName, type Model, sourceText, type Variable } from '@weir/model';
import type { ComparisonDocument, RunDocument, SettingsDocument, Study } from '@weir/study';
import type { ReportInput } from '../input/report-input.js';
import { NOTES } from './study-notes.js';
import { LIMITS, OUTCOMES, SCENARIOS, STOP_RULE, TABLE } from './study-texts.js';
import { STOP_MONTHS, VALUES } from './study-values.js';

/** Scenario ids in the order of the values. */
export const SCENARIO_IDS: readonly string[] = SCENARIOS.map((scenario) => scenario.id);

const SETTINGS: SettingsDocument = { method: 'euler', dt: 0.001, until: 'published', backend: 'javascript' };

/** A study with the outcomes, scenarios and published table of a published model. */
export const STUDY: Study = {
  id: 'a-state',
  title: 'Sex trafficking and commercial sex policy in a state',
  version: '1.0.0',
  citation:
    "Modeling Sex Trafficking and Commercial Sex Work Policy; with the authors' public archive, GitHub gabemgem/trafficking-in-ma, commit de0976b of 17 March 2026.",
  modelFile: 'model.xmile',
  variables: new Map([
    ['prosecution_culture', 'Prosecution of selling'],
    ['buyer_prosecution_culture', 'Prosecution of buying'],
    ['st_services_capacity', 'Adult short term places'],
    ['lt_services_capacity', 'Adult long term places'],
    ['pctExpungement', 'Record relief share'],
  ]),
  outcomes: OUTCOMES.map(([id, label, kind, unit, headline, limit]) => ({
    id,
    label,
    short: label,
    kind,
    unit,
    headline,
    variable: canonicalName(id),
    ...(limit === undefined ? {} : { limit }),
  })),
  scenarios: SCENARIOS,
  stopRules: new Map([['published', STOP_RULE]]),
  ranges: [],
  mechanisms: [],
  claims: [],
  realityChecks: [],
  patterns: { every: 1, tests: [] },
  limits: LIMITS,
  published: [TABLE],
  notes: NOTES,
};

/** Outcomes of one scenario, by outcome id. */
export function outcomesOf(place: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(VALUES).map(([id, values]) => [id, values[place] ?? Number.NaN]));
}

function run(place: number): RunDocument {
  const scenario = SCENARIOS[place];
  return {
    weir: '0.1.0',
    model: 'a-state',
    run_id: `${place}`.repeat(16),
    scenario: scenario?.id ?? '',
    corrections: [],
    settings: SETTINGS,
    inputs: Object.fromEntries(scenario?.set ?? []),
    stop: { month: STOP_MONTHS[place] ?? 0, reason: 'published rule' },
    outcomes: outcomesOf(place),
    stocks: {},
  };
}

/** A comparison of these runs. */
export function comparisonOf(runs: readonly RunDocument[]): ComparisonDocument {
  return {
    weir: '0.1.0',
    model: 'a-state',
    baseline: 'criminalization',
    corrections: [],
    settings: SETTINGS,
    runs,
    change_percent: {},
    limits: LIMITS,
  };
}

/** The six runs at the published stop. */
export const RUNS: readonly RunDocument[] = SCENARIOS.map((_, place) => run(place));

const DEFAULTS: Readonly<Record<string, number>> = {
  'Prosecution of selling': 0.05,
  'Prosecution of buying': 0.01,
  'Adult short term places': 250,
  'Adult long term places': 100,
  'Record relief share': 0,
};

const span = { start: 0, end: 0 };

/** A model that holds only the parameters that the scenarios set. */
export const MODEL: Model = {
  name: 'a-state',
  source: sourceText('model.xmile', ''),
  header: { vendor: 'Weir', product: 'Weir', productVersion: '0.1.0' },
  simulation: { start: 0, stop: 240, dt: 0.001, methods: ['euler'], timeUnits: 'month' },
  units: [],
  variables: new Map(
    Object.entries(DEFAULTS).map(([name, value]): [ReturnType<typeof canonicalName>, Variable] => [
      canonicalName(name),
      {
        kind: 'auxiliary',
        written: name,
        name,
        key: canonicalName(name),
        equation: { kind: 'number', value, span },
        span,
      },
    ]),
  ),
  views: [],
};

/** The whole input of a report. */
export const INPUT: ReportInput = {
  comparison: comparisonOf(RUNS),
  study: STUDY,
  model: MODEL,
};
