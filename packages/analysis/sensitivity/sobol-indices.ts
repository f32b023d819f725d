import { radialRun } from '../design/saltelli.js';
import { element } from '../numeric/matrix.js';
import type { Seed } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { bootstrap } from '../statistics/bootstrap.js';
import { mean, variance } from '../statistics/moments.js';
import { studentQuantile } from '../statistics/student-t.js';
import type { Table } from '../table/table.js';
import { type Admission, isConstantOutput, usableRuns } from '../table/usable-runs.js';
import { type Interval, type Undefined, undefinedIndex } from './index-cell.js';
import {
  type FirstEstimator,
  firstOrderOf,
  pearson,
  type RadialOutputs,
  type TotalEstimator,
  totalOf,
} from './sobol-estimators.js';

/** How Sobol' indices are estimated. */
export interface SobolIndexOptions extends Admission {
  /** `martinez` where nothing is said. */
  readonly first?: FirstEstimator;
  /** `jansen` where nothing is said. */
  readonly total?: TotalEstimator;
  /** 0.95 where nothing is said. */
  readonly confidence?: number;
  /** Largest share of base rows that may be lost; 0.05 where nothing is said. */
  readonly mostFailed?: number;
  /** Resamples of the bootstrap of a single random replicate; 500 where nothing is said. */
  readonly resamples?: number;
}

/** A share of variance with its interval. */
export interface Share {
  readonly value: number;
  /** Undefined for a single replicate of a quasi-random design: its rows cannot be resampled. */
  readonly interval: Interval | undefined;
}

/** Sobol' indices of one input; never clipped. */
export interface SobolIndex {
  readonly kind: 'value';
  readonly first: Share;
  readonly total: Share;
}

/** Sobol' indices of one outcome. */
export interface OutcomeSobol {
  readonly outcome: string;
  /** Base rows used and planned, over all replicates. */
  readonly rows: number;
  readonly planned: number;
  /** Shape [k]. */
  readonly cells: readonly (SobolIndex | Undefined)[];
  /** Sum of the first-order indices. */
  readonly firstSum: Share | undefined;
  /** What a dummy input would show as its first-order index: the correlation of A and B. */
  readonly dummy: number | undefined;
}

/** Sobol' indices of a table, with the names of the estimators. */
export interface SobolReport {
  readonly first: FirstEstimator;
  readonly total: TotalEstimator;
  readonly confidence: number;
  readonly replicates: number;
  /** `replicates`: t interval over independent scramblings; `rows`: bootstrap of the base rows; `none`. */
  readonly intervals: 'none' | 'replicates' | 'rows';
  readonly inputs: readonly string[];
  readonly outcomes: readonly OutcomeSobol[];
}

const CONFIDENCE = 0.95;
const MOST_FAILED = 0.05;
const RESAMPLES = 500;
const FEWEST_ROWS = 8;

/**
 * First-order and total Sobol' indices. A base row of which any run failed is lost for every index of that outcome.
 *
 * @errors wrong-design for anything but a Saltelli design; too-many-failures.
 * @source Saltelli and others 2010; Jansen 1999; Martinez 2011; intervals from independent scramblings as in Owen
 * 1997, Scrambled net variance for integrals of smooth functions.
 */
export function sobolIndices(table: Table, options: SobolIndexOptions = {}): Result<SobolReport> {
  const { design, outcomes } = table;
  if (design.blocks.kind !== 'radial')
    return failure('wrong-design', `Sobol' indices need a Saltelli design, not a ${design.kind} design.`);
  const { replicates, sampling, base } = design.blocks;
  const { first = 'martinez', total = 'jansen', confidence = CONFIDENCE } = options;
  const intervals = replicates > 1 ? 'replicates' : sampling === 'random' ? 'rows' : 'none';
  const method: Method = {
    first,
    total,
    confidence,
    intervals,
    resamples: options.resamples ?? RESAMPLES,
    seed: design.experiment?.seed ?? 0,
  };
  const found: OutcomeSobol[] = [];
  for (const [m, outcome] of outcomes.entries()) {
    const parts = radialOutputs(table, m, options);
    const rows = parts.reduce((all, part) => all + part.a.length, 0);
    const planned = base * replicates;
    if (planned - rows > (options.mostFailed ?? MOST_FAILED) * planned)
      return failure('too-many-failures', `${outcome}: ${planned - rows} of ${planned} base rows are lost.`, [
        outcome,
      ]);
    found.push({ outcome, rows, planned, ...estimate(parts, design.names.length, method) });
  }
  return success({ first, total, confidence, replicates, intervals, inputs: design.names, outcomes: found });
}

