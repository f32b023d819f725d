import { quantileOf } from '@weir/analysis';
import type { BlockColumn } from './ensemble-block.js';
import type { EnsemblePlan } from './ensemble-plan.js';

/** Runs of a scenario that its spread is taken from: the first ones, which are as good a sample as any. */
const MOST_SPREAD = 100_000;

/** How an outcome is spread over the runs that ended well. */
export interface OutcomeSpread {
  readonly runs: number;
  readonly lowest: number | null;
  /** Value that 5 in 100 runs lie below. */
  readonly low: number | null;
  readonly median: number | null;
  /** Value that 95 in 100 runs lie below. */
  readonly high: number | null;
  readonly highest: number | null;
}

/** What became of the runs of one scenario. */
export interface ScenarioSummary {
  readonly scenario: string;
  /** Runs by how they ended. */
  readonly status: Readonly<Record<string, number>>;
  /** By column of results; of the first 100,000 runs where there are more. */
  readonly outcomes: Readonly<Record<string, OutcomeSpread>>;
}

/** Gathers what became of an ensemble while its file is written. */
export class SummaryTally {
  readonly #scenarios = new Map<string, { status: Map<string, number>; values: Map<string, number[]> }>();

  constructor(private readonly plan: EnsemblePlan) {}

  /** Takes in a block of one scenario. */
  add(scenario: string, block: readonly BlockColumn[]): void {
    const own = this.#scenarios.get(scenario) ?? { status: new Map(), values: new Map() };
    this.#scenarios.set(scenario, own);
    const ends = block.find(({ name }) => name === 'status');
    if (ends?.kind !== 'text') return;
    const before = [...own.status.values()].reduce((sum, count) => sum + count, 0);
    for (const end of ends.values) own.status.set(end, (own.status.get(end) ?? 0) + 1);
    const room = Math.max(0, MOST_SPREAD - before);
    for (const { name } of this.plan.columns) {
      const column = block.find((one) => one.name === name);
      if (column?.kind !== 'number') continue;
      const values = own.values.get(name) ?? [];
      own.values.set(name, values);
      for (const value of column.values.subarray(0, room)) if (Number.isFinite(value)) values.push(value);
    }
  }

  /** The summary of every scenario, in the order of the plan. */
  get summary(): readonly ScenarioSummary[] {
    return this.plan.scenarios.map(({ id }) => {
      const own = this.#scenarios.get(id);
      return {
        scenario: id,
        status: Object.fromEntries(own?.status ?? []),
        outcomes: Object.fromEntries(
          this.plan.columns.map(({ name }) => [name, spreadOf(own?.values.get(name) ?? [])]),
        ),
      };
    });
  }
}

function spreadOf(values: readonly number[]): OutcomeSpread {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => (sorted.length === 0 ? null : quantileOf(sorted, share));
  return {
    runs: sorted.length,
    lowest: at(0),
    low: at(0.05),
    median: at(0.5),
    high: at(0.95),
    highest: at(1),
  };
}
