import type { ClockSettings } from '../backend.js';
import { schedule } from '../integrate/schedule.js';
import type { WindowRule } from '../integrate/settings.js';
import type { StopWatch } from './stop-watch.js';

/** Samples by which a time may miss a sample's date: the rounding of a quotient of two times. */
const ROUNDING = 1e-9;

/**
 * The published stop rule at work: at each sample, record the watched values and forget those older than the
 * window; then, if a test is due, stop where the oldest and the newest of every watched value differ by less
 * than the tolerance. Recording comes before testing.
 *
 * @source gabemgem/trafficking-in-ma, commit de0976b, as run; the opposite order gives other stop months.
 */
export function windowWatch(rule: WindowRule, clock: ClockSettings): StopWatch {
  const samples = schedule(rule.sampleEvery, clock.dt);
  const firstTest = Math.max(0, Math.ceil((rule.from - clock.start) / rule.sampleEvery - ROUNDING));
  const testEvery = Math.max(1, Math.round(rule.every / rule.sampleEvery));
  let window: number[][] = [];
  let index = 0;
  return {
    nextStep: () => samples.stepAt(index),
    look(values) {
      window = [...window, rule.watch.map((slot) => values[slot] ?? Number.NaN)].slice(-rule.window);
      const isTest = index >= firstTest && (index - firstTest) % testEvery === 0;
      index += 1;
      return isTest && hasSettled(window, rule.tolerance) ? 'window rule' : undefined;
    },
  };
}

function hasSettled(window: readonly (readonly number[])[], tolerance: number): boolean {
  const oldest = window[0];
  const newest = window.at(-1);
  if (oldest === undefined || newest === undefined || window.length < 2) return false;
  return oldest.every((value, watched) => Math.abs(value - (newest[watched] ?? Number.NaN)) < tolerance);
}
