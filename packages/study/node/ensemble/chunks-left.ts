import type { Chunk } from '../../ensemble/ensemble-work.js';

/**
 * Chunks that are still to be computed, in the order of scenarios and rows.
 *
 * @param count - Rows of each scenario.
 * @param done - Chunks of any size that are there already; they may overlap.
 * @param most - Most rows of a chunk.
 */
export function* chunksLeft(
  scenarios: number,
  count: number,
  done: readonly Chunk[],
  most: number,
): Generator<Chunk> {
  for (let scenario = 0; scenario < scenarios; scenario += 1) {
    const own = done.filter((chunk) => chunk.scenario === scenario).sort((one, two) => one.first - two.first);
    let next = 0;
    for (const { first, count: rows } of [...own, { first: count, count: 0 }]) {
      while (next < first) {
        const taken = Math.min(most, first - next);
        yield { scenario, first: next, count: taken };
        next += taken;
      }
      next = Math.max(next, first + rows);
    }
  }
}

/** How many rows the chunks have in all, each counted once. */
export function rowsIn(scenarios: number, count: number, done: readonly Chunk[]): number {
  let left = 0;
  for (const chunk of chunksLeft(scenarios, count, done, count)) left += chunk.count;
  return scenarios * count - left;
}
