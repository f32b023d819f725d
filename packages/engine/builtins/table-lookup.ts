import type { GraphicalFunction } from '@weir/model';

/** A graphical function in typed arrays: shape `[points]` both, `x` ascending. */
export interface LookupTable {
  readonly type: GraphicalFunction['type'];
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Readies a graphical function for {@link lookUp}. */
export function lookupTable(graph: GraphicalFunction): LookupTable {
  return { type: graph.type, x: Float64Array.from(graph.x), y: Float64Array.from(graph.y) };
}

/**
 * Value of a graphical function. `continuous` interpolates linearly and holds its ends; `extrapolate` extends
 * the first and the last two points; `discrete` takes the y of the next lower x.
 *
 * @returns NaN where `at` is NaN or the table has no points.
 * @source OASIS XMILE 1.0, 3.1.4 and 4.1.3.
 */
export function lookUp(table: LookupTable, at: number): number {
  const { type, x, y } = table;
  const last = x.length - 1;
  if (last < 0 || Number.isNaN(at)) return Number.NaN;
  const outside = at < valueAt(x, 0) ? 0 : at >= valueAt(x, last) ? last : -1;
  if (outside >= 0) {
    if (type !== 'extrapolate' || last === 0 || at === valueAt(x, last)) return valueAt(y, outside);
    return onLine(table, outside === 0 ? 0 : last - 1, at);
  }
  let low = 0;
  let high = last;
  // Invariant: x[low] <= at < x[high].
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (valueAt(x, middle) <= at) low = middle;
    else high = middle;
  }
  return type === 'discrete' ? valueAt(y, low) : onLine(table, low, at);
}

/** Line through two neighbouring points; exact at the first of them. */
function onLine({ x, y }: LookupTable, low: number, at: number): number {
  const x0 = valueAt(x, low);
  const y0 = valueAt(y, low);
  return y0 + ((at - x0) / (valueAt(x, low + 1) - x0)) * (valueAt(y, low + 1) - y0);
}

const valueAt = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;
