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

/** A variable that a correction adds, an auxiliary. */
export interface NewVariable {
  readonly name: string;
  readonly equation: string;
  readonly units: string;
  readonly documentation: string;
}
