import type { ModelFile, WrittenVariable } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { canonicalName } from '../../names/canonical-name.js';
import { asVensimName } from '../vensim-name.js';
import { printVensim } from './print-expression.js';
import { printRemarks } from './print-remarks.js';
import type { WriteContext } from './write-variable.js';

/**
 * The run specification as control variables, by canonical name, with the units and comments that variables of these
 * names have.
 *
 * A variable of such a name that means something else than the clock is refused.
 */
export function writeControls(file: ModelFile, context: WriteContext): ReadonlyMap<CanonicalName, string> {
  const { start, stop, dt, saveStep, timeUnits } = file.simulation;
  const rows: readonly (readonly [name: string, value: number, clock: string | undefined])[] = [
    ['FINAL TIME', stop, 'stoptime'],
    ['INITIAL TIME', start, 'starttime'],
    ['SAVEPER', saveStep ?? dt, undefined],
    ['TIME STEP', dt, 'dt'],
  ];
  const byKey = new Map(file.root.variables.map((variable) => [variable.key, variable]));
  return new Map(
    rows.map(([name, value, clock]) => {
      const key = canonicalName(name);
      const variable = byKey.get(key);
      const remarks =
        variable === undefined ? plainRemarks(timeUnits) : printRemarks(variable, context.refusals);
      const equation = variable === undefined ? undefined : equationOf(variable, value, clock, context);
      const written = variable === undefined ? name : asVensimName(variable.written);
      return [key, `${written}  =\n\t${equation ?? String(value)}\n${remarks}`];
    }),
  );
}

/** What stands after the `=` where it is not the number of the specification itself. */
function equationOf(
  variable: WrittenVariable,
  value: number,
  clock: string | undefined,
  context: WriteContext,
): string | undefined {
  const expression = variable.parts[0]?.expression;
  context.refusals.variable = variable.name;
  if (expression === undefined || (expression.kind === 'number' && expression.value === value))
    return undefined;
  if ((expression.kind === 'call' || expression.kind === 'name') && expression.key === clock)
    return undefined;
  if (clock === undefined) return printVensim(expression, context);
  context.refusals.refuse(
    variable.span,
    `a variable called \`${variable.name}\` that is not the run's own`,
    'Rename the variable.',
  );
  return undefined;
}

function plainRemarks(units: string): string {
  return `\t~\t${units}\n\t~\t\n\t|\n`;
}
