import type { SourceText } from '@weir/model';
import type { StudyPlaces } from '../study-file/study.js';

/** What a study offers to change in its model. Read from `corrections.yaml`; see `docs/corrections.md`. */
export interface Corrections {
  /** In the order of the file, by id. */
  readonly corrections: ReadonlyMap<string, Correction>;
  /** Ids of corrections by name of the group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The text they were read from: what places in messages refer to. */
  readonly source: SourceText;
  /** Where things stand in it. */
  readonly places: StudyPlaces;
}

/** One change of a model that can be switched on, alone or with others. */
export interface Correction {
  readonly id: string;
  readonly title: string;
  /** What is changed, in plain words. */
  readonly what: string;
  readonly why: string;
  /** Where it was found out. */
  readonly evidence: string;
  /** Whether the need for it follows from files and computation, or is the most plausible reading. */
  readonly status: 'proved' | 'inferred';
  readonly changes: readonly Change[];
  readonly newVariables: readonly NewVariable[];
  /** Names of auxiliaries that the model has no more. */
  readonly removed: readonly string[];
  /** Ids of earlier corrections whose equations this one changes further: they are chosen with it. */
  readonly buildsOn: readonly string[];
  /** A constant that is solved for when the model is corrected. */
  readonly calibrate?: Calibration;
  /** Whether stocks start at the fixed point of the baseline scenario. */
  readonly startAtRest: boolean;
  /** Ids of corrections that cannot be chosen with this one. */
  readonly conflicts: readonly string[];
  /** Titles of the tests that show what it does. */
  readonly tests: readonly string[];
}

/** Another equation for a variable. */
export interface Change {
  /** Short name of the study, or name in the model file. */
  readonly variable: string;
  /** The equation that it replaces; the model must have it. */
  readonly expected: string;
  readonly equation: string;
}

/** A variable that a correction adds. */
export interface NewVariable {
  readonly kind: 'stock' | 'flow' | 'auxiliary';
  readonly name: string;
  /** Of a stock, its initial value. */
  readonly equation: string;
  readonly units: string;
  readonly documentation: string;
  /** Of a flow: the stock that it leaves; absent where it comes from outside the model. */
  readonly from?: string;
  /** Of a flow: the stock that it fills; absent where it leads out of the model. */
  readonly to?: string;
}

/** A constant that takes the value with which an outcome comes to rest at a target in the baseline scenario. */
export interface Calibration {
  /** Short name of the study, or name in the model file. */
  readonly constant: string;
  /** Id of an outcome of the study. */
  readonly outcome: string;
  /** A number above 0, or the value that the outcome has at rest in the model without corrections. */
  readonly target: number | 'published';
}
