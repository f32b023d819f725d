import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyInputs } from '../../compute/policy-inputs.js';
import { afterChanges } from '../../compute/policy-rows.js';
import type { LabControl, LabStudy } from '../../models/lab-study.js';
import { decimalsOf, isUntested, stepOf, typedProblem } from './lever-value.js';

const places: LabControl = {
  key: 'places',
  name: 'places',
  label: 'Places',
  unit: 'person',
  value: 250,
  low: 100,
  high: 1000,
  tested: { low: 200, high: 500 },
};

describe('levers', () => {
  it('say the allowed range where a typed value cannot be taken', () => {
    expect(typedProblem(places, '9999')).toBe('The allowed range is 100 person to 1,000 person.');
    expect(typedProblem(places, 'many')).toContain('A number from 100');
    expect(typedProblem(places, '')).toContain('A number from 100');
    expect(typedProblem(places, '900')).toBe(undefined);
  });

  it('warn outside of what is tested', () => {
    expect([150, 200, 500, 501].map((value) => isUntested(places, value))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('have round steps, 100 to 400 of them, shown with the decimals they need', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (length) => {
        const step = stepOf({ low: 0, high: length });
        expect(length / step).toBeGreaterThan(100);
        expect(length / step).toBeLessThan(400);
        expect(Math.abs(Number(step.toFixed(decimalsOf(step))) - step)).toBeLessThan(step * 1e-9);
      }),
      { seed: 9 },
    );
  });
});

describe('policyInputs', () => {
  const setting = (key: string, value: number) => ({ key, name: key, value });
  const scenario = (
    id: string,
    set: ReturnType<typeof setting>[],
    changes: LabStudy['scenarios'][number]['changes'],
  ) => ({
    id,
    label: id,
    short: id,
    aliases: [],
    summary: '',
    secondary: false,
    set,
    changes,
  });
  const study = {
    baseline: 'base',
    constants: [],
    stocks: [],
    scenarios: [
      scenario('base', [setting('a', 1)], []),
      scenario(
        'law',
        [setting('a', 1), setting('b', 2), setting('c', 3)],
        [{ ...setting('c', 4), at: 24, over: 0 }],
      ),
    ],
  };
  const inputs = (policy: Parameters<typeof policyInputs>[1]) => policyInputs({ ...blank, ...study }, policy);

  it('are the scenario, then own settings', () => {
    const found = inputs({ scenario: 'law', settings: [{ name: 'b', value: 9 }] });
    expect(found.keys).toEqual(['a', 'b', 'c']);
    expect(found.values).toEqual([1, 9, 3]);
    expect(found.changes).toEqual([{ key: 'c', value: 4, at: 24, over: 0 }]);
    expect(afterChanges(found)).toEqual({ keys: ['a', 'b', 'c'], values: [1, 9, 4] });
  });

  it('begin at a date where the scenario differs from the baseline, as the command line has it', () => {
    const found = inputs({ scenario: 'law', settings: [], begin: { at: 12, over: 6 } });
    expect(found.keys).toEqual(['a', 'c']);
    expect(found.changes).toEqual([
      { key: 'b', value: 2, at: 12, over: 6 },
      { key: 'c', value: 4, at: 24, over: 0 },
    ]);
  });

  it('take a value without a date for the whole run, and a date in place of the scenario’s', () => {
    expect(inputs({ scenario: 'law', settings: [{ name: 'c', value: 7 }] }).changes).toBe(undefined);
    expect(inputs({ scenario: 'law', settings: [{ name: 'c', value: 7, at: 3, over: 1 }] }).changes).toEqual([
      { key: 'c', value: 7, at: 3, over: 1 },
    ]);
  });

  it('do not begin the baseline later', () => {
    expect(inputs({ scenario: 'base', settings: [], begin: { at: 12, over: 6 } })).toEqual({
      keys: ['a'],
      values: [1],
    });
  });
});

const blank: LabStudy = {
  id: 's',
  title: 'S',
  version: '1',
  citation: '',
  rests: true,
  time: { units: 'month', start: 0, stop: 240, dt: 1, method: 'euler' },
  baseline: 'base',
  outcomes: [],
  scenarios: [],
  constants: [],
  stocks: [],
  controls: [],
  ranges: [],
  limits: { strip: '', points: [] },
  groups: [],
  spotlights: [],
  findings: [],
  published: [],
  corrections: [],
  correctionGroups: {},
};
