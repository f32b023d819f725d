import type { SourceText } from '@weir/model';
import type { StudyPlaces } from '../study-file/study.js';
import type { PathMeasure } from './path-measure.js';

/** Experiments of a study. Read from `experiments.yaml`; see `docs/experiments.md`. */
export interface Experiments {
  /** In the order of the file, by id. */
  readonly experiments: ReadonlyMap<string, Experiment>;
  readonly source: SourceText;
  readonly places: StudyPlaces;
}

/** Any experiment. */
export type Experiment = SurfaceExperiment | ActionsExperiment | LoopsExperiment;

interface ExperimentBase {
  readonly id: string;
  readonly title: string;
  /** What it asks, in one or two sentences. */
  readonly question: string;
  /** What must be read beside its answer. */
  readonly limit: string;
  /** Values that hold in every run, by name as written. */
  readonly set: ReadonlyMap<string, number>;
}

/** One measured quantity. */
export interface Measure extends PathMeasure {
  readonly id: string;
  /** Words for people. */
  readonly label: string;
  /** Outcome id. */
  readonly outcome: string;
  /** Id of a scenario by whose path of the outcome the path is divided, time by time. */
  readonly against?: string;
}

/** One axis of a response surface. */
export interface SurfaceAxis {
  /** Name of a constant as written. */
  readonly name: string;
  readonly label: string;
  /** At least two. */
  readonly values: readonly number[];
}

/** Two constants varied together: how measures respond. */
export interface SurfaceExperiment extends ExperimentBase {
  readonly kind: 'surface';
  /** Scenario id. */
  readonly scenario: string;
  readonly x: SurfaceAxis;
  readonly y: SurfaceAxis;
  readonly measures: readonly Measure[];
}

/** Scenarios set side by side by measures of their paths, at the defaults and over sets of parameters. */
export interface ActionsExperiment extends ExperimentBase {
  readonly kind: 'actions';
  /** Scenario ids; the baseline is compared with in any case. */
  readonly scenarios: readonly string[];
  readonly measures: readonly Measure[];
  readonly robustness?: Robustness;
}

/** How sets of parameters are drawn. */
export interface Robustness {
  /** Id of a range set of the study. */
  readonly ranges: string;
  readonly sets: number;
  readonly seed: number;
}

/** A feedback loop, or an influence from outside, by links of its own. */
export interface LoopDefinition {
  readonly id: string;
  readonly label: string;
  /** Links that are frozen, as pairs of names as written: what is read, and what reads it. */
  readonly links: readonly (readonly [source: string, target: string])[];
  /** Whether it comes from outside the model, and is no loop. */
  readonly outside: boolean;
}

/** Which loop moves an outcome when. */
export interface LoopsExperiment extends ExperimentBase {
  readonly kind: 'loops';
  /** Scenario id. */
  readonly scenario: string;
  /** Outcome id. */
  readonly outcome: string;
  /** Model time for which links are frozen before the outcome is looked at. */
  readonly horizon: number;
  readonly from: number;
  readonly to: number;
  /** Model time between two moments looked at. */
  readonly every: number;
  readonly loops: readonly LoopDefinition[];
}
