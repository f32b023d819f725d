import { column, take } from '../numeric/matrix.js';
import { permutation, type Seed, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { variance } from '../statistics/moments.js';
import type { Table } from '../table/table.js';
import { type Admission, isConstantInput, isConstantOutput, usableRuns } from '../table/usable-runs.js';
import { type Undefined, undefinedIndex } from './index-cell.js';

/** How HSIC is estimated. */
export interface HsicOptions extends Admission {
  /** Most runs used, the first ones: time grows with their square; 1000 where nothing is said. */
  readonly mostRuns?: number;
  /** Permutations of the test; none where nothing is said. */
  readonly permutations?: number;
}

/** Dependence of one outcome on one input, in any form; not a share of variance. */
export interface Hsic {
  readonly kind: 'value';
  readonly hsic: number;
  /** From 0 to 1. */
  readonly rSquared: number;
  /** Of the permutation test; its resolution is 1 / (permutations + 1). */
  readonly p: number | undefined;
}

/** HSIC of one outcome. */
export interface OutcomeHsic {
  readonly outcome: string;
  readonly runs: number;
  /** Usable runs that were not used. */
  readonly unused: number;
  /** Shape [k]. */
  readonly cells: readonly (Hsic | Undefined)[];
}

const MOST_RUNS = 1000;
const FEWEST = 4;

/**
 * Hilbert-Schmidt independence criterion of every input with every outcome: Gaussian kernels as wide as the standard
 * deviation, equality for categories.
 *
 * @errors wrong-design for a design whose runs depend on each other; bad-size.
 * @source Gretton and others 2005, Measuring statistical dependence with Hilbert-Schmidt norms, equation 9 (divided
 * by n^2); Da Veiga 2015, Global sensitivity analysis with dependence measures, 3.2.
 */
export function hsicIndices(table: Table, options: HsicOptions = {}): Result<readonly OutcomeHsic[]> {
  const { design, outcomes, outputs } = table;
  const { mostRuns = MOST_RUNS, permutations = 0 } = options;
  if (design.blocks.kind !== 'points')
    return failure(
      'wrong-design',
      `Runs of a ${design.kind} design depend on each other: HSIC needs a sample.`,
    );
  if (!Number.isInteger(permutations) || permutations < 0 || !(mostRuns >= FEWEST))
    return failure('bad-size', 'The number of runs or permutations is not one that can be used.');
  return success(
    outcomes.map((outcome, m) => {
      const all = usableRuns(table, m, options).rows;
      const rows = all.subarray(0, mostRuns);
      const y = take(column(outputs, m), rows);
      const reason =
        rows.length < FEWEST ? 'too-few-runs' : isConstantOutput(y) ? 'constant-output' : undefined;
      const ofOutput = reason === undefined ? centered(y, false) : undefined;
      const cells = design.names.map((_, j): Hsic | Undefined => {
        if (ofOutput === undefined) return undefinedIndex(reason ?? 'too-few-runs');
        const x = take(column(design.inputs, j), rows);
        if (isConstantInput(x)) return undefinedIndex('constant-input');
        const ofInput = centered(x, design.categorical[j] === true);
        return {
          kind: 'value',
          ...dependence(ofInput, ofOutput, permutations, design.experiment?.seed ?? 0),
        };
      });
      return { outcome, runs: rows.length, unused: all.length - rows.length, cells };
    }),
  );
}

/** HSIC of two columns that vary, with Gaussian kernels. */
export function hsicOf(
  x: Float64Array,
  y: Float64Array,
): { readonly hsic: number; readonly rSquared: number } {
  return dependence(centered(x, false), centered(y, false), 0, 0);
}

function dependence(
  left: Float64Array,
  right: Float64Array,
  permutations: number,
  seed: Seed,
): Omit<Hsic, 'kind'> {
  const square = left.length;
  const hsic = product(left, right) / square;
  const own = Math.sqrt(product(left, left) * product(right, right)) / square;
  const rSquared = own > 0 ? hsic / own : 0;
  if (permutations === 0) return { hsic, rSquared, p: undefined };
  const n = Math.round(Math.sqrt(square));
  const key = streamKey(seed, 'permutation-test');
  let atLeast = 0;
  for (let b = 0; b < permutations; b += 1) {
    const order = permutation(n, stream(key, b));
    let total = 0;
    for (let i = 0; i < n; i += 1)
      for (let h = 0; h < n; h += 1)
        total += (left[i * n + h] ?? 0) * (right[(order[i] ?? 0) * n + (order[h] ?? 0)] ?? 0);
    if (total / square >= hsic) atLeast += 1;
  }
  return { hsic, rSquared, p: (1 + atLeast) / (permutations + 1) };
}

/** The kernel of all pairs, less the means of its rows and columns, shape [n x n]. */
function centered(values: Float64Array, categorical: boolean): Float64Array {
  const n = values.length;
  const scale = -1 / (2 * variance(values, 1));
  const kernel = new Float64Array(n * n);
  const means = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let total = 0;
    for (let h = 0; h < n; h += 1) {
      const distance = (values[i] ?? 0) - (values[h] ?? 0);
      const value = categorical ? (distance === 0 ? 1 : 0) : Math.exp(distance * distance * scale);
      kernel[i * n + h] = value;
      total += value;
    }
    means[i] = total / n;
  }
  const whole = means.reduce((a, b) => a + b, 0) / n;
  for (let i = 0; i < n; i += 1)
    for (let h = 0; h < n; h += 1)
      kernel[i * n + h] = (kernel[i * n + h] ?? 0) - (means[i] ?? 0) - (means[h] ?? 0) + whole;
  return kernel;
}

function product(left: Float64Array, right: Float64Array): number {
  let total = 0;
  for (let i = 0; i < left.length; i += 1) total += (left[i] ?? 0) * (right[i] ?? 0);
  return total;
}
