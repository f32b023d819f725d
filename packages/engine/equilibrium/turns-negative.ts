/** Whether a stock that was not negative has become so: long steps may lose the limits that a model sets. */
export function turnsNegative(start: Float64Array, state: Float64Array): boolean {
  return state.some((value, stock) => value < 0 && (start[stock] ?? 0) >= 0);
}
