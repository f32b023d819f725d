import type { Claim } from '../study-file/claims.js';

/** In how many draws each claim of a study holds, as a JSON document. */
export interface RobustnessDocument {
  readonly weir: string;
  readonly model: string;
  readonly version: string;
  readonly corrections: readonly string[];
  readonly until: string | number;
  readonly design: string;
  readonly seed: string | number;
  /** Draws of each set of ranges. */
  readonly draws: number;
  readonly ranges: readonly { readonly id: string; readonly label: string; readonly justification: string }[];
  readonly claims: readonly ClaimRobustness[];
  readonly limits: string;
}

/** One claim. */
export interface ClaimRobustness {
  readonly claim: string;
  readonly sentence: string;
  readonly source: string;
  readonly stated: Claim['stated'];
  readonly outcome: string;
  readonly label: string;
  readonly scenario: string;
  readonly than: string;
  readonly direction: Claim['direction'];
  readonly hold: readonly string[];
  /** With every parameter at its default; null where a run failed. */
  readonly at_default: { readonly change_percent: number | null; readonly holds: boolean } | null;
  /** By id of the ranges, in their order. */
  readonly by_ranges: Readonly<Record<string, ClaimCounts>>;
}

/** A claim over the draws of one set of ranges. */
export interface ClaimCounts {
  /** Draws, failed ones included. */
  readonly attempted: number;
  /** Draws in which both runs gave a number. */
  readonly usable: number;
  /** Draws in which it holds, in which the opposite does, and in which there is no difference. */
  readonly holds: number;
  readonly opposite: number;
  readonly equal: number;
  /** Draws in which a run failed, by how the worse of the two ended: they count against the claim. */
  readonly failed: Readonly<Record<string, number>>;
  /** Draws in which it holds as a share of those attempted, with its interval (Wilson, 95 %). */
  readonly share: number;
  readonly share_low: number;
  readonly share_high: number;
  /**
   * Change in percent over the usable draws whose value compared with is not next to nothing; null where there is
   * none.
   */
  readonly change_percent: {
    readonly median: number;
    readonly low: number;
    readonly high: number;
  } | null;
}
