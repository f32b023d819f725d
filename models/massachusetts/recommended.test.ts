import { readFileSync } from 'node:fs';
import { checkUnits, lint, printUnits, referencesIn } from '@weir/model';
import { runScenario } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { corrected, farthest, published, restsOf, settled } from './testing/corrected-model.js';

const SCENARIOS = [...published.bound.scenarios.keys()];
const recommended = corrected('recommended');
const rest = restsOf(recommended);
const plain = restsOf(published);

type Numbers = Readonly<Record<string, number>>;

function constants(unit: RegExp): readonly (readonly [name: string, value: number])[] {
  const { executable, program, model } = recommended;
  const values = new Float64Array(program.variables.length);
  const { start, stop, dt } = program;
  executable('javascript').initialise(values, new Uint8Array(values.length), { start, stop, dt });
  return program.variables.flatMap(({ timing, key, name, slot }) => {
    const variable = model.variables.get(key);
    if (timing !== 'constant' || variable?.kind !== 'auxiliary' || variable.units === undefined) return [];
    if (referencesIn(variable.equation).length > 0) return [];
    return unit.test(printUnits(variable.units)) ? [[name, values[slot] ?? Number.NaN] as const] : [];
  });
}

describe('the recommended model', () => {
  it('has units that balance, and nothing for lint but results that people read', () => {
    expect(checkUnits(recommended.model)).toEqual([]);
    const found = lint(recommended.model).findings.filter(
      ({ code, severity }) => !(code === 'unused-variable' && severity === 'note'),
    );
    expect(found).toEqual([]);
  });

  it.each(SCENARIOS)('comes to a stable rest under %s, with nothing below zero', (scenario) => {
    const { stability, basin, outcomes, stocks } = rest(scenario);
    expect({ stability, basin }).toEqual({ stability: 'stable', basin: 'yes' });
    for (const value of [...Object.values(outcomes), ...Object.values(stocks)])
      expect(value).toBeGreaterThanOrEqual(0);
  });

  it.each(['', ',D4a', ',D4b', ',D5', ',D4b,D5', ',D18'])(
    'recommended%s has as many people trafficked under current law as the published model',
    (more) => {
      const found = restsOf(corrected(`recommended${more}`))().outcomes.trafficked_sellers;
      expect(Math.abs((found ?? 0) / (plain().outcomes.trafficked_sellers ?? 0) - 1)).toBeLessThan(1e-11);
    },
  );

  it('runs to rest where nobody says until when', () => {
    expect(recommended.defaultUntil).toBe('equilibrium');
    expect(corrected('structure').defaultUntil).toBe('published');
  });

  it('does not depend on the unit of money', () => {
    const money = constants(/USD/);
    expect(money.map(([name]) => name).sort()).toEqual([
      'Buyer benefit',
      'Desired revenue per person selling',
      'Price at full use',
      'Price floor',
      'Reference revenue per trafficker',
    ]);
    const inCents = Object.fromEntries(money.map(([name, value]) => [name, 100 * value]));
    for (const scenario of ['criminalization', 'full-decriminalization']) {
      const [dollars, cents] = [rest(scenario), rest(scenario, inCents)];
      expect(farthest(dollars.stocks, cents.stocks)).toBeLessThan(1e-9);
      expect(cents.outcomes.price).toBeCloseTo(100 * (dollars.outcomes.price ?? 0), 6);
    }
  });

  it('has twice the people in a state of twice the size', () => {
    const names = [
      ...['em', 'st', 'lt'].flatMap((level) =>
        ['', '_youth'].map((age) => `${level}_services_capacity${age}`),
      ),
      'total_adult_population',
      'total_youth_population',
      'sb_base_rate',
      'voluntary_entry_outside_pool',
      'Base inflow of traffickers',
    ];
    const all = new Map(constants(/^person(\/month)?$/));
    expect(all.size).toBe(names.length);
    const twice = Object.fromEntries([...all].map(([name, value]) => [name, 2 * value]));
    const [one, two] = [rest(), rest('criminalization', twice)];
    const halved = Object.entries(two.stocks).map(([name, value]) => [name, value / 2] as const);
    expect(farthest(one.stocks, Object.fromEntries(halved))).toBeLessThan(1e-9);
    expect(two.outcomes.price).toBeCloseTo(one.outcomes.price ?? 0, 8);
  });
});

