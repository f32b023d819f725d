import type { CanonicalName, Diagnostic, Model, Outcome, Variable } from '@weir/model';
import { hasErrors, orderEquations, placeOf, reached, refused } from '@weir/model';
import { HiddenVariables } from './hidden-variables.js';
import { lowerExpression, type Surroundings } from './lower-expression.js';
import type { Assignment, Node, Program, ProgramStock, ProgramVariable, Slot } from './program.js';
import { slotAt } from './slot.js';

/** A variable with an equation of its own: everything but a graphical function that stands alone. */
type Valued = Exclude<Variable, { kind: 'graphical' }>;

/**
 * Makes a program of a model: slots in the order of the file, assignments in the order of their use. Every
 * operation stays as written. `INIT(x)` becomes a hidden variable settled at the start.
 *
 * @returns The program, or the errors of the model's names, calls and order.
 * @source OASIS XMILE 1.0, 3.1 and 3.5.
 */
export function lower(model: Model): Outcome<Program> {
  const order = orderEquations(model);
  if (!order.ok) return order;
  const { timing, constants, initial, dynamic } = order.value;
  const diagnostics: Diagnostic[] = [...order.diagnostics];

  const valued = [...model.variables.values()].filter(
    (variable): variable is Valued => variable.kind !== 'graphical',
  );
  const slotOf = new Map(valued.map(({ key }, index) => [key, slotAt(index)]));
  const graphs = [...model.variables.values()].flatMap((variable) =>
    variable.kind !== 'stock' && variable.graph !== undefined
      ? [{ key: variable.key, graph: variable.graph }]
      : [],
  );
  const tableOf = new Map(graphs.map(({ key }, index) => [key, index]));
  const hidden = new HiddenVariables(model.source, slotOf);

  const nodeOf = (variable: Valued): Node => {
    const around: Surroundings = {
      source: model.source,
      owner: variable.name,
      slotNamed: (key) => slotOf.get(key),
      tableNamed: (key) => tableOf.get(key),
      settledAtStart: (argument, call) => hidden.add(variable.key, argument, call),
      report: (diagnostic) => diagnostics.push(diagnostic),
    };
    const node = lowerExpression(variable.equation, around);
    const table =
      variable.kind === 'stock' || variable.graph === undefined ? undefined : tableOf.get(variable.key);
    return table === undefined ? node : { kind: 'lookup', table, argument: node };
  };
  const nodes = new Map(valued.map((variable) => [variable.key, nodeOf(variable)]));
  if (hasErrors(diagnostics)) return refused(diagnostics);

  const assign = (keys: readonly CanonicalName[]): Assignment[] =>
    keys.flatMap((key) => {
      const slot = slotOf.get(key);
      const node = nodes.get(key);
      return slot === undefined || node === undefined ? [] : [{ slot, node }];
    });
  const variables = valued.map((variable, index): ProgramVariable => {
    const { name, key, kind, span } = variable;
    return {
      slot: slotAt(index),
      name,
      key,
      kind,
      timing: timing.get(key) ?? 'dynamic',
      place: placeOf(model.source, span),
    };
  });
  const { start, stop, dt, timeUnits } = model.simulation;
  return reached(
    {
      name: model.name,
      variables: [...variables, ...hidden.variables],
      slotOf,
      stocks: valued.flatMap((variable) => stockOf(variable, slotOf)),
      tables: graphs.map(({ graph }) => graph),
      constants: assign(constants),
      initial: hidden.settle(assign(initial)),
      dynamic: assign(dynamic),
      start,
      stop,
      dt,
      timeUnits,
    },
    diagnostics,
  );
}

function stockOf(variable: Valued, slotOf: ReadonlyMap<CanonicalName, Slot>): ProgramStock[] {
  const slot = slotOf.get(variable.key);
  if (variable.kind !== 'stock' || slot === undefined) return [];
  const slots = (flows: readonly { readonly key: CanonicalName }[]): Slot[] =>
    flows.flatMap(({ key }) => slotOf.get(key) ?? []);
  return [{ slot, inflows: slots(variable.inflows), outflows: slots(variable.outflows) }];
}
