import type { Direction } from './direction.js';
import { directionWord } from './direction.js';
import { counted, listed } from './list.js';

/** A named direction: a policy's, or an outcome's. */
export interface NamedDirection {
  readonly name: string;
  readonly direction: Direction;
}

const ORDER: readonly Direction[] = ['lower', 'same', 'higher'];

/**
 * Where something is lower, about the same and higher: 'lower under a and b, and higher under c', or
 * 'higher under every policy' where all agree.
 *
 * @param what - What is counted, as in `policy`.
 */
export function directionSummary(named: readonly NamedDirection[], what = 'policy'): string {
  const parts = ORDER.flatMap((direction) => {
    const names = named.filter((one) => one.direction === direction).map((one) => one.name);
    if (names.length === 0) return [];
    if (names.length === named.length && names.length > 1) {
      return [`${directionWord(direction)} under every ${what}`];
    }
    return [`${directionWord(direction)} under ${listed(names)}`];
  });
  return joinParts(parts);
}

/** How many are lower, about the same and higher: 'lower under three of four', for titles. */
export function directionCount(named: readonly NamedDirection[]): string {
  const total = named.length;
  const parts = ORDER.flatMap((direction) => {
    const count = named.filter((one) => one.direction === direction).length;
    if (count === 0) return [];
    if (count === total) return [`${directionWord(direction)} under all ${counted(total)}`];
    return [`${directionWord(direction)} under ${counted(count)}`];
  });
  return joinParts(parts);
}

function joinParts(parts: readonly string[]): string {
  return parts.length === 2 ? parts.join(', and ') : listed(parts);
}
