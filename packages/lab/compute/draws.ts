import { element, latinHypercube } from '@weir/analysis';
import type { LabRanges } from '../models/lab-study.js';

/** Draws of constants: one sample for every policy. */
export interface Draws {
  readonly rows: number;
  /** Canonical names of the constants. */
  readonly varied: readonly string[];
  /** Shape `[rows x varied]`, row by row. */
  readonly values: Float64Array;
}

/** A single row without anything varied: the default run. */
export const NO_DRAWS: Draws = { rows: 1, varied: [], values: new Float64Array() };

/** A Latin hypercube sample of ranges: the same for the same ranges, number and seed, anywhere. */
export function drawsOf({ inputs }: LabRanges, rows: number, seed: number): Draws {
  const design = latinHypercube({ inputs, seed }, rows);
  if (!design.ok) return { rows: 0, varied: [], values: new Float64Array() };
  const { names, inputs: matrix } = design.value;
  const values = new Float64Array(rows * names.length);
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < names.length; place += 1) {
      values[row * names.length + place] = element(matrix, row, place);
    }
  }
  return { rows, varied: names, values };
}
