/** Names longer than this are compared by their beginnings: no one mistypes a name of this length by two letters only. */
const LONGEST = 80;

/**
 * The candidate nearest to a name, when it is near enough to be what was meant: one slip in a short name,
 * one for every four letters in a longer one, three at most. The first of equally near ones.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.slice(0, LONGEST);
  let bound = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  let found: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.slice(0, LONGEST), bound);
    // A name of two letters is one slip from any other.
    if (distance > bound || distance >= Math.min(wanted.length, candidate.length)) continue;
    if (distance === 0) return candidate;
    found = candidate;
    bound = distance - 1;
    if (bound < 1) bound = 0;
  }
  return found;
}

/**
 * Slips between two names: letters added, left out, exchanged or swapped with their neighbour
 * (Damerau-Levenshtein, each letter moved at most once). Above `bound` it gives `bound + 1`.
 */
export function editDistance(left: string, right: string, bound: number): number {
  if (Math.abs(left.length - right.length) > bound) return bound + 1;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > bound) return bound + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, bound + 1);
}
