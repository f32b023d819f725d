// Makes the sensitivity runs of the Massachusetts paper anew, by its own stop rule, and compares the indices with those of
// the public archive. Usage: node scripts/archive-sensitivity.mjs FOLDER, where FOLDER holds oat_samples.csv,
// oat_outputs.csv, oat_signed_si.csv, lhs_20pct_samples.csv and lhs_20pct_outputs.csv as numbers with a header line.
// Several minutes on two cores. Ends with 1 where an index differs by more than the rounding of the archive.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { correlations, importTable, sweepIndices } from '@weir/analysis';
import { delimitedRows, planEnsemble } from '@weir/study';
import { openStudy, runEnsembleInWorkers } from '@weir/study/node';

/** Archive names of the outcomes of the paper's Figures 1 and 3. */
const OUTCOMES = {
  Buyers: 'buyers',
  TotalTSS: 'trafficked_sellers',
  Traffickers: 'traffickers',
  demand: 'demand',
  pctSSCrimRecord: 'record_share',
  pctTraffickedVsNontrafficked: 'trafficked_share',
};
/** Percentage points by which the archive's rounding to nine decimals can move a one-at-a-time index. */
const OAT_ROUNDING = 1e-6;
const PRCC_AGREES = 1e-6;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node scripts/archive-sensitivity.mjs FOLDER');
const prepared = reached(openStudy('massachusetts'));

const oat = await sweeps();
const prcc = await sample();
console.log(JSON.stringify({ one_at_a_time: oat, prcc }, null, 2));
process.exit(oat.largest_difference <= OAT_ROUNDING && prcc.largest_difference <= PRCC_AGREES ? 0 : 1);

async function sweeps() {
  const samples = readTable('oat_samples.csv');
  const varied = samples.texts('varied_param').map((name) => (name === 'baseline' ? undefined : name));
  const inputs = [...new Set(varied.filter((name) => name !== undefined))];
  const { fresh, seconds } = await runs(samples, inputs);
  const plan = {
    samples: samples.file('run_id'),
    results: fresh,
    inputs,
    outcomes: Object.keys(OUTCOMES),
    echoes: [],
    varied,
  };
  const outcomes = reached(sweepIndices(reached(importTable(plan)).table));
  const printed = readTable('oat_signed_si.csv');
  const differences = [];
  for (const { outcome, cells } of outcomes)
    for (const [j, cell] of cells.entries()) {
      const row = printed.texts('').findIndex((name) => plain(name) === plain(inputs[j]));
      const value = printed.numbers(outcome)[row];
      differences.push(Math.abs((cell.kind === 'value' ? cell.index : Number.NaN) - value));
    }
  return {
    runs: samples.rows,
    seconds,
    indices: differences.length,
    largest_difference: Math.max(...differences),
    largest_difference_of_an_output: largestRelative(fresh, readTable('oat_outputs.csv')),
  };
}

async function sample() {
  const samples = readTable('lhs_20pct_samples.csv');
  const archive = readTable('lhs_20pct_outputs.csv');
  const inputs = samples.names.filter((name) => name !== 'run_id' && varies(samples.numbers(name)));
  const { fresh, seconds } = await runs(samples, inputs);
  const outcomes = Object.keys(OUTCOMES);
  const partials = (results) => {
    const table = reached(
      importTable({ samples: samples.file('run_id'), results, inputs, outcomes, echoes: [] }),
    ).table;
    return reached(correlations(table)).outcomes.flatMap(({ cells }) => cells.map(({ partial }) => partial));
  };
  const [own, joined] = [partials(fresh), partials(archive.file('scenario'))];
  return {
    runs: samples.rows,
    seconds,
    indices: own.length,
    largest_difference: Math.max(...own.map((value, i) => Math.abs(value - joined[i]))),
    largest_coefficient: Math.max(...own.map(Math.abs)),
    largest_difference_of_an_output: largestRelative(fresh, archive),
  };
}

/** The runs of a sample file by the published stop rule, with the archive's names of outcomes. */
async function runs(samples, inputs) {
  const keys = samples.texts('run_id');
  const data = new Float64Array(keys.length * inputs.length);
  for (const [j, name] of inputs.entries()) data.set(samples.numbers(name), j * keys.length);
  const given = {
    kind: 'given',
    names: inputs,
    keys,
    inputs: { rows: keys.length, columns: inputs.length, data },
  };
  const plan = reached(
    planEnsemble(prepared, { runs: given, until: 'published', outcomes: Object.values(OUTCOMES) }),
  );
  const begun = performance.now();
  const { tables, design } = reached(await runEnsembleInWorkers(plan));
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const table = tables.get('criminalization');
  const columns = new Map(
    Object.entries(OUTCOMES).map(([archive, id]) => {
      const m = table.outcomes.indexOf(id);
      return [archive, table.outputs.data.slice(m * table.outputs.rows, (m + 1) * table.outputs.rows)];
    }),
  );
  // A given design has a run a row, in the order of its keys.
  if (design.runs.length !== keys.length) throw new Error('runs are missing');
  return { fresh: { keys, columns }, seconds };
}

function largestRelative(fresh, archive) {
  const keys = archive.texts('scenario');
  const places = new Map(fresh.keys.map((key, row) => [Number(key), row]));
  let largest = 0;
  for (const name of Object.keys(OUTCOMES)) {
    const values = archive.numbers(name);
    for (const [row, key] of keys.entries()) {
      const own = fresh.columns.get(name)[places.get(Number(key))];
      largest = Math.max(largest, Math.abs(own / values[row] - 1));
    }
  }
  return largest;
}

function readTable(name) {
  const [names, ...rows] = delimitedRows(readFileSync(join(folder, name), 'utf8'));
  const texts = (column) => rows.map((row) => row[names.indexOf(column)]);
  const numbers = (column) => Float64Array.from(texts(column), Number);
  const numeric = names.filter((column) =>
    rows.every((row) => Number.isFinite(Number(row[names.indexOf(column)] || 'x'))),
  );
  const file = (key) => ({
    keys: texts(key),
    columns: new Map(numeric.map((column) => [column, numbers(column)])),
  });
  return { names, rows: rows.length, texts, numbers, file };
}

function varies(values) {
  return values.some((value) => value !== values[0]);
}

function plain(name) {
  return name.toLowerCase().replaceAll('_', '');
}

function reached(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error((outcome.diagnostics ?? outcome.faults).map(({ message }) => message).join('\n'));
}
