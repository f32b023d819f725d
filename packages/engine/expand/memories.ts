import type { Expression } from '@weir/model';
import type { CallSite } from './call-site.js';

/**
 * The value of an input one step ago; the initial value during the first step.
 *
 * @source OASIS XMILE 1.0, 3.5.6: PREVIOUS.
 */
export function previousValue(site: CallSite, input: Expression, initial: Expression): Expression {
  return site.memory(initial, site.variable('input', input));
}

/**
 * The value of an input a time ago; the initial value, or else the input's own, until then. The time is that of
 * the start.
 *
 * @source OASIS XMILE 1.0, 3.5.3: DELAY; Vensim, DELAY FIXED.
 */
export function pureDelay(
  site: CallSite,
  input: Expression,
  time: Expression,
  initial?: Expression,
): Expression {
  const next = site.variable('input', input);
  const delay = site.auxiliary('time', site.builtin('init', time));
  return site.memory(initial ?? next, next, delay);
}

/**
 * The value that an input had when a condition last held: looked at once a step, at its beginning.
 *
 * @source Vensim, SAMPLE IF TRUE.
 */
export function sample(
  site: CallSite,
  condition: Expression,
  input: Expression,
  initial: Expression,
): Expression {
  const sampled = site.plan('sample');
  const before = site.memory(initial, sampled.value);
  const equation = site.choice(condition, input, before);
  site.expansion.hidden.push({ kind: 'auxiliary', ...sampled.named, equation });
  site.expansion.oncePerStep.add(sampled.named.key);
  return sampled.value;
}
