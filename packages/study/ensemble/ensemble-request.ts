import type { Design, Experiment, Input, Matrix, Result, Seed } from '@weir/analysis';
import type { Method } from '@weir/engine';

/** Designs that an ensemble can draw. */
export const ENSEMBLE_DESIGNS = ['lhs', 'sobol', 'halton', 'random'] as const;

/** A design that an ensemble can draw: Latin hypercube, Sobol' or Halton points, independent random runs. */
export type EnsembleDesign = (typeof ENSEMBLE_DESIGNS)[number];

/** Which runs an ensemble makes. */
export type EnsembleRuns =
  /** Drawn from ranges. */
  | {
      readonly kind: 'draws';
      readonly design: EnsembleDesign;
      /** n, the draws; each is run under every scenario. */
      readonly n: number;
      readonly seed: Seed;
      /** Id of a range set of the study, or inputs by name. */
      readonly ranges: string | readonly Input[];
    }
  /** A design of @weir/analysis made from ranges: Saltelli, Morris, sweeps. */
  | {
      readonly kind: 'made';
      readonly seed: Seed;
      readonly ranges: string | readonly Input[];
      readonly make: (experiment: Experiment) => Result<Design>;
    }
  /** Rows of a table, named by their keys. */
  | {
      readonly kind: 'given';
      /** Names of the inputs as written. */
      readonly names: readonly string[];
      readonly keys: readonly string[];
      /** Shape [n x k]. */
      readonly inputs: Matrix;
    };

/** What an ensemble is asked for, before names are resolved. */
export interface EnsembleRequest {
  readonly runs: EnsembleRuns;
  /** Scenario ids; the baseline where there are none. */
  readonly scenarios?: readonly string[];
  /** Values that hold in every run; names as typed. They win over scenarios and over ranges. */
  readonly set?: ReadonlyMap<string, number>;
  /** Outcome ids; all of the study's where there are none. */
  readonly outcomes?: readonly string[];
  /** `equilibrium` is the solved fixed point; with a method or step, the end of a simulated approach. */
  readonly until: 'published' | 'equilibrium' | number;
  /** Times at which outcomes are reported beside the end; only where `until` is a time. */
  readonly at?: readonly number[];
  readonly method?: Method;
  readonly dt?: number;
  /** Seed of the model's own random numbers, the same in every run. */
  readonly modelSeed?: number;
}
