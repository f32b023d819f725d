const LEAST = 3;
const MOST = 9;

/**
 * Width of a pipe that carries a rate, in units of the map: by the square root, so that a rate four times as large is
 * twice as wide, and small ones can be seen.
 *
 * @param largest - The largest rate shown, of either sign, in the same unit.
 */
export function pipeWidth(rate: number, largest: number): number {
  if (!Number.isFinite(rate) || !(largest > 0)) return LEAST;
  return LEAST + MOST * Math.sqrt(Math.min(1, Math.abs(rate) / largest));
}
