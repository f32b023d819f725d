import { column, type DesignRows, designRows, type Experiment, type PointDesign } from '@weir/analysis';
import type { EnsembleDesign } from './ensemble-request.js';

/** Where rows of inputs come from, as plain data that a worker can be sent. */
export type RowSpec =
  /** Made by index. */
  | {
      readonly kind: 'points';
      readonly design: PointDesign;
      readonly experiment: Experiment;
      readonly count: number;
      /** Of a Latin hypercube: shared, so that it is made once. */
      readonly strata?: Int32Array;
    }
  /** Held: values of shape [n x k], column by column. Their owner knows the ids. */
  | {
      readonly kind: 'stored';
      readonly columns: number;
      readonly count: number;
      readonly inputs: Float64Array;
    };

/** Some rows of inputs. */
export interface InputRows {
  /** Run ids of 16 hex digits, shape [count]; absent for held rows. */
  readonly ids?: readonly string[];
  /** Value of input j in row i of the block. */
  at(i: number, j: number): number;
}

/** Gives rows first to first + count - 1; the same numbers however they are asked for. */
export type RowSource = (first: number, count: number) => InputRows;

/** Names of designs in @weir/analysis. */
export const POINT_DESIGNS: Record<EnsembleDesign, PointDesign> = {
  lhs: 'latin-hypercube',
  sobol: 'sobol-points',
  halton: 'halton',
  random: 'monte-carlo',
};

/** The source that a specification stands for. */
export function rowSource(spec: RowSpec): RowSource {
  if (spec.kind === 'stored') {
    const { inputs, count } = spec;
    return (first) => ({ at: (i, j) => inputs[j * count + first + i] ?? Number.NaN });
  }
  const rows = soundRows(spec);
  return (first, count) => {
    const { runs, inputs } = rows.block(first, count);
    const columns = Array.from({ length: inputs.columns }, (_, j) => column(inputs, j));
    return { ids: runs, at: (i, j) => columns[j]?.[i] ?? Number.NaN };
  };
}

function soundRows({ design, experiment, count, strata }: Extract<RowSpec, { kind: 'points' }>): DesignRows {
  const made = designRows(design, experiment, count, strata);
  if (!made.ok) throw new Error(`a planned design cannot be made: ${made.faults[0].message}`);
  return made.value;
}
