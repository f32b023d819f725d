import { column, element, type Matrix, matrix, setElement } from '../numeric/matrix.js';
import { stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromUnit } from './design.js';
import { type Experiment, lawsOf } from './input.js';
import { sobolFault, sobolUnit } from './sobol-points.js';

/** How A and B are drawn. */
export interface SaltelliOptions {
  /** Independent repetitions of the whole, each with its own scrambling; 1 where nothing is said. */
  readonly replicates?: number;
  /** `sobol`: the columns of one scrambled sequence of 2k dimensions, the default. `random`: independent draws. */
  readonly sampling?: 'random' | 'sobol';
}

/**
 * Runs for Sobol' indices: A, B, and for each input A with that column from B; base (k + 2) runs a replicate.
 *
 * @param base - Rows of A: a power of two for `sobol`, at least 2 else.
 * @errors bad-size; too-many-dimensions where 2k exceeds the sequence; those of the inputs.
 * @source Saltelli and others 2010, Variance based sensitivity analysis of model output, section 4.
 */
export function saltelli(
  experiment: Experiment,
  base: number,
  options: SaltelliOptions = {},
): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  const { replicates = 1, sampling = 'sobol' } = options;
  const k = experiment.inputs.length;
  if (!Number.isInteger(replicates) || replicates < 1)
    return failure('bad-size', 'The number of replicates is not 1 or more.');
  if (!Number.isInteger(base) || base < 2)
    return failure('bad-size', 'The number of base rows is not 2 or more.');
  if (sampling === 'sobol') {
    const fault = sobolFault(base, 2 * k);
    if (!fault.ok) return fault;
  }
  const perReplicate = base * (k + 2);
  const unit = matrix(perReplicate * replicates, k);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const pair =
      sampling === 'sobol'
        ? sobolUnit(base, 2 * k, experiment.seed, { replicate: replicate + 1 })
        : randomPair(experiment, base, replicate);
    for (let j = 0; j < k; j += 1) {
      const values = column(unit, j).subarray(replicate * perReplicate, (replicate + 1) * perReplicate);
      for (let block = 0; block < k + 2; block += 1) {
        const fromB = block === 1 || block === j + 2;
        values.set(column(pair, fromB ? k + j : j), block * base);
      }
    }
  }
  const blocks = { kind: 'radial', base, replicates, sampling } as const;
  return success(designFromUnit({ kind: 'saltelli', experiment, blocks }, laws.value, unit));
}

function randomPair({ seed, inputs }: Experiment, base: number, replicate: number): Matrix {
  const pair = matrix(base, 2 * inputs.length);
  const key = streamKey(seed, 'design/jitter');
  for (let i = 0; i < base; i += 1) {
    const draws = stream(key, replicate * base + i);
    for (let j = 0; j < pair.columns; j += 1) setElement(pair, i, j, draws.next());
  }
  return pair;
}

/** Number of the run at (replicate, block, row); block 0 is A, 1 is B, j + 2 is A with input j of B. */
export function radialRun(
  { base }: { readonly base: number },
  inputs: number,
  replicate: number,
  block: number,
  row: number,
): number {
  return (replicate * (inputs + 2) + block) * base + row;
}

/** Largest difference between the design's columns and the exchange it claims: 0 for a sound one. */
export function exchangeFault(unit: Matrix, base: number, replicates: number): number {
  const k = unit.columns;
  let largest = 0;
  for (let replicate = 0; replicate < replicates; replicate += 1)
    for (let block = 2; block < k + 2; block += 1)
      for (let row = 0; row < base; row += 1)
        for (let j = 0; j < k; j += 1) {
          const own = element(unit, radialRun({ base }, k, replicate, block, row), j);
          const from = element(unit, radialRun({ base }, k, replicate, block === j + 2 ? 1 : 0, row), j);
          largest = Math.max(largest, Math.abs(own - from));
        }
  return largest;
}
