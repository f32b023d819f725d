/**
 * Sum with compensation, in the order given.
 *
 * @source Neumaier 1974, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, algorithm IV.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Sum of the squares with compensation, in the order given. */
export function sumOfSquares(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = (values[i] ?? 0) ** 2;
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Sum of f(0) .. f(count - 1) with compensation. */
export function sumOf(count: number, f: (i: number) => number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; i += 1) {
    const value = f(i);
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
