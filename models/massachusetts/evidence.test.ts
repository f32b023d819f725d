import {
  checkEvidence,
  type Evidence,
  evidenceInForce,
  influences,
  isGap,
  modelConstants,
  resolveName,
} from '@weir/study';
import { openEvidence } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { corrected, published, settled } from './testing/corrected-model.js';

const evidence: Evidence = settled(openEvidence('massachusetts'));
const bound = settled(checkEvidence(evidence, published));

describe('evidence of the Massachusetts model', () => {
  it('is recorded for every constant, and for every correction', () => {
    expect(bound).toHaveLength(modelConstants(published).length);
    expect([...evidence.corrections.keys()].sort()).toEqual(
      [...(published.offered?.corrections.keys() ?? [])].sort(),
    );
  });

  it('says of assumptions that they are assumptions, and of sources which', () => {
    for (const { entry } of bound) {
      const { name, status, grade, reasoning } = entry;
      if (isGap(entry)) expect(grade, name).toBe('none');
      else if (entry.sources.length > 0 && grade === 'none')
        // A source for what a value should be is none for the value that stands there.
        expect(['structure', 'policy'], name).toContain(status);
      if (status === 'assumed') expect(reasoning, name).toMatch(/assumption|Taken as/);
      if (status === 'measured') expect(['A', 'B'], name).toContain(grade);
    }
    // Every source is cited somewhere.
    const cited = new Set([
      ...bound.flatMap(({ entry }) =>
        [entry.sources, ...entry.alternatives.map(({ sources }) => sources)].flat(),
      ),
      ...[...evidence.estimates.values()].flatMap(({ sources }) => sources),
      ...[...evidence.corrections.values()].flatMap(({ sources }) => sources),
    ]);
    expect([...evidence.sources.keys()].filter((id) => !cited.has(id))).toEqual([]);
  });

  it('gives Table 1 of the paper by its arithmetic', () => {
    const table = Object.fromEntries([...evidence.estimates].map(([name, { value }]) => [name, value]));
    expect(table).toMatchObject({
      men: 3_498_347,
      buyers_a_month: 20_823,
      purchases_a_month: 155_801,
      trafficked_sellers: 9_529,
      purchases_of_trafficked: 1_032_256,
    });
    // Finding D17: what the paper uses for a month is per year.
    expect(table.purchases_a_year_each).toBe(7.482);
    expect(table.purchases_a_month_each).toBeCloseTo(7.482 / 12, 12);
  });

  it('has the ranges of the study file, where that has bounds from evidence', () => {
    const own = published.study.ranges.find(({ id }) => id === 'evidence')?.inputs ?? new Map();
    expect(own.size).toBeGreaterThan(9);
    for (const [name, { numbers }] of own) {
      const variable = settled(resolveName(published.bound.names, name));
      const entry = bound.find(({ constant }) => constant.variable === variable)?.entry;
      expect([numbers.low, numbers.high], name).toEqual(entry?.range);
    }
  });

  it('says of a corrected model what is recorded for its corrections', () => {
    const inForce = evidenceInForce(evidence, corrected('recommended,D4b'));
    const of = (name: string) => inForce.find(({ constant }) => constant.variable.name === name);
    expect(of('Adult emergency recovery share')).toMatchObject({ correction: 'D4b', entry: { value: 0.15 } });
    expect(of('Reference revenue per trafficker')).toMatchObject({ correction: 'D15' });
    expect(of('Adult homelessness share')).toMatchObject({ correction: 'D1c' });
    expect(of('Criminal record obstacle')?.correction).toBeUndefined();
    expect(of('Base inflow of buyers')).toMatchObject({ correction: 'D17', solvedBy: 'Recalibrated' });
    expect(inForce).toHaveLength(modelConstants(corrected('recommended,D4b')).length);
  });

  it('has influences that equal differences of fixed points', () => {
    const one = bound.filter(({ entry }) => entry.name === 'sb_benefit');
    const found = settled(influences(published, one));
    expect(found).toMatchObject({
      policies: ['full-decriminalization', 'partial-decriminalization'],
      outcome: 'trafficked_sellers',
    });
    // Block b of the independent computation: 10,132.40 and 9,350.49 of 9,915.51.
    const [benefit] = [...found.byConstant.values()];
    expect(benefit?.differences[1]).toBeCloseTo(2.18735 + 5.69837, 3);
    expect(benefit?.range).toEqual([160, 240]);
  });
});
