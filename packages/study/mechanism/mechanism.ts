/** A way in which a policy works in a model: links that carry it. Read from the `mechanisms` of a study file. */
export interface Mechanism {
  readonly id: string;
  /** Words for people. */
  readonly label: string;
  readonly links: readonly MechanismLink[];
}

/** Links from one variable, by names as written in the study file. */
export interface MechanismLink {
  readonly from: string;
  /** The variables that read it by this mechanism; all that do where absent. */
  readonly to?: readonly string[];
}
