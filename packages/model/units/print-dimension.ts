import type { Dimension } from './dimension.js';
import { printDimension } from './dimension.js';
import type { UnitTable } from './unit-table.js';

/** Prints dimensions with the names that a model gives its units. */
export function printer(table: UnitTable): (dimension: Dimension) => string {
  return (dimension) => printDimension(dimension, table.nameOf);
}
