import type { PreparedStudy } from '../execute/prepared-study.js';
import type { ScenarioPlan } from '../execute/scenario-plan.js';
import { WEIR_VERSION } from '../execute/version.js';
import type { EnsembleRequest } from './ensemble-request.js';
import type { EnsembleRows } from './ensemble-rows.js';

/** What an ensemble was made from: goes into every file of it. Nothing of it depends on when or where it ran. */
export interface EnsembleFacts {
  readonly weir: string;
  readonly model: string;
  readonly version: string;
  /** SHA-256 of what the program computes. */
  readonly program: string;
  readonly corrections: readonly string[];
  /** Scenario ids, and the run id of each with every input at its default. */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, number>>;
  readonly until: string | number;
  /** Absent where fixed points are solved. */
  readonly method?: string;
  readonly dt?: number;
  readonly design: string;
  readonly runs: number;
  readonly seed: string | number | null;
  /** Id of the range set, or `given`. */
  readonly ranges: string;
  readonly ranges_label: string;
  readonly ranges_justification: string;
  readonly experiment: string;
  readonly limits: string;
}

/** The facts of an ensemble. */
export function ensembleFacts(
  { study, programHash, bound, corrections }: PreparedStudy,
  { runs, set, until, method, dt }: EnsembleRequest,
  plans: readonly ScenarioPlan[],
  rows: EnsembleRows,
): EnsembleFacts {
  const ranges = runs.kind !== 'given' && typeof runs.ranges === 'string' ? runs.ranges : 'given';
  const definition = bound.ranges.get(ranges)?.definition;
  const settings = plans[0]?.settings;
  const isSolved = until === 'equilibrium' && method === undefined && dt === undefined;
  return {
    weir: WEIR_VERSION,
    model: study.id,
    version: study.version,
    program: programHash,
    corrections,
    scenarios: Object.fromEntries(plans.map(({ scenario, runId }) => [scenario, runId])),
    set: Object.fromEntries(set ?? []),
    until,
    ...(settings === undefined || isSolved ? {} : { method: settings.method, dt: settings.dt }),
    design: runs.kind === 'draws' ? runs.design : runs.kind === 'made' ? rows.design().kind : 'given',
    runs: rows.spec.count,
    seed: runs.kind === 'given' ? null : runs.seed,
    ranges,
    ranges_label: definition?.label ?? 'Values given for each run',
    ranges_justification: definition?.justification ?? '',
    experiment: rows.id,
    limits: study.limits.strip,
  };
}
