import type { Interval } from '../lint/bounds/interval.js';
import { times } from '../lint/bounds/interval.js';
import { ModelBounds } from '../lint/bounds/model-bounds.js';
import type { Model } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { orderEquations } from './order.js';
import { graphSlopes, TermSlopes } from './polarity-slopes.js';

/** Whether more of the cause makes more (`+`) or less (`-`) of the effect, all else being equal; `unknown` where it depends. */
export type Polarity = '+' | '-' | 'unknown';

/** The polarity of a link. */
export type LinkPolarity = (cause: CanonicalName, effect: CanonicalName) => Polarity;

/**
 * Polarities as far as the equations tell: the sign of the derivative, for all values that the variables can have with the
 * file's constants and stocks of zero or more ({@link ModelBounds}). At a kink, as in MIN, both sides count; a link whose
 * derivative is zero in part of the range has the sign it has elsewhere.
 */
export function symbolicPolarity(model: Model): LinkPolarity {
  const order = orderEquations(model);
  if (!order.ok) return () => 'unknown';
  const bounds = new ModelBounds(model, order.value);
  const slopes = new TermSlopes(model, bounds);
  return (cause, effect) => {
    const variable = model.variables.get(effect);
    if (variable === undefined || variable.kind === 'graphical') return 'unknown';
    if (variable.kind === 'stock') {
      const fills = variable.inflows.some(({ key }) => key === cause);
      const drains = variable.outflows.some(({ key }) => key === cause);
      return fills === drains ? 'unknown' : fills ? '+' : '-';
    }
    const slope = slopes.of(variable.equation, cause);
    return signOf(
      variable.graph === undefined
        ? slope
        : times(slope, graphSlopes(variable.graph, bounds.ofTerm(variable.equation))),
    );
  };
}

/** The sign of a slope that is somewhere in an interval. */
export function signOf({ low, high }: Interval): Polarity {
  if (low >= 0 && high > 0) return '+';
  return high <= 0 && low < 0 ? '-' : 'unknown';
}

/** The polarity of a chain of links. */
export function chained(polarities: readonly Polarity[]): Polarity {
  if (polarities.includes('unknown')) return 'unknown';
  return polarities.filter((polarity) => polarity === '-').length % 2 === 0 ? '+' : '-';
}
