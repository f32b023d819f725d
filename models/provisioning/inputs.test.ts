import { readFileSync } from 'node:fs';
import { sourceText } from '@weir/model';
import { type RunRequest, runScenario } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { END_2030, FOLDER, prepared } from './testing/model-runs.js';

const plain: RunRequest = { set: new Map(), until: END_2030, backend: 'javascript' };

function ran(own: Partial<RunRequest>) {
  const outcome = runScenario(prepared, { ...plain, ...own });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
  return outcome.value;
}

const people = (own: Partial<RunRequest>) => ran(own).outcomes.people_exploited ?? Number.NaN;
const source = sourceText('series.csv', readFileSync(new URL('series.csv', FOLDER), 'utf8'));
const SERIES = [
  'covid_demand_shape',
  'covid_operating_shape',
  'covid_identification_shape',
  'covid_vulnerability_shape',
];

describe('series from a data file', () => {
  it('of this folder are the model as it stands, to the run id', () => {
    const tables = new Map(SERIES.map((name) => [name, { source }]));
    expect(ran({ tables }).run_id).toBe(ran({}).run_id);
  });

  it('of nothing are no pandemic', () => {
    const flat = sourceText('flat.csv', 'month,shape\n0,0\n156,0\n');
    const tables = new Map(SERIES.map((name) => [name, { source: flat }]));
    expect(people({ tables })).toBeCloseTo(people({ scenario: 'no-shock' }), 6);
  });
});

describe('a change at a date', () => {
  // The model phases its actions in by policy_phase; with that at 1 from the first month, dates do the same.
  const phased = new Map([
    ['policy_start', 0],
    ['policy_ramp', 1],
  ]);

  it.each([
    ['demand-reduction', 'policy_demand_cut', 0.15, 907.092503124],
    ['supply-side-only', 'policy_removal_rate', 0.015, 976.921931497],
    ['service-surge', 'policy_protection', 0.375, 996.263975848],
  ])('does what %s does', (_, name, value, golden) => {
    const changes = [{ name, value, at: 36, over: 12 }];
    expect(Math.abs(people({ set: phased, changes }) / golden - 1)).toBeLessThan(1e-6);
  });

  it('of a switch at the start is the switch', () => {
    const changes = [{ name: 'covid_on', value: 0, at: 0, over: 0 }];
    expect(people({ changes })).toBe(people({ scenario: 'no-shock' }));
  });
});

describe('a start from equilibrium', () => {
  it('is the start of the model file, which is one', () => {
    expect(Math.abs(people({ from: 'equilibrium' }) / people({}) - 1)).toBeLessThan(1e-9);
  });
});
