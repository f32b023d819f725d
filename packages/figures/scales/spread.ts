/**
 * Moves labels along a line so that none overlap, each staying as near to its wish as the others allow.
 * Order is kept. Where there is no room for all, they are packed from the low end.
 *
 * @param wishes - Wished centers.
 * @param sizes - Extent of each label, gap included.
 * @returns Centers, as many as wishes, in their order.
 */
export function spread(
  wishes: readonly number[],
  sizes: readonly number[],
  low: number,
  high: number,
): readonly number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b);
  const size = (index: number): number => sizes[index] ?? 0;
  const centers = new Map<number, number>();
  let edge = low;
  for (const index of order) {
    const center = Math.max(wishes[index] ?? 0, edge + size(index) / 2);
    centers.set(index, center);
    edge = center + size(index) / 2;
  }
  edge = high;
  for (const index of [...order].reverse()) {
    const center = Math.min(centers.get(index) ?? 0, edge - size(index) / 2);
    centers.set(index, center);
    edge = center - size(index) / 2;
  }
  const overhang = Math.max(0, low - edge);
  return wishes.map((_, index) => (centers.get(index) ?? 0) + overhang);
}
