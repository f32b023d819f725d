import { extent } from '../numeric/extent.js';
import { column, element } from '../numeric/matrix.js';
import { sumOf } from '../numeric/sum.js';
import { failure, type Result, success } from '../result.js';
import { rank, sortOrder } from '../statistics/ranks.js';
import type { Table } from '../table/table.js';
import { type Admission, usableRuns } from '../table/usable-runs.js';
import { type Undefined, undefinedIndex } from './index-cell.js';

/** What a one-at-a-time sweep says of one input and one outcome. */
export interface SweepIndex {
  readonly kind: 'value';
  /** Sign of the trend times `percent`: percent of the absolute baseline output, over the whole tested range. */
  readonly index: number;
  /** 100 (largest - smallest) / |baseline|. */
  readonly percent: number;
  /** Values of the input at the smallest and at the largest output. */
  readonly lowestAt: number;
  readonly highestAt: number;
  /** Change from the baseline at the lower and at the upper end, percent of the absolute baseline. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Rises or falls, whichever are fewer, as a share of the range of the output: 0 for a monotone curve. */
  readonly reversal: number;
  readonly flags: readonly SweepFlag[];
}

/** What to keep in mind about a sweep. */
export type SweepFlag =
  /** Points failed: the range is a lower bound. */
  | 'incomplete-sweep'
  /** The output did not move. */
  | 'no-response'
  | 'non-monotone';

/** A sweep without an index: where the trend has no sign, `percent` still says how far the output moved. */
export interface UndefinedSweep extends Undefined {
  readonly percent: number | undefined;
}

/** One-at-a-time indices of one outcome. */
export interface OutcomeSweep {
  readonly outcome: string;
  /** Output of the baseline run. */
  readonly baseline: number | undefined;
  /** Shape [k]. */
  readonly cells: readonly (SweepIndex | UndefinedSweep)[];
}

const MOST_FAILED = 0.1;
const REVERSAL = 0.05;
/** Curves that move less than this, in percent, are not called non-monotone. */
const SMALL = 2;

/**
 * The signed one-at-a-time index of the trafficking paper: 100 (max y - min y) / |y0| with the sign of Spearman's
 * correlation of input and output. Not an elasticity: it grows with the tested range.
 *
 * @errors wrong-design for anything but a sweep.
 * @source The authors' published analysis code (github.com/gabemgem/trafficking-in-ma); the paper prints no formula.
 */
export function sweepIndices(table: Table, options: Admission = {}): Result<readonly OutcomeSweep[]> {
  const { design, outcomes, outputs } = table;
  if (design.blocks.kind !== 'sweep')
    return failure('wrong-design', `One-at-a-time indices need a sweep, not a ${design.kind} design.`);
  const { points } = design.blocks;
  return success(
    outcomes.map((outcome, m) => {
      const usable = new Set(usableRuns(table, m, options).rows);
      const baseline = usable.has(0) ? element(outputs, 0, m) : undefined;
      let start = 1;
      const cells = points.map((count, j) => {
        const runs = Array.from({ length: count }, (_, g) => start + g);
        start += count;
        const good = runs.filter((run) => usable.has(run));
        if (baseline === undefined) return { ...undefinedIndex('baseline-failed'), percent: undefined };
        if (count - good.length > MOST_FAILED * count || good.length < 2)
          return { ...undefinedIndex('incomplete-sweep'), percent: undefined };
        const x = Float64Array.from(good, (run) => column(design.inputs, j)[run] ?? 0);
        const y = Float64Array.from(good, (run) => element(outputs, run, m));
        const cell = sweepIndex(x, y, baseline);
        if (cell.kind === 'undefined' || good.length === count) return cell;
        return { ...cell, flags: ['incomplete-sweep' as const, ...cell.flags] };
      });
      return { outcome, baseline, cells };
    }),
  );
}

/** The index of one curve: values x of the input with outputs y, each of shape [G], against the baseline output. */
export function sweepIndex(x: Float64Array, y: Float64Array, baseline: number): SweepIndex | UndefinedSweep {
  const [low, high] = extent(x);
  if (!(high > low)) return { ...undefinedIndex('constant-input'), percent: undefined };
  if (baseline === 0) return { ...undefinedIndex('baseline-zero'), percent: undefined };
  const [smallest, largest] = extent(y);
  const range = largest - smallest;
  const percent = (100 * range) / Math.abs(baseline);
  const direction = trend(x, y);
  if (range > 0 && direction === 0) return { ...undefinedIndex('direction-ambiguous'), percent };
  const order = sortOrder(x);
  const steps = (sign: number): number =>
    sumOf(order.length - 1, (i) =>
      Math.max(0, sign * ((y[order[i + 1] ?? 0] ?? 0) - (y[order[i] ?? 0] ?? 0))),
    );
  const reversal = range > 0 ? Math.min(steps(1), steps(-1)) / range : 0;
  const flags: SweepFlag[] = [];
  if (range === 0) flags.push('no-response');
  if (reversal >= REVERSAL && percent >= SMALL) flags.push('non-monotone');
  const end = (place: number): number =>
    (100 * ((y[order[place] ?? 0] ?? 0) - baseline)) / Math.abs(baseline);
  return {
    kind: 'value',
    index: range === 0 ? 0 : direction * percent,
    percent,
    lowestAt: x[y.indexOf(smallest)] ?? 0,
    highestAt: x[y.indexOf(largest)] ?? 0,
    atLow: end(0),
    atHigh: end(order.length - 1),
    reversal,
    flags,
  };
}

/** Sign of Spearman's correlation, from whole numbers and therefore exact. */
function trend(x: Float64Array, y: Float64Array): number {
  const [ranksX, ranksY] = [rank(x).ranks, rank(y).ranks];
  let total = 0;
  for (let i = 0; i < x.length; i += 1)
    total += (2 * (ranksX[i] ?? 0) - (x.length + 1)) * (2 * (ranksY[i] ?? 0) - (x.length + 1));
  return Math.sign(total);
}
