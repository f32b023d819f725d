import { column, take } from '../numeric/matrix.js';
import { sumOf } from '../numeric/sum.js';
import { failure, type Result, success } from '../result.js';
import { mean, variance } from '../statistics/moments.js';
import { rank, sortOrder } from '../statistics/ranks.js';
import type { Table } from '../table/table.js';
import { type Admission, isConstantInput, isConstantOutput, usableRuns } from '../table/usable-runs.js';
import { type Undefined, undefinedIndex } from './index-cell.js';

/** First-order index from a given sample; shares of variance, never clipped. */
export interface FirstOrder {
  readonly kind: 'value';
  /** By classes of equal count, without the bias of their number. */
  readonly binned: number;
  /** By neighbors in the order of the input: no tuning, larger variance; undefined for categories. */
  readonly neighbors: number | undefined;
}

/** First-order indices of one outcome. */
export interface OutcomeFirstOrder {
  readonly outcome: string;
  readonly runs: number;
  readonly planned: number;
  readonly bins: number;
  /** Shape [k]. */
  readonly cells: readonly (FirstOrder | Undefined)[];
  /** Sum of the binned indices as they are, and with those below 0 taken as 0; undefined where none has a value. */
  readonly sum: number | undefined;
  readonly clippedSum: number | undefined;
}

/** How first-order indices are estimated. */
export interface FirstOrderOptions extends Admission {
  /** Number of classes; 2.5 times the cube root of n where nothing is said, at least 5 and at most n / 10. */
  readonly bins?: number;
}

const FEWEST_RUNS = 20;

/**
 * First-order indices from any sample of independent inputs: which share of the variance of an outcome goes away
 * when an input is known.
 *
 * @errors wrong-design for a design whose runs depend on each other; dependent-inputs where correlations were
 * imposed; bad-size for fewer than 2 bins.
 * @source Plischke, Borgonovo and Smith 2013, Global sensitivity measures from given data, 3 (classes); Chatterjee
 * 2021 and Gamboa, Gremaud, Klein and Lagnoux 2022 (neighbors).
 */
export function firstOrderFromData(
  table: Table,
  options: FirstOrderOptions = {},
): Result<readonly OutcomeFirstOrder[]> {
  const { design, outcomes, outputs } = table;
  if (design.blocks.kind !== 'points')
    return failure(
      'wrong-design',
      `Runs of a ${design.kind} design depend on each other: this needs a sample.`,
    );
  if (design.correlated) return failure('dependent-inputs', 'Shares of variance need independent inputs.');
  if (options.bins !== undefined && (!Number.isInteger(options.bins) || options.bins < 2))
    return failure('bad-size', 'The number of classes is not 2 or more.');
  return success(
    outcomes.map((outcome, m) => {
      const { rows, planned } = usableRuns(table, m, options);
      const y = take(column(outputs, m), rows);
      const bins = options.bins ?? defaultBins(rows.length);
      const reason =
        rows.length < Math.max(FEWEST_RUNS, 2 * bins)
          ? 'too-few-runs'
          : isConstantOutput(y)
            ? 'constant-output'
            : undefined;
      const cells = design.names.map((_, j): FirstOrder | Undefined => {
        if (reason !== undefined) return undefinedIndex(reason);
        const x = take(column(design.inputs, j), rows);
        if (isConstantInput(x)) return undefinedIndex('constant-input');
        const categorical = design.categorical[j] === true;
        return {
          kind: 'value',
          binned: categorical ? byCategories(x, y) : binnedFirstOrder(x, y, bins),
          neighbors: categorical ? undefined : neighborFirstOrder(x, y),
        };
      });
      const values = cells.flatMap((cell) => (cell.kind === 'value' ? [cell.binned] : []));
      const some = values.length > 0;
      return {
        outcome,
        runs: rows.length,
        planned,
        bins,
        cells,
        sum: some ? values.reduce((a, b) => a + b, 0) : undefined,
        clippedSum: some ? values.reduce((a, b) => a + Math.max(0, b), 0) : undefined,
      };
    }),
  );
}

/** Classes for n runs. */
export function defaultBins(runs: number): number {
  return Math.max(5, Math.min(Math.round(Math.cbrt(runs) * 2.5), Math.floor(runs / 10)));
}

/** First-order index by classes of equal count, limits at floor(q n / M); y must vary. */
export function binnedFirstOrder(x: ArrayLike<number>, y: ArrayLike<number>, bins: number): number {
  return binnedInOrder(sortOrder(x), y, bins);
}

/** The same for an input whose order is known. */
export function binnedInOrder(order: Int32Array, y: ArrayLike<number>, bins: number): number {
  const n = order.length;
  const classes = Array.from({ length: bins }, (_, q) =>
    take(y, order.subarray(Math.floor((q * n) / bins), Math.floor(((q + 1) * n) / bins))),
  );
  return betweenClasses(classes, y);
}

function byCategories(x: Float64Array, y: Float64Array): number {
  const classes = [...new Set(x)].sort((a, b) => a - b).map((value) => y.filter((_, i) => x[i] === value));
  return betweenClasses(classes, y);
}

/** Share of the variance between classes, less what chance puts there. */
function betweenClasses(classes: readonly Float64Array[], y: ArrayLike<number>): number {
  const center = mean(y);
  let between = 0;
  let bias = 0;
  for (const values of classes) {
    const weight = values.length / y.length;
    if (values.length === 0) continue;
    between += weight * (mean(values) - center) ** 2;
    if (values.length > 1) bias += (weight * (1 - weight) * variance(values, 1)) / values.length;
  }
  return (between - bias) / variance(y, 0);
}

/** First-order index by neighbors in the order of x, the last beside the first; y must vary. */
export function neighborFirstOrder(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const order = sortOrder(x);
  const n = order.length;
  const center = mean(y);
  // Centered first, so that a far mean loses no digits.
  const at = (i: number): number => (y[order[i % n] ?? 0] ?? 0) - center;
  return sumOf(n, (i) => at(i) * at(i + 1)) / n / variance(y, 0);
}

/** First-order index of the rank of y: what an input explains in any form, on the scale of PRCC. */
export function rankFirstOrder(x: ArrayLike<number>, y: ArrayLike<number>, bins: number): number {
  return binnedFirstOrder(x, rank(y).ranks, bins);
}
