import type { Expression } from '../equation/expression.js';
import { partsOf } from '../equation/subexpressions.js';
import type { Model, Variable } from '../model.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import type { Dimension } from './dimension.js';
import { sameDimension } from './dimension.js';
import { checkFlowUnits } from './flow-units.js';
import { UnitInference } from './infer-units.js';
import { inferVariableUnits } from './infer-variables.js';
import { printer } from './print-dimension.js';
import { repairOf } from './unit-repair.js';
import { unitTable } from './unit-table.js';
import type { VariableUnits } from './variable-units.js';
import { convertsUnits, ownerName, ownerOf } from './variable-units.js';

/** Most variables of inferred unit that one message explains. */
const MOST_EXPLAINED = 2;

/**
 * Checks that units balance over the whole model: each equation with the unit of its variable, each flow with that
 * of its stock. Variables without units are inferred from the equations first ({@link inferVariableUnits}); what
 * cannot be inferred fits anywhere. Numbers take any unit that fits. A model without any unit is not checked.
 *
 * One slip gives one warning: elements of one array that share an equation are reported once, and a flow whose
 * declared unit alone is wrong is reported as a flow and not as an equation.
 *
 * @returns Warnings, in the order of the file: unit-mismatch, unit-argument, unit-condition, unit-exponent,
 *   unit-equation, unit-flow.
 */
export function checkUnits(model: Model): readonly Diagnostic[] {
  const { table } = unitTable(model);
  const units = inferVariableUnits(model, table);
  const findings = new Findings(model.source);
  const told = new Set<string>();
  const tell = (
    variable: Variable,
    code: ModelCode,
    span: Span,
    message: string,
    hint: string | undefined,
  ) => {
    // All elements of an array, and all calls of a macro, say the same at the same place.
    const whose = variable.hidden === true ? '' : ownerOf(variable);
    const id = `${code} ${whose} ${span.start} ${span.end}`;
    if (told.has(id)) return;
    told.add(id);
    findings.warning(code, span, message, { variable: ownerName(variable), hint });
  };

  const found = new Map<Variable, Dimension>();
  const equations = new Map<Variable, () => void>();
  for (const variable of model.variables.values()) {
    if (variable.kind === 'graphical') continue;
    const own = units.of(variable);
    const slips: (() => void)[] = [];
    const inference = new UnitInference(model, units, ({ code, term, message, hint }) => {
      const why = explained(model, units, term);
      slips.push(() => tell(variable, code, term.span, `${message}${why}`, hint));
    });
    const compare = (whose: typeof variable, equation: Expression, gives: Dimension) => {
      if (own === undefined || sameDimension(gives, own.dimension)) return;
      slips.push(() => {
        const { message, hint } = equationSlip(inference, units, whose, equation, own, gives);
        tell(whose, 'unit-equation', equation.span, `${message}${explained(model, units, equation)}`, hint);
      });
    };
    // With a graph the equation is its input, and the unit that of its output.
    const graph = variable.kind !== 'stock' && variable.graph !== undefined;
    const unit = inference.infer(variable.equation, graph ? undefined : own?.dimension);
    if (!graph && unit.kind === 'known' && !convertsUnits(variable)) {
      found.set(variable, unit.dimension);
      compare(variable, variable.equation, unit.dimension);
    }
    const initial = variable.kind === 'stock' ? undefined : variable.initial;
    const first = initial && inference.infer(initial, own?.dimension);
    if (initial !== undefined && first?.kind === 'known') compare(variable, initial, first.dimension);
    equations.set(variable, () => {
      for (const slip of slips) slip();
    });
  }

  const flows = checkFlowUnits(model, units, found);
  for (const variable of model.variables.values()) {
    const slip = flows.get(variable);
    if (slip !== undefined) tell(variable, 'unit-flow', slip.span, slip.message, slip.hint);
    // The flow's declared unit is at fault: its equation would only say so again.
    if (slip === undefined || !slip.explainsEquation) equations.get(variable)?.();
  }
  return findings.list;
}

function equationSlip(
  inference: UnitInference,
  units: VariableUnits,
  variable: Variable,
  equation: Expression,
  own: { readonly dimension: Dimension; readonly inferredFrom?: string },
  found: Dimension,
): { readonly message: string; readonly hint: string } {
  const print = printer(units.table);
  const has =
    own.inferredFrom === undefined
      ? `is declared in ${print(own.dimension)}`
      : `is in ${print(own.dimension)} by ${own.inferredFrom}`;
  return {
    message: `\`${variable.name}\` ${has}, but its equation gives ${print(found)}.`,
    hint: repairOf(inference, equation, own.dimension, found),
  };
}

/** Says where the inferred units in a term come from. */
function explained(model: Model, units: VariableUnits, term: Expression): string {
  const sentences = new Map<string, string>();
  const print = printer(units.table);
  const waiting = [term];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (sentences.size >= MOST_EXPLAINED) break;
    waiting.push(...partsOf(next).toReversed());
    if (next.kind !== 'name') continue;
    const variable = model.variables.get(next.key);
    const unit = variable && units.of(variable);
    if (variable === undefined || unit?.inferredFrom === undefined) continue;
    const name = ownerName(variable);
    sentences.set(
      name,
      ` (\`${name}\` declares no unit; ${unit.inferredFrom} puts it in ${print(unit.dimension)}.)`,
    );
  }
  return [...sentences.values()].join('');
}
