import type { BackendName, Method } from '@weir/engine';
import type { NamedChange, PhaseIn } from '../scenario/dated-change.js';
import type { TableSource } from '../time-table/time-table.js';

/** What a person asks for, before names are resolved. */
export interface RunRequest {
  readonly scenario?: string;
  /** Names as typed: short names or names of variables, without regard to case. */
  readonly set: ReadonlyMap<string, number>;
  /** Constants that change at dates; names as typed. */
  readonly changes?: readonly NamedChange[];
  /** When the scenario's own settings begin; from the start of the run unless given. */
  readonly begin?: PhaseIn;
  /** Series from data files for graphical functions of time; names as typed. */
  readonly tables?: ReadonlyMap<string, TableSource>;
  /** Where stocks start: as the model file says, unless given, or at the point of rest of the baseline scenario. */
  readonly from?: 'file' | 'equilibrium';
  readonly until: 'published' | 'equilibrium' | number;
  readonly method?: Method;
  readonly dt?: number;
  readonly saveEvery?: number;
  /** Seed of random numbers; 1234 where absent. Of no effect on a model without them. */
  readonly seed?: number;
  readonly backend: BackendName;
}
