import type { StudyPlaces } from '../study-file/study.js';
import type { FindingsFile } from './findings-schema.js';

/** Something found out about a published model. */
export interface ModelFinding {
  readonly id: string;
  readonly kind: FindingsFile['findings'][string]['kind'];
  readonly status: 'proved' | 'inferred';
  readonly proof?: string;
  readonly sentence: string;
  readonly size?: string;
  /** Ids of corrections that mend it. */
  readonly corrections: readonly string[];
}

/** What was found out about a published model. Read from `findings.yaml`. */
export interface Findings {
  readonly works: string;
  /** In the order of the file. */
  readonly findings: readonly ModelFinding[];
  readonly stands: string;
  readonly places: StudyPlaces;
}
