import { describe, expect, it } from 'vitest';
import { runEnsemble } from '../ensemble/run-ensemble.js';
import { settled, TANK_MODEL, TANK_STUDY, tank } from '../testing/small-study.js';
import { planSensitivity } from './plan-sensitivity.js';
import { curvesCsv, sensitivityCsv } from './sensitivity-csv.js';
import type { SensitivityDocument } from './sensitivity-document.js';
import { SENSITIVITY_METHODS } from './sensitivity-method.js';
import { sensitivityOf } from './sensitivity-of.js';
import type { SensitivityRequest } from './sensitivity-request.js';

const RANGES = `ranges:
  20pct:
    label: Plus or minus 20 %
    justification: An assumption.
    relative:
      - by: 0.2
        inputs: [rate, stay]
`;
const prepared = tank(TANK_STUDY.replace('limits:', `${RANGES}limits:`));
const usual = { ranges: '20pct', until: 'equilibrium', outcomes: ['people'] } as const;

function ask(
  request: Partial<SensitivityRequest> & Pick<SensitivityRequest, 'analysis'>,
): SensitivityDocument {
  const plan = settled(planSensitivity(prepared, { ...usual, ...request }));
  return settled(sensitivityOf(plan, settled(runEnsemble(plan.ensemble)))).document;
}
const codes = (request: Partial<SensitivityRequest>, of = prepared) =>
  planSensitivity(of, { analysis: 'prcc', ...usual, ...request }).diagnostics.map(({ code }) => code);
const valuesOf = (document: SensitivityDocument, key: string) =>
  (document.outcomes[0]?.indices ?? []).map(({ values }) => values[key]);

// At rest, people = rate x stay, each uniform within 20 %: the variance of one relative to its square is v.
const v = 0.2 ** 2 / 3;
const whole = 2 * v + v * v;

describe('what drives the tank', () => {
  it("Sobol' indices and Shapley effects of a product are known", () => {
    const sobol = ask({ analysis: 'sobol', n: 256, replicates: 8 });
    for (const first of valuesOf(sobol, 'first')) expect(first).toBeCloseTo(v / whole, 2);
    for (const total of valuesOf(sobol, 'total')) expect(total).toBeCloseTo((v + v * v) / whole, 2);
    const shapley = ask({ analysis: 'shapley', n: 2000 });
    for (const share of valuesOf(shapley, 'share')) expect(share).toBeCloseTo(0.5, 1);
    const concerns = sobol.outcomes[0]?.report.concerns.map(({ code }) => code);
    expect(concerns).not.toContain('no-interval');
    expect(concerns).not.toContain('wide-interval');
  });

  it('one at a time, people move as the input does', () => {
    for (const analysis of ['oat', 'tornado', 'curve'] as const) {
      const found = ask({ analysis, n: 5 });
      const [outcome] = found.outcomes;
      expect(outcome?.baseline).toBeCloseTo(20, 9);
      for (const { values } of outcome?.indices ?? []) {
        expect(values.index).toBeCloseTo(40, 7);
        expect(values.at_low_percent).toBeCloseTo(-20, 7);
        expect(values.at_high_percent).toBeCloseTo(20, 7);
      }
      expect(outcome?.curves[0]?.inputs).toEqual([4, 4.5, 5, 5.5, 6]);
      expect(outcome?.curves[0]?.outputs.map((y) => Math.round(y * 1e6) / 1e6)).toEqual([16, 18, 20, 22, 24]);
    }
  });

  it('elementary effects of a product: a step through the range moves it by 0.4 of the other', () => {
    const [rate, stay] = valuesOf(ask({ analysis: 'morris', n: 40 }), 'mu_star');
    for (const muStar of [rate, stay]) expect(muStar).toBeCloseTo(8, 0);
  });

  it('both inputs raise people, in rank', () => {
    for (const prcc of valuesOf(ask({ analysis: 'prcc', n: 300 }), 'prcc'))
      expect(prcc).toBeGreaterThan(0.95);
  });

  it('a change between scenarios depends on what one of them leaves free, draw by draw', () => {
    const change = ask({ analysis: 'prcc', n: 100, scenario: 'busy', against: 'now' });
    expect(change).toMatchObject({ scenario: 'busy', against: 'now', change: 'percent', held: [] });
    // 100 (10 stay / (rate stay) - 1) falls with the rate alone.
    expect(change.outcomes[0]).toMatchObject({ unit: '%', label: 'change of people inside' });
    expect(valuesOf(change, 'prcc')[0]).toBe(-1);
    const difference = ask({
      analysis: 'sobol',
      n: 64,
      scenario: 'busy',
      against: 'now',
      change: 'difference',
    });
    expect(difference.outcomes[0]?.unit).toBe('person');
  });

  it('does not vary what a scenario or a person sets', () => {
    const busy = ask({ analysis: 'curve', scenario: 'busy' });
    expect(busy.inputs.map(({ name }) => name)).toEqual(['stay']);
    expect(busy.held).toEqual(['rate']);
    expect(busy.outcomes[0]?.baseline).toBeCloseTo(40, 9);
    const set = ask({ analysis: 'curve', set: new Map([['stay', 8]]) });
    expect(set.held).toEqual(['stay']);
    expect(set.outcomes[0]?.baseline).toBeCloseTo(40, 9);
  });

  it('over time, gives indices at every month asked for', () => {
    const found = ask({ analysis: 'prcc', n: 60, until: 20, at: [0, 5] });
    expect(found.outcomes.map(({ outcome }) => outcome)).toEqual(['people', 'people@0', 'people@5']);
    // At the start nothing varies: no index, rather than 0.
    expect(found.outcomes[1]?.indices[0]).toMatchObject({ undefined_because: 'constant-output', values: {} });
    expect(found.outcomes[1]?.report.verdict).toBe('none');
  });

  it.each(SENSITIVITY_METHODS)('%s: the same seed gives the same document, and no NaN', (analysis) => {
    const n = analysis === 'sobol' ? 8 : 12;
    const once = ask({ analysis, n, seed: 7 });
    expect(ask({ analysis, n, seed: 7 })).toEqual(once);
    for (const text of [JSON.stringify(once), sensitivityCsv(once), curvesCsv(once)])
      expect(text).not.toMatch(/NaN|Infinity|undefined(?!_because)/);
    for (const { indices, report } of once.outcomes) {
      expect(indices).toHaveLength(2);
      expect(report.sentence).not.toBe('');
    }
  });

  it('few runs are said to be too few', () => {
    for (const n of [1, 2, 3]) {
      const [outcome] = ask({ analysis: 'prcc', n }).outcomes;
      expect(outcome?.indices.map(({ undefined_because }) => undefined_because)).toContain('too-few-runs');
      expect(outcome?.report.verdict).toBe('none');
    }
  });
});

