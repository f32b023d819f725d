import type { Input, PairedChange, Seed } from '@weir/analysis';
import type { EnsembleRequest } from '../ensemble/ensemble-request.js';
import type { SensitivityMethod } from './sensitivity-method.js';

/** What a sensitivity analysis is asked for, before names are resolved. */
export interface SensitivityRequest
  extends Pick<EnsembleRequest, 'at' | 'dt' | 'method' | 'outcomes' | 'set' | 'until'> {
  readonly analysis: SensitivityMethod;
  /** The scenario whose outcomes are looked at; the baseline where nothing is said. */
  readonly scenario?: string;
  /** A scenario to compare it with, draw by draw: then indices are those of the change. */
  readonly against?: string;
  /** Of the change: `percent` where nothing is said. */
  readonly change?: PairedChange;
  /** Id of a range set of the study, or inputs by name. */
  readonly ranges: string | readonly Input[];
  /** Points, trajectories, draws, base rows or walks; what is usual for the method where nothing is said. */
  readonly n?: number;
  /** Replicates of a Sobol' design, each with its own scrambling; 1 where nothing is said. */
  readonly replicates?: number;
  /** 1234 where nothing is said. */
  readonly seed?: Seed;
}

/** Seed of an analysis where nobody gives one. */
export const USUAL_SEED = 1234;
