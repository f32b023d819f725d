import { expect, test } from 'vitest';
import { slotAt } from '../lower/slot.js';
import { decay, longChain } from '../testing/models.js';
import { aux, programOf } from '../testing/read-program.js';
import { planRun } from './run-plan.js';
import type { RunSettings, StopRule } from './settings.js';

const plain: RunSettings = { method: 'euler', dt: 0.5, stop: { kind: 'time', time: 10 } };
const codes = (overrides: Partial<RunSettings>): string[] =>
  planRun(decay(), { ...plain, ...overrides }).diagnostics.map(({ code, severity }) => `${severity} ${code}`);

const window: Extract<StopRule, { kind: 'window' }> = {
  kind: 'window',
  rule: { watch: [slotAt(0)], sampleEvery: 1, window: 5, from: 5, every: 5, tolerance: 1e-4 },
  cap: 20,
};

test('a sound plan', () => {
  const plan = planRun(decay(), { ...plain, saveEvery: 1 });
  expect(plan.diagnostics).toEqual([]);
  expect(plan.ok && [plan.value.steps, plan.value.clock]).toEqual([20, { start: 0, stop: 10, dt: 0.5 }]);
});

test('the cap of a rule is the last time of the run', () => {
  const plan = planRun(decay(), { ...plain, stop: window });
  expect(plan.ok && [plan.value.steps, plan.value.clock.stop]).toEqual([40, 20]);
});

test.each([
  [{ dt: 0 }, 'error run-time-step'],
  [{ dt: Number.NaN }, 'error run-time-step'],
  [{ dt: Number.POSITIVE_INFINITY }, 'error run-time-step'],
  [{ stop: { kind: 'time', time: -1 } }, 'error run-span'],
  [{ stop: { kind: 'time', time: Number.NaN } }, 'error run-span'],
  [{ dt: 1e-12 }, 'error run-too-long'],
  [{ saveEvery: -1 }, 'error run-save-interval'],
  [{ stop: { ...window, rule: { ...window.rule, tolerance: 0 } } }, 'error run-stop-rule'],
  [{ stop: { kind: 'steady', tolerance: 1e-6, checkEvery: 0, cap: 5 } }, 'error run-stop-rule'],
  [{ seed: -1 }, 'error run-seed'],
  [{ seed: 0.5 }, 'error run-seed'],
  [{ seed: 2 ** 32 }, 'error run-seed'],
  [{ tolerance: { relative: 0, absolute: 0 } }, 'error run-tolerance'],
  [{ tolerance: { relative: -1, absolute: 1 } }, 'error run-tolerance'],
  [{ tolerance: { relative: Number.NaN, absolute: 1 } }, 'error run-tolerance'],
  [{ dt: 0.3 }, 'warning run-span-not-whole'],
  [{ saveEvery: 0.75 }, 'warning run-save-not-whole'],
  [{ stop: { ...window, rule: { ...window.rule, sampleEvery: 1.25 } } }, 'warning run-sample-not-whole'],
] satisfies readonly (readonly [Partial<RunSettings>, string])[])('%j: %s', (overrides, code) => {
  expect(codes(overrides)).toEqual([code]);
});

test('a stiff method refuses a model whose matrix would be too large', () => {
  const plan = planRun(longChain(2001), { ...plain, method: 'gear' });
  expect(plan.diagnostics.map(({ code }) => code)).toEqual(['run-too-many-stocks']);
  expect(planRun(longChain(2000), { ...plain, method: 'gear' }).ok).toBe(true);
});

test('a model whose delays are cut to fit the time step of its file says so where another is taken', () => {
  const program = programOf(aux('A', 'DELAYN(TIME, 3, MIN(5, MAX(1, INTEGER(3 / DT))))'));
  expect(program.stocks).toHaveLength(3);
  expect(planRun(program, { ...plain, dt: 1 }).diagnostics).toEqual([]);
  expect(planRun(program, plain).diagnostics.map(({ code }) => code)).toEqual(['run-delay-stages']);
});
