import { wrap } from '../print/wrap.js';
import { meaningLines } from './meaning-lines.js';
import type { VariableEntry } from './variable-entry.js';

const MARGIN = 12;

/** A variable's documentation as text: a label in the margin, what it says beside it. */
export function entryLines(entry: VariableEntry, width: number): readonly string[] {
  const room = width - MARGIN;
  const part = (label: string, lines: readonly string[]) =>
    lines.map((line, index) => `${(index === 0 ? label : '').padEnd(MARGIN)}${line}`.trimEnd());
  const list = (label: string, names: readonly string[] | undefined) =>
    names === undefined || names.length === 0
      ? []
      : part(
          label,
          names.flatMap((name) => wrap(name, room)),
        );
  const { points, range } = entry;
  return [
    ...wrap(entry.name, width),
    '',
    ...(entry.short_name === entry.name ? [] : part('short name', [entry.short_name])),
    ...part('kind', [entry.kind]),
    ...part('units', [entry.units === '' ? 'not given' : entry.units]),
    ...(entry.equation === null
      ? []
      : part(entry.kind === 'stock' ? 'starts at' : 'equation', wrap(entry.equation, room))),
    ...(points === undefined
      ? []
      : part('points', wrap(points.x.map((x, index) => `(${x}, ${points.y[index] ?? ''})`).join(' '), room))),
    ...(range === undefined
      ? []
      : part('range', [`${range.min ?? 'no least'} to ${range.max ?? 'no most'}`])),
    ...part('meaning', entry.meaning === '' ? ['not given'] : meaningLines(entry.meaning, room)),
    ...list('inflows', entry.inflows),
    ...list('outflows', entry.outflows),
    ...list('causes', entry.inflows === undefined ? entry.causes : []),
    ...list('uses', entry.uses),
  ];
}
