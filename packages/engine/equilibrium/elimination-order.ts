/** One step of an elimination: a pivot on the diagonal, and what it touches of what is not eliminated yet. */
export interface EliminationStep {
  readonly pivot: number;
  /** Rows with an element in the pivot's column. */
  readonly below: readonly number[];
  /** Columns with an element in the pivot's row. */
  readonly right: readonly number[];
}

/**
 * The order in which diagonal pivots of a sparse pattern are eliminated with little fill-in: always the one whose row
 * and column hold fewest others.
 *
 * @param pattern - Elements beside the diagonal, which is taken to be full.
 * @source Markowitz 1957, The elimination form of the inverse, Management Science 3.
 */
export function eliminationOrder(
  size: number,
  pattern: readonly { readonly row: number; readonly column: number }[],
): readonly EliminationStep[] {
  const rows = Array.from({ length: size }, () => new Set<number>());
  const columns = Array.from({ length: size }, () => new Set<number>());
  const mark = (row: number, column: number): void => {
    if (row === column) return;
    rows[row]?.add(column);
    columns[column]?.add(row);
  };
  for (const { row, column } of pattern) mark(row, column);
  const open = new Set(rows.keys());
  const steps: EliminationStep[] = [];
  while (open.size > 0) {
    const pivot = cheapest(open, rows, columns);
    open.delete(pivot);
    const below = [...(columns[pivot] ?? [])];
    const right = [...(rows[pivot] ?? [])];
    for (const row of below) rows[row]?.delete(pivot);
    for (const column of right) columns[column]?.delete(pivot);
    for (const row of below) for (const column of right) mark(row, column);
    steps.push({ pivot, below, right });
  }
  return steps;
}

/** The open diagonal place whose elimination touches fewest elements. */
function cheapest(
  open: ReadonlySet<number>,
  rows: readonly ReadonlySet<number>[],
  columns: readonly ReadonlySet<number>[],
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const index of open) {
    const cost = (rows[index]?.size ?? 0) * (columns[index]?.size ?? 0);
    if (cost < least) [best, least] = [index, cost];
    if (cost === 0) break;
  }
  return best;
}
