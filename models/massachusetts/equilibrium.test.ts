import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { simulate, solveEquilibrium } from '@weir/engine';
import { equilibriumOf, equilibriumSolverOf, resolveName } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

type Values = Readonly<Record<string, number>>;

interface FixedPoint {
  readonly outcomes: Values;
  readonly slowest_time_constant: number;
  readonly stocks?: Values;
  readonly eigenvalues?: readonly (readonly [number, number])[];
}

interface Golden {
  readonly scenarios: Readonly<Record<string, FixedPoint>>;
  readonly extremes: readonly { readonly set: Values; readonly outcomes: Values }[];
}

const models = new URL('./', import.meta.url);
const golden: Golden = JSON.parse(readFileSync(new URL('published/fixed-points.json', models), 'utf8'));
const opened = openStudy(fileURLToPath(models));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
const prepared = opened.value;
const made = equilibriumSolverOf(prepared);
if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
const solver = made.value;

function slotOf(name: string) {
  const found = resolveName(prepared.bound.names, name);
  if (!found.ok) throw new Error(`${name} is not in the study`);
  return found.value.slot;
}

/** Solves with archive names set. */
function solve(set: Values) {
  const inputs = Object.entries(set).map(([name, value]) => ({ slot: slotOf(name), value }));
  const result = solveEquilibrium(solver, inputs, { timeStep: 1 / 16 });
  const read = (name: string) => result.values[slotOf(name)] ?? Number.NaN;
  return { result, read };
}

/** Names whose value is not the expected one. */
function wrong(expected: Values, read: (name: string) => number, tolerance: number) {
  return Object.entries(expected).flatMap(([name, value]) => {
    const found = read(name);
    return Math.abs(found - value) <= tolerance * Math.abs(value) + 1e-9 * tolerance
      ? []
      : [{ name, value, found }];
  });
}

describe.each(Object.entries(golden.scenarios))('the fixed point of %s', (scenario, expected) => {
  const set = prepared.bound.scenarios.get(scenario)?.inputs ?? [];
  const result = solveEquilibrium(
    solver,
    set.map(({ variable, value }) => ({ slot: variable.slot, value })),
  );
  const read = (name: string) => result.values[slotOf(name)] ?? Number.NaN;

  it('is that of the 60-digit computation', () => {
    expect(result).toMatchObject({ verdict: 'ok', method: 'followed', basin: 'yes', stability: 'stable' });
    expect(result.residual).toBeLessThan(1e-13);
    expect(wrong({ ...expected.outcomes, ...expected.stocks }, read, 1e-11)).toEqual([]);
    expect(result.slowestTime).toBeCloseTo(expected.slowest_time_constant, 6);
  });

  it('has its eigenvalues', () => {
    for (const [index, [real, imaginary]] of (expected.eigenvalues ?? []).entries()) {
      // Printed with 9 digits, in the order of the real parts; pairs in either order.
      expect(result.eigenvalues?.[index]?.real).toBeCloseTo(real, 7);
      expect(Math.abs(result.eigenvalues?.[index]?.imaginary ?? Number.NaN)).toBeCloseTo(
        Math.abs(imaginary),
        7,
      );
    }
  });
});

it.each(golden.extremes)('extreme settings: $set', ({ set, outcomes }) => {
  const { result, read } = solve(set);
  expect(result).toMatchObject({ verdict: 'ok', stability: 'stable' });
  expect(wrong(outcomes, read, 1e-9)).toEqual([]);
});

it('without an exit for people with records there is no fixed point', () => {
  expect(solve({ crim_record_obstacle: 1 }).result.verdict).not.toBe('ok');
});

const reference = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

it('all extreme settings of the reference, where it is at hand', (context) => {
  const file = `${reference}golden-massachusetts.json`;
  if (!existsSync(file)) context.skip(`no ${reference}`);
  const { d_extreme_settings: block }: { d_extreme_settings: { settings: readonly Extreme[] } } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  expect(block.settings).toHaveLength(60);
  for (const { id, parameter, value, status, stocks } of block.settings) {
    const { result, read } = solve({ [parameter]: value });
    expect(result.verdict === 'ok', id).toBe(status !== 'no_fixed_point');
    if (stocks !== undefined) expect(wrong(stocks, read, 1e-9), id).toEqual([]);
  }
});

