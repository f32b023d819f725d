import { streamOf } from '../random/stream.js';
import type { OtherPoint, Probes } from './equilibrium-result.js';
import type { RestMotion } from './rest-motion.js';
import type { Search } from './search.js';

/** Starts lie up to this factor, e^2, above and below each stock at the point or at the start. */
const LARGEST_EXPONENT = 2;
/** Points closer than this, as a share of each stock, are the same. */
const SAME = 1e-6;
/** Name of the stream of random numbers, "probe" and a number of it. */
const STREAM = { first: 0x70726f62, second: 0x65000001 } as const;

/**
 * Searches from other starts: each stock at the larger of its value at the point and at the start, times e^u with u
 * uniform between -2 and 2. The n-th start depends on the seed and n alone.
 */
export function probe(
  motion: RestMotion,
  start: Float64Array,
  point: Float64Array,
  count: number,
  seed: number,
  searchFrom: (start: Float64Array) => Search,
): Probes {
  const others: { stocks: Float64Array; count: number }[] = [];
  let same = 0;
  let without = 0;
  for (let index = 0; index < count; index += 1) {
    const stream = streamOf(seed, STREAM.first, STREAM.second, Number.NaN, index);
    const from = point.map((value, stock) => {
      const exponent = LARGEST_EXPONENT * (2 * stream.next() - 1);
      const initial = start[stock] ?? 0;
      return (Math.abs(value) >= Math.abs(initial) ? value : initial) * Math.exp(exponent);
    });
    motion.slopesAt(from);
    const found = searchFrom(from);
    if (found.outcome !== 'rest') {
      without += 1;
    } else if (isSamePoint(found.state, point)) {
      same += 1;
    } else {
      const known = others.find(({ stocks }) => isSamePoint(stocks, found.state));
      if (known === undefined) others.push({ stocks: found.state.slice(), count: 1 });
      else known.count += 1;
    }
  }
  const points: readonly OtherPoint[] = others;
  return { count, seed, same, without, others: points };
}

/** Whether two states are the same point, up to a share of each stock. */
export function isSamePoint(left: Float64Array, right: Float64Array): boolean {
  const largest = left.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return left.every((value, index) => {
    const other = right[index] ?? Number.NaN;
    const size = Math.max(Math.abs(value), Math.abs(other), SAME * largest);
    return Math.abs(value - other) <= SAME * size || size === 0;
  });
}
