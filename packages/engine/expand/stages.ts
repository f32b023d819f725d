import type { Expression } from '@weir/model';
import type { CallSite } from './call-site.js';
import { type StartSources, startValue } from './start-value.js';

/** Most stages of one delay: each is a stock. */
const MOST_STAGES = 1000;
/** By how much a computed number of stages may miss a whole one. */
const ROUNDING = 1e-9;

/**
 * The number of stages of a delay, and no more than whole steps of DT fit into its time at the start, as far as that
 * is known before the run; at least one.
 *
 * @returns `undefined` after reporting lower-delay-order.
 * @source Vensim, DELAY N.
 */
export function stagesWithin(site: CallSite, argument: Expression, time: Expression): number | undefined {
  const { expansion } = site;
  const stages = stagesOf(site, argument);
  if (stages === undefined || stages === 1) return stages;
  const sources: StartSources = { variables: new Map(), usesDt: true };
  const delay = startValue(expansion.model, time, sources);
  if (delay === undefined) return stages;
  const most = Math.max(1, Math.floor(delay / expansion.model.simulation.dt + ROUNDING));
  if (most >= stages) return stages;
  // Only where it is cut short does the chain depend on them.
  for (const [key, number] of sources.variables) expansion.shaping.set(key, number);
  expansion.usesDt = true;
  return most;
}

/**
 * The number of stages of a delay: what its argument comes to at the start, and stays. The variables that it is made
 * of are noted as shaping the program.
 *
 * @returns `undefined` after reporting lower-delay-order.
 */
export function stagesOf(site: CallSite, argument: Expression): number | undefined {
  const { expansion, owner } = site;
  const sources: StartSources = { variables: new Map(), usesDt: false };
  const value = startValue(expansion.model, argument, sources);
  const stages = Math.round(value ?? Number.NaN);
  const isWhole = value !== undefined && Math.abs(stages - value) <= ROUNDING * Math.max(1, stages);
  if (!isWhole || stages < 1 || stages > MOST_STAGES) {
    const what = value === undefined ? 'cannot be known before the run' : `is ${value}`;
    const message = `The number of stages of a delay ${what}; it must be a whole number from 1 to ${MOST_STAGES}.`;
    const hint = 'Write a number, or name a constant that is one.';
    expansion.refuse('lower-delay-order', owner, argument, message, hint);
    return undefined;
  }
  for (const [key, number] of sources.variables) expansion.shaping.set(key, number);
  if (sources.usesDt) expansion.usesDt = true;
  return stages;
}
