import { bundled } from 'virtual:weir-models';
import type { EvidenceDocument, PolicyExplanation } from '@weir/study';
import type { Atlas } from './atlas.js';
import type { LoadedModel } from './loaded-model.js';
import type { StudySources } from './sources.js';
import type { TrustPart } from './trust-part.js';

/** A model that comes with the site. Each part is fetched when it is first asked for. */
export interface BundledModel {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /**
   * The model with corrections in force, by `correctionsKey`; combinations that are not here are made by the reader
   * from the sources.
   */
  readonly variants: Readonly<Record<string, () => Promise<LoadedModel>>>;
  readonly sources: () => Promise<StudySources>;
  /** What there is to see of the model as published. */
  readonly atlas: () => Promise<Atlas>;
  /** What is recorded of its constants; null where nothing is. */
  readonly evidence: () => Promise<EvidenceDocument | null>;
  readonly trust: () => Promise<TrustPart>;
  /** By which mechanisms its policies work, as published. */
  readonly reasons: () => Promise<readonly PolicyExplanation[]>;
}

/** Models of this site, in the order of their ids. */
export const BUNDLED_MODELS: readonly BundledModel[] = bundled;
