/**
 * The key under which two names of a column are the same: letters in lower case, quotes dropped, runs of
 * blanks, underscores and `\n` (the character or the escape) made one underscore, none beside `[`, `,`, `]`.
 *
 * @example columnKey('"Stock A"[ One, Two ]') === columnKey('stock_a[one,two]')
 */
export function columnKey(name: string): string {
  return name
    .replace(/\\n/g, ' ')
    .replace(/["\\]/g, '')
    .replace(/[\s_]+/g, '_')
    .replace(/^_|_$/g, '')
    .replace(/_?([[\],])_?/g, '$1')
    .toLowerCase();
}

/** The four variables that say how a Vensim run is made; outputs list them among the results. */
export const CONTROL_COLUMNS: ReadonlySet<string> = new Set([
  'initial_time',
  'final_time',
  'time_step',
  'saveper',
]);
