import type { Place, SourceText } from '@weir/model';

/** Where a series stands: a column of a data file. */
export interface TableSource {
  readonly source: SourceText;
  /** Name of the column, or of the series; that of the variable unless given. */
  readonly column?: string;
}

/** Where a study file says that a series stands. */
export interface TableReference {
  /** Path of the data file, relative to the study file. */
  readonly file: string;
  readonly column?: string;
}

/** A series over time, as read from a data file. */
export interface TimeTable {
  readonly file: string;
  readonly column: string;
  /** Model times, ascending; at least two. */
  readonly times: readonly number[];
  /** Shape of `times`. */
  readonly values: readonly number[];
  /** Where the first and the last time stand in the file. */
  readonly first: Place;
  readonly last: Place;
}
