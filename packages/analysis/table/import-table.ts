import { failure, type Result, success } from '../result.js';
import { type ForeignDesign, foreignDesign } from './foreign-design.js';
import type { ForeignFile, ImportPlan, ImportReport } from './import-plan.js';
import { matchByEcho, relativeDifference } from './match-by-echo.js';
import type { RunRecord } from './run-record.js';
import { joinRuns, type Table } from './table.js';

const TOLERANCE = 1e-12;

/**
 * Joins foreign samples and results by their keys and checks every echo column. Where a file has no key, rows are
 * matched by their echoes, if each row of results repeats the inputs of one sample alone. Never by position.
 *
 * @errors no-key where a file has none and there are no echoes; ambiguous-echo; duplicate-run, unknown-run,
 * duplicate-conflict; no-such-column; shape-mismatch; bad-value for an input that is no number; echo-mismatch beyond
 * the tolerance; wrong-design for one-at-a-time samples without a single baseline.
 */
export function importTable(
  plan: ImportPlan,
): Result<{ readonly table: Table; readonly report: ImportReport }> {
  const { samples, results, inputs, outcomes, echoes, tolerance = TOLERANCE } = plan;
  const fault = columnFault(plan);
  if (fault !== undefined) return fault;
  const keyed = samples.keys !== undefined && results.keys !== undefined;
  if (!keyed && echoes.length === 0)
    return failure(
      'no-key',
      'The files need a column that names each run, or columns that repeat inputs: rows are never joined by position.',
    );
  const keys = samples.keys ?? Array.from({ length: rowsOf(samples) }, (_, row) => `row ${row + 1}`);
  if (new Set(keys).size !== keys.length)
    return failure('duplicate-run', 'A key of the samples stands twice.');
  const given = foreignDesign(plan, keys);
  if (!given.ok) return given;
  const rows = keyed ? rowsByKey(keys, results.keys ?? []) : rowsByEcho(plan, tolerance);
  if (!rows.ok) return rows;
  const report = compareEchoes(plan, keyed ? 'key' : 'echo', rows.value, tolerance);
  if (report.largestByKey > tolerance)
    return failure('echo-mismatch', `Echo columns differ by up to ${report.largestByKey} from the samples.`);
  const records = rows.value.map((place, row) =>
    recordOf(given.value, place, row, inputs, outcomes, results),
  );
  const joined = joinRuns(given.value.design, outcomes, records);
  return joined.ok ? success({ table: joined.value.table, report }) : joined;
}

function columnFault({
  samples,
  results,
  inputs,
  outcomes,
  echoes,
  varied,
}: ImportPlan): Result<never> | undefined {
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
    if (found.length !== rowsOf(file))
      return failure('shape-mismatch', `Column ${name} and the keys differ in length.`, [name]);
  }
  if (varied !== undefined && varied.length !== rowsOf(samples))
    return failure('shape-mismatch', 'The varied inputs and the samples differ in length.');
  const bad = inputs.find((name) => samples.columns.get(name)?.some((value) => !Number.isFinite(value)));
  return bad === undefined
    ? undefined
    : failure('bad-value', `Input ${bad} has a cell that is no number.`, [bad]);
}

function rowsOf({ keys, columns }: ForeignFile): number {
  if (keys !== undefined) return keys.length;
  const [first] = columns.values();
  return first?.length ?? 0;
}

function rowsByKey(samples: readonly string[], results: readonly string[]): Result<readonly number[]> {
  const places = new Map(samples.map((key, row) => [key, row]));
  const unknown = results.filter((key) => !places.has(key));
  return unknown.length > 0
    ? failure('unknown-run', `${unknown.length} rows of results belong to no sample.`, unknown.slice(0, 10))
    : success(results.map((key) => places.get(key) ?? 0));
}

function rowsByEcho({ samples, results, echoes }: ImportPlan, tolerance: number): Result<readonly number[]> {
  const pairs = echoes.map(({ input, result }) => ({
    from: samples.columns.get(input) ?? new Float64Array(),
    back: results.columns.get(result) ?? new Float64Array(),
  }));
  const { places, unmatched, ambiguous } = matchByEcho(pairs, tolerance);
  if (unmatched > 0)
    return failure('echo-mismatch', `${unmatched} rows of results repeat the inputs of no sample.`);
  if (ambiguous > 0)
    return failure('ambiguous-echo', `${ambiguous} rows of results fit more than one sample.`);
  return success([...places]);
}

function recordOf(
  { design, runOf }: ForeignDesign,
  place: number,
  row: number,
  inputs: readonly string[],
  outcomes: readonly string[],
  results: ForeignFile,
): RunRecord {
  const run = runOf[place] ?? 0;
  const id = design.runs[run];
  if (id === undefined) throw new Error('a row of results without a sample');
  return {
    experiment: design.id,
    run: id,
    echo: Float64Array.from(inputs, (_, j) => design.inputs.data[j * design.runs.length + run] ?? 0),
    status: 'ok',
    outputs: Float64Array.from(outcomes, (name) => results.columns.get(name)?.[row] ?? Number.NaN),
  };
}

function compareEchoes(
  { samples, results, echoes }: ImportPlan,
  joinedBy: ImportReport['joinedBy'],
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
      if (Object.is(back?.[row], from?.[place])) equalBits += 1;
      largestByKey = Math.max(largestByKey, relativeDifference(back?.[row], from?.[place]));
      largestByPosition = Math.max(largestByPosition, relativeDifference(back?.[row], from?.[row]));
    }
  }
  return {
    joinedBy,
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
