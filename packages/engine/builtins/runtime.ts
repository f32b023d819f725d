import { drawRandom } from '../random/random-table.js';
import { allocateByPriority } from './allocate-by-priority.js';
import { divideUnlessSmall, safeDivide } from './divisions.js';
import { deviationOf, elementAt, rankOf, rankWithTies } from './elements.js';
import { gammaLn } from './gamma-ln.js';
import { inverseElement } from './invert-matrix.js';
import { modulo } from './modulo.js';
import { quantum } from './quantum.js';
import { lookUp } from './table-lookup.js';
import {
  heldPulseInput,
  pulseInput,
  pulseTrainInput,
  rampInput,
  rampUntilInput,
  stepInput,
} from './time-inputs.js';
import { vectorElement, vectorRank, vectorSelect, vectorSortOrder } from './vectors.js';

/** Functions that generated code calls, by the names it gives them: those that the interpreter calls. */
export const RUNTIME = {
  allocateByPriority,
  deviationOf,
  divideUnlessSmall,
  drawRandom,
  elementAt,
  gammaLn,
  heldPulseInput,
  inverseElement,
  lookUp,
  modulo,
  pulseInput,
  pulseTrainInput,
  quantum,
  rampInput,
  rampUntilInput,
  rankOf,
  rankWithTies,
  safeDivide,
  stepInput,
  vectorElement,
  vectorRank,
  vectorSelect,
  vectorSortOrder,
} as const;

/** Name of a function that generated code may call. */
export type RuntimeFunction = keyof typeof RUNTIME;
