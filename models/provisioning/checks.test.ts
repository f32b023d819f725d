import { fileURLToPath } from 'node:url';
import { type ConfidenceResult, runConfidenceTests } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const prepared = opened.value;
const SETS = 10;
const results = runConfidenceTests(prepared, { sets: SETS, seed: 7 });
const patterns = results.find(({ id }) => id === 'patterns');

const value = (result: ConfidenceResult | undefined, label: string) =>
  result?.numbers.find((one) => one.label === label)?.value;

describe('weir check', () => {
  it('is clean', () => {
    expect(
      results
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ id, places }) => [id, places.filter(({ fails }) => fails)]),
    ).toEqual([]);
  });

  it('evaluates every pattern and every Reality Check of the study', () => {
    expect(patterns?.places).toHaveLength(prepared.study.patterns.tests.length);
    expect(results.find(({ id }) => id === 'reality-checks')?.places).toHaveLength(
      prepared.study.realityChecks.length,
    );
  });
});

describe('the patterns', () => {
  // Values of the separate coding that gave the golden values.
  it.each([
    ['t2-stable: slowest rate', -0.0358, 4],
    ['t3-services-fall-and-rebound: value at low', 0.468, 3],
    ['t3-services-fall-and-rebound: time at low', 28, 9],
    ['t3-services-fall-and-rebound: value at 27', 0.506, 3],
    ['t3-services-fall-and-rebound: first at least 0.95 from low', 49, 9],
    ['t4-purchases-fall-at-once: value at low', 0.479, 3],
    ['t4-purchases-fall-at-once: first at least 1 from low', 37, 9],
    ['t4-purchases-fall-at-once: value at high', 1.14, 3],
    ['t4-purchases-fall-at-once: value at 42', 1.121, 3],
    ['t5-trafficking-falls-late: value at before', 1.017, 3],
    ['t5-trafficking-falls-late: first at most 0.99 from 26', 32, 9],
    ['t5-trafficking-falls-late: value at trough', 0.8505, 4],
    ['t5-trafficking-falls-late: time at trough', 40, 9],
    ['t6-overshoot: first at least 1 from trough', 47, 9],
    ['t6-overshoot: value at peak', 1.1682, 4],
    ['t6-overshoot: time at peak', 54, 9],
    ['t6-overshoot: ratio at peak from trough', 1.125, 3],
    ['t6b-overshoot-from-demand-alone: value at trough', 0.784, 3],
    ['t6b-overshoot-from-demand-alone: value at peak', 1.142, 3],
    ['t7-damped-oscillation: time between at second-peak from peak', 29, 9],
    ['t7-damped-oscillation: ratio at second-peak from peak', 0.277, 3],
    ['t7b-period-and-damping: linear period', 29.29, 2],
    ['t7b-period-and-damping: linear damping', 0.2429, 4],
    ['t7b-period-and-damping: linear peak ratio', 0.2073, 4],
    ['t8-four-systems-hold-it-down: value at 156', 1.2679, 4],
    ['t8-prevention-holds-it-down: value at 600', 1.129, 3],
    ['t8-protection-holds-it-down: value at 600', 1.021, 3],
    ['t8-prosecution-holds-it-down: value at 600', 1.074, 3],
    ['t8-partnership-holds-it-down: value at 600', 1.131, 3],
    ['t9-closed-information-lower: value at 156 as a share of the other run', 0.81, 2],
    ['t9-closed-information-lower: value at peak as a share of the other run', 1021 / 1168, 3],
    [
      't9b-closed-information-calmer: difference at peak from trough as a share of the other run',
      0.225 / 0.318,
      2,
    ],
    ['t9b-closed-information-damps: linear damping as a share of the other run', 0.286 / 0.2429, 2],
    ['t10-removal-is-compensated: value at 600', 0.976, 3],
    ['t10-removal-raises-recruitment: difference at 156 from 26 as a share of the other run', 1.292, 3],
    ['t12-cycle-of-the-market: linear damping', 0.81, 2],
    ['t13-lost-operations-raise-it: value at highest', 1.076, 3],
    ['t13-lost-identification-raises-it: value at highest', 1.033, 3],
    ['t13-new-vulnerability-raises-it: value at highest', 1.016, 3],
  ])('%s: %f', (label, golden, digits) => {
    expect(value(patterns, label)).toBeCloseTo(golden, digits);
  });

  it('are counted over parameter sets, the same for the same seed', () => {
    const again = runConfidenceTests(prepared, { only: ['patterns'], sets: SETS, seed: 7 });
    expect(again).toEqual([patterns]);
    expect(value(patterns, 'share of sets that keep all')).toBeGreaterThan(0.5);
    expect(patterns?.found).toContain('Over 10 parameter sets');
    expect(
      patterns?.places.filter(({ message }) => /Kept by \d+ % of the sets/.test(message)).length,
    ).toBeGreaterThan(20);
    const other = runConfidenceTests(prepared, { only: ['patterns'], sets: 3, seed: 8 })[0];
    expect(other?.found).toContain('seed 8');
  });

  it('can fail: where traffickers do not respond to revenue, there is no cycle', () => {
    const unmoved = prepared.study.patterns.tests.map((test) => ({
      ...test,
      given: { ...test.given, set: new Map([...test.given.set, ['supply_responsiveness', 0]]) },
    }));
    const study = { ...prepared.study, patterns: { ...prepared.study.patterns, tests: unmoved } };
    const [result] = runConfidenceTests({ ...prepared, study }, { only: ['patterns'] });
    const failed = result?.places.filter(({ fails }) => fails).map(({ message }) => message.split(',')[0]);
    expect(failed).toEqual(expect.arrayContaining(['t6-overshoot', 't7b-period-and-damping']));
  });
});
