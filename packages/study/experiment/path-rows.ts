import { batchOf, type ProgramVariable, type Slot } from '@weir/engine';
import { type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { planScenario } from '../execute/scenario-plan.js';

/** Model time between two samples of a path. */
export const SAMPLE_EVERY = 1;

/** Constants varied over rows. */
export interface VariedRows {
  readonly variables: readonly ProgramVariable[];
  /** Shape [rows x variables], row by row. */
  readonly values: Float64Array;
  readonly rows: number;
}

/** One row: the values of the scenario. */
export const AS_PLANNED: VariedRows = { variables: [], values: new Float64Array(0), rows: 1 };

/** Paths of outcomes over rows of runs. */
export interface PathRows {
  readonly runId: string;
  /** Shape [samples]. */
  readonly times: Float64Array;
  readonly rows: number;
  /** The path of an outcome in a row, shape [samples]; NaN throughout where the run did not end well. */
  path(row: number, outcome: string): Float64Array;
}

/**
 * Runs a scenario once for every row, until the stop of the model file, with samples of outcomes.
 *
 * What the scenario sets, or a person, is not varied: it is the same in every row.
 *
 * @param outcomes - Outcome ids of the study.
 * @errors Those of `planScenario` and of the engine's batch.
 */
export function pathRows(
  prepared: PreparedStudy,
  scenario: string,
  set: ReadonlyMap<string, number>,
  varied: VariedRows,
  outcomes: readonly string[],
): Outcome<PathRows> {
  const plan = planScenario(prepared, {
    scenario,
    set,
    until: prepared.program.stop,
    saveEvery: SAMPLE_EVERY,
    backend: 'javascript',
  });
  if (!plan.ok) return plan;
  const { given, changes, settings, runId, prepared: own } = plan.value;
  const fixed = new Set<Slot>([
    ...given.map(({ slot }) => slot),
    ...changes.map(({ variable }) => variable.slot),
  ]);
  const free = varied.variables.flatMap(({ slot }, column) => (fixed.has(slot) ? [] : [{ slot, column }]));
  const width = given.length + free.length;
  const inputs = new Float64Array(varied.rows * width);
  for (let row = 0; row < varied.rows; row += 1) {
    for (const [column, { value }] of given.entries()) inputs[row * width + column] = value;
    for (const [index, { column }] of free.entries()) {
      inputs[row * width + given.length + index] =
        varied.values[row * varied.variables.length + column] ?? Number.NaN;
    }
  }
  const observed = outcomes.map((id) =>
    prepared.bound.outcomes.find(({ definition }) => definition.id === id),
  );
  const slots = observed.flatMap((outcome) => outcome?.variable.slot ?? []);
  const batch = batchOf(own.program, { kind: 'run', settings });
  if (!batch.ok) return refused(batch.diagnostics);
  const ran = batch.value.run({
    rows: varied.rows,
    given: [...given.map(({ slot }) => slot), ...free.map(({ slot }) => slot)],
    inputs,
    observed: slots,
  });
  if (!ran.ok) return refused(ran.diagnostics);
  const { series, saveTimes } = ran.value;
  if (series === undefined || saveTimes === undefined)
    throw new Error('a batch that was to save has no series');
  const samples = saveTimes.length;
  return reached({
    runId,
    times: saveTimes,
    rows: varied.rows,
    path(row, outcome) {
      const place = outcomes.indexOf(outcome);
      const start = row * samples * slots.length + place;
      return Float64Array.from(saveTimes, (_, sample) => series[start + sample * slots.length] ?? Number.NaN);
    },
  });
}
