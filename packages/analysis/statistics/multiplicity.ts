import { sortOrder } from './ranks.js';

/** How p-values of many tests are corrected. */
export type Correction = 'benjamini-hochberg' | 'benjamini-yekutieli' | 'bonferroni' | 'holm';

/**
 * Corrected p-values of one family of tests, in the order given.
 *
 * @param p - From 0 to 1, shape [M].
 * @source Benjamini and Hochberg 1995; Benjamini and Yekutieli 2001, theorem 1.3; Holm 1979; Bonferroni: M p.
 */
export function correct(p: ArrayLike<number>, correction: Correction): Float64Array {
  const count = p.length;
  const corrected = new Float64Array(count);
  if (correction === 'bonferroni') return corrected.map((_, i) => Math.min(1, count * (p[i] ?? 1)));
  const order = sortOrder(p);
  if (correction === 'holm') {
    let running = 0;
    for (let i = 0; i < count; i += 1) {
      const place = order[i] ?? 0;
      running = Math.max(running, Math.min(1, (count - i) * (p[place] ?? 1)));
      corrected[place] = running;
    }
    return corrected;
  }
  let weight = 1;
  if (correction === 'benjamini-yekutieli') {
    weight = 0;
    for (let i = 1; i <= count; i += 1) weight += 1 / i;
  }
  let running = 1;
  for (let i = count - 1; i >= 0; i -= 1) {
    const place = order[i] ?? 0;
    running = Math.min(running, (weight * count * (p[place] ?? 1)) / (i + 1));
    corrected[place] = running;
  }
  return corrected;
}
