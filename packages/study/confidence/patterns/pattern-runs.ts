import type { Batch, Input, Slot } from '@weir/engine';
import { batchOf } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../../execute/prepared-study.js';
import { planScenario } from '../../execute/scenario-plan.js';
import type { Situation } from '../../study-file/reality-checks.js';
import { type LinearBehavior, linearBehavior } from './linear.js';

/** Values of constants that a row has instead of those of the file. */
export type Row = readonly Input[];

/** What a situation came to, row by row. */
export interface SituationRuns {
  readonly start: number;
  readonly every: number;
  readonly moments: number;
  /** Whether a row has values. */
  isOk(row: number): boolean;
  value(outcome: Slot, row: number, moment: number): number;
  /** Linear behavior at the state in which the run ended. */
  linear(row: number): LinearBehavior | undefined;
}

/** Runs the situations of patterns for a list of rows, each situation once. */
export class PatternRuns {
  private readonly known = new Map<string, Outcome<SituationRuns>>();

  /**
   * @param rows - Values that take the place of the file's; a situation that sets the same constant wins.
   * @param settings - Time between values, and time step where it is not that of the file.
   */
  constructor(
    private readonly prepared: PreparedStudy,
    private readonly rows: readonly Row[],
    private readonly settings: { readonly every: number; readonly dt?: number },
    private readonly batches: Map<string, Outcome<Batch>> = new Map(),
  ) {}

  /** The runs of a situation to a time. */
  of(situation: Situation, until: number): Outcome<SituationRuns> {
    const key = JSON.stringify([situation.scenario, [...situation.set], until]);
    const known = this.known.get(key) ?? this.computed(situation, until);
    this.known.set(key, known);
    return known;
  }

  private computed(situation: Situation, until: number): Outcome<SituationRuns> {
    const { every, dt } = this.settings;
    const plan = planScenario(this.prepared, {
      ...(situation.scenario === undefined ? {} : { scenario: situation.scenario }),
      set: situation.set,
      until,
      saveEvery: every,
      backend: 'javascript',
      ...(dt === undefined ? {} : { dt }),
    });
    if (!plan.ok) return refused(plan.diagnostics);
    const { prepared, given, settings } = plan.value;
    const { program } = prepared;
    const batchKey = JSON.stringify([prepared.programHash, settings]);
    const batch = this.batches.get(batchKey) ?? batchOf(program, { kind: 'run', settings });
    this.batches.set(batchKey, batch);
    if (!batch.ok) return refused(batch.diagnostics);
    const outcomes = this.prepared.bound.outcomes.map(({ variable }) => variable.slot);
    const stocks = program.stocks.map(({ slot }) => slot);
    const observed = [...new Set([...outcomes, ...stocks])];
    const position = new Map(observed.map((slot, index) => [slot, index]));
    const inputs = this.rows.map((row) => [...row, ...given]);
    const slots = (inputs[0] ?? []).map(({ slot }) => slot);
    const result = batch.value.run({
      rows: inputs.length,
      given: slots,
      inputs: Float64Array.from(inputs.flatMap((row) => row.map(({ value }) => value))),
      observed,
    });
    if (!result.ok) return refused(result.diagnostics);
    const { series, saveTimes, status } = result.value;
    if (series === undefined || saveTimes === undefined)
      throw new Error('a batch that saves came back without rows');
    const moments = saveTimes.length;
    const value = (slot: Slot, row: number, moment: number) =>
      series[(row * moments + moment) * observed.length + (position.get(slot) ?? Number.NaN)] ?? Number.NaN;
    const executable = prepared.executable('javascript');
    const steps = Math.round((until - program.start) / program.dt);
    return reached({
      start: saveTimes[0] ?? program.start,
      every,
      moments,
      isOk: (row) => status[row] === 0,
      value,
      linear: (row) =>
        linearBehavior(
          executable,
          inputs[row] ?? [],
          stocks.map((slot) => value(slot, row, moments - 1)),
          steps,
        ),
    });
  }
}
