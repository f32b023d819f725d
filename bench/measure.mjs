// Timing of contenders in turn, so that a busy machine slows all of them alike.

/** Middle value. */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times contenders round by round: A B A B ..., after `warmUp` rounds that do not count.
 *
 * @param {Record<string, () => void>} contenders - Work of equal size, by name.
 * @returns {Record<string, number[]>} Milliseconds of each round, by name.
 */
export function timeInTurn(contenders, rounds, warmUp = 3) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(contenders)) {
      const begin = performance.now();
      work();
      if (round >= 0) times[name].push(performance.now() - begin);
    }
  }
  return times;
}

/** Median of the per-round ratios of two contenders. */
export function ratio(times, reference) {
  return median(times.map((time, round) => time / reference[round]));
}

/** Largest difference of two rows of numbers, relative to the larger of each pair. */
export function largestDifference(left, right) {
  if (left.length !== right.length) throw new Error(`${left.length} values against ${right.length}`);
  let largest = 0;
  for (const [index, value] of left.entries()) {
    const size = Math.max(Math.abs(value), Math.abs(right[index]));
    const difference = size === 0 ? 0 : Math.abs(value - right[index]) / size;
    // Written so that a value that is not a number counts as different.
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
