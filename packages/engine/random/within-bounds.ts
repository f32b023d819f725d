/** Most draws until one lies within bounds: past it the bounds hold almost none of the distribution. */
const MOST_DRAWS = 10_000;

/**
 * The first draw that lies within bounds: a draw from the distribution cut off there.
 *
 * @returns NaN where the bounds are crossed, or hold so little of the distribution that no draw was met.
 */
export function withinBounds(min: number, max: number, draw: () => number): number {
  if (!(min <= max)) return Number.NaN;
  for (let drawn = 0; drawn < MOST_DRAWS; drawn += 1) {
    const value = draw();
    if (Number.isNaN(value) || (value >= min && value <= max)) return value;
  }
  return Number.NaN;
}
