import { solveEquilibrium } from '@weir/engine';
import { equilibriumSolverOf, type PreparedStudy } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { corrected, farthest, published, restsOf, settled } from './testing/corrected-model.js';

/** Trafficked people without and with a record, and the share of exits that a record blocks. */
const ADULTS = ['TraffickedSS', 'TraffickedSSwCrimRecord'] as const;
const YOUTH = ['TraffickedYouthSS', 'TraffickedYouthSSwCrimRecord'] as const;
const OBSTACLE = 0.6;

const SCENARIOS = [...published.bound.scenarios.keys()];
const plain = restsOf(published);

describe('A1c', () => {
  const followed = restsOf(corrected('A1c'));
  const noProsecution = {
    prosecution_culture: 0,
    prosecution_culture_v: 0,
    prosecution_culture_s: 0,
    prosecution_culture_youth: 0,
    prosecution_culture_youth_v: 0,
    prosecution_culture_youth_s: 0,
  };

  it('the balance of records of A1c', () => {
    for (const scenario of SCENARIOS) {
      const { stocks } = followed(scenario);
      const share = (name: string) => (stocks[`${name} with record`] ?? 0) / (stocks[shortOf(name)] ?? 0);
      for (const people of ['Adults', 'Young people']) {
        // Nobody's record changes what service a person finds or how long it takes.
        const leaving = share(`${people} leaving`);
        for (const level of ['emergency', 'short term', 'long term'])
          expect(share(`${people} in ${level} services`)).toBeCloseTo(leaving, 10);
        // Of those who leave trafficking, the record keeps back the same share of everybody who has one.
        const [without, having] = people === 'Adults' ? ADULTS : YOUTH;
        const left = (1 - OBSTACLE) * (stocks[having] ?? Number.NaN);
        const relief = scenario === 'expungement' ? 0.1 : 0;
        expect(leaving).toBeCloseTo((left * (1 - relief)) / (left + (stocks[without] ?? Number.NaN)), 10);
        // The record keeps a person vulnerable, so more of those who stay so have one.
        expect(share(`${people} out but vulnerable`)).toBeGreaterThan(leaving);
      }
    }
  });

  it('the balance of records of A1c, of people who are out and who return', () => {
    const flows = flowsAtRest(corrected('recommended'));
    const sum = (names: readonly string[]) => names.reduce((total, name) => total + flows(name), 0);
    const services = ['emergency', 'short term', 'long term'];
    const share = (name: string) => flows(`${name} with record`) / flows(name);
    for (const people of ['Adults', 'Young people']) {
      const vulnerable = services.map((level) => `${people} vulnerable after ${level} services`);
      const completing = services.map((level) => `${people} completing ${level} services`);
      const returning = services.map((level) => `${people} returning from ${level} services`);
      const unserved = `${people} leaving without services`;
      const aged = people === 'Adults' ? 'Young people out turning 18' : undefined;
      const agedIn = aged === undefined ? 0 : flows(aged);
      const leaving = share(`${people} leaving`);
      // Everyone with a record who completes services stays vulnerable; nobody in this chain gets or loses one.
      const out =
        (leaving * sum([unserved, ...completing]) + agedIn * share('Young people out but vulnerable')) /
        (sum([unserved, ...vulnerable]) + agedIn);
      expect(share(`${people} out but vulnerable`)).toBeCloseTo(out, 10);
      const again = `${people} out starting to return`;
      const back = (leaving * sum(returning) + out * flows(again)) / sum([...returning, again]);
      expect(share(`${people} returning`)).toBeCloseTo(back, 10);
    }
  });

  it('A1c without records', () => {
    const other = followed('criminalization', noProsecution);
    expect(farthest(plain('criminalization', noProsecution).stocks, other.stocks)).toBeLessThan(1e-10);
    expect(other.outcomes.exited_record_share).toBeLessThan(1e-12);
  });

  it('A1c with all records sealed', () => {
    const set = { pctExpungement: 1 };
    const [one, other] = [plain('criminalization', set), followed('criminalization', set)];
    expect(farthest(one.stocks, other.stocks)).toBeLessThan(1e-10);
    expect(other.outcomes.exited_record_share).toBeLessThan(1e-12);
  });
});

function shortOf(name: string): string {
  return [...published.study.variables].find(([, readable]) => readable === name)?.[0] ?? name;
}

/** Every value of a model at the rest of current law, by name. */
function flowsAtRest(prepared: PreparedStudy): (name: string) => number {
  const { values } = solveEquilibrium(settled(equilibriumSolverOf(prepared)));
  return (name) => {
    const variable = prepared.program.variables.find((one) => one.name === name);
    if (variable === undefined) throw new Error(`no ${name}`);
    return values[variable.slot] ?? Number.NaN;
  };
}
