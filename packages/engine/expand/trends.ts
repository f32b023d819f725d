import type { Expression } from '@weir/model';
import type { CallSite } from './call-site.js';

/**
 * Fractional change of an input per time unit: (input - average) / (time * |average|), and 0 where the average is
 * 0. The average follows the input by (input - average) / time from input / (1 + initial trend * time).
 *
 * @source OASIS XMILE 1.0, 3.5.3: TREND; Vensim, TREND.
 */
export function trend(
  site: CallSite,
  input: Expression,
  time: Expression,
  initial: Expression = site.number(0),
): Expression {
  const present = site.shared('input', input);
  const pace = site.shared('averaging time', time);
  const average = site.plan('average');
  const gap = site.binary('-', present, average.value);
  const growth = site.binary('+', site.number(1), site.binary('*', initial, pace));
  site.stock(
    average,
    site.binary('/', present, growth),
    site.flow('change of the average', site.binary('/', gap, pace)),
  );
  const size = site.binary('*', pace, site.builtin('abs', average.value));
  return site.builtin('safediv', gap, size, site.number(0));
}

/**
 * The input carried on by its {@link trend}: input * (1 + trend * horizon).
 *
 * @source OASIS XMILE 1.0, 3.5.3: FORCST.
 */
export function forecast(
  site: CallSite,
  input: Expression,
  time: Expression,
  horizon: Expression,
  initial?: Expression,
): Expression {
  const present = site.shared('input', input);
  const rise = site.binary('*', trend(site, present, time, initial), horizon);
  return site.binary('*', present, site.binary('+', site.number(1), rise));
}
