import { type Design, element } from '@weir/analysis';
import type { Draws } from '../../compute/draws.js';

/** The runs of a design as rows of draws. */
export function drawsOfDesign({ names, inputs, runs }: Design): Draws {
  const values = new Float64Array(runs.length * names.length);
  for (let row = 0; row < runs.length; row += 1)
    for (let at = 0; at < names.length; at += 1) values[row * names.length + at] = element(inputs, row, at);
  return { rows: runs.length, varied: names, values };
}
