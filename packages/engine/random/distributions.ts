import { gammaLn } from '../builtins/gamma-ln.js';
import type { Stream } from './stream.js';

const { NaN: nan } = Number;
/** From this mean on, Poisson numbers are drawn by rejection. */
const LARGE_MEAN = 10;
/** Most draws of a rejection; each has a better than even chance, so that it is never reached. */
const MOST_DRAWS = 1000;

/** Uniform between two bounds. */
export function uniform(stream: Stream, min: number, max: number): number {
  return min + (max - min) * stream.next();
}

/** Standard normal. @source Box and Muller 1958. */
function standardNormal(stream: Stream): number {
  const radius = Math.sqrt(-2 * Math.log(stream.next()));
  return radius * Math.cos(2 * Math.PI * stream.next());
}

/** Normal. NaN where the standard deviation is below 0. */
export function normal(stream: Stream, mean: number, sd: number): number {
  return sd < 0 ? nan : mean + sd * standardNormal(stream);
}

/**
 * Lognormal with this mean and standard deviation of its own, not of its logarithm.
 *
 * @returns NaN where the mean is not above 0 or the standard deviation is below 0.
 * @source OASIS XMILE 1.0, 3.5.2; moments as in Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions I, 14.
 */
export function lognormal(stream: Stream, mean: number, sd: number): number {
  if (!(mean > 0) || sd < 0) return nan;
  const ratio = sd / mean;
  const variance = Math.log1p(ratio * ratio);
  return mean * Math.exp(Math.sqrt(variance) * standardNormal(stream) - variance / 2);
}

/** Exponential with this mean, by its inverse. */
export function exponential(stream: Stream, mean: number): number {
  return -mean * Math.log(stream.next());
}

/**
 * Triangular between `start` and `stop` with its peak between them, by its inverse.
 *
 * @returns NaN where the peak is not between them.
 */
export function triangular(stream: Stream, start: number, peak: number, stop: number): number {
  if (!(start <= peak && peak <= stop)) return nan;
  const span = stop - start;
  const u = stream.next();
  if (span === 0) return peak;
  return u * span < peak - start
    ? start + Math.sqrt(u * span * (peak - start))
    : stop - Math.sqrt((1 - u) * span * (stop - peak));
}

/**
 * Poisson: by its inverse for small means, by transformed rejection for large ones.
 *
 * @returns NaN where the mean is below 0 or not finite.
 * @source Hoermann 1993, The transformed rejection method for generating Poisson random variables, algorithm PTRS.
 */
export function poisson(stream: Stream, mean: number): number {
  if (!(mean >= 0) || mean === Number.POSITIVE_INFINITY) return nan;
  return mean < LARGE_MEAN ? smallPoisson(stream, mean) : largePoisson(stream, mean);
}

function smallPoisson(stream: Stream, mean: number): number {
  let left = stream.next();
  let probability = Math.exp(-mean);
  let count = 0;
  while (left > probability && probability > 0) {
    left -= probability;
    count += 1;
    probability *= mean / count;
  }
  return count;
}

function largePoisson(stream: Stream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const top = 0.9277 - 3.6224 / (b - 2);
  for (let drawn = 0; drawn < MOST_DRAWS; drawn += 1) {
    const u = stream.next() - 0.5;
    const v = stream.next();
    const inner = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / inner + b) * u + mean + 0.43);
    if (inner >= 0.07 && v <= top) return count;
    if (count < 0 || (inner < 0.013 && v > inner)) continue;
    const drawnLog = Math.log((v * inverseAlpha) / (a / (inner * inner) + b));
    if (drawnLog <= count * Math.log(mean) - mean - gammaLn(count + 1)) return count;
  }
  return Math.round(mean);
}

/**
 * Normal, cut off at two bounds: the distribution given that the value lies between them.
 *
 * @returns NaN where the standard deviation is below 0 or the bounds are crossed.
 * @source Robert 1995, Simulation of truncated normal variables.
 */
export function truncatedNormal(stream: Stream, min: number, max: number, mean: number, sd: number): number {
  if (sd < 0 || min > max || Number.isNaN(mean + sd + min + max)) return nan;
  if (sd === 0 || min === max) return Math.min(max, Math.max(min, mean));
  const low = (min - mean) / sd;
  const high = (max - mean) / sd;
  const draw = high < 0 ? -truncatedStandard(stream, -high, -low) : truncatedStandard(stream, low, high);
  // Rounding must not carry a draw past its bounds.
  return Math.min(max, Math.max(min, mean + sd * draw));
}

/** Standard normal between two bounds, the upper one not below 0. */
function truncatedStandard(stream: Stream, low: number, high: number): number {
  if (low <= 0 && high - low > 2) return firstWithin(() => standardNormal(stream), low, high);
  const rate = (low + Math.sqrt(low * low + 4)) / 2;
  if (low > 0 && (high - low) * rate > 2) {
    return accepted(
      () => low - Math.log(stream.next()) / rate,
      (x) => (x > high ? 0 : Math.exp(-((x - rate) ** 2) / 2)),
      stream,
    );
  }
  const peak = Math.max(0, low);
  return accepted(
    () => low + (high - low) * stream.next(),
    (x) => Math.exp((peak * peak - x * x) / 2),
    stream,
  );
}

function firstWithin(draw: () => number, low: number, high: number): number {
  let x = draw();
  for (let drawn = 1; drawn < MOST_DRAWS && !(x >= low && x <= high); drawn += 1) x = draw();
  return x;
}

/** The first draw that is kept: each with its own chance. */
function accepted(draw: () => number, chance: (x: number) => number, stream: Stream): number {
  let x = draw();
  for (let drawn = 1; drawn < MOST_DRAWS && !(stream.next() <= chance(x)); drawn += 1) x = draw();
  return x;
}
