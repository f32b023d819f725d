import type { Dimension } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { NonNegativeDefaults } from './non-negative.js';
import type { Unsupported } from './unsupported.js';

/** What the rules of one reading share. */
export interface Reading {
  readonly findings: Findings;
  readonly unsupported: Unsupported;
  readonly nonNegative: NonNegativeDefaults;
  /** Whether the file declares units: then a unit that cannot be read is an error, otherwise a warning. */
  readonly unitsDeclared: boolean;
  readonly dimensions: ReadonlyMap<CanonicalName, Dimension>;
  /** Whether the model is one that modules stand for, so that inputs may have no value of their own. */
  readonly submodel: boolean;
}
