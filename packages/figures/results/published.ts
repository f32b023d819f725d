import type { PublishedRow, PublishedTable } from '@weir/study';
import type { Results } from './comparison.js';
import { type Agreement, agreement, type PrintedFigure, readPrinted } from './printed.js';

/** A published figure beside the value of the run it belongs to. */
export interface PublishedResult {
  readonly row: PublishedRow;
  readonly estimated?: PrintedFigure;
  readonly printed?: PrintedFigure;
  /** Value of the run; absent where the comparison has no such run or outcome. */
  readonly value?: number;
  readonly agreement?: Agreement;
}

/** The rows of a published table, joined to the runs by scenario id and outcome id. */
export function publishedResults(results: Results, table: PublishedTable): readonly PublishedResult[] {
  const runs = new Map(results.document.runs.map((run) => [run.scenario, run]));
  return table.rows.map((row) => {
    const estimated = row.estimated === undefined ? undefined : readPrinted(row.estimated);
    const printed = readPrinted(row.printed);
    const value = runs.get(row.scenario)?.outcomes[row.outcome];
    return {
      row,
      ...(estimated === undefined ? {} : { estimated }),
      ...(printed === undefined ? {} : { printed }),
      ...(value === undefined ? {} : { value }),
      ...(value === undefined || printed === undefined ? {} : { agreement: agreement(value, printed) }),
    };
  });
}
