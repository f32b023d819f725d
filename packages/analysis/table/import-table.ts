import type { Design } from '../design/design.js';
import { experimentIdOf, foreignRunIds } from '../design/run-id.js';
import { fromColumns } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import type { RunRecord } from './run-record.js';
import { joinRuns, type Table } from './table.js';

/** One file of somebody else's: columns of equal length, and the key that names each row. */
export interface ForeignFile {
  /** Shape [rows]; undefined where the file has no key. */
  readonly keys: readonly string[] | undefined;
  /** Columns by name, each of shape [rows]; NaN stands for an empty cell. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** What is to be joined, and by what. */
export interface ImportPlan {
  readonly samples: ForeignFile;
  readonly results: ForeignFile;
  /** Columns of `samples` that are inputs. */
  readonly inputs: readonly string[];
  /** Columns of `results` that are outcomes. */
  readonly outcomes: readonly string[];
  /** Columns of `results` that repeat an input. */
  readonly echoes: readonly { readonly input: string; readonly result: string }[];
  /** Largest relative difference of an echo; 1e-12 where nothing is said. */
  readonly tolerance?: number;
}

/** How two foreign files fit together. */
export interface ImportReport {
  readonly tolerance: number;
  /** Rows of results. */
  readonly rows: number;
  /** Rows of results that stand where their sample stands. */
  readonly inPlace: number;
  /** Most rows by which a result stands away from its sample. */
  readonly largestDisplacement: number;
  readonly echoCells: number;
  /** Echo cells that equal their input bit for bit, joined by key. */
  readonly equalBits: number;
  /** Largest relative difference of an echo, joined by key and by position. */
  readonly largestByKey: number;
  readonly largestByPosition: number;
}

const TOLERANCE = 1e-12;

/**
 * Joins foreign samples and results by their keys and checks every echo column.
 *
 * @errors no-key where a file has none; duplicate-run, unknown-run, duplicate-conflict; no-such-column;
 * shape-mismatch; bad-value for an input that is no number; echo-mismatch beyond the tolerance.
 */
export function importTable(
  plan: ImportPlan,
): Result<{ readonly table: Table; readonly report: ImportReport }> {
  const { samples, results, inputs, outcomes, echoes, tolerance = TOLERANCE } = plan;
  if (samples.keys === undefined || results.keys === undefined)
    return failure(
      'no-key',
      'Both files need a column that names each run: rows are never joined by position.',
    );
  const ids = foreignRunIds(samples.keys);
  const places = new Map(samples.keys.map((key, i) => [key, i]));
  if (places.size !== ids.length) return failure('duplicate-run', 'A key of the samples stands twice.');
  const columns = [
    ...inputs.map((name) => ({ name, file: samples })),
    ...outcomes.map((name) => ({ name, file: results })),
    ...echoes.flatMap(({ input, result }) => [
      { name: input, file: samples },
      { name: result, file: results },
    ]),
  ];
  for (const { name, file } of columns) {
    const found = file.columns.get(name);
    if (found === undefined) return failure('no-such-column', `There is no column ${name}.`, [name]);
    if (found.length !== file.keys?.length)
      return failure('shape-mismatch', `Column ${name} and the keys differ in length.`, [name]);
  }
  const bad = inputs.find((name) => samples.columns.get(name)?.some((value) => !Number.isFinite(value)));
  if (bad !== undefined) return failure('bad-value', `Input ${bad} has a cell that is no number.`, [bad]);
  const design = givenDesign(plan, ids);
  const unknown = results.keys.filter((key) => !places.has(key));
  if (unknown.length > 0)
    return failure(
      'unknown-run',
      `${unknown.length} rows of results belong to no sample.`,
      unknown.slice(0, 10),
    );
  const rows = results.keys.map((key) => places.get(key) ?? 0);
  const report = compareEchoes(plan, rows, tolerance);
  if (report.largestByKey > tolerance)
    return failure('echo-mismatch', `Echo columns differ by up to ${report.largestByKey} from the samples.`);
  const records = rows.map(
    (place, row): RunRecord => ({
      experiment: design.id,
      run: ids[place] ?? ids[0] ?? raise(),
      echo: Float64Array.from(inputs, (_, j) => design.inputs.data[j * ids.length + place] ?? 0),
      status: 'ok',
      outputs: Float64Array.from(outcomes, (name) => results.columns.get(name)?.[row] ?? Number.NaN),
    }),
  );
  const joined = joinRuns(design, outcomes, records);
  return joined.ok ? success({ table: joined.value.table, report }) : joined;
}

function raise(): never {
  throw new Error('a row of results without a sample');
}

function givenDesign({ samples, inputs }: ImportPlan, runs: Design['runs']): Design {
  const columns = inputs.map((name) =>
    Float64Array.from(samples.columns.get(name) ?? [], (value) => value + 0),
  );
  return {
    id: experimentIdOf('given', { inputs: [], seed: 0, context: JSON.stringify([inputs, runs]) }),
    kind: 'given',
    names: inputs,
    runs,
    unit: undefined,
    inputs: fromColumns(runs.length, columns),
    categorical: inputs.map(() => false),
    correlated: false,
    blocks: { kind: 'points', nested: false },
    experiment: undefined,
  };
}

function compareEchoes(
  { samples, results, echoes }: ImportPlan,
  rows: readonly number[],
  tolerance: number,
): ImportReport {
  let equalBits = 0;
  let largestByKey = 0;
  let largestByPosition = 0;
  for (const { input, result } of echoes) {
    const from = samples.columns.get(input);
    const back = results.columns.get(result);
    for (const [row, place] of rows.entries()) {
      const echo = back?.[row] ?? Number.NaN;
      if (Object.is(echo, from?.[place])) equalBits += 1;
      largestByKey = Math.max(largestByKey, relative(echo, from?.[place] ?? Number.NaN));
      largestByPosition = Math.max(largestByPosition, relative(echo, from?.[row] ?? Number.NaN));
    }
  }
  return {
    tolerance,
    rows: rows.length,
    inPlace: rows.filter((place, row) => place === row).length,
    largestDisplacement: rows.reduce((most, place, row) => Math.max(most, Math.abs(place - row)), 0),
    echoCells: rows.length * echoes.length,
    equalBits,
    largestByKey,
    largestByPosition,
  };
}

/** Difference relative to the expected value; 0 for two equal numbers, infinity where either is none. */
function relative(actual: number, expected: number): number {
  if (actual === expected) return 0;
  const difference = Math.abs(actual - expected) / Math.abs(expected);
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}
