import { sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../execute/run-scenario.js';
import { settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { TANK_EXPERIMENTS, TANK_RANGES } from '../testing/tank-experiments.js';
import type { ExperimentResult } from './experiment-result.js';
import { readExperiments } from './read-experiments.js';
import { runExperiment } from './run-experiment.js';

const prepared = tank(`${TANK_STUDY}${TANK_RANGES}`);
const read = (text: string) => readExperiments(sourceText('experiments.yaml', text));
const all = settled(read(TANK_EXPERIMENTS)).experiments;

function ran(id: string, text = TANK_EXPERIMENTS): ExperimentResult {
  const experiment = settled(read(text)).experiments.get(id);
  if (experiment === undefined) throw new Error(`no ${id}`);
  return settled(runExperiment(prepared, experiment));
}

function surface() {
  const result = ran('surface');
  if (result.kind !== 'surface') throw new Error('no surface');
  return result;
}

function actions(text?: string) {
  const result = ran('actions', text);
  if (result.kind !== 'actions') throw new Error('no actions');
  return result;
}

function loops() {
  const result = ran('loops');
  if (result.kind !== 'loops') throw new Error('no loops');
  return result;
}

function problem(from: string, to: string, id = 'surface') {
  const experiment = settled(read(TANK_EXPERIMENTS.replace(from, to))).experiments.get(id);
  if (experiment === undefined) throw new Error(`no ${id}`);
  return runExperiment(prepared, experiment).diagnostics[0];
}

const atEnd = (set: readonly (readonly [string, number])[], scenario = 'now') =>
  settled(runScenario(prepared, { scenario, set: new Map(set), until: 20, backend: 'javascript' })).outcomes
    .people;

describe('a response surface', () => {
  it('has the run of each pair in its field', () => {
    const { values } = surface();
    for (const [down, stay] of [2, 4, 8].entries()) {
      for (const [along, rate] of [5, 10].entries()) {
        expect(values.level?.[down]?.[along]).toBe(
          atEnd([
            ['rate', rate],
            ['stay', stay],
          ]),
        );
      }
    }
  });

  it('divides by the path of another scenario with the same values', () => {
    const { values } = surface();
    // The busy tank sets the arrivals itself, so only the stay varies there.
    const wanted =
      (atEnd([
        ['rate', 5],
        ['stay', 8],
      ]) ?? 0) / (atEnd([['stay', 8]], 'busy') ?? 0);
    expect(values.ratio?.[2]?.[0]).toBeCloseTo(wanted, 12);
  });

  it.each([
    ['name: rate', 'name: rat', 'unknown-name'],
    ['name: rate', 'name: Double', 'not-settable'],
    ['name: rate', 'name: stay', 'set-twice'],
    ['    scenario: now\n    x', '    scenario: busy\n    x', 'set-twice'],
    ['    scenario: now\n    x', '    set: { rate: 3 }\n    scenario: now\n    x', 'set-twice'],
    ['outcome: people, take: end }', 'outcome: peple, take: end }', 'unknown-outcome'],
    ['against: busy', 'against: bussy', 'unknown-scenario'],
  ])('refuses %j written as %j with %s', (from, to, code) => {
    expect(problem(from, to)).toMatchObject({ code, severity: 'error' });
  });
});

describe('actions side by side', () => {
  const { values, baseline, runs } = actions();

  it('has the baseline and every scenario, joined by id', () => {
    expect(baseline).toBe('now');
    expect(Object.keys(values)).toEqual(['now', 'busy']);
    expect(Object.keys(runs)).toEqual(['now', 'busy']);
    const [now, busy] = [values.now?.most?.value ?? 0, values.busy?.most?.value ?? 0];
    expect(values.busy?.most?.change).toBeCloseTo(100 * (busy / now - 1), 9);
  });

  it('tells of times as differences', () => {
    expect(values.busy?.when).toMatchObject({ value: 0, change: 0 });
  });

  it('compares each set of parameters with the baseline of the same set', () => {
    const spread = values.busy?.most?.robustness;
    expect(spread?.sets).toBe(20);
    // Arrivals are 4 to 6 in the baseline and 10 under the scenario, whatever the set: at most 2.5 times as many.
    expect(spread?.low).toBeGreaterThan(30);
    expect(spread?.high).toBeLessThan(150);
    expect(spread).toMatchObject({ shareLower: 0, shareLowest: 0 });
    expect(values.now?.most?.robustness).toMatchObject({ low: 0, median: 0, high: 0, shareLowest: 1 });
  });

  it('gives the same with the same seed and other draws with another', () => {
    expect(actions()).toEqual(actions());
    const other = actions(TANK_EXPERIMENTS.replace('seed: 7', 'seed: 8'));
    expect(other.values.busy?.most?.value).toBe(values.busy?.most?.value);
    expect(other.values.busy?.most?.robustness).not.toEqual(values.busy?.most?.robustness);
  });

  it.each([
    ['ranges: some', 'ranges: none', 'unknown-ranges'],
    ['scenarios: [busy]', 'scenarios: [bussy]', 'unknown-scenario'],
  ])('refuses %j written as %j with %s', (from, to, code) => {
    expect(problem(from, to, 'actions')).toMatchObject({ code, severity: 'error' });
  });
});

describe('loops over time', () => {
  it('follows the exact solution of the tank', () => {
    // level' = 5 - level/4 from 10. With departures frozen at level(t)/4, two months add 2 (5 - level(t)/4).
    const { times, path, effects } = loops();
    expect(times).toEqual([0, 3, 6, 9, 12, 15, 18]);
    for (const [index, level] of path.entries()) {
      const frozen = level + 2 * (5 - level / 4);
      const live = settled(
        runScenario(prepared, {
          set: new Map(),
          until: (times[index] ?? 0) + 2,
          backend: 'javascript',
        }),
      ).outcomes.people;
      expect(effects.outflow?.[index]).toBeCloseTo((100 * ((live ?? 0) - frozen)) / level, 9);
      expect(effects.inflow?.[index]).toBeCloseTo(0, 9);
    }
  });

  it('names the loop with the largest effect, and none where all are small', () => {
    const { dominant, effects } = loops();
    expect(dominant[0]).toBe('outflow');
    for (const [index, id] of dominant.entries()) {
      const size = Math.abs(effects.outflow?.[index] ?? 0);
      expect(id).toBe(size > 0.1 ? 'outflow' : null);
    }
  });

  it.each([
    ['[inside, Departures]', '[inside, Arrivals]', 'unknown-link'],
    ['[inside, Departures]', '[insid, Departures]', 'unknown-name'],
    ['outcome: people\n', 'outcome: peple\n', 'unknown-outcome'],
    ['to: 18', 'to: 19', 'experiment-times'],
    ['every: 3', 'every: 0.3', 'experiment-times'],
    ['horizon: 2', 'horizon: 2.5', 'experiment-times'],
    ['from: 0\n', 'from: -1\n', 'experiment-times'],
  ])('refuses %j written as %j with %s', (from, to, code) => {
    expect(problem(from, to, 'loops')).toMatchObject({ code, severity: 'error' });
  });
});

describe('readExperiments', () => {
  it('keeps the order of the file', () => expect([...all.keys()]).toEqual(['surface', 'actions', 'loops']));

  it.each([
    ['kind: surface', 'kind: surfaces', 'study-value'],
    ['take: end }', 'take: ends }', 'study-value'],
    ['values: [5, 10]', 'values: [5]', 'study-value'],
    ['    limit: A toy.\n    scenario: now\n    x', '    scenario: now\n    x', 'study-missing'],
    ['horizon: 2', 'horizn: 2', 'study-key'],
    ['sets: 20', 'sets: 0', 'study-value'],
  ])('refuses %j written as %j with %s', (from, to, code) => {
    const found = read(TANK_EXPERIMENTS.replace(from, to)).diagnostics;
    expect(found.map((one) => one.code)).toContain(code);
    expect(found[0]?.place?.file).toBe('experiments.yaml');
  });
});
