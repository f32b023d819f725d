import type { Memory } from '../backend.js';
import type { HeldValue } from '../lower/program.js';

/** What the memories take over at the end of a step: their next values as they are now. Shape `[held]`. */
export function pendingValues(held: readonly HeldValue[], values: Float64Array): Float64Array {
  return Float64Array.from(held, ({ next }) => values[next] ?? Number.NaN);
}

/** Ends a step: the memories take over what was pending at its beginning. */
export function commitHeld(
  held: readonly HeldValue[],
  values: Float64Array,
  pending: Float64Array,
  memory: Memory,
  step: number,
): void {
  for (const [index, { slot, delay }] of held.entries()) {
    const value = pending[index] ?? Number.NaN;
    const line = memory[index];
    if (delay !== undefined && line === undefined) {
      throw new RangeError('a program with pure delays needs the memory that initialise gives');
    }
    values[slot] = line === undefined ? value : line.shift(step, value);
  }
}
