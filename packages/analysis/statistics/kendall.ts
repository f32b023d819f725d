import { rank, sortOrder } from './ranks.js';

/**
 * Kendall's tau b of two columns; undefined where one does not vary.
 *
 * @source Knight 1966, A computer method for calculating Kendall's tau with ungrouped data; Kendall 1945 (tau b).
 */
export function kendallTau(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  const n = x.length;
  const ranksX = rank(x).ranks;
  const ranksY = rank(y).ranks;
  // By x, and by y within equal x.
  const key = Float64Array.from(ranksX, (value, i) => value * 2 * n + (ranksY[i] ?? 0));
  const order = sortOrder(key);
  const sorted = Float64Array.from(order, (place) => ranksY[place] ?? 0);
  const pairs = (n * (n - 1)) / 2;
  const tiedX = tiedPairs(ranksX);
  const tiedY = tiedPairs(ranksY);
  if (tiedX === pairs || tiedY === pairs) return undefined;
  const discordant = inversions(sorted);
  const concordant = pairs - tiedX - tiedY + tiedPairs(key) - discordant;
  return (concordant - discordant) / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
}

function tiedPairs(values: Float64Array): number {
  const sorted = values.slice().sort();
  let pairs = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    pairs += ((end - start) * (end - start - 1)) / 2;
    start = end;
  }
  return pairs;
}

/** Pairs that stand in descending order, counted while merging. */
function inversions(values: Float64Array): number {
  let from = values.slice();
  let to = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let slot = start; slot < end; slot += 1) {
        const takeLeft = left < middle && (right >= end || (from[left] ?? 0) <= (from[right] ?? 0));
        if (!takeLeft) count += middle - left;
        to[slot] = (takeLeft ? from[left++] : from[right++]) ?? 0;
      }
    }
    [from, to] = [to, from];
  }
  return count;
}
