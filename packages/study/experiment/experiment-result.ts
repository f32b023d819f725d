import type { ActionsExperiment, Experiment, LoopsExperiment, SurfaceExperiment } from './experiment.js';

/** What every result carries. */
interface ResultBase {
  readonly weir: string;
  readonly model: string;
  readonly corrections: readonly string[];
  /** Run ids at the defaults by scenario id. */
  readonly runs: Readonly<Record<string, string>>;
}

/** How measures respond to two constants. */
export interface SurfaceResult extends ResultBase {
  readonly kind: 'surface';
  readonly experiment: SurfaceExperiment;
  /** By measure id, shape [y values][x values]; null where a run did not end well. */
  readonly values: Readonly<Record<string, readonly (readonly (number | null)[])[]>>;
}

/** A measure of a scenario, and how it differs over sets of parameters. */
export interface ActionMeasure {
  /** At the defaults; null where it does not come about, as where a path does not recover. */
  readonly value: number | null;
  /**
   * Change from the baseline at the defaults: in percent, or for a measure that is a time, in time units; null where there
   * is nothing to compare with.
   */
  readonly change: number | null;
  readonly robustness?: ActionRobustness;
}

/** What a measure of a scenario comes to over sets of parameters. */
export interface ActionRobustness {
  /** Sets in which both the scenario and the baseline have the measure. */
  readonly sets: number;
  /** Changes from the baseline of the same set: 5, 50 and 95 in 100 lie below. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Share of sets in which it is lower than the baseline's. */
  readonly shareLower: number;
  /** Share of sets in which it is the lowest of all scenarios of the experiment. */
  readonly shareLowest: number;
}

/** Scenarios side by side. */
export interface ActionsResult extends ResultBase {
  readonly kind: 'actions';
  readonly experiment: ActionsExperiment;
  readonly baseline: string;
  /** By scenario id, then measure id; the baseline included. */
  readonly values: Readonly<Record<string, Readonly<Record<string, ActionMeasure>>>>;
}

/** What loops do to an outcome over time. */
export interface LoopsResult extends ResultBase {
  readonly kind: 'loops';
  readonly experiment: LoopsExperiment;
  /** Moments looked at. */
  readonly times: readonly number[];
  /** Value of the outcome at each. */
  readonly path: readonly number[];
  /**
   * By loop id, shape of `times`: what the loop did to the outcome within the horizon after that moment, in percent of the
   * outcome at its beginning. Above 0 where the outcome would have been lower with the loop's links frozen.
   */
  readonly effects: Readonly<Record<string, readonly (number | null)[]>>;
  /** The loop with the largest effect of either sign at each moment; null where all are too small to tell. */
  readonly dominant: readonly (string | null)[];
}

/** What an experiment came to. */
export type ExperimentResult = SurfaceResult | ActionsResult | LoopsResult;

/** The kinds of experiments. */
export type ExperimentKind = Experiment['kind'];
