import { closeSync, openSync, readSync } from 'node:fs';
import type { Matrix } from '@weir/analysis';
import type { Outcome, Place } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { EnsembleRuns } from '../../ensemble/ensemble-request.js';
import { inputsHeader } from '../../ensemble/inputs-header.js';
import { InputsRows } from '../../ensemble/inputs-rows.js';
import type { PreparedStudy } from '../../execute/prepared-study.js';
import { delimitedRows } from '../../store/delimited.js';
import { systemReason } from '../system-reason.js';

/** Bytes read at a time. */
const PIECE = 1 << 20;

/** Longest line, in characters. */
const LONGEST = 1 << 20;

/** Most numbers held: half a gigabyte. */
const MOST_NUMBERS = 2 ** 26;

/** Runs that a file gives. */
export type GivenRuns = Extract<EnsembleRuns, { kind: 'given' }>;

/**
 * Reads a CSV file of inputs: `run_id` first, then a column a parameter; a row a run.
 *
 * @param most - Most numbers held in memory: inputs times runs.
 * @errors `cannot-read`, `not-utf8`, `inputs-empty`, `inputs-too-large`, `inputs-row`, `inputs-key`, `inputs-value`,
 *   those of `inputsHeader`, each with its line.
 */
export function readInputsFile(
  prepared: PreparedStudy,
  path: string,
  most = MOST_NUMBERS,
): Outcome<GivenRuns> {
  try {
    return read(prepared, path, most);
  } catch (error) {
    if (error instanceof TypeError)
      return failure('not-utf8', `\`${path}\` is not text in UTF-8.`, 'Save the file as UTF-8.');
    if (error instanceof RangeError && error.message === TOO_LONG)
      return failure(
        'inputs-row',
        `A line of \`${path}\` is longer than any run needs.`,
        'Is it a CSV file?',
      );
    const message = `\`${path}\` could not be read: ${systemReason(error)}.`;
    return failure('cannot-read', message, 'Check the name and the folder.');
  }
}

function read(prepared: PreparedStudy, path: string, most: number): Outcome<GivenRuns> {
  const place = (line: number, column: number): Place => ({
    file: path,
    line,
    column: column + 1,
    length: 1,
  });
  let header: readonly string[] | undefined;
  let count = 0;
  for (const { text } of lines(path)) {
    header ??= delimitedRows(text)[0] ?? [];
    count += 1;
  }
  if (header === undefined || count < 2)
    return failure('inputs-empty', `\`${path}\` has no runs.`, 'Give a header and a line for each run.');
  const starts = columnStarts(header);
  const names = inputsHeader(prepared, header, (column) => place(1, starts[column] ?? 0));
  if (!names.ok) return names;
  const rows = count - 1;
  if (rows * names.value.length > most) {
    const message = `\`${path}\` gives ${rows} runs of ${names.value.length} inputs, more than are held in memory.`;
    return failure('inputs-too-large', message, 'Split the file, or draw the runs with --design.');
  }
  const data = new Float64Array(new SharedArrayBuffer(rows * names.value.length * 8));
  const table = new InputsRows(names.value, data, rows, (line, column) => place(line, column));
  let isHeader = true;
  for (const { text, line } of lines(path)) {
    if (!isHeader) table.add(text, line);
    isHeader = false;
    if (!table.isWorthReading) break;
  }
  if (table.faults.length > 0) return refused(table.faults);
  const inputs: Matrix = { rows, columns: names.value.length, data };
  return reached({ kind: 'given', names: names.value, keys: table.keys, inputs });
}

const TOO_LONG = 'line too long';

/** Lines that are not empty, without their ends, with their numbers from 1. */
function* lines(path: string): Generator<{ readonly text: string; readonly line: number }> {
  const file = openSync(path, 'r');
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const piece = new Uint8Array(PIECE);
    let rest = '';
    let line = 0;
    for (;;) {
      const got = readSync(file, piece, 0, PIECE, null);
      const parts = (rest + decoder.decode(piece.subarray(0, got), { stream: got > 0 })).split(/\r?\n/);
      rest = got > 0 ? (parts.pop() ?? '') : '';
      if (rest.length > LONGEST) throw new RangeError(TOO_LONG);
      for (const text of parts) {
        line += 1;
        if (text.trim() !== '') yield { text, line };
      }
      if (got === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

/** Characters before each column of the header. */
function columnStarts(header: readonly string[]): readonly number[] {
  let at = 0;
  return header.map((name) => {
    const start = at;
    at += name.length + 1;
    return start;
  });
}

function failure(code: string, message: string, hint: string): Outcome<never> {
  return refused([{ code, severity: 'error', message, hint }]);
}
