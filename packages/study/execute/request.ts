import type { BackendName, Method } from '@weir/engine';

/** What a person asks for, before names are resolved. */
export interface RunRequest {
  readonly scenario?: string;
  /** Names as typed: short names or names of variables, without regard to case. */
  readonly set: ReadonlyMap<string, number>;
  readonly until: 'published' | 'equilibrium' | number;
  readonly method?: Method;
  readonly dt?: number;
  readonly saveEvery?: number;
  /** Seed of random numbers; 1234 where absent. Of no effect on a model without them. */
  readonly seed?: number;
  readonly backend: BackendName;
}
