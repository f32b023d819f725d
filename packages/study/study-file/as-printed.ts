import type { PublishedRow } from './study.js';

/**
 * A value with the rounding, separators and percent sign of a printed figure, so that the two can be
 * compared as a reader compares them.
 *
 * @example asPrinted(0.8005, row) // '80%' where row.printed is '80%'
 */
export function asPrinted(value: number, row: Pick<PublishedRow, 'printed'>): string {
  const percent = row.printed.endsWith('%');
  const decimals = /\.(\d+)/.exec(row.printed)?.[1]?.length ?? 0;
  const [whole = '', fraction] = (percent ? 100 * value : value).toFixed(decimals).split('.');
  const separated = row.printed.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${separated}${fraction === undefined ? '' : `.${fraction}`}${percent ? '%' : ''}`;
}
