import type { ClockSettings } from '../backend.js';
import { netFlow } from '../integrate/net-flow.js';
import { schedule } from '../integrate/schedule.js';
import type { StopRule } from '../integrate/settings.js';
import type { Program } from '../lower/program.js';
import type { StopWatch } from './stop-watch.js';

/**
 * The steady rule at work: from the first time on, every `checkEvery`, stop where no stock changes by more
 * than `tolerance` of itself (or of 1, if smaller) per time unit.
 */
export function steadyWatch(
  rule: Extract<StopRule, { kind: 'steady' }>,
  program: Program,
  clock: ClockSettings,
): StopWatch {
  const checks = schedule(rule.checkEvery, clock.dt);
  let index = 0;
  return {
    nextStep: () => checks.stepAt(index),
    look(values) {
      index += 1;
      return largestChange(program, values) <= rule.tolerance ? 'steady' : undefined;
    },
  };
}

/** Largest change of a stock per time unit, relative to itself (or to 1, if smaller). */
export function largestChange(program: Program, values: Float64Array): number {
  return program.stocks.reduce((largest, stock) => {
    const size = Math.max(1, Math.abs(values[stock.slot] ?? Number.NaN));
    return Math.max(largest, Math.abs(netFlow(stock, values)) / size);
  }, 0);
}
