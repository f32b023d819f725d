import type { LinkHorizon, LinkPin, LinkScenario, LinkView } from '@weir/study';

/** A policy that a person works on: a scenario of the study, and what is changed of it. */
export type Draft = LinkScenario;

/** A policy pinned for comparison. */
export type Pin = LinkPin;

/**
 * Everything that the lab shows follows from this, the model and the results: one immutable value. What the machine or
 * the person's eyes need (theme, an open panel, zoom) is kept apart and is never an undo step.
 */
export interface LabState {
  /** Id of a bundled model, or of a file that a person opened. */
  readonly model: string;
  /** Ids of corrections in force. */
  readonly corrections: readonly string[];
  readonly view: LinkView;
  /** Absent where nothing was touched: then the draft is the first policy of the study as it stands. */
  readonly draft?: Draft;
  /** Outcome ids to show; none for the study's headline outcomes. */
  readonly outcomes: readonly string[];
  readonly horizon: LinkHorizon;
  /** Id of a range set. */
  readonly ranges: string;
  readonly draws: number;
  readonly seed: number;
  readonly pins: readonly Pin[];
}
