import type { PairedChange, UndefinedReason, Verdict } from '@weir/analysis';
import type { SensitivityMethod } from './sensitivity-method.js';

/** A sensitivity analysis as a JSON document. */
export interface SensitivityDocument {
  readonly weir: string;
  readonly model: string;
  readonly version: string;
  readonly method: SensitivityMethod;
  /** Identity of the experiment; every run id comes from it. */
  readonly experiment: string;
  readonly scenario: string;
  /** The scenario that is compared with; null where outcomes themselves are looked at. */
  readonly against: string | null;
  readonly change: PairedChange | null;
  readonly corrections: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  readonly until: string | number;
  readonly ranges: { readonly id: string; readonly label: string; readonly justification: string };
  readonly seed: string | number;
  /** Points, trajectories, draws, base rows or walks. */
  readonly n: number;
  readonly replicates: number;
  /** Runs of each scenario. */
  readonly runs: number;
  readonly inputs: readonly SensitivityInput[];
  /** Inputs of the ranges that the scenario sets, and so are not varied. */
  readonly held: readonly string[];
  readonly meaning: string;
  readonly outcomes: readonly OutcomeSensitivity[];
  readonly limits: string;
}

/** An input and its range. */
export interface SensitivityInput {
  readonly name: string;
  /** Null for a distribution without limits. */
  readonly low: number | null;
  readonly high: number | null;
  readonly default: number | null;
}

/** What drives one outcome. */
export interface OutcomeSensitivity {
  /** Outcome id, with `@` and the month where times are given. */
  readonly outcome: string;
  readonly label: string;
  /** Unit of the outcome, or of its change. */
  readonly unit: string;
  /** Outcome of the baseline run of a sweep; null elsewhere. */
  readonly baseline: number | null;
  /** In the order of the inputs. */
  readonly indices: readonly InputIndex[];
  /** Of sweeps: the outcome along each input; empty elsewhere. */
  readonly curves: readonly ResponseCurve[];
  readonly report: AssumptionDocument;
}

/** Indices of one input. */
export interface InputIndex {
  readonly input: string;
  /** Null where the indices have values. */
  readonly undefined_because: UndefinedReason | null;
  /** By the keys of the method's columns; null where one has no value. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly flags: readonly string[];
}

/** The outcome along one input, the others at their defaults; failed points are left out. */
export interface ResponseCurve {
  readonly input: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** The report beside the indices of one outcome. */
export interface AssumptionDocument {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly planned: number;
  readonly used: number;
  /** Runs left out, by how they ended. */
  readonly left: Readonly<Record<string, number>>;
  readonly concerns: readonly {
    readonly code: string;
    readonly text: string;
    readonly about: readonly string[];
  }[];
  /** Numbers of the report by name; null where one has no value. */
  readonly facts: Readonly<Record<string, number | null>>;
  /** The main index of every input at growing shares of the runs. */
  readonly convergence: readonly {
    readonly size: number;
    readonly values: readonly (number | null)[];
  }[];
}
