import { expect, test } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import { isConstantInput, isConstantOutput, usableRuns } from './usable-runs.js';

test('only runs that ended well with a number count, others on demand', () => {
  const design = sound(monteCarlo(unitExperiment(1), 6));
  let made = 0;
  const table = tableOf(design, [() => (made++ === 5 ? Number.NaN : 1)], (i) =>
    i === 0 ? 'not_converged' : i === 2 ? 'crashed' : 'ok',
  );
  expect(usableRuns(table, 0)).toMatchObject({ planned: 6, left: { not_converged: 1, crashed: 1, ok: 1 } });
  expect([...usableRuns(table, 0).rows]).toEqual([1, 3, 4]);
  expect([...usableRuns(table, 0, { admitNotConverged: true }).rows]).toEqual([0, 1, 3, 4]);
});

test('rounding is no response', () => {
  expect(isConstantOutput([1, 1 + 1e-14])).toBe(true);
  expect(isConstantOutput([1, 1 + 1e-8])).toBe(false);
  expect(isConstantOutput([0, 0])).toBe(true);
  expect(isConstantOutput([])).toBe(true);
  expect(isConstantInput([1, 1 + 2 ** -52])).toBe(false);
});
