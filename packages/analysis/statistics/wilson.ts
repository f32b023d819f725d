import type { Interval } from '../sensitivity/index-cell.js';
import { normalQuantile } from './normal.js';

/**
 * Interval of a share from a count: never outside 0 to 1, and of use where all or none count.
 *
 * @param count - 0 to n.
 * @param n - At least 1.
 * @param confidence - 0.95 where nothing is said.
 * @source Wilson 1927, Probable inference, the law of succession, and statistical inference.
 */
export function wilsonInterval(count: number, n: number, confidence = 0.95): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = count / n;
  const center = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    low: count === 0 ? 0 : Math.max(0, center - half),
    high: count === n ? 1 : Math.min(1, center + half),
  };
}
