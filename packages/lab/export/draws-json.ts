import { BATCH_STATUS } from '@weir/engine';
import { jsonText, type LinkScenario, WEIR_VERSION } from '@weir/study';
import type { Draws } from '../compute/draws.js';
import { drawsAt, type PairedTable } from '../compute/paired-table.js';
import type { LabStudy } from '../models/lab-study.js';
import type { LabState } from '../state/lab-state.js';

/** What the draws of a comparison are of. */
export interface DrawnComparison {
  readonly study: LabStudy;
  readonly state: LabState;
  readonly programHash: string;
  readonly policies: readonly (LinkScenario & { readonly label: string })[];
  readonly draws: Draws;
  readonly table: PairedTable;
  readonly time: number | 'rest';
}

/**
 * Every draw of a comparison as JSON: inputs by constant, outcomes by policy, and how each run ended. Row `i` of every list
 * is draw `i`, the same for every policy; the first policy is the one that the others are compared with.
 */
export function drawsJson(comparison: DrawnComparison): string {
  const { study, state, programHash, policies, draws, table, time } = comparison;
  const column = (place: number): readonly number[] =>
    Array.from({ length: draws.rows }, (_, row) => draws.values[row * draws.varied.length + place] ?? 0);
  const nameOf = (key: string): string => study.constants.find((one) => one.key === key)?.name ?? key;
  const shown = study.outcomes.filter(({ key }) => table.observed.includes(key));
  return jsonText({
    weir: WEIR_VERSION,
    model: study.id,
    version: study.version,
    program: programHash,
    corrections: state.corrections,
    ranges: state.ranges,
    design: 'latin hypercube',
    draws: draws.rows,
    seed: state.seed,
    horizon: time === 'rest' ? 'point of rest' : time - study.time.start,
    time_units: study.time.units,
    outcomes: Object.fromEntries(
      shown.map(({ id, label, short, unit, kind }) => [id, { label, short, unit, kind }]),
    ),
    inputs: Object.fromEntries(draws.varied.map((key, place) => [nameOf(key), column(place)])),
    policies: policies.map(({ label, scenario, settings, begin }, place) => ({
      label,
      scenario,
      settings,
      ...(begin === undefined ? {} : { begin }),
      status: Array.from(
        { length: table.rows },
        (_, row) => BATCH_STATUS[table.status[row * table.policies + place] ?? 0] ?? 'invalid',
      ),
      outcomes: Object.fromEntries(
        shown.map(({ id, key }) => [
          id,
          Array.from(drawsAt(table, place, time, key), (value) => (Number.isFinite(value) ? value : null)),
        ]),
      ),
    })),
    limits: study.limits,
  });
}
