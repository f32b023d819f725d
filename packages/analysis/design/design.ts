import type { Law } from '../distributions/distribution.js';
import { valueAt } from '../distributions/law.js';
import { column, type Matrix, matrix } from '../numeric/matrix.js';
import type { Experiment } from './input.js';
import { type ExperimentId, experimentIdOf, type RunId, runIdsOf } from './run-id.js';

/** How the runs of a design belong together: what is lost where one of them fails. */
export type Blocks =
  /** Runs on their own. `nested`: the first n/2, n/4 ... of them make a design of the same kind. */
  | { readonly kind: 'points'; readonly nested: boolean }
  /** The baseline first; then for each input `points[j]` runs with its value alone changed. */
  | { readonly kind: 'sweep'; readonly points: readonly number[] }
  /** The baseline first; then for each input six runs: below and above by h/2, h and 2h. */
  | { readonly kind: 'local'; readonly step: number }
  /**
   * `count` walks of k + 1 runs each: run t + 1 of a walk differs from run t in input `moved[walk * k + t]` alone.
   * In a Morris design by `delta` in u; in a Shapley walk from one random point to another.
   */
  | {
      readonly kind: 'trajectories';
      readonly count: number;
      readonly moved: Int32Array;
      readonly levels: number;
    }
  | { readonly kind: 'walks'; readonly count: number; readonly moved: Int32Array }
  /** `replicates` times: A, B, then AB_1 .. AB_k of `base` runs each; AB_j is A with input j of B. */
  | {
      readonly kind: 'radial';
      readonly base: number;
      readonly replicates: number;
      readonly sampling: 'random' | 'sobol';
    };

/** Where a design comes from. */
export type DesignKind =
  | 'given'
  | 'halton'
  | 'latin-hypercube'
  | 'local'
  | 'monte-carlo'
  | 'morris'
  | 'saltelli'
  | 'shapley'
  | 'sobol-points'
  | 'sweep';

/** Runs to be made: inputs keyed by run id. */
export interface Design {
  readonly id: ExperimentId;
  readonly kind: DesignKind;
  /** Names of the inputs, shape [k]. */
  readonly names: readonly string[];
  /** Shape [n]. */
  readonly runs: readonly RunId[];
  /** Places in the unit cube, shape [n x k]; undefined for designs that are not made in it. */
  readonly unit: Matrix | undefined;
  /** Values of the inputs in their units, shape [n x k]; never -0. */
  readonly inputs: Matrix;
  /** Inputs that are unordered categories. */
  readonly categorical: readonly boolean[];
  /** Whether inputs were made to depend on each other. */
  readonly correlated: boolean;
  readonly blocks: Blocks;
  /** What it was made from; undefined for a foreign table. */
  readonly experiment: Experiment | undefined;
}

/** What a builder knows of its design. */
export interface DesignPlan {
  readonly kind: DesignKind;
  readonly experiment: Experiment;
  readonly blocks: Blocks;
  readonly correlated?: boolean;
}

/** A design from places in the unit cube: x = Q_j(u). */
export function designFromUnit(plan: DesignPlan, laws: readonly Law[], unit: Matrix): Design {
  const inputs = matrix(unit.rows, unit.columns);
  for (const [j, law] of laws.entries()) {
    const from = column(unit, j);
    const to = column(inputs, j);
    for (let i = 0; i < unit.rows; i += 1) to[i] = valueAt(law, from[i] ?? 0);
  }
  return designFromInputs(plan, inputs, unit);
}

/** A design from values of the inputs. */
export function designFromInputs(
  { kind, experiment, blocks, correlated = false }: DesignPlan,
  inputs: Matrix,
  unit: Matrix | undefined,
): Design {
  const id = experimentIdOf(kind, experiment);
  return {
    id,
    kind,
    names: experiment.inputs.map(({ name }) => name),
    runs: runIdsOf(id, inputs),
    unit,
    inputs,
    categorical: experiment.inputs.map(({ distribution }) => distribution.kind === 'categorical'),
    correlated,
    blocks,
    experiment,
  };
}
