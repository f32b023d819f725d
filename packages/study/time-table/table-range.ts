import type { Program, RunSettings } from '@weir/engine';
import type { Diagnostic } from '@weir/model';
import type { TimeTable } from './time-table.js';

/**
 * What series leave out of a run: each must begin at the start or before, and go on until the end. A run that ends by a
 * rule is taken to last as long as the model file says.
 *
 * @errors `table-range`, at the first or last time of the series.
 */
export function tableRangeProblems(
  program: Program,
  { stop }: RunSettings,
  tables: ReadonlyMap<string, TimeTable>,
): readonly Diagnostic[] {
  const end = stop.kind === 'time' ? stop.time : program.stop;
  return [...tables].flatMap(([name, table]) => {
    const [from, to] = [table.times[0] ?? Number.NaN, table.times.at(-1) ?? Number.NaN];
    const covers = `\`${name}\` needs values from ${program.start} to ${end}, and \`${table.column}\` in \`${table.file}\` has them`;
    const found: Diagnostic[] = [];
    if (!(from <= program.start)) {
      found.push(outside(`${covers} from ${from} on.`, name, table.first, `Add a row for ${program.start}.`));
    }
    if (!(to >= end)) {
      found.push(
        outside(`${covers} until ${to}.`, name, table.last, `Add a row for ${end}, or run until ${to}.`),
      );
    }
    return found;
  });
}

function outside(message: string, variable: string, place: TimeTable['first'], hint: string): Diagnostic {
  return { code: 'table-range', severity: 'error', message, variable, place, hint };
}
