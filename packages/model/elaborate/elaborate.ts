import type { ArrayVariable, Model, Variable } from '../model.js';
import type { ModelFile } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import { lineText } from '../source/source-text.js';
import type { Services } from './around.js';
import { Budget } from './budget.js';
import { buildScopes, checkConnections } from './build-scopes.js';
import { DimensionTable } from './dimension-table.js';
import { flattenVariable } from './flat-variables.js';
import { flatten } from './flatten.js';
import { limitOutflows } from './limit-outflows.js';
import { expandMacro } from './macros.js';
import { Reporter } from './reporter.js';
import type { Scope, ScopedVariable } from './scope.js';

/**
 * Turns a model as written into the flat model that runs: every element of every array is a variable of its own,
 * `array[element,element]`; what stands in a module is `module.variable`; each call of a macro has hidden variables of
 * its own; the flows of non-negative stocks are limited.
 *
 * @returns The flat model with warnings, or every error found. A mistake is reported once for each equation that
 *   has it, however many elements the equation stands for.
 * @source OASIS XMILE 1.0, 3.6.2, 3.7 and 4.5 to 4.8.
 */
export function elaborate(file: ModelFile): Outcome<Model> {
  const reporter = new Reporter(file.source);
  const table = new DimensionTable(file);
  const foundations = { file, table, reporter, budget: new Budget() };
  const root = buildScopes(foundations);
  checkConnections(reporter, root);
  if (hasErrors(reporter.list)) return refused(reporter.list);

  const variables = new Map<CanonicalName, Variable>();
  const limited = new Set<CanonicalName>();
  const add = (variable: Variable) => {
    const other = variables.get(variable.key);
    if (other === undefined) {
      variables.set(variable.key, variable);
      return;
    }
    const line = lineText(file.source, other.span, variable.span);
    reporter.error(
      'duplicate-name',
      variable.span,
      `\`${variable.name}\` has the name of \`${other.name}\` on ${line}.`,
      {
        variable: variable.name,
        hint: 'Rename one of them.',
      },
    );
  };
  const waiting: (() => void)[] = [];
  const services: Services = {
    ...foundations,
    flatten,
    expandMacro: (macro, given, around, span) =>
      expandMacro(macro, given, around, span, {
        add,
        flattenVariable: (scoped, macros) => flattenVariable(services, scoped, addElementOf(scoped), macros),
        later: (work) => waiting.push(work),
      }),
  };
  /** Takes the elements of a variable, and notes which of them are non-negative stocks. */
  const addElementOf =
    ({ variable }: ScopedVariable, elements: CanonicalName[] = []) =>
    (flat: Variable) => {
      add(flat);
      if (flat.hidden !== true || flat.kind === 'stock') elements.push(flat.key);
      if (flat.kind === 'stock' && variable.nonNegative) limited.add(flat.key);
    };
  const arrays = new Map<CanonicalName, ArrayVariable>();
  for (const scoped of inOrder(root)) {
    const elements: CanonicalName[] = [];
    flattenVariable(services, scoped, addElementOf(scoped, elements));
    drain(waiting);
    if (scoped.dimensions.length > 0) arrays.set(scoped.key, arrayOf(scoped, elements));
  }
  if (hasErrors(reporter.list)) return refused(reporter.list);
  const limitedVariables = limitOutflows(reporter, variables, limited);
  return reached(
    {
      name: file.name,
      source: file.source,
      dialect: file.dialect,
      header: file.header,
      simulation: file.simulation,
      units: file.units,
      variables: new Map(limitedVariables.map((variable) => [variable.key, variable])),
      arrays,
      views: file.root.views,
    },
    reporter.list,
  );
}

/** Does all work, and what it leads to, in the order in which it was asked for. */
function drain(waiting: (() => void)[]): void {
  const stack = waiting.splice(0).reverse();
  for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
    work();
    stack.push(...waiting.splice(0).reverse());
  }
}

/** The variables of a scope, then those of its modules. */
function inOrder(scope: Scope): readonly ScopedVariable[] {
  return [...scope.variables.values(), ...[...scope.modules.values()].flatMap(inOrder)];
}

function arrayOf(
  { key, name, dimensions, variable }: ScopedVariable,
  elements: readonly CanonicalName[],
): ArrayVariable {
  const names = dimensions.map((dimension) => dimension.name);
  return { key, name, kind: variable.kind, dimensions: names, elements };
}
