import { take } from '../numeric/matrix.js';
import type { Seed } from '../random/stream.js';
import { binnedFirstOrder, binnedInOrder, defaultBins } from '../sensitivity/first-order.js';
import { bootstrapError } from '../statistics/bootstrap.js';

/** A pair whose relation rank correlations do not see. */
export interface NonMonotonePair {
  readonly input: string;
  /** Share of the variance of the ranks that the input explains in any form. */
  readonly explained: number;
  /** Share that the rank regression gives it. */
  readonly byRanks: number;
}

const EXCESS = 0.05;
const RESAMPLES = 50;

/**
 * Whether an input explains clearly more of the ranks of an output than a straight line through them: more by 0.05
 * and by two standard errors.
 *
 * @param order - Places of the input's values in ascending order.
 * @param ranks - Ranks of the output.
 * @param coefficient - Standardized rank regression coefficient of the input.
 */
export function nonMonotonePair(
  input: string,
  x: Float64Array,
  order: Int32Array,
  ranks: Float64Array,
  coefficient: number,
  seed: Seed,
): NonMonotonePair | undefined {
  const bins = defaultBins(x.length);
  const explained = binnedInOrder(order, ranks, bins);
  const byRanks = coefficient ** 2;
  if (!(explained - byRanks > EXCESS)) return undefined;
  const error = bootstrapError(
    x.length,
    (taken) => binnedFirstOrder(take(x, taken), take(ranks, taken), bins),
    seed,
    RESAMPLES,
  );
  return explained - byRanks > 2 * error ? { input, explained, byRanks } : undefined;
}
