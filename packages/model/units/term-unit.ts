import type { Dimension } from './dimension.js';
import { combine, DIMENSIONLESS_DIMENSION } from './dimension.js';

/** What is known of the unit of a term. */
export type TermUnit =
  | {
      readonly kind: 'known';
      readonly dimension: Dimension;
      /** Whether it is 1 or 0 by its form, as a comparison is: times a number, it is a number that comes and goes. */
      readonly truth?: true;
    }
  /** Made of numbers only: takes the unit of its neighbour in a sum, and is dimensionless in a product. */
  | { readonly kind: 'number' }
  /** Holds a variable whose unit is not known, or a fault already reported: fits anywhere. */
  | { readonly kind: 'unknown' };

/** A term made of numbers only. */
export const NUMBER: TermUnit = { kind: 'number' };

/** A term that fits anywhere. */
export const UNKNOWN: TermUnit = { kind: 'unknown' };

/** A term without unit. */
export const PLAIN: TermUnit = { kind: 'known', dimension: DIMENSIONLESS_DIMENSION };

/** A term that is 1 or 0. */
export const TRUTH: TermUnit = { kind: 'known', dimension: DIMENSIONLESS_DIMENSION, truth: true };

/** A term of this unit, or of an unknown one. */
export function known(dimension: Dimension | undefined): TermUnit {
  return dimension === undefined ? UNKNOWN : { kind: 'known', dimension };
}

/** The unit of a term as far as it fixes others: that of a number in a product is none. */
export function factorOf(unit: TermUnit): Dimension | undefined {
  switch (unit.kind) {
    case 'known':
      return unit.dimension;
    case 'number':
      return DIMENSIONLESS_DIMENSION;
    case 'unknown':
      return undefined;
  }
}

/** `left` times `right` to a power. Numbers make a number. */
export function multiply(left: TermUnit, right: TermUnit, power: number): TermUnit {
  const numeric = (unit: TermUnit) =>
    unit.kind === 'number' || (unit.kind === 'known' && unit.truth === true);
  if (numeric(left) && numeric(right))
    return left.kind === 'known' && right.kind === 'known' ? TRUTH : NUMBER;
  const [first, second] = [factorOf(left), factorOf(right)];
  return first === undefined || second === undefined ? UNKNOWN : known(combine(first, second, power));
}
