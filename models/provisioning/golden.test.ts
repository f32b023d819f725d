import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, END_2030, FOLDER, prepared, run, type SeriesOf } from './testing/model-runs.js';

/** The model's own step, and half of it. */
const DT = 1 / 16;
/** Largest relative difference from a golden value, by default. */
const GOLDEN = 1e-6;
/**
 * Without the four systems the recruitment floor is active for some months of the pandemic, and crossings of it
 * fall between steps: 4e-5 at 1/16, below 1e-6 only with small steps.
 */
const FLOOR = { scenario: 'four-off-covid', dt: 1 / 2048, stocks: 1e-4, recruitment: 2e-3 };
/** Runs in which the floor is active with one system off: what half the step may change, recruitment apart. */
const ONE_OFF = { stocks: 1e-6, recruitment: 5e-5 };
const WITH_FLOOR = [FLOOR.scenario, 'prevention-off', 'protection-off', 'prosecution-off', 'partnership-off'];
/** Error that an adaptive or stiff method may make in a step. */
const TIGHT = { relative: 1e-9, absolute: 1e-9 };
/** A rate of this size, against 42 at the start, is zero. */
const NOTHING = 1e-3;

interface Row {
  readonly scenario: string;
  readonly month: number;
  readonly values: readonly (readonly [name: string, value: number])[];
}

const [head = [], ...lines] = csv('golden/runs.csv');
const rows: readonly Row[] = lines.map(([scenario = '', month, ...values]) => ({
  scenario,
  month: Number(month),
  values: values.map((value, k) => [head[k + 2] ?? '', Number(value)] as const),
}));
const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
const every = [...prepared.bound.scenarios.keys()];

describe('the golden values', () => {
  it('are 119 rows of 14 runs', () => {
    expect(rows).toHaveLength(119);
    expect(scenarios).toHaveLength(14);
  });

  it.each(scenarios.filter((id) => id !== FLOOR.scenario))('%s, at the step of the file', (id) => {
    expect(worst(id, run({ scenario: id, dt: DT }))).toBeLessThan(GOLDEN);
  });

  it.each(every.filter((id) => !WITH_FLOOR.includes(id)))('%s, unchanged at half the step', (id) => {
    for (const [name, change] of halvingChanges(id)) expect(change, name).toBeLessThan(GOLDEN);
  });

  it.each(WITH_FLOOR.slice(1))('%s, nearly unchanged at half the step', (id) => {
    for (const [name, change] of halvingChanges(id)) {
      expect(change, name).toBeLessThan(name === 'recruitment_start' ? ONE_OFF.recruitment : ONE_OFF.stocks);
    }
  });

  it.each(['rk45', 'gear'] as const)('with %s, which chooses its own steps', (method) => {
    for (const id of ['covid-base', 'close-information', 'supply-side-only']) {
      expect(worst(id, run({ scenario: id, method, tolerance: TIGHT })), id).toBeLessThan(GOLDEN);
    }
  });

  it('without the four systems, in small steps and in those of the file', () => {
    const { scenario } = FLOOR;
    expect(worst(scenario, run({ scenario, dt: FLOOR.dt }))).toBeLessThan(GOLDEN);
    expect(worst(scenario, run({ scenario, dt: DT }), ['recruitment_start'])).toBeLessThan(FLOOR.stocks);
    expect(worst(scenario, run({ scenario, dt: DT }))).toBeLessThan(FLOOR.recruitment);
  });

  it('hold for every stock of the base run at the end of 2030', () => {
    const [, ...stocks] = csv('golden/covid-base-stocks.csv');
    expect(stocks).toHaveLength(19);
    for (const [name = '', value] of stocks) {
      expect(gap(at(run()(name), END_2030), Number(value)), name).toBeLessThan(GOLDEN);
    }
  });
});

/** Largest relative difference from the golden values of a run, leaving out some columns. */
function worst(scenario: string, series: SeriesOf, without: readonly string[] = []): number {
  const gaps = rows
    .filter((row) => row.scenario === scenario)
    .flatMap(({ month, values }) =>
      values
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => gap(at(series(name), month), value)),
    );
  expect(gaps.length).toBeGreaterThan(0);
  return Math.max(...gaps);
}

/** Largest relative change of each golden column when the step is halved. */
function halvingChanges(scenario: string): readonly (readonly [name: string, change: number])[] {
  const [whole, half] = [run({ scenario, dt: DT }), run({ scenario, dt: DT / 2 })];
  return head.slice(2).map((name) => {
    const gaps = [...whole(name)].map((value, month) => gap(value, at(half(name), month)));
    return [name, Math.max(...gaps)] as const;
  });
}

function gap(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.max(Math.abs(expected), NOTHING);
}

function csv(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}