describe('an analysis is refused', () => {
  it.each<readonly [string, Partial<SensitivityRequest>]>([
    ['unknown-ranges', { ranges: 'narrow' }],
    ['unknown-scenario', { scenario: 'bussy' }],
    ['unknown-scenario', { against: 'bussy' }],
    ['unknown-outcome', { outcomes: ['peeple'] }],
    ['unknown-name', { ranges: [{ name: 'rat', distribution: { kind: 'uniform', low: 0, high: 1 } }] }],
    ['not-settable', { ranges: [{ name: 'Double', distribution: { kind: 'uniform', low: 0, high: 1 } }] }],
    [
      'no-inputs',
      {
        set: new Map([
          ['rate', 1],
          ['stay', 2],
        ]),
      },
    ],
    ['bad-design', { analysis: 'sobol', n: 12 }],
  ])('with %s', (code, request) => {
    expect(codes(request)).toContain(code);
  });

  it('with set-twice where an input has two ranges', () => {
    const input = { name: 'rate', distribution: { kind: 'uniform', low: 4, high: 6 } } as const;
    expect(codes({ ranges: [input, { ...input, name: 'Arrival rate' }] })).toEqual(['set-twice']);
  });

  it('with no-default where a sweep has no baseline', () => {
    const computed = TANK_MODEL.replace('<eqn>4</eqn>', '<eqn>2 * Arrival_rate - 6</eqn>');
    const input = { name: 'stay', distribution: { kind: 'uniform', low: 3, high: 5 } } as const;
    expect(codes({ analysis: 'oat', ranges: [input] }, tank(TANK_STUDY, computed))).toEqual(['no-default']);
  });

  it('with sensitivity where too many runs failed', () => {
    const plan = settled(
      planSensitivity(prepared, {
        ...usual,
        analysis: 'prcc',
        n: 40,
        ranges: [{ name: 'stay', distribution: { kind: 'uniform', low: -4, high: 4 } }],
      }),
    );
    const found = sensitivityOf(plan, settled(runEnsemble(plan.ensemble)));
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['sensitivity']);
  });
});
