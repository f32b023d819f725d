/** Squarings of the matrix: the estimate is that of its 256th power, within a few percent. */
const SQUARINGS = 8;

/**
 * The largest magnitude of an eigenvalue of a square matrix, real or complex: the root of the norm of a high power
 * (Gelfand's formula), which is never below it.
 *
 * @param rows - Shape `[n][n]`; not changed.
 * @example spectralRadius([Float64Array.of(0, -2), Float64Array.of(2, 0)]) // near 2
 */
export function spectralRadius(rows: readonly Float64Array[]): number {
  let matrix = rows;
  let logarithm = 0;
  for (let done = 0; done <= SQUARINGS; done += 1) {
    const size = norm(matrix);
    if (size === 0) return 0;
    logarithm += Math.log(size) / 2 ** done;
    // Scaled, so that a high power neither overflows nor vanishes.
    if (done < SQUARINGS) matrix = squared(matrix.map((row) => row.map((value) => value / size)));
  }
  return Math.exp(logarithm);
}

/** Greatest sum of magnitudes in a row. */
function norm(rows: readonly Float64Array[]): number {
  return Math.max(0, ...rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
}

function squared(rows: readonly Float64Array[]): readonly Float64Array[] {
  return rows.map((row) => {
    const result = new Float64Array(row.length);
    for (const [index, factor] of row.entries()) {
      const other = rows[index];
      if (factor === 0 || other === undefined) continue;
      for (let column = 0; column < result.length; column += 1)
        result[column] = (result[column] ?? 0) + factor * (other[column] ?? 0);
    }
    return result;
  });
}