interface Extreme {
  readonly id: string;
  readonly parameter: string;
  readonly value: number;
  readonly status: string;
  readonly stocks?: Values;
}

describe('identities in closed form, at the default', () => {
  const { read } = solve({});
  const near = (found: number, expected: number) => expect(found / expected - 1).toBeCloseTo(0, 10);

  it('buyers, traffickers, price and demand', () => {
    const entry = (read('sb_base_rate') * (read('csw_acceptance') + 1 - read('trafficking_educ'))) / 2;
    const exit = (read('buyer_risk') / 0.1 + read('cost') / read('sb_benefit')) / 2;
    near(read('Buyers'), entry / exit);
    const trade = read('demand') * read('cost') * (1 - read('overall_prosecution_level'));
    const pull = (read('st_recruitment') + read('org_crime_prevalence')) / 2;
    near(read('Traffickers'), Math.sqrt((trade * pull) / read('idle_share')));
    near(read('cost'), (1000 * read('demand')) / read('supply'));
    near(read('demand'), read('Buyers') * 10 * (1 - 0.0098 * 3));
  });

  it('services filled to their free places', () => {
    near(read('STServicesAdult'), (250 * 12) / 13);
    near(read('LTServicesAdult'), 96);
    near(read('STServicesYouth'), (500 * 12) / 13);
    near(read('LTServicesYouth'), 192);
    near(read('EmServicesAdult'), 0.75 * read('AdultExiting'));
  });

  it('symmetries: only the sum of two parameters counts, and only the difference of two others', () => {
    const sum = solve({ st_recruitment: 0.3, org_crime_prevalence: 0.2 });
    const same = solve({ st_recruitment: 0.1, org_crime_prevalence: 0.4 });
    near(sum.read('TotalTSS'), same.read('TotalTSS'));
    const difference = solve({ csw_acceptance: 0.6, trafficking_educ: 0.4 });
    const shifted = solve({ csw_acceptance: 0.5, trafficking_educ: 0.3 });
    near(difference.read('Buyers'), shifted.read('Buyers'));
  });
});

describe('random sets, each parameter within 20 % of its default', () => {
  // All of them, those that the archive writes as bare numbers too: some sets make flows negative, and stocks with them.
  const parameters = prepared.program.variables.filter(({ timing }) => timing === 'constant');
  const { result: base } = solve({});
  // A multiplicative congruential generator (Park and Miller): reproducible, and good enough for a spread.
  function* uniform(seed: number): Generator<number, never> {
    for (let state = seed; ; ) {
      state = (state * 16807) % 2147483647;
      yield state / 2147483647;
    }
  }
  const draws = uniform(20);
  const sets = Array.from({ length: 200 }, () =>
    parameters.map(({ slot }) => ({
      slot,
      value: (base.values[slot] ?? 0) * (0.8 + 0.4 * draws.next().value),
    })),
  );

  it('long time integration agrees to 1e-6', () => {
    const executable = prepared.executable('javascript');
    const stop = { kind: 'steady', tolerance: 1e-9, checkEvery: 5, cap: 5000 } as const;
    let [followed, claimed] = [0, 0];
    for (const [index, inputs] of sets.entries()) {
      const result = solveEquilibrium(solver, inputs, { timeStep: 1 / 16 });
      if (result.method === 'followed') followed += 1;
      // What the solver does not claim is counted below.
      if (result.basin !== 'yes') continue;
      claimed += 1;
      const run = simulate(executable, inputs, { method: 'rk4', dt: 1 / 4, stop });
      if (run.status !== 'ok') throw new Error(run.message);
      for (const { slot } of prepared.program.stocks) {
        const [found, expected] = [result.values[slot] ?? Number.NaN, run.values[slot] ?? Number.NaN];
        expect(Math.abs(found - expected), `set ${index}`).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
      }
    }
    expect(followed).toBeGreaterThanOrEqual(160);
    expect(claimed).toBeGreaterThanOrEqual(199);
  });

  it('other starts reach the same point', () => {
    const probes = equilibriumOf(prepared, { set: new Map(), probes: 12, seed: 3 }, solver);
    expect(probes.ok && probes.value.probes).toMatchObject({ count: 12, other_points: [] });
  });
});
