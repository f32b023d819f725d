import type { LabStudy } from './lab-study.js';

/** A model with its corrections in force, ready for the workers. */
export interface LoadedModel {
  readonly study: LabStudy;
  /** Ids of the corrections in force, in the study's order. */
  readonly corrections: readonly string[];
  /** Its program as text: see `programFromText`. */
  readonly programText: string;
  /** SHA-256 of what the program computes; results that carry the same hash come from the same equations. */
  readonly programHash: string;
}
