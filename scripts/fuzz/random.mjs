// Random numbers of the fuzzer: a stream for each input, so that any input can be made again by its number.

/** A stream of whole numbers and choices, from the run's seed and the number of the input. */
export function randomFor(seed, input) {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(input + 1, 0xc2b2ae35)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  /** A whole number from 0 up to but not including `limit`. */
  const below = (limit) => next() % Math.max(1, limit);
  return { below, pick: (list) => list[below(list.length)], chance: (one) => below(one) === 0 };
}
