import { column, type Table } from '@weir/analysis';
import type { ResponseCurve } from './sensitivity-document.js';

/** The outcome along each input of a sweep, in the order of its values; points without a number are left out. */
export function responseCurves(
  { design, outputs, status }: Table,
  outcome: number,
): readonly ResponseCurve[] {
  if (design.blocks.kind !== 'sweep') return [];
  const values = column(outputs, outcome);
  let start = 1;
  return design.blocks.points.map((count, j) => {
    const runs = Array.from({ length: count }, (_, g) => start + g);
    start += count;
    const inputs = column(design.inputs, j);
    const good = runs
      .filter((run) => status[run] === 'ok' && Number.isFinite(values[run]))
      .sort((a, b) => (inputs[a] ?? 0) - (inputs[b] ?? 0));
    return {
      input: design.names[j] ?? '',
      inputs: good.map((run) => inputs[run] ?? 0),
      outputs: good.map((run) => values[run] ?? 0),
    };
  });
}
