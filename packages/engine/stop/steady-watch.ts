import type { ClockSettings } from '../backend.js';
import { settlingStocks } from '../equilibrium/settling-stocks.js';
import { netFlow } from '../integrate/net-flow.js';
import { schedule } from '../integrate/schedule.js';
import type { StopRule } from '../integrate/settings.js';
import type { Program } from '../lower/program.js';
import type { StopWatch } from './stop-watch.js';

/** Checks by which a time may miss a check's date: the rounding of a quotient of two times. */
const ROUNDING = 1e-9;

/**
 * The steady rule at work: from the rule's first time on, every `checkEvery`, stop where no stock that settles
 * changes by more than `tolerance` of itself (or of 1, if smaller) per time unit. Stocks that only count are left out.
 */
export function steadyWatch(
  rule: Extract<StopRule, { kind: 'steady' }>,
  program: Program,
  clock: ClockSettings,
): StopWatch {
  const settling = settlingStocks(program);
  const { stocks } = settling.length > 0 ? { stocks: settling } : program;
  const checks = schedule(rule.checkEvery, clock.dt);
  let index = Math.max(0, Math.ceil(((rule.from ?? clock.start) - clock.start) / rule.checkEvery - ROUNDING));
  return {
    nextStep: () => checks.stepAt(index),
    look(values) {
      index += 1;
      return largestChange({ stocks }, values) <= rule.tolerance ? 'steady' : undefined;
    },
  };
}

/** Largest change of a stock per time unit, relative to itself (or to 1, if smaller). */
export function largestChange(program: Pick<Program, 'stocks'>, values: Float64Array): number {
  return program.stocks.reduce((largest, stock) => {
    const size = Math.max(1, Math.abs(values[stock.slot] ?? Number.NaN));
    return Math.max(largest, Math.abs(netFlow(stock, values)) / size);
  }, 0);
}
