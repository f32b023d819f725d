import type { UnitExpression } from './unit-expression.js';

/** A unit as text with no more parentheses than it needs, such as `USD*person/month^2`; `1` when dimensionless. */
export function printUnits(unit: UnitExpression): string {
  switch (unit.kind) {
    case 'one':
      return '1';
    case 'unit':
      return unit.name;
    case 'power':
      return `${printFactor(unit.base)}^${unit.exponent}`;
    case 'product':
      return `${printUnits(unit.left)}*${printFactor(unit.right)}`;
    case 'quotient':
      return `${printUnits(unit.left)}/${printFactor(unit.right)}`;
  }
}

function printFactor(unit: UnitExpression): string {
  const simple = unit.kind === 'one' || unit.kind === 'unit' || unit.kind === 'power';
  return simple ? printUnits(unit) : `(${printUnits(unit)})`;
}
