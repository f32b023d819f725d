import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { modelOf, settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { type ConfidenceResult, defectsOf, failsAtDefects } from './confidence-result.js';
import { runConfidenceTests } from './run-confidence-tests.js';

/** A model of people who come, stay in one of two ways, and leave; with some equations replaced. */
function model(...changes: readonly (readonly [from: string, to: string])[]): string {
  let text = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>Weir</vendor><product version="1">Weir</product><name>Places</name></header>
  <sim_specs method="RK4" time_units="month"><start>0</start><stop>40</stop><dt>0.125</dt></sim_specs>
  <model_units><unit name="person"/><unit name="month"/><unit name="USD"/></model_units>
  <model><variables>
    <stock name="Outside"><eqn>50</eqn><inflow>Coming</inflow><inflow>Returning</inflow><outflow>Entering</outflow><outflow>Giving up</outflow><units>person</units></stock>
    <stock name="Inside"><eqn>10</eqn><inflow>Entering</inflow><outflow>Returning</outflow><units>person</units></stock>
    <flow name="Coming"><eqn>Base_inflow * (1 - Refusal)</eqn><units>person/month</units></flow>
    <flow name="Entering"><eqn>Outside * Entry_rate * Free_share</eqn><units>person/month</units></flow>
    <flow name="Returning"><eqn>Inside / Stay</eqn><units>person/month</units></flow>
    <flow name="Giving up"><eqn>Outside * Loss_rate</eqn><units>person/month</units></flow>
    <aux name="Base inflow"><eqn>20</eqn><units>person/month</units></aux>
    <aux name="Refusal"><eqn>0.3</eqn><units>1</units><range min="0" max="1"/></aux>
    <aux name="Entry rate"><eqn>0.5</eqn><units>1/month</units></aux>
    <aux name="Loss rate"><eqn>0.2</eqn><units>1/month</units></aux>
    <aux name="Stay"><eqn>4</eqn><units>month</units></aux>
    <aux name="Places"><eqn>80</eqn><units>person</units></aux>
    <aux name="Beds"><eqn>120</eqn><units>person</units></aux>
    <aux name="In beds"><eqn>MIN(Inside, 0.25 * Beds)</eqn><units>person</units></aux>
    <aux name="Free share"><eqn>MAX(0, Places - Inside) / Places</eqn><units>1</units></aux>
    <aux name="Bed share"><eqn>(Beds - In_beds) / Beds</eqn><units>1</units></aux>
  </variables></model>
</xmile>
`;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
}

function result(id: string, ...changes: readonly (readonly [from: string, to: string])[]): ConfidenceResult {
  const prepared = settled(prepareStudy(undefined, modelOf(model(...changes))));
  const [found] = runConfidenceTests(prepared, { only: [id] });
  if (found === undefined) throw new Error(`no test ${id}`);
  return found;
}

describe('confidence tests', () => {
  it('pass a sound model, each with what was done, numbers, limits and source', () => {
    const results = runConfidenceTests(settled(prepareStudy(undefined, modelOf(model()))));
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(8);
    for (const one of results) {
      expect(one.done.length * one.found.length * one.limits.length * one.source.length).toBeGreaterThan(0);
      expect(one.numbers.every(({ value }) => !Number.isNaN(value))).toBe(true);
    }
  });

  it('give the same results again', () => {
    const prepared = tank();
    expect(runConfidenceTests(prepared)).toEqual(runConfidenceTests(prepared));
  });

  it('run scenarios with what they change at dates', () => {
    const dated = TANK_STUDY.replace('      rate: 10', '      rate: { to: 10, at: 5, over: 2 }');
    const [found] = runConfidenceTests(tank(dated), { only: ['family-members'] });
    expect(found?.outcome).toBe('passed');
    // From 20 at rest towards 40 from month 5 on; the run ends at month 20.
    expect(found?.numbers[1]?.value).toBeGreaterThan(0.5);
    const idle = TANK_STUDY.replace('      rate: 10', '      rate: { to: 5, at: 5, over: 2 }');
    expect(runConfidenceTests(tank(idle), { only: ['family-members'] })[0]?.outcome).toBe('failed');
  });

  it('tell what they are at', () => {
    const told: string[] = [];
    runConfidenceTests(tank(), {
      only: ['boundary', 'mass-balance'],
      onTest: (title, done, all) => told.push(`${done}/${all} ${title}`),
    });
    expect(told).toEqual(['0/2 Its boundary is stated', '1/2 Nothing is lost or made between stocks']);
  });

  // Each slip is found by one test, with the variable named.
  it.each<[string, [string, string], string]>([
    ['dimensional-consistency', ['Inside / Stay', 'Inside * Stay'], 'Returning'],
    ['flow-direction', ['Base_inflow * (1 - Refusal)', 'Base_inflow - Outside * Loss_rate * 3'], 'Coming'],
    ['non-negativity', ['Outside * Loss_rate<', 'Base_inflow * 2<'], 'Outside'],
    [
      'extreme-conditions',
      ['Outside * Loss_rate<', 'Outside * Loss_rate * (2 * (0.9 - Refusal))<'],
      'Giving up',
    ],
    ['parameter-bounds', ['<eqn>0.3</eqn>', '<eqn>1.3</eqn>'], 'Refusal'],
    ['own-whole', ['(Beds - In_beds) / Beds', '(Beds - In_beds) / Places'], 'Bed share'],
    ['added-shares', ['Outside * Loss_rate<', 'Outside * Loss_rate * (Refusal + Bed_share)<'], 'Giving up'],
    [
      'unit-scale',
      [
        'Base_inflow * (1 - Refusal)',
        'Base_inflow * (1 - Refusal) * MIN(1, Outside / 100 / Loss_rate * Loss_rate)',
      ],
      'Free share',
    ],
  ])('%s finds %o at `%s`', (id, slip, name) => {
    expect(result(id).outcome, 'the sound model').not.toBe('failed');
    const found = result(id, slip);
    expect(found.outcome).toBe('failed');
    expect(found.places.filter(({ fails }) => fails).map(({ variable }) => variable)).toContain(name);
  });

  it('unit-scale finds a constant of 1 that ties units together, and how much rests on it', () => {
    const price: [string, string] = [
      '<aux name="Base inflow"><eqn>20</eqn><units>person/month</units></aux>',
      '<aux name="Base inflow"><eqn>Wage * Drawn</eqn><units>person/month</units></aux><aux name="Wage"><eqn>20</eqn><units>USD</units></aux><aux name="Drawn"><eqn>1</eqn><units>person/month/USD</units></aux>',
    ];
    const found = result('unit-scale', price);
    expect(found.places.filter(({ fails }) => fails).map(({ variable }) => variable)).toEqual(['Drawn']);
    const other = result('unit-scale', [price[0], price[1].replace('<eqn>1</eqn>', '<eqn>1.5</eqn>')]);
    expect(other.outcome).toBe('passed');
  });

  it('a documented defect is told apart from a new one, and from one that a correction has mended', () => {
    const documented = '<units>person/month</units><doc>Finding D7 (proved): a test.</doc></flow>';
    const slip = 'Base_inflow - Outside * Loss_rate * 3';
    const found = result('flow-direction', [
      'Base_inflow * (1 - Refusal)</eqn><units>person/month</units></flow>',
      `${slip}</eqn>${documented}`,
    ]);
    expect(defectsOf(found)).toEqual(['D7']);
    expect(failsAtDefects(found)).toBe(true);
    expect(failsAtDefects(result('flow-direction', ['Base_inflow * (1 - Refusal)', slip]))).toBe(false);
  });

  it('integration-error sees a step that is too long', () => {
    expect(result('integration-error').outcome).toBe('passed');
    const coarse = result(
      'integration-error',
      ['method="RK4"', 'method="Euler"'],
      ['<dt>0.125</dt>', '<dt>2</dt>'],
    );
    expect(coarse.outcome).toBe('failed');
    expect(coarse.numbers[1]?.value).toBeGreaterThan(0.02);
  });

  it('equilibrium knows the point of rest and its slowest time', () => {
    const { numbers } = result('equilibrium', [
      'Outside * Entry_rate * Free_share',
      '0 * Outside * Entry_rate',
    ]);
    const value = (label: string) => numbers.find((one) => one.label === label)?.value;
    expect(value('residual, relative')).toBeLessThan(1e-9);
    // Two stocks apart: time constants of 1 / 0.2 and 4 months.
    expect(value('slowest time constant')).toBeCloseTo(5, 6);
  });

  it('mass-balance counts what crosses the boundary', () => {
    const { numbers, outcome } = result('mass-balance');
    expect(outcome).toBe('passed');
    expect(numbers.slice(0, 2).map(({ value }) => value)).toEqual([1, 2]);
  });
});

/** Two kinds of people who leave together and come back told apart by a share. */
function leaving(share: string, more = ''): string {
  const flow = (name: string, equation: string) =>
    `<flow name="${name}"><eqn>${equation}</eqn><units>person/month</units></flow>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>Weir</vendor><product version="1">Weir</product><name>Status</name></header>
  <sim_specs method="RK4" time_units="month"><start>0</start><stop>40</stop><dt>0.125</dt></sim_specs>
  <model_units><unit name="person"/><unit name="month"/></model_units>
  <model><variables>
    <stock name="Plain"><eqn>50</eqn><inflow>Coming</inflow><inflow>Back plain</inflow><outflow>Marking</outflow><outflow>Off plain</outflow><units>person</units></stock>
    <stock name="Marked"><eqn>10</eqn><inflow>Marking</inflow><inflow>Back marked</inflow><outflow>Off marked</outflow><units>person</units></stock>
    <stock name="Away"><eqn>5</eqn><inflow>Off plain</inflow><inflow>Off marked</inflow><outflow>Back plain</outflow><outflow>Back marked</outflow><outflow>Gone</outflow><units>person</units></stock>
    ${flow('Coming', '10 * Rate * Unit')}${flow('Marking', 'Plain * Rate')}
    ${flow('Off plain', 'Plain * Rate * 3')}${flow('Off marked', 'Marked * Rate')}
    ${flow('Back plain', 'Away * Rate * (1 - Split)')}${flow('Back marked', 'Away * Rate * Split')}${flow('Gone', 'Away * Rate')}
    <aux name="Rate"><eqn>0.2</eqn><units>1/month</units></aux>
    <aux name="Unit"><eqn>3</eqn><units>person</units></aux>
    <aux name="Split"><eqn>${share}</eqn><units>1</units></aux>
    ${more}
  </variables></model>
</xmile>`;
}

describe('status-memory', () => {
  const found = (share: string, more?: string) =>
    runConfidenceTests(settled(prepareStudy(undefined, modelOf(leaving(share, more)))), {
      only: ['status-memory'],
    })[0];

  it('finds a status that is given anew by the share of those who stayed', () => {
    const lost = found('Marked / (Plain + Marked)');
    expect(lost?.outcome).toBe('failed');
    expect(lost?.places.map(({ variable }) => variable)).toEqual(['Split']);
  });

  it('lets pass the share of those who leave', () => {
    expect(found('Off_marked / (Off_plain + Off_marked)')?.outcome).toBe('passed');
  });

  it('lets pass a coflow', () => {
    const marked =
      '<stock name="Marked away"><eqn>1</eqn><inflow>With mark</inflow><outflow>Out with mark</outflow><units>person</units></stock>' +
      '<flow name="With mark"><eqn>Off_marked</eqn><units>person/month</units></flow>' +
      '<flow name="Out with mark"><eqn>Marked_away * Rate * 2</eqn><units>person/month</units></flow>';
    const carried = found('Marked_away / Away', marked);
    expect([carried?.outcome, carried?.places]).toEqual(['passed', []]);
  });
});
