import type { Model } from '@weir/model';
import type { ComparisonDocument, Correction, ExperimentResult, LeverComparison, Study } from '@weir/study';

import type { Assurance } from './assurance.js';

/** Everything a report is made of. */
export interface ReportInput {
  readonly comparison: ComparisonDocument;
  readonly study: Study;
  readonly model: Model;
  /** The corrections in force, to be told in words; of those that are not here, only the id is told. */
  readonly corrections?: readonly Correction[];
  /** Experiments of the study that were run. */
  readonly experiments?: readonly ExperimentResult[];
  /** Levers that this model shares with others, where they were run. */
  readonly levers?: LeverComparison;
  /** How sure the results are, where that was computed. */
  readonly assurance?: Assurance;
}
