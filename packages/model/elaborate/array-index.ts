import type { CanonicalName } from '../names/canonical-name.js';
import type { Range } from './dimension-table.js';

/** Number of elements of an array over these dimensions; 1 for a scalar. */
export function sizeOf(dimensions: readonly { readonly elements: readonly unknown[] }[]): number {
  return dimensions.reduce((size, { elements }) => size * elements.length, 1);
}

/** Position of an element in row-major order, counted from 0; `undefined` where a dimension does not have it. */
export function flatIndex(
  dimensions: readonly Range[],
  elements: readonly CanonicalName[],
): number | undefined {
  let index = 0;
  for (const [place, { positionOf, elements: all }] of dimensions.entries()) {
    const element = elements[place];
    const position = element === undefined ? undefined : positionOf.get(element);
    if (position === undefined) return undefined;
    index = index * all.length + position;
  }
  return index;
}

/**
 * Calls `visit` with each combination of one item of every list, in row-major order: the last list varies fastest.
 * One call with nothing where there are no lists.
 */
export function forEachCombination<T>(
  lists: readonly (readonly T[])[],
  visit: (combination: readonly T[]) => void,
): void {
  const total = lists.reduce((product, { length }) => product * length, 1);
  const at = lists.map(() => 0);
  for (let count = 0; count < total; count += 1) {
    visit(at.flatMap((position, place) => lists[place]?.[position] ?? []));
    for (let place = lists.length - 1; place >= 0; place -= 1) {
      const next = (at[place] ?? 0) + 1;
      const length = lists[place]?.length ?? 0;
      at[place] = next < length ? next : 0;
      if (next < length) break;
    }
  }
}
