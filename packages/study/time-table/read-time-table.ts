import {
  canonicalName,
  type Diagnostic,
  type Outcome,
  type Place,
  placeOf,
  reached,
  refused,
} from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { type TableCell, tableCells } from './table-cells.js';
import type { TableSource, TimeTable } from './time-table.js';

/** Most rows of a data file. */
const MOST_ROWS = 100_000;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** How a data file is to be read. */
export interface TableReading {
  /** Time unit of the model: a column of that name, singular or plural, holds the times, as does `time`. */
  readonly timeUnits: string;
  /** Names under which the series may stand where no column is given, as written. */
  readonly names: readonly string[];
}

/**
 * Reads a series from a data file with one header row. Either every series has a column of its own beside that of the
 * times, or the columns `series` and `value` hold them one below the other.
 *
 * @errors `table-form` for a file that is no such table, `table-column` for a series that it does not have,
 *   `table-value` for a time or value that is missing or no number, `table-order` for times that do not ascend.
 */
export function readTimeTable({ source, column }: TableSource, reading: TableReading): Outcome<TimeTable> {
  const [header, ...rows] = tableCells(source);
  const top = placeOf(source, { start: 0, end: 1 });
  if (header === undefined) return no('table-form', `\`${source.file}\` is empty.`, top, FORM);
  if (rows.length > MOST_ROWS) {
    const message = `\`${source.file}\` has ${rows.length} rows; the most is ${MOST_ROWS}.`;
    return no('table-form', message, top, FORM);
  }
  const heads = header.map(({ text }) => canonicalName(text));
  const times = timeNames(reading.timeUnits);
  const timeAt = heads.findIndex((head) => times.includes(head));
  if (timeAt < 0) {
    const semicolons = header.length === 1 && header[0]?.text.includes(';') === true;
    const message = semicolons
      ? `The fields of \`${source.file}\` are apart by semicolons.`
      : `\`${source.file}\` has no column of times: none is named ${times.map((name) => `\`${name}\``).join(' or ')}.`;
    return no('table-form', message, header[0]?.place ?? top, FORM);
  }
  const ragged = rows.find((row) => row.length !== header.length);
  if (ragged !== undefined) {
    const message = `A row has ${ragged.length} fields, and the header has ${header.length}.`;
    return no(
      'table-form',
      message,
      ragged[0]?.place ?? top,
      'Write numbers with a point, as in 0.5, and no commas in them.',
    );
  }
  const seriesAt = heads.indexOf(canonicalName('series'));
  const valueAt = heads.indexOf(canonicalName('value'));
  const long = seriesAt >= 0 && valueAt >= 0;
  const found = long
    ? namedSeries(rows, seriesAt, wantedNames(column, reading))
    : namedColumn(header, timeAt, wantedNames(column, reading), column === undefined);
  if (typeof found !== 'object') {
    const known = long
      ? [...new Set(rows.flatMap((row) => row[seriesAt]?.text ?? []))]
      : header.filter((_, at) => at !== timeAt).map(({ text }) => text);
    const wanted = column ?? reading.names[0] ?? '';
    const message = `\`${source.file}\` has no ${long ? 'series' : 'column'} \`${wanted}\`.`;
    const hint =
      didYouMean(wanted, known) ?? `It has ${known.map((name) => `\`${name}\``).join(', ') || 'none'}.`;
    return no('table-column', message, header[0]?.place ?? top, hint);
  }
  const own = long ? rows.filter((row) => found.matches(row)) : rows;
  return points(source.file, found.name, own, timeAt, long ? valueAt : found.at, top);
}

const FORM =
  'Give a CSV file with one header row, a column of times and a column for each series; see docs/time-tables.md.';

function timeNames(timeUnits: string): readonly string[] {
  const unit = canonicalName(timeUnits);
  return [...new Set(['time', ...(unit === '' ? [] : [unit, `${unit}s`, unit.replace(/s$/, '')])])].map(
    canonicalName,
  );
}

function wantedNames(column: string | undefined, { names }: TableReading): readonly string[] {
  return (column === undefined ? names : [column]).map(canonicalName);
}

interface Found {
  readonly name: string;
  /** Position of the values, where each series has a column. */
  readonly at: number;
  /** Whether a row belongs to it, where series stand one below the other. */
  matches(row: readonly TableCell[]): boolean;
}

function namedColumn(
  header: readonly TableCell[],
  timeAt: number,
  names: readonly string[],
  mayBeAlone: boolean,
): Found | undefined {
  const others = header.flatMap((_, at) => (at === timeAt ? [] : [at]));
  const named = others.find((at) => names.includes(canonicalName(header[at]?.text ?? '')));
  const at = named ?? (mayBeAlone && others.length === 1 ? others[0] : undefined);
  return at === undefined ? undefined : { name: header[at]?.text ?? '', at, matches: () => true };
}

function namedSeries(
  rows: readonly (readonly TableCell[])[],
  seriesAt: number,
  names: readonly string[],
): Found | undefined {
  const matches = (row: readonly TableCell[]): boolean =>
    names.includes(canonicalName(row[seriesAt]?.text ?? ''));
  const first = rows.find(matches);
  return first === undefined ? undefined : { name: first[seriesAt]?.text ?? '', at: seriesAt, matches };
}

function points(
  file: string,
  column: string,
  rows: readonly (readonly TableCell[])[],
  timeAt: number,
  valueAt: number,
  top: Place,
): Outcome<TimeTable> {
  const times: number[] = [];
  const values: number[] = [];
  const problems: Diagnostic[] = [];
  for (const row of rows) {
    const time = numberIn(row[timeAt]);
    const value = numberIn(row[valueAt]);
    const fault = time === undefined ? row[timeAt] : value === undefined ? row[valueAt] : undefined;
    if (time === undefined || value === undefined) {
      const what = time === undefined ? 'A time' : `A value of \`${column}\``;
      const written =
        fault?.text === '' || fault === undefined ? 'missing' : `\`${fault.text}\`, which is no number`;
      problems.push(problem('table-value', `${what} is ${written}.`, fault?.place ?? top, NUMBERS));
      continue;
    }
    const before = times.at(-1);
    if (before !== undefined && time <= before) {
      const message =
        time === before
          ? `\`${column}\` has the time ${time} twice.`
          : `\`${column}\` has the time ${time} after ${before}.`;
      problems.push(
        problem(
          'table-order',
          message,
          row[timeAt]?.place ?? top,
          'Put the rows in the order of time, each time once.',
        ),
      );
      continue;
    }
    times.push(time);
    values.push(value);
  }
  if (problems.length > 0) return refused(problems);
  const [first, last] = [rows[0]?.[timeAt], rows.at(-1)?.[timeAt]];
  if (times.length < 2 || first === undefined || last === undefined) {
    return no(
      'table-form',
      `\`${column}\` has ${times.length} points; a series has at least two.`,
      top,
      FORM,
    );
  }
  return reached({ file, column, times, values, first: first.place, last: last.place });
}

const NUMBERS = 'Give every time and every value of the series as a number, or leave the row out.';

function numberIn(cell: TableCell | undefined): number | undefined {
  if (cell === undefined || !NUMBER.test(cell.text)) return undefined;
  const value = Number(cell.text);
  return Number.isFinite(value) ? value : undefined;
}

function problem(code: string, message: string, place: Place, hint: string): Diagnostic {
  return { code, severity: 'error', message, place, hint };
}

function no(code: string, message: string, place: Place, hint: string): Outcome<never> {
  return refused([problem(code, message, place, hint)]);
}
