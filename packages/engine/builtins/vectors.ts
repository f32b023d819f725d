import { NOT_AVAILABLE, productOf, risingOrder, sumOf } from './elements.js';

/**
 * The element at a position, from 0; {@link NOT_AVAILABLE} where there is none.
 *
 * @source Vensim, VECTOR ELM MAP.
 */
export function vectorElement(position: number, elements: readonly number[]): number {
  return Number.isNaN(position) ? Number.NaN : (elements[Math.round(position)] ?? NOT_AVAILABLE);
}

/**
 * Position, from 0, of the element that comes `place`-th, from 1, when the elements are sorted: upward where
 * `direction` is above 0, otherwise downward. Equal elements keep their order.
 *
 * @source Vensim, VECTOR SORT ORDER.
 * @example vectorSortOrder(1, 1, [30, 10, 20]) // 1
 */
export function vectorSortOrder(direction: number, place: number, elements: readonly number[]): number {
  const order = orderBy(direction, elements);
  if (order === undefined || Number.isNaN(place)) return Number.NaN;
  return order[Math.round(place) - 1] ?? NOT_AVAILABLE;
}

/**
 * Place, from 1, of the `index`-th element, from 1, when the elements are sorted as in {@link vectorSortOrder}.
 *
 * @source Vensim, VECTOR RANK.
 * @example vectorRank(1, 1, [30, 10, 20]) // 3
 */
export function vectorRank(direction: number, index: number, elements: readonly number[]): number {
  const order = orderBy(direction, elements);
  if (order === undefined || Number.isNaN(index)) return Number.NaN;
  const place = order.indexOf(Math.round(index) - 1);
  return place < 0 ? NOT_AVAILABLE : place + 1;
}

/** Positions in sorted order. Falling order is the rising order of the opposites, so that ties keep their order. */
function orderBy(direction: number, elements: readonly number[]): readonly number[] | undefined {
  return risingOrder(direction > 0 ? elements : elements.map((element) => -element));
}

/**
 * Takes together the elements whose selection is not 0: their sum (action 0), product (1), smallest (2) or
 * largest (3).
 *
 * @param both - The selection and the elements, one list after the other: shape `[2 k]`.
 * @returns `missing` where none is selected; NaN for any other action.
 * @source Vensim, VECTOR SELECT.
 */
export function vectorSelect(missing: number, action: number, both: readonly number[]): number {
  const count = both.length / 2;
  const selected = both.slice(count).filter((_, index) => both[index] !== 0);
  if (selected.length === 0) return missing;
  switch (action) {
    case 0:
      return sumOf(selected);
    case 1:
      return productOf(selected);
    case 2:
      return selected.reduce((least, element) => Math.min(least, element));
    case 3:
      return selected.reduce((most, element) => Math.max(most, element));
    default:
      return Number.NaN;
  }
}
