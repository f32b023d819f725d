import { column, element, take } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import { bootstrap } from '../statistics/bootstrap.js';
import { mean, variance } from '../statistics/moments.js';
import type { Table } from '../table/table.js';
import { type Admission, isConstantOutput, usableRuns } from '../table/usable-runs.js';
import { type Interval, type Undefined, undefinedIndex } from './index-cell.js';

/** How elementary effects are summed up. */
export interface EffectOptions extends Admission {
  /** Complete trajectories needed; 10 where nothing is said. */
  readonly fewest?: number;
  /** Resamples of the bootstrap over trajectories; 1000 where nothing is said. */
  readonly resamples?: number;
  readonly confidence?: number;
}

/** Elementary effects of one input on one outcome, in units of the output per full range of the input. */
export interface ElementaryEffects {
  readonly kind: 'value';
  readonly mu: number;
  readonly muStar: number;
  /** Standard deviation with r - 1: interactions or curvature. */
  readonly sigma: number;
  readonly muStarInterval: Interval | undefined;
  /** |mu| / mu*: 1 for a response that is monotone on the grid; undefined where every effect is 0. */
  readonly monotonicity: number | undefined;
}

/** Elementary effects of one outcome. */
export interface OutcomeEffects {
  readonly outcome: string;
  /** Complete trajectories used, and planned. */
  readonly trajectories: number;
  readonly planned: number;
  /** Shape [k]. */
  readonly cells: readonly (ElementaryEffects | Undefined)[];
}

const FEWEST = 10;

/**
 * Elementary effects: (y after - y before) / (u after - u before) of every step of a Morris design. A trajectory of
 * which a run failed is left out.
 *
 * @errors wrong-design for anything but Morris trajectories; too-many-failures where fewer than `fewest` are left
 * of a design that had as many.
 * @source Morris 1991; Campolongo, Cariboni and Saltelli 2007, equation 3 (mu*).
 */
export function elementaryEffects(
  table: Table,
  options: EffectOptions = {},
): Result<readonly OutcomeEffects[]> {
  const { design, outcomes } = table;
  const { fewest = FEWEST } = options;
  if (design.blocks.kind !== 'trajectories' || design.unit === undefined)
    return failure(
      'wrong-design',
      `Elementary effects need Morris trajectories, not a ${design.kind} design.`,
    );
  const planned = design.blocks.count;
  const found: OutcomeEffects[] = [];
  for (const [m, outcome] of outcomes.entries()) {
    const effects = effectsOf(table, m, options);
    if (effects.length < fewest && planned >= fewest)
      return failure(
        'too-many-failures',
        `${outcome}: only ${effects.length} of ${planned} trajectories are complete.`,
        [outcome],
      );
    const { outputs } = table;
    const reason =
      effects.length < 2
        ? 'too-few-runs'
        : isConstantOutput(take(column(outputs, m), usableRuns(table, m, options).rows))
          ? 'constant-output'
          : undefined;
    const cells =
      reason === undefined
        ? summaries(effects, design.names.length, table, options)
        : design.names.map(() => undefinedIndex(reason));
    found.push({ outcome, trajectories: effects.length, planned, cells });
  }
  return success(found);
}

/** Effects of every complete trajectory on outcome m, shape [r][k]. */
export function effectsOf(table: Table, outcome: number, options: Admission): readonly Float64Array[] {
  const { design, outputs } = table;
  const { blocks, unit } = design;
  if (blocks.kind !== 'trajectories' || unit === undefined) return [];
  const k = design.names.length;
  const usable = new Set(usableRuns(table, outcome, options).rows);
  const all: Float64Array[] = [];
  for (let walk = 0; walk < blocks.count; walk += 1) {
    const first = walk * (k + 1);
    if (!Array.from({ length: k + 1 }, (_, t) => usable.has(first + t)).every(Boolean)) continue;
    const effects = new Float64Array(k);
    for (let t = 0; t < k; t += 1) {
      const j = blocks.moved[walk * k + t] ?? 0;
      const change = element(outputs, first + t + 1, outcome) - element(outputs, first + t, outcome);
      effects[j] = change / (element(unit, first + t + 1, j) - element(unit, first + t, j));
    }
    all.push(effects);
  }
  return all;
}

/** Mean, mean size and standard deviation (ddof 1) of the effects of one input, shape [r]. */
export function effectSummary(effects: ArrayLike<number>): {
  readonly mu: number;
  readonly muStar: number;
  readonly sigma: number;
} {
  return {
    mu: mean(effects),
    muStar: mean(Float64Array.from(effects, Math.abs)),
    sigma: Math.sqrt(variance(effects, 1)),
  };
}

function summaries(
  effects: readonly Float64Array[],
  k: number,
  { design }: Table,
  { resamples, confidence }: EffectOptions,
): readonly ElementaryEffects[] {
  const sizes = (taken: Int32Array): Float64Array => {
    const total = new Float64Array(k);
    for (const walk of taken)
      for (let j = 0; j < k; j += 1) total[j] = (total[j] ?? 0) + Math.abs(effects[walk]?.[j] ?? 0);
    return total.map((value) => value / taken.length);
  };
  const intervals = bootstrap(effects.length, sizes, {
    seed: design.experiment?.seed ?? 0,
    ...(resamples === undefined ? {} : { resamples }),
    ...(confidence === undefined ? {} : { confidence }),
  });
  return Array.from({ length: k }, (_, j) => {
    const summary = effectSummary(effects.map((walk) => walk[j] ?? 0));
    const interval = intervals[j];
    return {
      kind: 'value',
      ...summary,
      muStarInterval: interval === undefined ? undefined : { low: interval.low, high: interval.high },
      monotonicity: summary.muStar > 0 ? Math.abs(summary.mu) / summary.muStar : undefined,
    };
  });
}
