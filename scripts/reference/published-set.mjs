// A set of published runs: a file of samples and a file of outputs, joined by run id.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Columns of a file of samples that are no parameters. */
const NO_PARAMETERS = new Set(['run_id', 'varied_param']);

/** Rows of a CSV file as text by the id in a column; a join by position is not offered. */
function rowsById(path, idColumn) {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const table = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    const row = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
    const id = Number(row.get(idColumn) || Number.NaN);
    if (!Number.isInteger(id) || table.has(id))
      throw new Error(`${path}: ${idColumn} ${row.get(idColumn)} stands twice or is no id`);
    row.delete(idColumn);
    table.set(id, row);
  }
  return table;
}

/**
 * Reads a set: the ids that both files have, in rising order, the parameters that differ between samples, and rows of text
 * by id. Parameters that are the same in every sample were held fixed, and were not passed to the published runs.
 */
export function readSet(folder, { samples, outputs }) {
  const sampled = rowsById(join(folder, samples), 'run_id');
  const published = rowsById(join(folder, outputs), 'scenario');
  const ids = [...sampled.keys()].filter((id) => published.has(id)).sort((a, b) => a - b);
  const parameters = [...(sampled.get(ids[0])?.keys() ?? [])].filter((name) => !NO_PARAMETERS.has(name));
  const sampleOf = (id, name) => Number(sampled.get(id).get(name) || Number.NaN);
  const varied = parameters.filter((name) => ids.some((id) => sampleOf(id, name) !== sampleOf(ids[0], name)));
  const unmatched = sampled.size + published.size - 2 * ids.length;
  return { ids, varied, sampleOf, publishedOf: (id) => published.get(id), unmatched };
}

/** By how much a value differs from a printed number, relative to the larger: as such, and beyond the rounding of its digits. */
export function differences(value, printed) {
  const number = Number(printed || Number.NaN);
  if (Object.is(value, number)) return { plain: 0, beyondRounding: 0 };
  const size = Math.max(Math.abs(value), Math.abs(number));
  const distance = Math.abs(value - number);
  return { plain: distance / size, beyondRounding: Math.max(0, distance - halfUnit(printed)) / size };
}

/** Half a unit of the last digit printed. */
function halfUnit(printed) {
  const [, decimals = '', exponent = '0'] = /^[^.eE]*(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(printed) ?? [];
  return 0.5 * 10 ** (Number(exponent) - decimals.length);
}
