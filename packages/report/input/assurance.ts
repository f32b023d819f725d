import type { DirectionCounts } from '@weir/figures';
import type { ConfidenceResult, FlipSearch, PolicyEffects } from '@weir/study';

/** How sure results are: what draws, fixed points, reversals and checks say. */
export interface Assurance {
  /** Policies under the same draws of parameters; absent where the study has no ranges or does not come to rest. */
  readonly draws?: DrawsPart;
  /** The scenarios at their fixed points, beside the runs of the report. */
  readonly rest?: PolicyEffects;
  /** Searches for what would reverse a policy's effect. */
  readonly flips: readonly FlipSearch[];
  /** Effects at the fixed points under each correction alone. */
  readonly corrections: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: 'inferred' | 'proved';
    readonly effects: PolicyEffects;
  }[];
  readonly checks: readonly ConfidenceResult[];
}

/** Policies under the same draws. */
export interface DrawsPart {
  readonly n: number;
  readonly seed: number;
  /** Words for the ranges. */
  readonly ranges: string;
  readonly justification: string;
  readonly policies: readonly DrawnPolicy[];
}

/** A policy's effects over the draws. */
export interface DrawnPolicy {
  readonly scenario: string;
  /** By outcome id. */
  readonly counts: Readonly<Record<string, DirectionCounts>>;
  /** What drives the effect on the outcome named; the strongest first. */
  readonly drivers?: {
    readonly outcome: string;
    readonly rankRSquared: number;
    readonly runs: number;
    readonly constants: readonly { readonly name: string; readonly partial: number }[];
  };
}
