import { type Batch, type BatchEnd, type BatchResult, batchOf, type Program } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached } from '@weir/model';
import { type Chunk, type EnsembleWork, type RecordLayout, recordLayout } from './ensemble-work.js';
import { type InputRows, type RowSource, rowSource } from './row-source.js';

/** Most numbers that saved values of one batch may take: 32 MB. */
const MOST_SAVED = 4_000_000;

/** Computes chunks of an ensemble's rows. A record depends on its row and scenario alone, not on the chunk. */
export class ChunkRunner {
  readonly layout: RecordLayout;
  readonly #rows: RowSource;
  readonly #batches = new Map<number, Batch>();

  constructor(private readonly work: EnsembleWork) {
    this.layout = recordLayout(work);
    this.#rows = rowSource(work.rows);
  }

  /**
   * Computes a chunk.
   *
   * @param cells - Takes the records, shape [count x width].
   * @errors Those of the engine's `batchOf` and of `Batch.run`.
   */
  run(chunk: Chunk, cells: Float64Array): Outcome<Float64Array> {
    const batch = this.#batchFor(chunk.scenario);
    if (!batch.ok) return batch;
    const most = rowsAtOnce(this.work, chunk.scenario, batch.value.program);
    for (let done = 0; done < chunk.count; done += most) {
      const count = Math.min(most, chunk.count - done);
      const part = { ...chunk, first: chunk.first + done, count };
      const { width } = this.layout;
      const outcome = this.#runPart(batch.value, part, cells.subarray(done * width, (done + count) * width));
      if (!outcome.ok) return outcome;
    }
    return reached(cells);
  }

  #runPart(batch: Batch, { scenario, first, count }: Chunk, cells: Float64Array): Outcome<undefined> {
    const { work, layout } = this;
    const { fixed = [], varied = [] } = work.scenarios[scenario] ?? {};
    const rows = this.#rows(first, count);
    const given = [...fixed, ...varied].map(({ slot }) => slot);
    const inputs = new Float64Array(count * given.length);
    let at = 0;
    for (let i = 0; i < count; i += 1) {
      for (const { value } of fixed) inputs[at++] = value;
      for (const { input } of varied) inputs[at++] = rows.at(i, input);
    }
    const ran = batch.run({ rows: count, given, inputs, observed: work.observed });
    if (!ran.ok) return ran;
    writeInputs(cells, layout, rows, first, count);
    writeResults(cells, layout, work, ran.value);
    return reached(undefined);
  }

  #batchFor(scenario: number): Outcome<Batch> {
    const { programs, scenarios } = this.work;
    const own = scenarios[scenario];
    const program = programs[own?.program ?? 0];
    if (own === undefined || program === undefined) throw new Error(`no scenario ${scenario}`);
    const first = scenarios.findIndex((one) => one.program === own.program && sameEnd(one.end, own.end));
    const made = this.#batches.get(first);
    if (made !== undefined) return reached(made);
    const batch = batchOf(program, own.end);
    if (batch.ok) this.#batches.set(first, batch.value);
    return batch;
  }
}

function sameEnd(one: BatchEnd, other: BatchEnd): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function rowsAtOnce({ scenarios, observed }: EnsembleWork, scenario: number, { start }: Program): number {
  const end = scenarios[scenario]?.end;
  if (end?.kind !== 'run' || end.settings.saveEvery === undefined || end.settings.stop.kind !== 'time')
    return Number.POSITIVE_INFINITY;
  const saves = (end.settings.stop.time - start) / end.settings.saveEvery + 1;
  return Math.max(1, Math.floor(MOST_SAVED / (saves * Math.max(1, observed.length))));
}

function writeInputs(
  cells: Float64Array,
  { inputs, outcomes, width }: RecordLayout,
  rows: InputRows,
  first: number,
  count: number,
): void {
  const bytes = new DataView(cells.buffer, cells.byteOffset, cells.byteLength);
  for (let i = 0; i < count; i += 1) {
    const from = i * width;
    const id = rows.ids?.[i];
    if (id === undefined) cells[from] = first + i;
    else bytes.setBigUint64(from * 8, BigInt(`0x${id}`));
    for (let j = 0; inputs + j < outcomes; j += 1) cells[from + inputs + j] = rows.at(i, j);
  }
}

function writeResults(
  cells: Float64Array,
  { outcomes, time, status, width }: RecordLayout,
  { observed, columns }: EnsembleWork,
  result: BatchResult,
): void {
  const saves = result.saveTimes ?? new Float64Array(0);
  const places = columns.map((column) => ({
    observed: column.observed,
    save: column.time === undefined ? undefined : nearest(saves, column.time),
  }));
  for (let i = 0; i < result.status.length; i += 1) {
    const from = i * width;
    for (const [c, { observed: variable, save }] of places.entries()) {
      const value =
        save === undefined
          ? result.values[i * observed.length + variable]
          : result.series?.[(i * saves.length + save) * observed.length + variable];
      cells[from + outcomes + c] = value ?? Number.NaN;
    }
    cells[from + time] = result.time[i] ?? Number.NaN;
    cells[from + status] = result.status[i] ?? 0;
  }
}

function nearest(times: Float64Array, wanted: number): number {
  let best = 0;
  for (const [i, time] of times.entries())
    if (Math.abs(time - wanted) < Math.abs((times[best] ?? 0) - wanted)) best = i;
  return best;
}
