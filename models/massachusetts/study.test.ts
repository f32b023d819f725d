import { fileURLToPath } from 'node:url';
import { type RunRequest, resolveName, runScenario, shortNameOf } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const prepared = opened.value;
const { study, program, bound } = prepared;

function run(changes: Partial<RunRequest>) {
  const outcome = runScenario(prepared, {
    set: new Map(),
    until: 'equilibrium',
    backend: 'javascript',
    ...changes,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
  return outcome.value;
}

describe('the study', () => {
  it('is read without a warning', () => {
    expect(opened.diagnostics).toEqual([]);
  });

  it('has the outcomes and scenarios that others rely on', () => {
    expect(study.outcomes.map(({ id }) => id).sort()).toEqual(
      [
        'trafficked_sellers',
        'sellers',
        'trafficked_youth',
        'nontrafficked_sellers',
        'trafficked_share',
        'record_share',
        'exited_record_share',
        'traffickers',
        'buyers',
        'demand',
        'price',
        'emergency_services_adult',
        'short_term_services_adult',
        'long_term_services_adult',
        'adult_recidivism',
        'trafficked_adults',
        'people_in_services',
        'seller_capacity',
      ].sort(),
    );
    expect(study.scenarios.map(({ id }) => id)).toEqual([
      'criminalization',
      'full-decriminalization',
      'partial-decriminalization',
      'equality-model',
      'equality-model-as-run',
      'expungement',
    ]);
    expect(bound.baseline.definition.id).toBe('criminalization');
    expect(study.scenarios.filter(({ secondary }) => secondary).map(({ id }) => id)).toEqual([
      'equality-model-as-run',
    ]);
  });

  it('gives every variable of the model a short name', () => {
    const without = program.variables.filter(
      ({ kind, key }) => kind !== 'hidden' && !bound.names.shortNames.has(key),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
    const nameOf = (typed: string) => {
      const found = resolveName(bound.names, typed);
      return found.ok ? shortNameOf(bound.names, found.value) : undefined;
    };
    expect(nameOf('PCTEXPUNGEMENT')).toBe('pctExpungement');
    expect(nameOf('Criminal record obstacle')).toBe('crim_record_obstacle');
    expect(nameOf('seller_prosecution_culture')).toBe('prosecution_culture');
  });

  it('names people first', () => {
    const words = [
      ...study.outcomes.flatMap(({ label, limit }) => [label, limit ?? '']),
      ...study.scenarios.flatMap(({ label, summary, remark }) => [label, summary, remark ?? '']),
      study.limits.strip,
      ...study.limits.points,
    ].join('\n');
    expect(words).not.toMatch(/prostitut|\bjohns?\b|\bpimps?\b|\bslaves?\b|\bvictims?\b|\brescue/i);
  });
});

describe('runs', () => {
  it('come to rest at the fixed point', () => {
    // Fixed points of massachusetts-model.md, section 13, to the digits printed there.
    const printed = {
      criminalization: [9915.51, 12387.09, 1414.12, 2225.493, 20693.99],
      'full-decriminalization': [10132.4, 12896.9, 1637.08, 2414.803, 21785.46],
      'partial-decriminalization': [9350.49, 11809.43, 1535.67, 2260.551, 20215.09],
      'equality-model': [9184.54, 11646.29, 1561.61, 2263.436, 20081.38],
      'equality-model-as-run': [9266.62, 11726.77, 1548.77, 2262.006, 20147.47],
      expungement: [9627.23, 12099.49, 1440.33, 2230.199, 20463.36],
    };
    for (const [scenario, [all, sellers, youth, traffickers, buyers]] of Object.entries(printed)) {
      const { outcomes, stop, settings } = run({ scenario });
      expect(stop.reason).toBe('equilibrium');
      expect(settings).toMatchObject({ method: 'rk4', dt: 1 / 16 });
      expect(outcomes.trafficked_sellers).toBeCloseTo(all ?? Number.NaN, 2);
      expect(outcomes.sellers).toBeCloseTo(sellers ?? Number.NaN, 2);
      expect(outcomes.trafficked_youth).toBeCloseTo(youth ?? Number.NaN, 2);
      expect(outcomes.traffickers).toBeCloseTo(traffickers ?? Number.NaN, 3);
      expect(outcomes.buyers).toBeCloseTo(buyers ?? Number.NaN, 2);
    }
  });

  it('take the method and step of the file until a month', () => {
    expect(run({ until: 3 }).settings).toEqual({
      method: 'euler',
      dt: 0.001,
      until: 3,
      backend: 'javascript',
    });
  });

  it('are the same in both backends, to the last bit', () => {
    const { stocks, outcomes } = run({ until: 3, scenario: 'equality-model' });
    const oracle = run({ until: 3, scenario: 'equality-model', backend: 'interpreter' });
    expect([oracle.stocks, oracle.outcomes]).toEqual([stocks, outcomes]);
  });

  it('of one set of values have one id, whatever they are called', () => {
    const partial = run({ until: 1, scenario: 'partial-decriminalization' });
    expect(run({ until: 1, set: new Map([['Prosecution of selling', 0]]) }).run_id).toBe(partial.run_id);
    expect(run({ until: 1 }).run_id).not.toBe(partial.run_id);
  });
});
