import { type Seed, stream, streamKey } from '../random/stream.js';
import { normalCdf, normalQuantile } from './normal.js';
import { quantileOf } from './quantile.js';

/** How a bootstrap is done. */
export interface BootstrapOptions {
  readonly seed: Seed;
  /** B; 1000 where nothing is said. */
  readonly resamples?: number;
  /** 0.95 where nothing is said. */
  readonly confidence?: number;
}

/** An interval of a bootstrap. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
}

const RESAMPLES = 1000;
const CONFIDENCE = 0.95;

/**
 * Bias-corrected and accelerated intervals of several statistics of the same blocks. The b-th resample depends on
 * (seed, b) alone.
 *
 * @param blocks - Number of independent blocks, at least 2.
 * @param statistics - Statistics of the blocks taken, all of one length; a block may be taken more than once.
 * @returns An interval for each statistic; undefined where a statistic is no number for the sample.
 * @source Efron 1987, Better bootstrap confidence intervals, equations 2.3 and 7.3; DiCiccio and Efron 1996.
 */
export function bootstrap(
  blocks: number,
  statistics: (taken: Int32Array) => ArrayLike<number>,
  { seed, resamples = RESAMPLES, confidence = CONFIDENCE }: BootstrapOptions,
): readonly (BootstrapInterval | undefined)[] {
  const all = Int32Array.from({ length: blocks }, (_, i) => i);
  const sample = Float64Array.from(statistics(all));
  const drawn = Array.from(sample, () => new Float64Array(resamples));
  const key = streamKey(seed, 'bootstrap');
  const taken = new Int32Array(blocks);
  for (let b = 0; b < resamples; b += 1) {
    const draws = stream(key, b);
    for (let i = 0; i < blocks; i += 1) taken[i] = draws.below(blocks);
    const values = statistics(taken);
    for (const [s, list] of drawn.entries()) list[b] = values[s] ?? Number.NaN;
  }
  const jackknife = Array.from(all, (left) => Float64Array.from(statistics(all.filter((i) => i !== left))));
  return drawn.map((list, s) =>
    accelerated(
      list.filter(Number.isFinite),
      sample[s] ?? Number.NaN,
      jackknife.map((values) => values[s] ?? Number.NaN),
      confidence,
    ),
  );
}

function accelerated(
  drawn: Float64Array,
  estimate: number,
  jackknife: readonly number[],
  confidence: number,
): BootstrapInterval | undefined {
  if (!Number.isFinite(estimate) || drawn.length < 2) return undefined;
  const sorted = drawn.slice().sort();
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  const standardError = Math.sqrt(sorted.reduce((a, b) => a + (b - mean) ** 2, 0) / (sorted.length - 1));
  if (standardError === 0) return { low: estimate, high: estimate, standardError };
  let below = 0;
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const share = Math.min(sorted.length - 0.5, Math.max(0.5, below)) / sorted.length;
  const bias = normalQuantile(share);
  const finite = jackknife.filter(Number.isFinite);
  const center = finite.reduce((a, b) => a + b, 0) / finite.length;
  const squares = finite.reduce((a, b) => a + (center - b) ** 2, 0);
  const cubes = finite.reduce((a, b) => a + (center - b) ** 3, 0);
  const acceleration = squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
  const limit = (p: number): number => {
    const z = bias + normalQuantile(p);
    return quantileOf(sorted, normalCdf(bias + z / Math.max(1e-9, 1 - acceleration * z)));
  };
  const tail = (1 - confidence) / 2;
  return { low: limit(tail), high: limit(1 - tail), standardError };
}

/** Standard error of one statistic over resamples of its blocks; resamples without a number do not count. */
export function bootstrapError(
  blocks: number,
  statistic: (taken: Int32Array) => number,
  seed: Seed,
  resamples: number,
): number {
  const key = streamKey(seed, 'bootstrap');
  const taken = new Int32Array(blocks);
  const values: number[] = [];
  for (let b = 0; b < resamples; b += 1) {
    const draws = stream(key, b);
    for (let i = 0; i < blocks; i += 1) taken[i] = draws.below(blocks);
    const value = statistic(taken);
    if (Number.isFinite(value)) values.push(value);
  }
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.length < 2
    ? 0
    : Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1));
}
