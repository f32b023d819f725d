import type { RunStatus } from '../table/run-record.js';

/** What a report warns of. */
export type ConcernCode =
  | 'censored'
  | 'check-the-join'
  | 'correlated-inputs'
  | 'failed-runs'
  | 'first-above-total'
  | 'grid-aliasing'
  | 'incomplete'
  | 'inflated-variance'
  | 'kink'
  | 'low-rank-fit'
  | 'low-sum'
  | 'no-interval'
  | 'no-value'
  | 'non-monotone'
  | 'not-converged'
  | 'step-sensitive'
  | 'subsamples-not-nested'
  | 'sum-above-one'
  | 'ties'
  | 'wide-interval';

/** One thing to know about an index before it is used. */
export interface Concern {
  readonly code: ConcernCode;
  /** A sentence with the numbers in it. */
  readonly text: string;
  /** Names of the inputs concerned. */
  readonly about: readonly string[];
}

/** What a reader may do with an index. */
export type Verdict =
  /** It says what it is meant to say. */
  | 'adequate'
  /** It may be read with the concerns in mind. */
  | 'with-care'
  /** It misses what it cannot see: use total effects (Sobol' indices or Shapley effects). */
  | 'use-total-effects'
  /** Inputs explain almost nothing of a deterministic model: results and samples may not belong together. */
  | 'check-the-join'
  /** There is no index to judge. */
  | 'none';

/** Runs behind an index. */
export interface RunCount {
  readonly planned: number;
  readonly used: number;
  /** Runs left out, by how they ended. */
  readonly left: Readonly<Partial<Record<RunStatus, number>>>;
}

/** The report beside the indices of one outcome. */
export interface Assumptions {
  readonly outcome: string;
  readonly runs: RunCount;
  readonly verdict: Verdict;
  /** The verdict in words. */
  readonly sentence: string;
  readonly concerns: readonly Concern[];
}

/** Index at a share of the runs. */
export interface ConvergencePoint {
  /** Runs, base rows, trajectories or walks. */
  readonly size: number;
  /** Shape [k]; undefined where the index is. */
  readonly values: readonly (number | undefined)[];
}

/** Shares of the runs at which convergence is looked at. */
export const SHARES = [1 / 8, 1 / 4, 1 / 2, 1] as const;
/** Inputs whose order must not change any more. */
const LEADERS = 5;
const CHANGE = 0.05;

/**
 * What is not settled between half and all of the runs: an index that moves by more than 0.05 (in units of `scale`),
 * or the order of the five largest, of those that are above 0.05.
 */
export function convergenceConcerns(
  points: readonly ConvergencePoint[],
  names: readonly string[],
  scale = 1,
): readonly Concern[] {
  const [half, all] = points.slice(-2);
  if (half === undefined || all === undefined) return [];
  const moved = names.filter((_, j) => {
    const [before, after] = [half.values[j], all.values[j]];
    return before !== undefined && after !== undefined && Math.abs(before - after) > CHANGE * scale;
  });
  if (moved.length > 0)
    return [
      {
        code: 'not-converged',
        text: `${moved.length === 1 ? 'One index still moves' : `${moved.length} indices still move`} by more than ${shown(CHANGE * scale)} when the runs are doubled.`,
        about: moved,
      },
    ];
  const leaders = (values: readonly (number | undefined)[]): string =>
    names
      .map((name, j) => ({ name, size: Math.abs(values[j] ?? 0), settled: Math.abs(all.values[j] ?? 0) }))
      .filter(({ settled }) => settled > CHANGE * scale)
      .sort((a, b) => b.size - a.size)
      .slice(0, LEADERS)
      .map(({ name }) => name)
      .join(', ');
  return leaders(half.values) === leaders(all.values)
    ? []
    : [
        {
          code: 'not-converged',
          text: `The order of the ${LEADERS} largest changed when the runs were doubled.`,
          about: [],
        },
      ];
}

/** A concern where runs failed. */
export function failureConcerns({ planned, used, left }: RunCount): readonly Concern[] {
  if (planned === used) return [];
  const list = Object.entries(left).map(
    ([status, count]) => `${count} ${status === 'ok' ? 'without a number' : status}`,
  );
  return [
    {
      code: 'failed-runs',
      text: `${planned - used} of ${planned} runs are not in it: ${list.join(', ')}.`,
      about: [],
    },
  ];
}

/** Three significant digits are enough for a sentence. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
