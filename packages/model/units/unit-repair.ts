import type { Expression } from '../equation/expression.js';
import type { Dimension } from './dimension.js';
import { combine, raise, sameDimension } from './dimension.js';
import { shortened, type UnitInference } from './infer-units.js';
import { printer } from './print-dimension.js';

/** A factor of a product: its term, and whether it stands above (1) or below (-1) the line. */
interface Factor {
  readonly term: Expression;
  readonly side: 1 | -1;
  readonly dimension: Dimension;
}

/**
 * What would make an equation balance, as a sentence: one factor too many, one on the wrong side of the line, or one
 * that is missing.
 *
 * @param wanted - Unit of the variable.
 * @param found - Unit of its equation.
 */
export function repairOf(
  inference: UnitInference,
  equation: Expression,
  wanted: Dimension,
  found: Dimension,
): string {
  const print = printer(inference.table);
  const missing = combine(wanted, found, -1);
  const factors = factorsOf(inference, equation);
  const turned = factors.find(({ side, dimension }) => sameDimension(raise(dimension, -2 * side), missing));
  if (turned !== undefined)
    return `${turned.side === 1 ? 'Divide' : 'Multiply'} by \`${shortened(turned.term)}\` instead of ${turned.side === 1 ? 'multiplying' : 'dividing'}, or correct a declared unit.`;
  const extra =
    factors.length > 1
      ? factors.find(({ side, dimension }) => sameDimension(raise(dimension, -side), missing))
      : undefined;
  const divide = [...missing.values()].every((power) => power < 0);
  const factor = print(divide ? raise(missing, -1) : missing);
  const { time } = inference.table;
  const rate = time !== undefined && sameDimension(missing, raise(time, -1));
  // A factor of more than two units is no help: the slip is elsewhere.
  const plain = missing.size <= 2 && [...missing.values()].every((power) => Math.abs(power) === 1);
  const repairs = [
    ...(extra === undefined
      ? []
      : [`${extra.side === 1 ? 'do not multiply' : 'do not divide'} by \`${shortened(extra.term)}\``]),
    ...(rate
      ? [`multiply by a rate in ${print(missing)} or divide by a time in ${print(time)}`]
      : plain
        ? [`${divide ? 'divide' : 'multiply'} by something in ${factor}`]
        : []),
  ];
  return repairs.length === 0
    ? 'Correct the declared unit or the equation.'
    : `Correct the declared unit, or ${repairs.join(', or ')}.`;
}

/** The factors of a product whose units are known, dimensionless ones left out. */
function factorsOf(inference: UnitInference, equation: Expression): readonly Factor[] {
  const factors: Factor[] = [];
  const waiting: { readonly term: Expression; readonly side: 1 | -1 }[] = [{ term: equation, side: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { term, side } = next;
    if (term.kind === 'unary' && term.operator !== 'not') waiting.push({ term: term.operand, side });
    else if (term.kind === 'binary' && (term.operator === '*' || term.operator === '/')) {
      waiting.push({ term: term.right, side: term.operator === '*' ? side : side === 1 ? -1 : 1 });
      waiting.push({ term: term.left, side });
    } else {
      const unit = inference.infer(term);
      if (unit.kind === 'known' && unit.dimension.size > 0)
        factors.push({ term, side, dimension: unit.dimension });
    }
  }
  return factors;
}
