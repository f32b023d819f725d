import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Diagnostic, Outcome } from '../source/diagnostic.js';
import { reached, refused } from '../source/diagnostic.js';
import { finding } from '../source/findings.js';
import { circleIn, components } from './graph.js';
import type { Reference } from './references.js';
import { referencesIn } from './references.js';

/** When the value of a variable is settled. */
export type VariableTiming =
  /** Once a run: depends on numbers, other constants, DT, STARTTIME and STOPTIME only. */
  | 'constant'
  /** Once a run, at the first time: depends on constants and on INIT(...) only. */
  | 'initial'
  /** By integration. */
  | 'stock'
  /** At every step. */
  | 'dynamic';

/** An order in which every value is settled before it is used. File order breaks ties. Graphical functions have no value and no place in it. */
export interface EquationOrder {
  readonly timing: ReadonlyMap<CanonicalName, VariableTiming>;
  /** All constants. */
  readonly constants: readonly CanonicalName[];
  /**
   * At the first time, after the constants: stocks (by their initial equations), variables of timing `initial`,
   * what INIT(...) refers to, and all that these need. Holds dynamic variables too, as far as they are needed.
   */
  readonly initial: readonly CanonicalName[];
  /** At every step: all dynamic variables; stocks, constants and initial values are there already. */
  readonly dynamic: readonly CanonicalName[];
}

interface Node {
  readonly variable: Variable;
  readonly references: readonly Reference[];
  /** Whether it has an initial value apart from its equation. */
  readonly hasInitial: boolean;
  /** Variables it needs at each step, INIT(...) aside. */
  readonly now: readonly number[];
  /** Variables it needs for its initial value. */
  readonly first: readonly number[];
  /** Variables whose initial value INIT(...) asks for. */
  readonly inInit: readonly number[];
}

/**
 * Orders the equations of a model whose names are resolved.
 *
 * @errors circular-equations, one for each group of variables that need each other, with one whole circle.
 * @source OASIS XMILE 1.0, 3.1.1 (initial values have a graph of their own).
 */
export function orderEquations(model: Model): Outcome<EquationOrder> {
  const nodes = nodesOf(model);
  const keyOf = (index: number) => nodes[index]?.variable.key;
  const isStock = (index: number) => nodes[index]?.variable.kind === 'stock';
  const now = (index: number) => nodes[index]?.now ?? [];
  const first = (index: number) => nodes[index]?.first ?? [];
  const all = nodes.map((_, index) => index);

  const steps = components(nodes.length, now, all);
  const faults: Diagnostic[] = [];
  // The elements of an array share their equation: one message says it for all.
  const told = new Set<string>();
  const report = (fault: Diagnostic) => {
    const place = `${fault.place?.line}:${fault.place?.column}`;
    if (!told.has(place)) faults.push(fault);
    told.add(place);
  };
  const inCircle = new Set<number>();
  for (const component of steps) {
    const circle = circleIn(component, now);
    if (circle === undefined) continue;
    for (const index of component) inCircle.add(index);
    report(circleFault(model, nodes, circle, false));
  }
  const timing = timingOf(nodes, steps);

  const needed = new Set(all.filter((index) => isStock(index) || timing.get(index) === 'initial'));
  for (const { inInit } of nodes) for (const index of inInit) needed.add(index);
  const roots = [...needed].sort((left, right) => left - right);
  const starts = components(nodes.length, first, roots);
  for (const component of starts) {
    const circle = circleIn(component, first);
    // A circle of every step is a circle of the first step too: it has been reported.
    if (circle === undefined || component.some((index) => inCircle.has(index))) continue;
    report(circleFault(model, nodes, circle, true));
  }
  if (faults.length > 0) return refused(faults);

  const keys = (indexes: readonly number[], wanted: (index: number) => boolean) =>
    indexes.filter(wanted).flatMap((index) => keyOf(index) ?? []);
  return reached({
    timing: new Map(
      [...timing].flatMap(([index, value]) => {
        const key = keyOf(index);
        return key === undefined ? [] : [[key, value] as const];
      }),
    ),
    constants: keys(steps.flat(), (index) => timing.get(index) === 'constant'),
    initial: keys(starts.flat(), (index) => timing.get(index) !== 'constant'),
    dynamic: keys(steps.flat(), (index) => timing.get(index) === 'dynamic'),
  });
}

