import { BATCH_STATUS } from '@weir/engine';
import type { EnsemblePlan } from './ensemble-plan.js';
import { type RecordLayout, recordId, recordLayout } from './ensemble-work.js';

/** A column of a result file. */
export type BlockColumn =
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly string[] }
  | { readonly name: string; readonly kind: 'number'; readonly values: Float64Array };

/** Columns that every result file has beside inputs and outcomes. */
const OWN = ['run_id', 'scenario', 'status', 'stop_month'] as const;

/** Turns records into columns: `run_id`, `scenario`, the inputs, the outcomes, `status`, `stop_month`. */
export class BlockReader {
  readonly names: readonly string[];
  readonly #layout: RecordLayout;
  readonly #runs: readonly string[] | undefined;

  constructor(private readonly plan: EnsemblePlan) {
    this.#layout = recordLayout(plan.work);
    this.#runs = plan.work.rows.kind === 'stored' ? plan.design().runs : undefined;
    const outcomes = plan.columns.map(({ name }) => name);
    const taken = new Set<string>([...OWN, ...outcomes]);
    const inputs = plan.inputs.map(({ name }) => (taken.has(name) ? `set.${name}` : name));
    this.names = ['run_id', 'scenario', ...inputs, ...outcomes, 'status', 'stop_month'];
  }

  /**
   * The columns of records of one scenario.
   *
   * @param cells - Shape [count x width].
   * @returns In the order of {@link names}. Inputs are those the run was computed with: what the scenario sets stands
   *   in place of the draw. NaN where there is no value.
   */
  columns(scenario: number, cells: Float64Array, count: number): readonly BlockColumn[] {
    const { inputs, outcomes, time, status, width } = this.#layout;
    const own = this.plan.scenarios[scenario];
    const numbers = (cell: number, fixed?: number) =>
      Float64Array.from({ length: count }, (_, i) => fixed ?? cells[i * width + cell] ?? Number.NaN);
    const texts = (text: (from: number) => string) =>
      Array.from({ length: count }, (_, i) => text(i * width));
    const values = (position: number): Pick<BlockColumn & { kind: 'number' }, 'values'> => ({
      values:
        position < outcomes - inputs
          ? numbers(inputs + position, own?.fixed.get(position))
          : numbers(inputs + position),
    });
    const middle = this.names.slice(2, -2);
    return [
      { name: 'run_id', kind: 'text', values: texts((from) => this.#runOf(cells, from)) },
      { name: 'scenario', kind: 'text', values: texts(() => own?.id ?? '') },
      ...middle.map((name, position) => ({ name, kind: 'number' as const, ...values(position) })),
      {
        name: 'status',
        kind: 'text',
        values: texts((from) => BATCH_STATUS[cells[from + status] ?? -1] ?? 'invalid'),
      },
      { name: 'stop_month', kind: 'number', values: numbers(time) },
    ];
  }

  #runOf(cells: Float64Array, from: number): string {
    if (this.#runs === undefined) return recordId(cells, from);
    const run = this.#runs[cells[from] ?? -1];
    if (run === undefined) throw new Error('a record without a run');
    return run;
  }
}
