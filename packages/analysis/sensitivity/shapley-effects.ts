import { element } from '../numeric/matrix.js';
import { sum } from '../numeric/sum.js';
import { failure, type Result, success } from '../result.js';
import { mean, variance } from '../statistics/moments.js';
import { studentQuantile } from '../statistics/student-t.js';
import type { Table } from '../table/table.js';
import { type Admission, isConstantOutput, usableRuns } from '../table/usable-runs.js';
import { type Interval, type Undefined, undefinedIndex } from './index-cell.js';

/** Shapley effect of one input: its fair share of the variance, interactions divided equally. */
export interface ShapleyEffect {
  readonly kind: 'value';
  readonly share: number;
  readonly interval: Interval;
}

/** Shapley effects of one outcome; they sum to 1. */
export interface OutcomeShapley {
  readonly outcome: string;
  /** Complete walks used, and planned. */
  readonly walks: number;
  readonly planned: number;
  /** Shape [k]. */
  readonly cells: readonly (ShapleyEffect | Undefined)[];
}

/** How Shapley effects are estimated. */
export interface ShapleyOptions extends Admission {
  readonly confidence?: number;
  /** Largest share of walks that may be lost; 0.05 where nothing is said. */
  readonly mostFailed?: number;
}

const CONFIDENCE = 0.95;
const MOST_FAILED = 0.05;
const FEWEST = 20;

/**
 * Shapley effects of independent inputs from random walks. Walks are independent of each other, so that intervals
 * follow from their spread.
 *
 * @errors wrong-design for anything but Shapley walks; too-many-failures.
 * @source Goda 2021, A simple algorithm for global sensitivity analysis with Shapley effects, algorithm 1; Owen 2014,
 * Sobol' indices and Shapley value.
 */
export function shapleyEffects(
  table: Table,
  options: ShapleyOptions = {},
): Result<readonly OutcomeShapley[]> {
  const { design, outcomes } = table;
  if (design.blocks.kind !== 'walks')
    return failure('wrong-design', `Shapley effects need Shapley walks, not a ${design.kind} design.`);
  const planned = design.blocks.count;
  const found: OutcomeShapley[] = [];
  for (const [m, outcome] of outcomes.entries()) {
    const { shares, spread } = walkShares(table, m, options);
    const walks = spread.length;
    if (planned - walks > (options.mostFailed ?? MOST_FAILED) * planned)
      return failure('too-many-failures', `${outcome}: ${planned - walks} of ${planned} walks are lost.`, [
        outcome,
      ]);
    const reason =
      walks < FEWEST ? 'too-few-runs' : isConstant(table, m, options) ? 'constant-output' : undefined;
    const cells =
      reason === undefined
        ? estimates(shares, spread, options.confidence ?? CONFIDENCE)
        : design.names.map(() => undefinedIndex(reason));
    found.push({ outcome, walks, planned, cells });
  }
  return success(found);
}

function isConstant({ outputs, ...table }: Table, outcome: number, options: Admission): boolean {
  return isConstantOutput(
    Float64Array.from(usableRuns({ outputs, ...table }, outcome, options).rows, (row) =>
      element(outputs, row, outcome),
    ),
  );
}

/** What each input adds in each complete walk, shape [k][N], and half the squared change over the walk, shape [N]. */
export function walkShares(
  table: Table,
  outcome: number,
  options: Admission,
): { readonly shares: readonly number[][]; readonly spread: readonly number[] } {
  const { design, outputs } = table;
  const k = design.names.length;
  const shares = design.names.map((): number[] => []);
  const spread: number[] = [];
  if (design.blocks.kind !== 'walks') return { shares, spread };
  const usable = new Set(usableRuns(table, outcome, options).rows);
  for (let walk = 0; walk < design.blocks.count; walk += 1) {
    const first = walk * (k + 1);
    if (!Array.from({ length: k + 1 }, (_, t) => usable.has(first + t)).every(Boolean)) continue;
    const y = (t: number): number => element(outputs, first + t, outcome);
    const end = y(k);
    for (let t = 0; t < k; t += 1)
      shares[design.blocks.moved[walk * k + t] ?? 0]?.push((end - (y(t) + y(t + 1)) / 2) * (y(t + 1) - y(t)));
    spread.push((end - y(0)) ** 2 / 2);
  }
  return { shares, spread };
}

/** Ratios of means, with intervals from the linearized ratio. @source Cochran 1977, Sampling Techniques, 6.4. */
function estimates(
  shares: readonly number[][],
  spread: readonly number[],
  confidence: number,
): readonly ShapleyEffect[] {
  const total = mean(spread);
  const t = studentQuantile((1 - confidence) / 2, spread.length - 1);
  return shares.map((values) => {
    const share = mean(values) / total;
    const rests = values.map((value, i) => value - share * (spread[i] ?? 0));
    const half = (t * Math.sqrt(variance(rests, 1) / spread.length)) / total;
    return { kind: 'value', share, interval: { low: share - half, high: share + half } };
  });
}

/**
 * Shapley effects from the closed index of every set of inputs.
 *
 * @param inputs - k, at most 20.
 * @param closed - Variance explained by the inputs of a set, as a share of the whole; bit j of the argument says
 * whether input j belongs to it.
 * @returns Shape [k]; sums to closed(all).
 * @source Owen 2014, equation 5.
 */
export function shapleyOfClosed(inputs: number, closed: (set: number) => number): Float64Array {
  const values = Float64Array.from({ length: 2 ** inputs }, (_, set) => closed(set));
  const weights = [1 / inputs];
  for (let size = 1; size < inputs; size += 1)
    weights.push(((weights[size - 1] ?? 0) * size) / (inputs - size));
  return Float64Array.from({ length: inputs }, (_, j) => {
    const terms: number[] = [];
    for (let set = 0; set < values.length; set += 1) {
      if (((set >>> j) & 1) === 1) continue;
      const gain = (values[set | (1 << j)] ?? 0) - (values[set] ?? 0);
      terms.push((weights[bitCount(set)] ?? 0) * gain);
    }
    return sum(terms);
  });
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
