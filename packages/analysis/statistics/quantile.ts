/**
 * Quantile by linear interpolation between order statistics.
 *
 * @param sorted - Ascending, at least one value.
 * @param p - From 0 to 1.
 * @source Hyndman and Fan 1996, Sample quantiles in statistical packages, definition 7.
 */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (place - below) * (high - low);
}
