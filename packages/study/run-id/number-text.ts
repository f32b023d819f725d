/**
 * A number as text that gives back the same bits: the shortest decimal that round-trips, with the sign of
 * zero kept.
 *
 * @example numberText(-0) // '-0'
 */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
