import type { Model, Variable } from '../model.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import type { Dimension } from './dimension.js';
import { combine, printDimension, raise, sameDimension } from './dimension.js';
import { UnitInference } from './infer-units.js';
import type { UnitTable } from './unit-table.js';
import { unitTable } from './unit-table.js';

/**
 * Checks that the units of each equation balance with those declared. Numbers take any unit that fits; a variable
 * without units is taken to fit anywhere and is not reported here.
 *
 * @returns Warnings, in the order of the file: unit-mismatch, unit-argument, unit-condition, unit-exponent,
 *   unit-equation, unit-flow.
 */
export function checkUnits(model: Model): readonly Diagnostic[] {
  const { table } = unitTable(model);
  const findings = new Findings(model.source);
  const touched = flowsOf(model);
  for (const variable of model.variables.values()) {
    if (variable.kind === 'graphical') continue;
    const declared = variable.units && table.dimensionOf(variable.units);
    const inference = new UnitInference(model, table, findings, variable.name);
    // With a graph the equation is its input, and the declared unit that of its output.
    const graph = variable.kind !== 'stock' && variable.graph !== undefined;
    const found = inference.infer(variable.equation, graph ? undefined : declared);
    if (
      !graph &&
      declared !== undefined &&
      found.kind === 'known' &&
      !sameDimension(found.dimension, declared)
    )
      reportEquation(findings, table, variable, variable.equation.span, declared, found.dimension);
    const stock = touched.get(variable.key);
    if (stock !== undefined && declared !== undefined) checkFlow(findings, table, variable, declared, stock);
  }
  return findings.list;
}

/** For each flow, the first stock that it fills or drains and whose unit is given. */
function flowsOf(model: Model): ReadonlyMap<string, Variable> {
  const stocks = new Map<string, Variable>();
  for (const stock of model.variables.values()) {
    if (stock.kind !== 'stock' || stock.units === undefined) continue;
    for (const { key } of [...stock.inflows, ...stock.outflows]) if (!stocks.has(key)) stocks.set(key, stock);
  }
  return stocks;
}

function reportEquation(
  findings: Findings,
  table: UnitTable,
  variable: Variable,
  span: Variable['span'],
  declared: Dimension,
  found: Dimension,
): void {
  const missing = combine(declared, found, -1);
  const divide = [...missing.values()].every((power) => power < 0);
  const factor = printDimension(divide ? raise(missing, -1) : missing, table.nameOf);
  // A factor of more than two units is no help: the slip is elsewhere.
  const plain = missing.size <= 2 && [...missing.values()].every((power) => Math.abs(power) === 1);
  const repair = plain
    ? `, or ${divide ? 'divide' : 'multiply'} by something in ${factor}`
    : ' or the equation';
  findings.warning(
    'unit-equation',
    span,
    `\`${variable.name}\` is declared in ${printDimension(declared, table.nameOf)}, but its equation gives ${printDimension(found, table.nameOf)}.`,
    {
      variable: variable.name,
      hint: `Correct the declared unit${repair}.`,
    },
  );
}

function checkFlow(
  findings: Findings,
  table: UnitTable,
  flow: Variable,
  declared: Dimension,
  stock: Variable,
): void {
  const content = stock.units && table.dimensionOf(stock.units);
  if (content === undefined || table.time === undefined) return;
  const wanted = combine(content, table.time, -1);
  if (sameDimension(wanted, declared)) return;
  const print = (dimension: Dimension) => printDimension(dimension, table.nameOf);
  findings.warning(
    'unit-flow',
    flow.units?.span ?? flow.span,
    `\`${flow.name}\` is in ${print(declared)}, but it flows into or out of \`${stock.name}\`, which is in ${print(content)}.`,
    { variable: flow.name, hint: `A flow has the stock's unit per time unit: ${print(wanted)}.` },
  );
}
