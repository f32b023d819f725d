import type { Design } from '../design/design.js';
import { element } from '../numeric/matrix.js';
import type { RunEnd, RunRecord } from '../table/run-record.js';
import { joinRuns, type Table } from '../table/table.js';
import { sound } from './experiments.js';

/** Computes every run of a design with functions of its inputs. */
export function recordsOf(
  design: Design,
  functions: readonly ((inputs: readonly number[]) => number)[],
  endOf: (run: number) => RunEnd = () => 'ok',
): RunRecord[] {
  return design.runs.map((run, i) => {
    const inputs = design.names.map((_, j) => element(design.inputs, i, j));
    return {
      experiment: design.id,
      run,
      echo: Float64Array.from(inputs),
      status: endOf(i),
      outputs: Float64Array.from(functions, (f) => f(inputs)),
    };
  });
}

/** The table of a design and functions of its inputs; outcomes are named y1, y2 ... */
export function tableOf(
  design: Design,
  functions: readonly ((inputs: readonly number[]) => number)[],
  endOf?: (run: number) => RunEnd,
): Table {
  const outcomes = functions.map((_, m) => `y${m + 1}`);
  return sound(joinRuns(design, outcomes, recordsOf(design, functions, endOf))).table;
}
