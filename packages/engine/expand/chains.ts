import type { Expression } from '@weir/model';
import type { CallSite, Reference } from './call-site.js';

/**
 * Exponential smooth of order n: n levels, each following the one before it by (before - level) / (time / n), all of
 * them starting at the initial value, or else at the input.
 *
 * @returns The last level.
 * @source OASIS XMILE 1.0, 3.5.3: SMTH1, SMTH3, SMTHN.
 */
export function smoothing(
  site: CallSite,
  input: Expression,
  time: Expression,
  order: number,
  initial?: Expression,
): Expression {
  const pace = stageTime(site, time, order);
  let before = site.shared('input', input);
  let start = initial ?? before;
  for (let stage = 1; stage <= order; stage += 1) {
    const level = site.plan(part('level', stage, order));
    const rate = site.binary('/', site.binary('-', before, level.value), pace);
    site.stock(level, start, site.flow(part('change', stage, order), rate));
    before = level.value;
    start = level.value;
  }
  return before;
}

/**
 * Material delay of order n: n stocks in a chain, each emptied at stock / (time / n), all of them starting with
 * the initial value, or else the input, times (time / n), so that what enters also leaves.
 *
 * @returns The outflow of the last stock.
 * @source OASIS XMILE 1.0, 3.5.3: DELAY1, DELAY3, DELAYN.
 */
export function materialDelay(
  site: CallSite,
  input: Expression,
  time: Expression,
  order: number,
  initial?: Expression,
): Expression {
  const pace = stageTime(site, time, order);
  let before: Reference = site.flow('inflow', input);
  let start = site.binary('*', initial ?? before, pace);
  for (let stage = 1; stage <= order; stage += 1) {
    const stock = site.plan(part('stock', stage, order));
    const outflow = site.flow(part('outflow', stage, order), site.binary('/', stock.value, pace));
    site.stock(stock, start, before, outflow);
    before = outflow;
    start = stock.value;
  }
  return before;
}

/**
 * {@link materialDelay} in which a change of the time reaches each stage one step after the stage before it.
 *
 * @source Vensim, DELAY N: as its results show where the delay time changes.
 */
export function travellingDelay(
  site: CallSite,
  input: Expression,
  time: Expression,
  order: number,
  initial: Expression,
): Expression {
  let before: Reference = site.flow('inflow', input);
  let pace = site.variable('time of stage 1', stageTime(site, time, order));
  let start = site.binary('*', initial, pace);
  for (let stage = 1; stage <= order; stage += 1) {
    if (stage > 1) pace = site.memory(pace, pace);
    const stock = site.plan(part('stock', stage, order));
    const outflow = site.flow(part('outflow', stage, order), site.binary('/', stock.value, pace));
    site.stock(stock, start, before, outflow);
    before = outflow;
    start = stock.value;
  }
  return before;
}

/** The time of one stage. */
function stageTime(site: CallSite, time: Expression, order: number): Expression {
  return site.shared('time', order === 1 ? time : site.binary('/', time, site.number(order)));
}

const part = (what: string, stage: number, order: number): string =>
  order === 1 ? what : `${what} ${stage}`;
