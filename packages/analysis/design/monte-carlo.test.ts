import { expect, test } from 'vitest';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { monteCarlo } from './monte-carlo.js';

test('more runs keep the earlier ones with their ids', () => {
  const small = sound(monteCarlo(unitExperiment(3), 10));
  const large = sound(monteCarlo(unitExperiment(3), 25));
  expect(large.runs.slice(0, 10)).toEqual(small.runs);
  expect(large.id).toBe(small.id);
  expect(large.inputs.data[25]).toBe(small.inputs.data[10]);
});

test('seed, context and inputs change every id', () => {
  const ids = [
    unitExperiment(2),
    unitExperiment(2, '1234'),
    { ...unitExperiment(2), context: 'other program' },
    unitExperiment(3),
  ].map((experiment) => sound(monteCarlo(experiment, 1)).runs[0]);
  expect(new Set(ids).size).toBe(4);
  expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
});

test('refuses what it cannot make', () => {
  expect(codeOf(monteCarlo(unitExperiment(2), 0))).toBe('bad-size');
  expect(codeOf(monteCarlo(unitExperiment(2), 1.5))).toBe('bad-size');
  expect(codeOf(monteCarlo(unitExperiment(0), 5))).toBe('bad-size');
  expect(codeOf(monteCarlo({ ...unitExperiment(1), seed: 0.5 }, 5))).toBe('bad-value');
  const [input] = unitExperiment(1).inputs;
  if (input === undefined) throw new Error('no input');
  expect(codeOf(monteCarlo({ inputs: [input, input], seed: 1 }, 5))).toBe('duplicate-name');
  const flat = { name: 'flat', distribution: { kind: 'uniform', low: 1, high: 1 } } as const;
  expect(codeOf(monteCarlo({ inputs: [flat], seed: 1 }, 5))).toBe('bad-distribution');
});