function nodesOf(model: Model): readonly Node[] {
  const variables = [...model.variables.values()].filter((variable) => variable.kind !== 'graphical');
  const indexOf = new Map(variables.map((variable, index) => [variable.key, index]));
  return variables.map((variable) => {
    const references = referencesIn(variable.equation);
    const targets = (among: readonly Reference[], wanted: (reference: Reference) => boolean) => [
      ...new Set(
        among
          .filter((reference) => needsValue(reference) && wanted(reference))
          .flatMap((reference) => indexOf.get(reference.key) ?? []),
      ),
    ];
    const initial = 'initial' in variable && variable.initial !== undefined ? variable.initial : undefined;
    const atStart = initial === undefined ? references : referencesIn(initial);
    return {
      variable,
      references,
      hasInitial: initial !== undefined,
      now:
        variable.kind === 'stock'
          ? []
          : targets(
              references,
              ({ key, initial: first, later }) =>
                !first && !later && model.variables.get(key)?.kind !== 'stock',
            ),
      first: targets(atStart, ({ replaced }) => !replaced),
      inInit: targets(references, (reference) => reference.initial),
    };
  });
}

/** Whether a name asks for the value of a variable: that of a graphical function does not. */
function needsValue({ graph, arguments: given }: Reference): boolean {
  return !graph && given === undefined;
}

function timingOf(
  nodes: readonly Node[],
  order: readonly (readonly number[])[],
): ReadonlyMap<number, VariableTiming> {
  const timing = new Map<number, VariableTiming>();
  const byKey = new Map<CanonicalName, VariableTiming>();
  for (const { variable } of nodes) if (variable.kind === 'stock') byKey.set(variable.key, 'stock');
  for (const index of order.flat()) {
    const node = nodes[index];
    if (node === undefined) continue;
    const value = node.variable.kind === 'stock' ? 'stock' : ownTiming(node, byKey);
    timing.set(index, value);
    byKey.set(node.variable.key, value);
  }
  return timing;
}

function ownTiming(
  { references, hasInitial }: Node,
  settled: ReadonlyMap<CanonicalName, VariableTiming>,
): VariableTiming {
  if (hasInitial) return 'dynamic';
  let own: VariableTiming = 'constant';
  for (const { key, initial, graph, arguments: given } of references) {
    if (graph) continue;
    const other = given === undefined ? settled.get(key) : undefined;
    // A variable hides a built-in of its name.
    const builtin = other === undefined ? builtinNamed(key) : undefined;
    if (initial || builtin === 'init') own = 'initial';
    else if (builtin !== undefined && BUILTINS[builtin].dynamics?.moves === true) return 'dynamic';
    else if (other === 'stock' || other === 'dynamic') return 'dynamic';
    else if (other === 'initial') own = 'initial';
  }
  return own;
}

function circleFault(
  model: Model,
  nodes: readonly Node[],
  circle: readonly number[],
  atStart: boolean,
): Diagnostic {
  const members = circle.flatMap((index) => nodes[index] ?? []);
  const links = members.map(({ variable }, at) => {
    const next = members[(at + 1) % members.length]?.variable ?? variable;
    return `\`${variable.name}\` needs ${next === variable ? 'itself' : `\`${next.name}\``}`;
  });
  const start = members[0];
  const second = members[1] ?? start;
  const link = start?.references.find(({ key }) => key === second?.variable.key);
  const span = link?.span ?? start?.variable.span ?? { start: 0, end: 0 };
  const message = atStart
    ? `The initial values go in a circle: ${links.join(', ')}.`
    : `The equations go in a circle: ${links.join(', ')}.`;
  return finding(model.source, 'error', 'circular-equations', span, message, {
    variable: start?.variable.name,
    hint: atStart
      ? 'Give one of them an initial value that needs none of the others.'
      : 'Put a stock or a delay into the loop.',
  });
}
