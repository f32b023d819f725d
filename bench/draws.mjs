// Parameter sets for the benchmarks: each parameter within 20 % of its default, the same every time.

/** Numbers in [0, 1), the same for the same seed (the generator of Numerical Recipes, 32 bit). */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * @param {readonly number[]} defaults - Shape [parameters].
 * @returns {Float64Array} Shape [rows x parameters]; the first row is the defaults.
 */
export function drawsAround(defaults, rows, seed = 1234) {
  const next = uniform(seed);
  return Float64Array.from({ length: rows * defaults.length }, (_, index) => {
    const factor = index < defaults.length ? 1 : 0.8 + 0.4 * next();
    return defaults[index % defaults.length] * factor;
  });
}
