import { createHash } from 'node:crypto';
import { existsSync, truncateSync } from 'node:fs';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { BlockReader } from '../../ensemble/ensemble-block.js';
import { ensembleHash } from '../../ensemble/ensemble-hash.js';
import type { EnsemblePlan } from '../../ensemble/ensemble-plan.js';
import { type ScenarioSummary, SummaryTally } from '../../ensemble/ensemble-summary.js';
import { type Chunk, recordLayout } from '../../ensemble/ensemble-work.js';
import type { EnsembleProgress } from '../../ensemble/run-ensemble.js';
import { systemReason } from '../system-reason.js';
import { computeChunks, type PoolOptions } from './chunk-pool.js';
import { chunksLeft, rowsIn } from './chunks-left.js';
import { Journal, type JournalEntry, readJournal } from './journal.js';
import { resultFile } from './result-file.js';
import { checksum, Spool } from './spool.js';

/** Most rows of a chunk where nothing is said. */
const CHUNK_ROWS = 256;

/** Rows of a row group: the same whatever the chunks were. */
const GROUP_ROWS = 16_384;

/** How an ensemble's file is made. */
export interface WriteOptions extends Partial<PoolOptions> {
  /** Whether to go on with an unfinished one. */
  readonly resume?: boolean;
  readonly onProgress?: (progress: EnsembleProgress) => void;
}

/** A finished file. */
export interface EnsembleFile {
  readonly path: string;
  /** Rows in the file, those that were there already, and those found damaged and computed anew. */
  readonly rows: number;
  readonly kept: number;
  readonly recomputed: number;
  readonly summary: readonly ScenarioSummary[];
}

/**
 * Runs an ensemble in worker threads and writes its rows to a file: scenario by scenario, in the order of the design.
 * The bytes depend on the plan alone: not on the number of workers, the size of chunks, the order in which they came,
 * or how often the work was broken off and resumed. Memory does not grow with the number of rows, the strata of a
 * Latin hypercube and held rows excepted.
 *
 * While it works, records stand in `PATH.rows` and the list of chunks done in `PATH.journal`.
 *
 * @param path - Ending in `.parquet` or `.csv`.
 * @errors `ensemble-stopped` where it was ended early, `journal-there`, `journal-foreign`, `journal-damaged`,
 *   `cannot-write`, those of `computeChunks`.
 */
export async function writeEnsemble(
  plan: EnsemblePlan,
  path: string,
  options: WriteOptions = {},
): Promise<Outcome<EnsembleFile>> {
  try {
    const started = begin(plan, path, options.resume === true);
    if (!started.ok) return started;
    return await run(plan, path, options, started.value);
  } catch (error) {
    const message = `\`${path}\` could not be written: ${systemReason(error)}.`;
    const hint = 'Make room or choose another place with `--out`; what is computed stays for `--resume`.';
    return refused([{ code: 'cannot-write', severity: 'error', message, hint }]);
  }
}

interface Started {
  readonly spool: Spool;
  readonly journal: Journal;
  readonly done: readonly Chunk[];
  readonly recomputed: number;
}

function begin(plan: EnsemblePlan, path: string, resume: boolean): Outcome<Started> {
  const places = { rows: `${path}.rows`, journal: `${path}.journal` };
  const hash = planHash(plan);
  const { width } = recordLayout(plan.work);
  const isThere = existsSync(places.journal);
  if (isThere && !resume) {
    const message = `An ensemble for \`${path}\` was begun and not finished.`;
    const hint = `Go on with --resume, or remove ${places.journal} and ${places.rows} to begin anew.`;
    return refused([{ code: 'journal-there', severity: 'error', message, hint }]);
  }
  let done: readonly Chunk[] = [];
  let recomputed = 0;
  if (isThere) {
    const read = readJournal(places.journal, hash, plan.scenarios.length, plan.count);
    if (!read.ok) return read;
    truncateSync(places.journal, read.value.length);
    const spool = new Spool(places.rows, plan.count, width);
    done = read.value.entries.filter((entry) => isSound(spool, entry, width));
    spool.close();
    recomputed =
      rowsIn(plan.scenarios.length, plan.count, read.value.entries) -
      rowsIn(plan.scenarios.length, plan.count, done);
  }
  return reached({
    spool: new Spool(places.rows, plan.count, width),
    journal: new Journal(places.journal, hash, !isThere),
    done,
    recomputed,
  });
}

function isSound(spool: Spool, entry: JournalEntry, width: number): boolean {
  const cells = new Float64Array(entry.count * width);
  return spool.read(entry, cells) && checksum(cells) === entry.check;
}

/** Hash of what decides the file's bytes. */
function planHash(plan: EnsemblePlan): string {
  const { rows } = plan.work;
  const hash = createHash('sha256').update(ensembleHash(plan));
  if (rows.kind === 'stored') {
    const { buffer, byteOffset, byteLength } = rows.inputs;
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
}

async function run(
  plan: EnsemblePlan,
  path: string,
  options: WriteOptions,
  { spool, journal, done, recomputed }: Started,
): Promise<Outcome<EnsembleFile>> {
  const { scenarios, count, work } = plan;
  const rows = scenarios.length * count;
  const kept = rowsIn(scenarios.length, count, done);
  const chunkRows = Math.min(options.chunkRows ?? CHUNK_ROWS, count);
  let rowsDone = kept;
  options.onProgress?.({ rowsDone, rows });
  const onChunk = (chunk: Chunk, cells: Float64Array) => {
    spool.write(chunk, cells);
    journal.add({ ...chunk, check: checksum(cells) });
    rowsDone += chunk.count;
    options.onProgress?.({ rowsDone, rows });
  };
  try {
    const left = chunksLeft(scenarios.length, count, done, chunkRows);
    const computed =
      kept === rows ? reached('done') : await computeChunks(work, left, onChunk, { ...options, chunkRows });
    if (!computed.ok) return computed;
    if (computed.value === 'cancelled') return refused([stopped(path, rowsDone, rows)]);
    const summary = writeFile(plan, path, spool);
    journal.remove();
    spool.remove();
    return reached({ path, rows, kept, recomputed, summary });
  } finally {
    journal.close();
    spool.close();
  }
}

function writeFile(plan: EnsemblePlan, path: string, spool: Spool): readonly ScenarioSummary[] {
  const { width } = recordLayout(plan.work);
  const reader = new BlockReader(plan);
  const tally = new SummaryTally(plan);
  const texts = new Set(['run_id', 'scenario', 'status']);
  const file = resultFile(
    path,
    {
      columns: reader.names.map((name) => ({ name, kind: texts.has(name) ? 'text' : 'number' })),
      optional: new Set([...plan.columns.map(({ name }) => name), 'stop_month']),
    },
    plan.facts,
  );
  const cells = new Float64Array(Math.min(GROUP_ROWS, plan.count) * width);
  try {
    for (const [scenario, { id }] of plan.scenarios.entries()) {
      for (let first = 0; first < plan.count; first += GROUP_ROWS) {
        const count = Math.min(GROUP_ROWS, plan.count - first);
        if (!spool.read({ scenario, first, count }, cells))
          throw new Error(`rows are missing in ${spool.path}`);
        const block = reader.columns(scenario, cells, count);
        tally.add(id, block);
        file.write(block);
      }
    }
    file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
  return tally.summary;
}

function stopped(path: string, done: number, rows: number): Diagnostic {
  return {
    code: 'ensemble-stopped',
    severity: 'error',
    message: `Stopped: ${done} of ${rows} runs are done and kept beside \`${path}\`.`,
    hint: 'The same command with --resume goes on from there.',
  };
}
