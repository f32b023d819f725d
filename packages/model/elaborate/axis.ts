import type { CanonicalName } from '../names/canonical-name.js';
import type { Range } from './dimension-table.js';
import { mapped } from './dimension-table.js';

/** One direction of an array-valued expression: a dimension, or a stretch of it. */
export interface Axis {
  readonly range: Range;
  /** Position in `range` at which it begins, and number of elements. */
  readonly from: number;
  readonly size: number;
  /** Whether it was named (Vensim `name!`): then every mention of the name is the same axis. */
  readonly named: boolean;
}

/** An axis with one of its elements chosen. */
export interface BoundAxis extends Axis {
  readonly at: number;
}

/** The whole of a range as an axis. */
export function wholeAxis(range: Range, named = false): Axis {
  return { range, from: 0, size: range.elements.length, named };
}

/** The element chosen. */
export function elementAt(axis: Axis, at: number): CanonicalName | undefined {
  return axis.range.elements[axis.from + at]?.key;
}

/**
 * Adds the axes of a second operand to those of a first: what has the same dimension is the same axis; otherwise two
 * operands of one shape go along position by position.
 *
 * @returns The axes of both; `undefined` where the shapes do not fit.
 */
export function unite(first: readonly Axis[], second: readonly Axis[]): readonly Axis[] | undefined {
  if (first.length === 0) return second;
  const news = second.filter((axis, place) => partner(axis, occurrence(second, place), first) === undefined);
  if (news.length === 0) return first;
  if (news.every(({ named }) => named) || first.every(({ named }) => named)) return [...first, ...news];
  const covers = first.every((axis, place) => partner(axis, occurrence(first, place), second) !== undefined);
  if (covers) return second;
  const alike =
    first.length === second.length && first.every(({ size }, place) => second[place]?.size === size);
  return alike ? first : undefined;
}

/** How many axes of the same range stand before this place. */
function occurrence(axes: readonly Axis[], place: number): number {
  const axis = axes[place];
  if (axis === undefined || axis.named) return 0;
  return axes.slice(0, place).filter(({ range, named }) => range === axis.range && !named).length;
}

function partner<T extends Axis>(axis: Axis, nth: number, among: readonly T[]): T | undefined {
  return among.filter(
    ({ range, named, size }) => range === axis.range && named === axis.named && size === axis.size,
  )[nth];
}

/**
 * The position, on each of an operand's axes, that the chosen positions of the surrounding axes give it: by the same
 * dimension, by the same element, by a mapping, or by the same place in an array of one shape.
 *
 * @param byPlace - Whether the same place comes before the same dimension, as for a transposed array.
 * @returns One position an axis; `undefined` where one of them has none.
 */
export function positionsOn(
  axes: readonly Axis[],
  around: readonly BoundAxis[],
  byPlace = false,
): readonly number[] | undefined {
  const alike =
    axes.length === around.length && axes.every(({ size }, place) => around[place]?.size === size);
  const positions: number[] = [];
  for (const [place, axis] of axes.entries()) {
    const samePlace = alike ? around[place]?.at : undefined;
    const found =
      (byPlace ? samePlace : undefined) ??
      partner(axis, occurrence(axes, place), around)?.at ??
      byElement(axis, around) ??
      samePlace;
    if (found === undefined) return undefined;
    positions.push(found);
  }
  return positions;
}

function byElement(axis: Axis, around: readonly BoundAxis[]): number | undefined {
  for (const other of around) {
    const element = elementAt(other, other.at);
    if (element === undefined) continue;
    const carried = axis.range.positionOf.has(element) ? element : mapped(other.range, element, axis.range);
    const position = carried === undefined ? undefined : axis.range.positionOf.get(carried);
    if (position !== undefined && position >= axis.from && position < axis.from + axis.size)
      return position - axis.from;
  }
  return undefined;
}