it('current law stays at rest', () => {
  const request = { set: new Map<string, number>(), backend: 'javascript' } as const;
  const run = settled(runScenario(recommended, { ...request, until: 24, method: 'rk4', dt: 1 / 16 }));
  expect(farthest(run.stocks, rest().stocks)).toBeLessThan(1e-11);
  // The published rule ends a run no earlier than at month 100; at rest, no month is needed.
  const steady = settled(runScenario(recommended, { ...request, until: 'equilibrium' }));
  expect(steady.stop.month).toBeLessThan(10);
});

describe('corrections that change no number', () => {
  it.each([
    ['D15 changes no number', 'D15'],
    ['A2 changes no number', 'A2'],
    ['W1 changes no number', 'W1'],
    ['A10 changes no number', 'A10'],
  ])('%s', (_, id) => {
    const other = restsOf(corrected(id));
    for (const scenario of SCENARIOS)
      expect(farthest(plain(scenario).stocks, other(scenario).stocks)).toBeLessThan(1e-11);
  });
});

it('D13c rests where D13 does', () => {
  const [one, other] = [restsOf(corrected('D13')), restsOf(corrected('D13c'))];
  for (const scenario of SCENARIOS)
    expect(farthest(one(scenario).stocks, other(scenario).stocks)).toBeLessThan(1e-11);
});

it('the homelessness shares of D1c', () => {
  const { outcomes } = restsOf(corrected('D1c'))();
  // The audit gives these, for counts divided by the people of each age.
  expect(outcomes.trafficked_sellers).toBeCloseTo(9914.86, 2);
  expect(outcomes.sellers).toBeCloseTo(12396.51, 2);
  const { model } = corrected('D1c');
  const people = (share: string, population: string) =>
    numberOf(model.variables.get(keyOf(share))) * numberOf(model.variables.get(keyOf(population)));
  expect(people('pop_pct_adult_homeless', 'total_adult_population')).toBeCloseTo(33_809, 8);
  expect(people('pop_pct_youth_homeless', 'total_youth_population')).toBeCloseTo(11_682, 8);
});

it('services hold as many people as they have places', () => {
  const full = restsOf(corrected('A6'));
  // Short-term and long-term services are asked for by more people than they have places for.
  expect(full().stocks).toMatchObject({ STServicesAdult: 250, LTServicesAdult: 100, LTServicesYouth: 200 });
  const few = full('criminalization', { em_services_capacity: 600 });
  expect(few.stocks.EmServicesAdult).toBeCloseTo(600, 8);
  const before = plain('criminalization', { em_services_capacity: 600 });
  expect(before.stocks.EmServicesAdult).toBeCloseTo(300, 8);
});

it('Recalibrated finds the inflows of buyers of the independent computation', () => {
  const golden: { variants: Record<string, { set: Numbers }> } = JSON.parse(
    readFileSync(new URL('published/corrections-fixed-points.json', import.meta.url), 'utf8'),
  );
  const cases = {
    D4a_recalibrated: 'D4a',
    D4b_recalibrated: 'D4b',
    'D4b+D5_recalibrated': 'D4b,D5',
    all_D4b_recalibrated: 'code,D13,D14b,D4b,D5',
  };
  for (const [variant, asked] of Object.entries(cases)) {
    const { model } = corrected(`${asked},Recalibrated`);
    const expected = golden.variants[variant]?.set.sb_base_rate ?? Number.NaN;
    const found = numberOf(model.variables.get(keyOf('sb_base_rate')));
    expect(Math.abs(found / expected - 1), variant).toBeLessThan(1e-9);
  }
  // An exact invariance of the model: twelve times the buyers, a twelfth of the purchases of each.
  const [one, twelve] = ['code,D4b,Recalibrated', 'code,D4b,D17,Recalibrated'].map((asked) =>
    numberOf(corrected(asked).model.variables.get(keyOf('sb_base_rate'))),
  );
  expect((twelve ?? 0) / (one ?? 1)).toBeCloseTo(12, 9);
});

function keyOf(short: string) {
  const [variable] = published.bound.names.variables.get(
    [...published.bound.names.variables.keys()].find((key) => key === short.toLowerCase()) ?? fail(short),
  ) ?? [fail(short)];
  return (variable ?? fail(short)).key;
}

function numberOf(variable: unknown): number {
  if (typeof variable !== 'object' || variable === null || !('equation' in variable)) return fail('equation');
  const { equation } = variable;
  if (typeof equation !== 'object' || equation === null || !('value' in equation)) return fail('value');
  return Number(equation.value);
}

function fail(what: string): never {
  throw new Error(`no ${what}`);
}
