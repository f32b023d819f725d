import type { CanonicalName, Diagnostic, Expression, Model, Outcome, Variable } from '@weir/model';
import { hasErrors, orderEquations, placeOf, reached, refused } from '@weir/model';
import { type Expanded, expand } from '../expand/expand.js';
import { randomSite } from '../random/site.js';
import { HiddenVariables } from './hidden-variables.js';
import { lowerExpression, type Surroundings } from './lower-expression.js';
import type {
  Assignment,
  HeldValue,
  Node,
  Program,
  ProgramStock,
  ProgramVariable,
  Slot,
  Timing,
} from './program.js';
import { slotAt } from './slot.js';
import { Tables } from './tables.js';

/** A variable with an equation of its own: everything but a graphical function that stands alone. */
type Valued = Exclude<Variable, { kind: 'graphical' }>;

/**
 * Makes a program of a model: slots in the order of the file, assignments in the order of their use. Every
 * operation stays as written. Delays, smooths and other calls that remember become hidden stocks and memories;
 * `INIT(x)` a hidden variable settled at the start.
 *
 * @returns The program, or the errors of the model's names, calls and order.
 * @source OASIS XMILE 1.0, 3.1 and 3.5.
 */
export function lower(model: Model): Outcome<Program> {
  const expanded = expand(model);
  if (hasErrors(expanded.diagnostics)) return refused(expanded.diagnostics);
  const order = orderEquations(expanded.model);
  if (!order.ok) return order;
  const { timing, constants, initial, dynamic } = order.value;
  const diagnostics: Diagnostic[] = [...order.diagnostics];

  const valued = [...expanded.model.variables.values()].filter(
    (variable): variable is Valued => variable.kind !== 'graphical',
  );
  const slotOf = new Map(valued.map(({ key }, index) => [key, slotAt(index)]));
  const tables = new Tables(model);
  const inInit = new HiddenVariables(model.source, slotOf);

  const nodesOf = (variable: Valued): { readonly present: Node; readonly first: Node } => {
    let sites = 0;
    const slot = slotOf.get(variable.key);
    const around = (owner: Slot | undefined): Surroundings => ({
      source: model.source,
      owner: variable.name,
      slotNamed: (key) => slotOf.get(key),
      tableNamed: (key, reading) => tables.indexOf(key, reading),
      settledAtStart: (argument, call) => inInit.add(owner, argument, call),
      nextSite: () => {
        sites += 1;
        return randomSite(`${variable.key} ${sites}`);
      },
      report: (diagnostic) => diagnostics.push(diagnostic),
    });
    const first = variable.kind === 'stock' ? undefined : variable.initial;
    const withGraph = (node: Node): Node => {
      const hasGraph = variable.kind !== 'stock' && variable.graph !== undefined;
      const table = hasGraph ? tables.indexOf(variable.key, 'own') : undefined;
      return table === undefined ? node : { kind: 'lookup', table, argument: node };
    };
    const lowered = (expression: Expression, owner: Slot | undefined): Node =>
      lowerExpression(expression, around(owner));
    // With an initial value of its own, what INIT in the equation needs may be settled after it.
    const present = withGraph(lowered(variable.equation, first === undefined ? slot : undefined));
    return { present, first: first === undefined ? present : lowered(first, slot) };
  };
  const nodes = new Map(valued.map((variable) => [variable.key, nodesOf(variable)]));
  if (hasErrors(diagnostics)) return refused(diagnostics);

  const assign = (keys: readonly CanonicalName[], which: 'present' | 'first'): Assignment[] =>
    keys.flatMap((key) => {
      const slot = slotOf.get(key);
      const node = nodes.get(key)?.[which];
      return slot === undefined || node === undefined ? [] : [{ slot, node }];
    });
  const isHeld = new Set(expanded.held.map(({ key }) => key));
  const timingOf = (key: CanonicalName): Timing =>
    isHeld.has(key) ? 'held' : (timing.get(key) ?? 'dynamic');
  const variables = valued.map(({ name, key, kind, span }, index): ProgramVariable => {
    return {
      slot: slotAt(index),
      name,
      key,
      kind: expanded.hidden.has(key) ? 'hidden' : kind,
      timing: timingOf(key),
      place: placeOf(model.source, span),
    };
  });
  const slots = (keys: Iterable<CanonicalName>): Slot[] => [...keys].flatMap((key) => slotOf.get(key) ?? []);
  const { start, stop, dt, timeUnits } = model.simulation;
  return reached(
    {
      name: model.name,
      variables: [...variables, ...inInit.variables],
      slotOf: new Map([...slotOf].filter(([key]) => !expanded.hidden.has(key))),
      stocks: valued.flatMap((variable) => (isHeld.has(variable.key) ? [] : stockOf(variable, slotOf))),
      tables: tables.list,
      held: heldValues(expanded, slotOf),
      oncePerStep: new Set(slots(expanded.oncePerStep)),
      shaping: new Map(
        [...expanded.shaping].flatMap(([key, value]) => {
          const slot = slotOf.get(key);
          return slot === undefined ? [] : [[slot, value] as const];
        }),
      ),
      isShapedByDt: expanded.usesDt,
      constants: assign(constants, 'present'),
      initial: inInit.settle(assign(initial, 'first')),
      dynamic: assign(dynamic, 'present'),
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

function heldValues({ held }: Expanded, slotOf: ReadonlyMap<CanonicalName, Slot>): HeldValue[] {
  return held.flatMap(({ key, next, delay }) => {
    const [slot, nextSlot] = [slotOf.get(key), slotOf.get(next)];
    const delaySlot = delay === undefined ? undefined : slotOf.get(delay);
    if (slot === undefined || nextSlot === undefined) return [];
    return [{ slot, next: nextSlot, ...(delaySlot === undefined ? {} : { delay: delaySlot }) }];
  });
}
