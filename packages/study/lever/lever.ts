/** The same levers in several models. Read from `levers.yaml`; see `docs/levers.md`. */
export interface Levers {
  readonly title: string;
  /** What must be read beside the answers. */
  readonly limit: string;
  /** By model id: when its runs end. */
  readonly until: ReadonlyMap<string, 'equilibrium' | number>;
  readonly outcomes: readonly SharedOutcome[];
  readonly levers: readonly Lever[];
}

/** An outcome that several models have, each under its own id. */
export interface SharedOutcome {
  readonly id: string;
  readonly label: string;
  /** Outcome id by model id. */
  readonly in: ReadonlyMap<string, string>;
}

/** Something that can be done, as each model has it. */
export interface Lever {
  readonly id: string;
  readonly label: string;
  /** By model id. */
  readonly in: ReadonlyMap<string, LeverInModel>;
}

/** A lever in one model. */
export interface LeverInModel {
  /** How the model has it, in plain words; or that it has not. */
  readonly structure: string;
  /** What is done; absent where the model has no such lever. */
  readonly run?: LeverRun;
}

/** What is done to a model. */
export interface LeverRun {
  /** Scenario id; the baseline unless given. */
  readonly scenario?: string;
  /** Values by name as written. */
  readonly set: ReadonlyMap<string, number>;
  /** Factors of default values by name as written. */
  readonly scale: ReadonlyMap<string, number>;
}

/** What the models say about the levers, computed by running all of them. */
export interface LeverComparison {
  readonly weir: string;
  readonly levers: Levers;
  readonly models: readonly LeverModel[];
  /** By lever id, then model id, then shared outcome id: change in percent; absent where there is no lever or outcome. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  /** Run ids by lever id, then model id. */
  readonly runs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A model that was run. */
export interface LeverModel {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly corrections: readonly string[];
  /** What stands beside its results. */
  readonly strip: string;
}
