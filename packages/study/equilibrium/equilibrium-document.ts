import type { Basin, SearchMethod, Stability, Verdict } from '@weir/engine';
import type { AccumulatingDocument } from '../execute/accumulating-in.js';

/** The values at the published stop rule, beside those of the fixed point. */
export interface PublishedRuleDocument {
  /** Model time at which the rule ended the run, and why. */
  readonly stop: { readonly month: number; readonly reason: string };
  readonly outcomes: Readonly<Record<string, number>>;
  /** 100 x (published rule / fixed point - 1); null where the fixed point is 0. */
  readonly difference_percent: Readonly<Record<string, number | null>>;
}

/** Searches from other starts, counted. */
export interface ProbesDocument {
  readonly count: number;
  readonly seed: number;
  readonly same_point: number;
  readonly without_point: number;
  /** Other fixed points by their stocks, and how many searches ended there. */
  readonly other_points: readonly {
    readonly count: number;
    readonly stocks: Readonly<Record<string, number>>;
  }[];
}

/**
 * A fixed point as `weir equilibrium --format json` prints it: where all stocks stand still, solved for. Not to be
 * mixed with the published stop rule, which ends a run before that. Keys are those of a run's document; `outcomes`
 * and `stocks` are empty unless the verdict is `ok`.
 */
export interface EquilibriumDocument extends AccumulatingDocument {
  readonly weir: string;
  readonly model: string;
  /** First 16 hex digits of the SHA-256 of (program, inputs, notion): two runs of one id have the same fixed point. */
  readonly run_id: string;
  readonly scenario: string;
  readonly corrections: readonly string[];
  readonly notion: 'fixed point';
  /** Model time at which TIME is held, where flows depend on it. */
  readonly held_time?: number;
  readonly inputs: Readonly<Record<string, number>>;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly method: SearchMethod;
  /** Whether the trajectory from the initial values reaches this point. */
  readonly basin: Basin;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stocks: Readonly<Record<string, number>>;
  /** Largest net flow as a share of the flows it is made of. */
  readonly residual: number;
  readonly stability: Stability;
  /** Per time unit, as [real, imaginary], the slowest first. */
  readonly eigenvalues: readonly (readonly [real: number, imaginary: number])[];
  /** Time in which the slowest disturbance shrinks to 1/e; null where there is none or it never does. */
  readonly slowest_time_constant: number | null;
  readonly time_units: string;
  readonly published_rule?: PublishedRuleDocument;
  readonly probes?: ProbesDocument;
}
