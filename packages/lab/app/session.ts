import type { IgnoredPart } from '@weir/study';
import type { ModelSource } from '../models/load-model.js';
import type { LoadedModel } from '../models/loaded-model.js';
import type { LabState } from '../state/lab-state.js';

/** A model on the desk: where it comes from, and what is loaded of it. */
export interface Desk {
  readonly source: ModelSource;
  /** With the corrections of {@link LoadedModel.corrections} in force. */
  readonly loaded: LoadedModel;
}

/** What the lab begins with. */
export interface Beginning {
  readonly desk: Desk;
  readonly state: LabState;
  /** Parts of the link that were left out. */
  readonly ignored: readonly IgnoredPart[];
}
