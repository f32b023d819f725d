import { describe, expect, test } from 'vitest';
import type { StopRule } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { javascript } from '../javascript/javascript.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { decay } from '../testing/models.js';
import { windowWatch } from './window-watch.js';

const clock = { start: 0, stop: 1000, dt: 0.25 };
const rule = { watch: [0], sampleEvery: 1, window: 5, from: 100, every: 5, tolerance: 1 };

/** Months at which a rule stops a watched value that follows `valueAt`, one look a month. */
function stopMonth(
  valueAt: (month: number) => number,
  overrides: Partial<typeof rule> = {},
): number | undefined {
  const watch = windowWatch({ ...rule, ...overrides }, clock);
  for (let month = 0; month <= 1000; month += 1) {
    expect(watch.nextStep()).toBe(month * 4);
    if (watch.look(Float64Array.of(valueAt(month))) !== undefined) return month;
  }
  return undefined;
}

describe('window rule', () => {
  test('the first test is at `from`, the others every 5 months', () => {
    expect(stopMonth(() => 7)).toBe(100);
    expect(stopMonth((month) => (month < 97 ? 10 * month : 970))).toBe(105);
    expect(stopMonth((month) => (month < 96 ? 10 * month : 960))).toBe(100);
  });

  test('recording comes before testing: the newest sample is of the month of the test', () => {
    // A jump at month 110 is seen by the test of month 110, and is inside the window until month 113.
    expect(stopMonth((month) => (month < 110 ? 10 * month : 1e6), { from: 109, every: 1 })).toBe(114);
  });

  test('the oldest of a window of five is four months old', () => {
    // 0.3 a month: 1.2 over four months, 0.9 over three.
    expect(stopMonth((month) => 0.3 * month)).toBeUndefined();
    expect(stopMonth((month) => 0.3 * month, { window: 4 })).toBe(100);
  });

  test('is strict: a change of the tolerance itself goes on', () => {
    expect(stopMonth((month) => 0.25 * month)).toBeUndefined();
    expect(stopMonth((month) => 0.2499 * month)).toBe(100);
  });

  test('needs two samples', () => {
    expect(stopMonth(() => 7, { from: 0, every: 1 })).toBe(1);
  });

  test('every watched value must have settled', () => {
    const watch = windowWatch({ ...rule, watch: [0, 1], from: 0, every: 1 }, clock);
    watch.look(Float64Array.of(1, 1));
    expect(watch.look(Float64Array.of(1, 5))).toBeUndefined();
    expect(watch.look(Float64Array.of(1, 1.5))).toBe('window rule');
  });

  test('a value that is not a number never settles', () => {
    expect(stopMonth(() => Number.NaN)).toBeUndefined();
  });
});

/** A stock that falls towards 0 by a tenth a month, from 1000. */
const program = decay(0.1);
const level = slotNamed(program, 'level');

function run(stop: StopRule, dt = 1) {
  return simulate(javascript(program), [{ slot: level, value: 1000 }], { method: 'euler', dt, stop });
}

describe('rules on a run', () => {
  test('the window rule stops where its samples say', () => {
    // 1000 * 0.9^(m - 4) * (1 - 0.9^4) < 1 first holds at m = 60; tests are at 57 and 62.
    const settled = run({ kind: 'window', rule: { ...rule, watch: [level], from: 22 }, cap: 500 });
    expect(settled).toMatchObject({ status: 'ok', time: 62, steps: 62, reason: 'window rule' });
  });

  test('the cap ends it, after testing', () => {
    const stop = { kind: 'window', rule: { ...rule, watch: [level], from: 22 }, cap: 61 } as const;
    expect(run(stop)).toMatchObject({ time: 61, reason: 'cap' });
    expect(run({ ...stop, cap: 62 })).toMatchObject({ time: 62, reason: 'window rule' });
  });

  test('the steady rule stops at the first check at which no stock changes by more than the tolerance', () => {
    // Above 1 the relative change stays 0.1; below 1 it is 0.1 * level <= 0.05 once level <= 0.5, at month 73.
    const stop = { kind: 'steady', tolerance: 0.05, checkEvery: 1, cap: 500 } as const;
    expect(run(stop)).toMatchObject({ time: 73, reason: 'steady' });
    expect(run({ ...stop, checkEvery: 10 })).toMatchObject({ time: 80, reason: 'steady' });
    expect(run({ ...stop, tolerance: 0.1 })).toMatchObject({ time: 0, reason: 'steady' });
    expect(run({ ...stop, cap: 72 })).toMatchObject({ time: 72, reason: 'cap' });
  });

  test('looks between steps fall on the next step, with a warning', () => {
    const stop = { kind: 'steady', tolerance: 0.05, checkEvery: 1, cap: 300 } as const;
    const rough = run(stop, 0.75);
    expect(rough).toMatchObject({ status: 'ok', reason: 'steady' });
    expect(rough.status === 'ok' && rough.diagnostics.map(({ code }) => code)).toEqual([
      'run-sample-not-whole',
    ]);
  });

  test('rules that cannot be kept are refused', () => {
    const window = (overrides: object): StopRule => ({
      kind: 'window',
      rule: { ...rule, watch: [level], ...overrides },
      cap: 500,
    });
    expect(() => run(window({ window: 1 }))).toThrow('window must hold at least 2 samples');
    expect(() => run(window({ sampleEvery: 0 }))).toThrow('sample interval must be above 0');
    expect(() => run(window({ from: Number.NaN }))).toThrow('cannot begin at NaN');
    expect(() => run({ kind: 'steady', tolerance: -1, checkEvery: 1, cap: 5 })).toThrow('tolerance');
  });
});

test('a model in equilibrium is steady at once', () => {
  const still = buildProgram({
    stocks: { level: { initial: 4, inflows: ['gain'], outflows: ['loss'] } },
    dynamic: { gain: () => literal(2), loss: (read) => binary('divide', read('level'), literal(2)) },
  });
  const stop = { kind: 'steady', tolerance: 1e-9, checkEvery: 1, cap: 10 } as const;
  expect(simulate(javascript(still), [], { method: 'rk4', dt: 1, stop })).toMatchObject({
    time: 0,
    steps: 0,
  });
});
