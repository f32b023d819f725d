import type { Place } from '@weir/model';

/** What a test came to. */
export type ConfidenceOutcome = 'passed' | 'failed' | 'not applicable';

/** Kinds of confidence tests, after Barlas (1996). */
export type ConfidenceFamily = 'structure' | 'structure-oriented behavior' | 'behavior pattern';

/** A number that a test measured. */
export interface ConfidenceNumber {
  readonly label: string;
  readonly value: number;
  /** Absent for a plain number. */
  readonly unit?: string;
}

/** Something that a test found, and where. */
export interface ConfidencePlace {
  /** Name of the variable as shown to people. */
  readonly variable?: string;
  /** Where it stands in the file of the model or of the study. */
  readonly place?: Place;
  /** One sentence for people. */
  readonly message: string;
  /**
   * Ids of published defects that the documentation of the variable lists, without those that a correction in force
   * is to have mended.
   */
  readonly documented: readonly string[];
  /** Whether it makes the test fail; what does not is there to be read. */
  readonly fails: boolean;
}

/** What one test of a model came to. */
export interface ConfidenceResult {
  readonly id: string;
  readonly title: string;
  readonly family: ConfidenceFamily;
  readonly outcome: ConfidenceOutcome;
  /** What was done, in a sentence or two, with the settings it was done with. */
  readonly done: string;
  /** What was found, in one sentence. */
  readonly found: string;
  readonly numbers: readonly ConfidenceNumber[];
  readonly places: readonly ConfidencePlace[];
  /** What the test cannot show. */
  readonly limits: string;
  /** Who described the test. */
  readonly source: string;
}

/** Ids of published defects that a failed test came upon; empty where it passed. */
export function defectsOf({ outcome, places }: ConfidenceResult): readonly string[] {
  if (outcome !== 'failed') return [];
  return [...new Set(places.filter(({ fails }) => fails).flatMap(({ documented }) => documented))];
}

/** Whether a test failed only where the model's documentation lists a published defect. */
export function failsAtDefects({ outcome, places }: ConfidenceResult): boolean {
  const failing = places.filter(({ fails }) => fails);
  return (
    outcome === 'failed' && failing.length > 0 && failing.every(({ documented }) => documented.length > 0)
  );
}
