import type { Agreement } from '@weir/figures';
import type { ConfidenceResult } from '@weir/study';

/** What there is to say about whether a model as published can be trusted; made when the site is built. */
export interface TrustPart {
  readonly checks: readonly Omit<ConfidenceResult, 'source'>[];
  readonly reproduction: readonly ReproducedTable[];
  /** The model as published first, then each correction alone. */
  readonly effects: readonly CorrectionEffect[];
}

/** A published table beside runs with the published numerics. */
export interface ReproducedTable {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly note?: string;
  readonly rows: readonly ReproducedRow[];
}

/** One published figure and ours. */
export interface ReproducedRow {
  readonly label: string;
  readonly scenario: string;
  readonly outcome: string;
  readonly unit: string;
  readonly estimated?: string;
  readonly printed: string;
  readonly value?: number;
  readonly agreement?: Agreement;
  readonly note?: string;
}

/** What a correction does to the policies' effects, at the fixed points. */
export interface CorrectionEffect {
  /** Absent for the model as published. */
  readonly id?: string;
  /** Changes in percent, in points for a share, by scenario id and outcome id; those that could not be solved left out. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
