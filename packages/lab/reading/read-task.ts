import type { Outcome } from '@weir/model';
import type { LinkState } from '@weir/study';
import type { Atlas } from '../models/atlas.js';
import type { LoadedModel } from '../models/loaded-model.js';
import type { SourceFile, StudySources } from '../models/sources.js';

/** What can be asked of the files of a study, by kind. */
export interface ReadTasks {
  /** The model with corrections in force, ready for the workers that compute. */
  readonly load: { readonly sources: StudySources; readonly corrections: readonly string[] };
  /** What there is to see of it. */
  readonly atlas: { readonly sources: StudySources; readonly corrections: readonly string[] };
  /** The run of a state's draft as JSON, as `weir run --link` prints it. */
  readonly run: { readonly sources: StudySources; readonly state: LinkState };
  /** A model file as XMILE with values in its constants, by canonical name. */
  readonly xmile: { readonly model: SourceFile; readonly values: ReadonlyMap<string, number> };
}

/** What comes back, by kind. */
export interface ReadAnswers {
  readonly load: LoadedModel;
  readonly atlas: Atlas;
  readonly run: string;
  readonly xmile: string;
}

/** A message to the worker. */
export type ReadMessage = {
  readonly [Kind in keyof ReadTasks]: { readonly kind: Kind; readonly task: ReadTasks[Kind] };
}[keyof ReadTasks];

/** A message from it. */
export type ReadOutcome = Outcome<ReadAnswers[keyof ReadAnswers]>;
