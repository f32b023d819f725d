import { take } from '../numeric/matrix.js';
import { sortOrder } from '../statistics/ranks.js';

/** An input of the samples, and the column of the results that repeats it. */
export interface EchoColumns {
  /** Shape [samples]. */
  readonly from: Float64Array;
  /** Shape [results]. */
  readonly back: Float64Array;
  /** How far rounding may have moved the results; not at all where nothing is said. */
  readonly rounding?: EchoRounding;
}

/** Half a unit of the last digit that numbers are written with: either of the two may explain a difference. */
export interface EchoRounding {
  /** Of the last decimal, in the unit of the input. */
  readonly absolute: number;
  /** Of the last significant digit, as a share of the value. */
  readonly relative: number;
}

const UNROUNDED: EchoRounding = { absolute: 0, relative: 0 };

/** Rows of results, and the samples whose inputs they repeat. */
export interface EchoMatch {
  /** The row of the sample, shape [results]; -1 where none fits, -2 where several do. */
  readonly places: Int32Array;
  /** Rows of results that fit no sample. */
  readonly unmatched: number;
  /** Rows of results that fit several samples. */
  readonly ambiguous: number;
}

const NONE = -1;
const SEVERAL = -2;

/**
 * Finds for each row of results the sample whose inputs it repeats, in every echo column.
 *
 * @param echoes - At least one.
 * @param tolerance - Largest relative difference of an echo.
 */
export function matchByEcho(echoes: readonly EchoColumns[], tolerance: number): EchoMatch {
  const sizes = echoes.map(({ from }) => new Set(from).size);
  const lead = echoes[sizes.indexOf(Math.max(...sizes))];
  if (lead === undefined) return { places: new Int32Array(), unmatched: 0, ambiguous: 0 };
  const { from, back, rounding = UNROUNDED } = lead;
  // A cell that is no number fits nothing.
  const usable = Int32Array.from(from.keys()).filter((row) => Number.isFinite(from[row]));
  const order = sortOrder(take(from, usable)).map((place) => usable[place] ?? 0);
  const ascending = Float64Array.from(order, (place) => from[place] ?? 0);
  const places = new Int32Array(back.length);
  let unmatched = 0;
  let ambiguous = 0;
  for (let row = 0; row < back.length; row += 1) {
    const value = back[row] ?? Number.NaN;
    const reach = Math.max(Math.abs(value) * 2 * Math.max(tolerance, rounding.relative), rounding.absolute);
    let place = NONE;
    for (let s = firstFrom(ascending, value - reach); s < order.length; s += 1) {
      if ((ascending[s] ?? 0) > value + reach) break;
      const candidate = order[s] ?? 0;
      if (!echoes.every((echo) => echoAgrees(echo, row, candidate, tolerance))) continue;
      if (place === NONE) place = candidate;
      else {
        place = SEVERAL;
        break;
      }
    }
    if (place === NONE) unmatched += 1;
    if (place === SEVERAL) ambiguous += 1;
    places[row] = place;
  }
  return { places, unmatched, ambiguous };
}

/** Difference relative to the expected value; 0 for two equal numbers, infinity where either is none. */
export function relativeDifference(actual = Number.NaN, expected = Number.NaN): number {
  if (actual === expected) return 0;
  const difference = Math.abs(actual - expected) / Math.abs(expected);
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

/** Whether row `row` of the results repeats the input of row `place` of the samples. */
export function echoAgrees(
  { from, back, rounding = UNROUNDED }: EchoColumns,
  row: number,
  place: number,
  tolerance: number,
): boolean {
  const [echo, input] = [back[row], from[place]];
  return (
    relativeDifference(echo, input) <= Math.max(tolerance, rounding.relative) ||
    Math.abs((echo ?? Number.NaN) - (input ?? Number.NaN)) <= rounding.absolute
  );
}

/** The first place of an ascending list with a value of at least `least`. */
function firstFrom(ascending: Float64Array, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
