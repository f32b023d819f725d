/** What a quantity is made of: base units, by canonical name, with their exponents; none is zero. Empty = dimensionless. */
export type Dimension = ReadonlyMap<string, number>;

/** No unit at all. */
export const DIMENSIONLESS_DIMENSION: Dimension = new Map();

/** `left` times `right` to the power of `exponent`: 1 for a product, -1 for a quotient. */
export function combine(left: Dimension, right: Dimension, exponent: number): Dimension {
  const result = new Map(left);
  for (const [unit, power] of right) {
    const sum = (result.get(unit) ?? 0) + power * exponent;
    if (sum === 0) result.delete(unit);
    else result.set(unit, sum);
  }
  return result;
}

/** A dimension to a power. */
export function raise(dimension: Dimension, exponent: number): Dimension {
  return combine(DIMENSIONLESS_DIMENSION, dimension, exponent);
}

/** Whether two dimensions are the same. */
export function sameDimension(left: Dimension, right: Dimension): boolean {
  return left.size === right.size && [...left].every(([unit, power]) => right.get(unit) === power);
}

/** Whether every exponent is whole. */
export function isWhole(dimension: Dimension): boolean {
  return [...dimension.values()].every((power) => Number.isInteger(power));
}

/**
 * A dimension as a modeller writes it, such as `USD*person/month^2`; `1` when there is no unit.
 *
 * @param nameOf - How to show a base unit.
 */
export function printDimension(dimension: Dimension, nameOf: (unit: string) => string): string {
  const factor = ([unit, power]: readonly [string, number]) =>
    Math.abs(power) === 1 ? nameOf(unit) : `${nameOf(unit)}^${Math.abs(power)}`;
  const above = [...dimension].filter(([, power]) => power > 0).map(factor);
  const below = [...dimension].filter(([, power]) => power < 0).map(factor);
  const top = above.length === 0 ? '1' : above.join('*');
  if (below.length === 0) return top;
  return below.length === 1 ? `${top}/${below[0]}` : `${top}/(${below.join('*')})`;
}
