import type { Model } from '@weir/model';
import type { ComparisonDocument, Study } from '@weir/study';

/** Everything a report is made of. */
export interface ReportInput {
  readonly comparison: ComparisonDocument;
  readonly study: Study;
  readonly model: Model;
}
