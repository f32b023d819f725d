/**
 * The multiple of `step` next to `value` on the side of 0; `value` itself where `step` is not above 0.
 *
 * @source Vensim, QUANTUM.
 * @example quantum(-1.9, 1.1) // -1.1
 */
export function quantum(value: number, step: number): number {
  return step <= 0 ? value : step * Math.trunc(value / step);
}