interface Method {
  readonly first: FirstEstimator;
  readonly total: TotalEstimator;
  readonly confidence: number;
  readonly intervals: SobolReport['intervals'];
  readonly resamples: number;
  readonly seed: Seed;
}

/** Outputs of each replicate of outcome m, complete base rows only. */
export function radialOutputs(table: Table, outcome: number, options: Admission): readonly RadialOutputs[] {
  const { design, outputs } = table;
  if (design.blocks.kind !== 'radial') return [];
  const { base, replicates } = design.blocks;
  const k = design.names.length;
  const usable = new Uint8Array(outputs.rows);
  for (const row of usableRuns(table, outcome, options).rows) usable[row] = 1;
  return Array.from({ length: replicates }, (_, replicate) => {
    const run = (block: number, row: number): number => radialRun({ base }, k, replicate, block, row);
    const complete = Array.from({ length: base }, (__, row) => row).filter((row) =>
      Array.from({ length: k + 2 }, (__, block) => usable[run(block, row)]).every((flag) => flag === 1),
    );
    const block = (number: number): Float64Array =>
      Float64Array.from(complete, (row) => element(outputs, run(number, row), outcome));
    return { a: block(0), b: block(1), ab: Array.from({ length: k }, (__, j) => block(j + 2)) };
  });
}

/** Every index of one replicate: first-order of each input, total of each input, sum of first-order, dummy. */
function indexList(part: RadialOutputs, { first, total }: Method): Float64Array {
  const firsts = part.ab.map((_, j) => firstOrderOf(part, j, first));
  const totals = part.ab.map((_, j) => totalOf(part, j, total));
  const all = firsts.reduce((a, b) => a + b, 0);
  return Float64Array.of(...firsts, ...totals, all, pearson(part.a, part.b));
}

function estimate(
  parts: readonly RadialOutputs[],
  k: number,
  method: Method,
): Pick<OutcomeSobol, 'cells' | 'dummy' | 'firstSum'> {
  const reason = parts.some(({ a }) => a.length < FEWEST_ROWS)
    ? 'too-few-runs'
    : parts.some(({ a, b }) => isConstantOutput([...a, ...b]))
      ? 'constant-output'
      : undefined;
  if (reason !== undefined) {
    const cells = Array.from({ length: k }, () => undefinedIndex(reason));
    return { cells, dummy: undefined, firstSum: undefined };
  }
  const lists = parts.map((part) => indexList(part, method));
  const shares = Array.from({ length: 2 * k + 2 }, (_, s) => mean(lists.map((list) => list[s] ?? 0)));
  const intervals = intervalsOf(parts, lists, shares, method);
  const share = (s: number): Share => ({ value: shares[s] ?? 0, interval: intervals[s] });
  return {
    cells: Array.from({ length: k }, (_, j) => ({ kind: 'value', first: share(j), total: share(k + j) })),
    firstSum: share(2 * k),
    dummy: shares[2 * k + 1],
  };
}

function intervalsOf(
  parts: readonly RadialOutputs[],
  lists: readonly Float64Array[],
  shares: readonly number[],
  { confidence, intervals, resamples, seed, ...method }: Method,
): readonly (Interval | undefined)[] {
  const [only] = parts;
  if (intervals === 'none' || only === undefined) return shares.map(() => undefined);
  if (intervals === 'replicates') {
    const t = studentQuantile((1 - confidence) / 2, lists.length - 1);
    return shares.map((center, s) => {
      const half =
        t *
        Math.sqrt(
          variance(
            lists.map((list) => list[s] ?? 0),
            1,
          ) / lists.length,
        );
      return { low: center - half, high: center + half };
    });
  }
  const rowsOf = (taken: Int32Array): RadialOutputs => {
    const pick = (values: Float64Array): Float64Array => Float64Array.from(taken, (row) => values[row] ?? 0);
    return { a: pick(only.a), b: pick(only.b), ab: only.ab.map(pick) };
  };
  const statistics = (taken: Int32Array): Float64Array =>
    indexList(rowsOf(taken), { ...method, confidence, intervals, resamples, seed });
  const found = bootstrap(only.a.length, statistics, { seed, resamples, confidence });
  return found.map((interval) =>
    interval === undefined ? undefined : { low: interval.low, high: interval.high },
  );
}
