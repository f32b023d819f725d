import {
  type Design,
  joinRuns,
  type RunEnd,
  type RunId,
  type RunRecord,
  readRunId,
  type Table,
} from '@weir/analysis';
import { BATCH_STATUS } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { ChunkRunner } from './chunk-runner.js';
import type { EnsemblePlan } from './ensemble-plan.js';
import { type RecordLayout, recordId, recordLayout } from './ensemble-work.js';
import type { RowSpec } from './row-source.js';

/** Rows computed between two reports of progress. */
const ROWS_AT_ONCE = 256;

/** What an ensemble came to. */
export interface EnsembleTables {
  readonly plan: EnsemblePlan;
  /** One design for all scenarios. */
  readonly design: Design;
  /** By scenario id: the design joined with the results of that scenario, by run id. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Model time at which each run ended, by scenario id, shape [n]; NaN for fixed points. */
  readonly stops: ReadonlyMap<string, Float64Array>;
}

/** How far an ensemble is. */
export interface EnsembleProgress {
  readonly rowsDone: number;
  readonly rows: number;
}

/**
 * Runs an ensemble in this thread.
 *
 * @errors Those of the engine's batch; `ensemble-join` where results do not fit their design.
 */
export function runEnsemble(
  plan: EnsemblePlan,
  onProgress?: (progress: EnsembleProgress) => void,
): Outcome<EnsembleTables> {
  const runner = new ChunkRunner(plan.work);
  const { width } = runner.layout;
  const rows = plan.scenarios.length * plan.count;
  const cells = plan.scenarios.map(() => new Float64Array(plan.count * width));
  let rowsDone = 0;
  for (const [scenario, records] of cells.entries()) {
    for (let first = 0; first < plan.count; first += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, plan.count - first);
      const part = records.subarray(first * width, (first + count) * width);
      const ran = runner.run({ scenario, first, count }, part);
      if (!ran.ok) return ran;
      rowsDone += count;
      onProgress?.({ rowsDone, rows });
    }
  }
  return ensembleTables(plan, cells);
}

/**
 * Joins the records of an ensemble with its design, by run id and echo.
 *
 * @param cells - By scenario, records in the order of the design, shape [n x width]; see `RecordLayout`.
 * @errors `ensemble-join`.
 */
export function ensembleTables(plan: EnsemblePlan, cells: readonly Float64Array[]): Outcome<EnsembleTables> {
  const design = plan.design();
  const layout = recordLayout(plan.work);
  const runOf = runReader(plan.work.rows, design);
  const names = plan.columns.map(({ name }) => name);
  const tables = new Map<string, Table>();
  const stops = new Map<string, Float64Array>();
  for (const [position, { id }] of plan.scenarios.entries()) {
    const records = cells[position] ?? new Float64Array(0);
    const joined = joinRuns(design, names, recordsOf(design, layout, runOf, records));
    if (!joined.ok) {
      const message = `The results of \`${id}\` do not fit their design: ${joined.faults[0].message}`;
      return refused([{ code: 'ensemble-join', severity: 'error', message }]);
    }
    tables.set(id, joined.value.table);
    stops.set(
      id,
      Float64Array.from(design.runs, (_, i) => records[i * layout.width + layout.time] ?? Number.NaN),
    );
  }
  return reached({ plan, design, tables, stops });
}

function* recordsOf(
  design: Design,
  layout: RecordLayout,
  runOf: RunReader,
  cells: Float64Array,
): Generator<RunRecord> {
  const { inputs, outcomes, time, status, width } = layout;
  for (let from = 0; from < cells.length; from += width) {
    yield {
      experiment: design.id,
      run: runOf(cells, from),
      echo: cells.slice(from + inputs, from + outcomes),
      status: statusOf(cells[from + status]),
      outputs: cells.slice(from + outcomes, from + time),
    };
  }
}

type RunReader = (cells: Float64Array, from: number) => RunId;

/** Reads which run a record is of: from the record itself, never from its place. */
function runReader(spec: RowSpec, { runs }: Design): RunReader {
  const known = (run: RunId | undefined): RunId => {
    if (run === undefined) throw new Error('a record without a run');
    return run;
  };
  if (spec.kind === 'stored') return (cells, from) => known(runs[cells[from] ?? -1]);
  return (cells, from) => known(readRunId(recordId(cells, from)));
}

function statusOf(number: number | undefined): RunEnd {
  return BATCH_STATUS[number ?? -1] ?? 'crashed';
}
