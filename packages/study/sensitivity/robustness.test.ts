import { describe, expect, it } from 'vitest';
import { runEnsemble } from '../ensemble/run-ensemble.js';
import { settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { planRobustness, type RobustnessRequest, robustnessOf } from './robustness.js';
import { robustnessCsv } from './robustness-csv.js';

const SECTIONS = `ranges:
  near:
    label: Near
    justification: An assumption.
    inputs:
      rate: { low: 4, high: 6 }
      stay: { low: 3, high: 5 }
  far:
    label: Far
    justification: An assumption.
    inputs:
      rate: { low: 0, high: 20 }
      stay: { low: 3, high: 5 }
  broken:
    label: Broken
    justification: An assumption.
    inputs:
      rate: { low: 4, high: 6 }
      stay: { low: -1, high: 3 }
  dying:
    label: Dying out
    justification: An assumption.
    inputs:
      stay: { kind: discrete, values: [1e-12, 4], weights: [1, 3] }
claims:
  busy-is-fuller:
    sentence: Twice the arrivals leave more people inside.
    source: A test.
    stated: publication
    outcome: people
    scenario: busy
    direction: higher
  busy-is-fuller-than-today:
    sentence: The same, compared with the arrivals of today.
    source: A test.
    stated: findings
    outcome: people
    scenario: busy
    direction: higher
    hold: [rate]
  busy-is-emptier:
    sentence: The opposite.
    source: A test.
    stated: findings
    outcome: people
    scenario: busy
    than: now
    direction: lower
`;
const study = (sections = SECTIONS) => tank(TANK_STUDY.replace('limits:', `${sections}limits:`));
const prepared = study();

function ask(request: Partial<RobustnessRequest>) {
  const whole: RobustnessRequest = { until: 'equilibrium', ranges: ['near'], n: 200, ...request };
  const plan = settled(planRobustness(prepared, whole));
  return robustnessOf(
    plan,
    plan.parts.map((part) => settled(runEnsemble(part.plan))),
  );
}
const codes = (request: Partial<RobustnessRequest>, of = prepared) =>
  planRobustness(of, { until: 'equilibrium', ranges: ['near'], n: 10, ...request }).diagnostics.map(
    ({ code }) => code,
  );

describe('the robustness of claims', () => {
  it('counts draws in which each holds, on the same draws for both scenarios', () => {
    const { claims } = ask({ ranges: ['near', 'far'] });
    const [fuller, held, emptier] = claims;
    // The scenario sets 10 arrivals: always more than 4 to 6, half of the time more than 0 to 20.
    expect(fuller?.by_ranges.near).toMatchObject({ attempted: 200, usable: 200, holds: 200, share: 1 });
    expect(fuller?.by_ranges.far?.holds).toBe(100);
    expect(fuller?.by_ranges.far?.opposite).toBe(100);
    expect(emptier?.by_ranges.far?.holds).toBe(100);
    // With the rate held at its default of 5, it doubles in every draw.
    expect(held?.by_ranges.far).toMatchObject({ holds: 200, equal: 0 });
    expect(held?.by_ranges.far?.change_percent?.median).toBeCloseTo(100, 9);
    expect(held?.at_default).toMatchObject({ holds: true });
    expect(held?.at_default?.change_percent).toBeCloseTo(100, 9);
    expect(emptier?.at_default?.holds).toBe(false);
  });

  it('counts failed draws against a claim', () => {
    const counts = ask({ ranges: ['broken'], claims: ['busy-is-fuller'] }).claims[0]?.by_ranges.broken;
    expect(counts?.attempted).toBe(200);
    expect(counts?.usable).toBeLessThan(200);
    expect(counts?.holds).toBeLessThanOrEqual(counts?.usable ?? 0);
    expect(counts?.share).toBe((counts?.holds ?? 0) / 200);
    const failed = Object.values(counts?.failed ?? {}).reduce((a, b) => a + b, 0);
    expect(failed).toBe(200 - (counts?.usable ?? 0));
  });

  it('takes what is left of something that dies out for nothing', () => {
    const counts = ask({ ranges: ['dying'], claims: ['busy-is-fuller'] }).claims[0]?.by_ranges.dying;
    expect(counts).toMatchObject({ attempted: 200, usable: 200, equal: 50, holds: 150 });
    expect(counts?.change_percent?.low).toBeCloseTo(100, 6);
  });

  it('gives the same document for the same seed, with an interval around every share', () => {
    const once = ask({ seed: 3 });
    expect(ask({ seed: 3 })).toEqual(once);
    for (const { by_ranges } of once.claims)
      for (const { share, share_low, share_high } of Object.values(by_ranges)) {
        expect(share_low).toBeLessThanOrEqual(share);
        expect(share_high).toBeGreaterThanOrEqual(share);
      }
    const lines = robustnessCsv(once).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 3);
    expect(JSON.stringify(once)).not.toMatch(/NaN|Infinity/);
  });

  it('is refused for claims and ranges that are not there', () => {
    expect(codes({ claims: ['busy'] })).toEqual(['unknown-claim']);
    expect(codes({ ranges: ['narrow'] })).toEqual(['unknown-ranges']);
    expect(codes({}, tank())).toEqual(['no-claims']);
  });
});

describe('claims of a study file', () => {
  it.each([
    ['unknown-outcome', SECTIONS.replace('outcome: people', 'outcome: peple')],
    ['unknown-scenario', SECTIONS.replace('scenario: busy', 'scenario: bussy')],
    ['unknown-scenario', SECTIONS.replace('than: now', 'than: then')],
    ['unknown-name', SECTIONS.replace('hold: [rate]', 'hold: [rat]')],
  ])('are refused with %s', (code, sections) => {
    expect(() => study(sections)).toThrow(code);
  });
});
