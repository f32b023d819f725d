import type { EchoRounding } from '@weir/analysis';
import type { AuditedEcho } from './audit-document.js';
import { columnNamed, type ForeignColumn, type ForeignTable } from './foreign-table.js';

/** A value that few columns share by chance: a column with fewer values is no echo by its values alone. */
const FEWEST_VALUES = 10;
/** Digits from which on a column may have been rounded. */
const FEWEST_DIGITS = 6;

/** An echo with its columns. */
export interface Echo extends AuditedEcho {
  /** Column of the samples. */
  readonly from: Float64Array;
  /** Column of the results. */
  readonly back: Float64Array;
  /** How far rounding may have moved the results. */
  readonly rounding: EchoRounding;
}

/**
 * Columns of the results that repeat an input: those with the name of one, and those all of whose values are values
 * of exactly one input, whatever they are called.
 *
 * @param tolerance - Largest relative difference of two equal values.
 * @param keys - Names of columns that name runs: never echoes.
 */
export function findEchoes(
  samples: ForeignTable,
  results: ForeignTable,
  tolerance: number,
  keys: readonly string[],
): readonly Echo[] {
  const inputs = samples.columns
    .filter(({ numeric, name }) => numeric && !keys.includes(name))
    .map((column) => ({ column, ascending: ascendingValues(column) }));
  return results.columns.flatMap((column): readonly Echo[] => {
    if (!column.numeric || keys.includes(column.name)) return [];
    const values = ascendingValues(column);
    const rounding = roundingOf(column);
    const fits = inputs.filter(({ ascending }) => isContained(values, ascending, tolerance, rounding));
    const named = columnNamed(samples, column.name);
    if (named?.numeric === true) {
      const contained = fits.some((input) => input.column === named);
      return [echoOf(named, column, 'name', contained, rounding)];
    }
    const [only, another] = fits;
    if (only === undefined || another !== undefined || values.length < FEWEST_VALUES) return [];
    return [echoOf(only.column, column, 'values', true, rounding)];
  });
}

function echoOf(
  from: ForeignColumn,
  back: ForeignColumn,
  by: Echo['by'],
  contained: boolean,
  rounding: EchoRounding,
): Echo {
  const columns = { from: from.numbers, back: back.numbers, rounding };
  return { input: from.name, result: back.name, by, contained, ...columns };
}

/**
 * Half a unit of the last digit of a column that may have been written rounded. A column written with few digits says nothing: 0.1
 * may be 0.1 itself.
 */
function roundingOf({ texts }: ForeignColumn): EchoRounding {
  let digits = 0;
  let decimals = 0;
  for (const text of texts) {
    const [, whole = '', fraction = '', exponent = '0'] =
      /^[+-]?(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
    digits = Math.max(digits, `${whole}${fraction}`.replace(/^0+/, '').length);
    decimals = Math.max(decimals, fraction.length - Number(exponent));
  }
  return digits < FEWEST_DIGITS
    ? { absolute: 0, relative: 0 }
    : { absolute: 0.5 * 10 ** -decimals, relative: 0.5 * 10 ** (1 - digits) };
}

/** The values of a column, each once, ascending. */
function ascendingValues({ numbers }: ForeignColumn): Float64Array {
  const sorted = numbers.slice().sort();
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** Whether every value of a list is, up to the tolerance, a value of another; both ascending. */
function isContained(
  values: Float64Array,
  among: Float64Array,
  tolerance: number,
  rounding: EchoRounding,
): boolean {
  let at = 0;
  for (const value of values) {
    const reach = Math.max(Math.max(tolerance, rounding.relative) * Math.abs(value), rounding.absolute);
    while (at < among.length && (among[at] ?? 0) < value - reach) at += 1;
    if (at === among.length || (among[at] ?? 0) > value + reach) return false;
  }
  return true;
}
