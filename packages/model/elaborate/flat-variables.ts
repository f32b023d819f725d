import type { Expression } from '../equation/expression.js';
import type { FlowReference, GraphicalFunction, Variable } from '../model.js';
import type { EquationPart } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Around, Owner, OwnIndex, Services } from './around.js';
import { sizeOf } from './array-index.js';
import type { BoundAxis } from './axis.js';
import { positionsOn, wholeAxis } from './axis.js';
import { elementAtPositions, referenceTo } from './element-reference.js';
import { coveredElements } from './match-parts.js';
import { convertedFlow, convertedKey } from './multiplier.js';
import type { ScopedVariable } from './scope.js';
import { keyIn, lookUp } from './scope.js';
import { uniflow } from './uniflow.js';

type Base = Pick<
  Variable,
  'written' | 'name' | 'key' | 'span' | 'documentation' | 'units' | 'range' | 'element' | 'hidden'
>;

/**
 * The variables of the flat model that one written variable gives: one for each element, in row-major order, and what
 * these need besides.
 *
 * @param add - Takes each variable.
 * @param macros - The macros that are being written out, where it is one of theirs.
 * @errors missing-equation, and those of equations.
 */
export function flattenVariable(
  services: Services,
  scoped: ScopedVariable,
  add: (variable: Variable) => void,
  macros: readonly CanonicalName[] = [],
): void {
  const { dimensions, partOf, variable } = scoped;
  const size = sizeOf(dimensions);
  const lists = listValues(services, scoped);
  for (let index = 0; index < size; index += 1) {
    const position = partOf[index] ?? -1;
    const part = variable.parts[position];
    if (part === undefined && scoped.connection === undefined) continue;
    const positions = positionsAt(scoped, index);
    const around = aroundElement(services, scoped, positions, part, macros);
    const flat = flattenElementOf(scoped, part, around, positions, lists.get(position)?.get(index), add);
    if (flat !== undefined) add(flat);
  }
}

/** For each part that is a list: the number of each element. */
function listValues(
  { table }: Services,
  { variable, dimensions }: ScopedVariable,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const lists = new Map<number, ReadonlyMap<number, number>>();
  for (const [position, part] of variable.parts.entries()) {
    if (part.list === undefined) continue;
    const elements = coveredElements(table, dimensions, part) ?? [];
    lists.set(position, new Map(elements.map((element, at) => [element, part.list?.[at] ?? 0])));
  }
  return lists;
}

/** The positions in each dimension of the element at an index. */
function positionsAt({ dimensions }: ScopedVariable, index: number): readonly number[] {
  const positions: number[] = [];
  let rest = index;
  for (const { elements } of dimensions.toReversed()) {
    positions.unshift(rest % elements.length);
    rest = Math.floor(rest / elements.length);
  }
  return positions;
}

function aroundElement(
  services: Services,
  scoped: ScopedVariable,
  positions: readonly number[],
  part: EquationPart | undefined,
  macros: readonly CanonicalName[],
): Around {
  const { dimensions, scope, connection } = scoped;
  const { key, name } = elementAtPositions(scoped, positions);
  const owner: Owner = { variable: scoped.name, key, name, size: sizeOf(dimensions), calls: 0, macros };
  const own = dimensions.flatMap((declared, place): OwnIndex[] => {
    const element = declared.elements[positions[place] ?? 0];
    const named = part?.subscripts[place];
    const range =
      named === undefined || declared.positionOf.has(named)
        ? declared
        : (services.table.range(named) ?? declared);
    return element === undefined ? [] : [{ range, declared, element: element.key }];
  });
  const axes = dimensions.map(
    (range, place): BoundAxis => ({ ...wholeAxis(range), at: positions[place] ?? 0 }),
  );
  return { services, scope: connection?.scope ?? scope, owner, own, axes, whole: false };
}

function flattenElementOf(
  scoped: ScopedVariable,
  part: EquationPart | undefined,
  around: Around,
  positions: readonly number[],
  listed: number | undefined,
  add: (variable: Variable) => void,
): Variable | undefined {
  const { variable, connection } = scoped;
  const base = baseOf(scoped, around.owner, positions);
  if (connection !== undefined) return connected(base, connection.source, variable.kind === 'flow', around);
  if (part === undefined) return undefined;
  const { graph } = part;
  if (variable.kind === 'graphical') return graph && { kind: 'graphical', ...base, graph };
  const equation = equationOf(part, listed, around);
  if (equation === undefined) {
    around.services.reporter.error('missing-equation', part.span, `\`${base.name}\` has no equation.`, {
      variable: base.name,
      hint:
        around.scope.name === ''
          ? 'Add `<eqn>` with an equation or a number.'
          : 'Connect it to a variable by `<connect>`, or give it an equation.',
    });
    return undefined;
  }
  const initial =
    part.initial === undefined ? {} : { initial: around.services.flatten(part.initial, around) };
  const withGraph = graph === undefined ? {} : { graph };
  if (variable.kind === 'stock')
    return {
      kind: 'stock',
      ...base,
      equation,
      inflows: flowsOf(scoped, 'inflows', around),
      outflows: flowsOf(scoped, 'outflows', around),
    };
  if (variable.kind === 'auxiliary')
    return { kind: 'auxiliary', ...base, equation, ...initial, ...withGraph };
  const flow: Extract<Variable, { kind: 'flow' }> = {
    kind: 'flow',
    ...base,
    equation,
    ...initial,
    ...withGraph,
  };
  if (variable.multiplier !== undefined)
    add(convertedFlow(flow, around.services.flatten(variable.multiplier, around)));
  return variable.nonNegative ? uniflow(flow, add) : flow;
}

function baseOf(
  { variable, dimensions, key, name }: ScopedVariable,
  owner: Owner,
  positions: readonly number[],
): Base {
  const { documentation, units, range, span, written } = variable;
  const element = {
    array: key,
    name,
    subscripts: dimensions.flatMap(({ elements }, place) => elements[positions[place] ?? 0]?.name ?? []),
  };
  return {
    written: owner.name === variable.name ? written : owner.name,
    name: owner.name,
    key: owner.key,
    span,
    ...(documentation === undefined ? {} : { documentation }),
    ...(units === undefined ? {} : { units }),
    ...(range === undefined ? {} : { range }),
    ...(dimensions.length === 0 ? {} : { element }),
    ...(owner.macros.length === 0 ? {} : { hidden: true }),
  };
}

function equationOf(part: EquationPart, listed: number | undefined, around: Around): Expression | undefined {
  if (listed !== undefined) return { kind: 'number', value: listed, span: part.span };
  return part.expression && around.services.flatten(part.expression, around);
}

/** An input of a module: it takes the value, or the graph, of what it is connected to. */
function connected(
  base: Base,
  source: NonNullable<ScopedVariable['connection']>['source'],
  isFlow: boolean,
  around: Around,
): Variable {
  const graph = source.kind === 'name' ? graphOf(lookUp(around.scope, source.key)) : undefined;
  if (graph !== undefined) return { kind: 'graphical', ...base, graph };
  const equation = around.services.flatten(source, around);
  return { kind: isFlow ? 'flow' : 'auxiliary', ...base, equation };
}

function graphOf(source: ScopedVariable | undefined): GraphicalFunction | undefined {
  return source?.variable.kind === 'graphical' ? source.variable.parts[0]?.graph : undefined;
}

/** The flows of one element of a stock: of each flow that is an array, the element that goes with it. */
function flowsOf(
  { variable, scope }: ScopedVariable,
  side: 'inflows' | 'outflows',
  around: Around,
): readonly FlowReference[] {
  return variable[side].flatMap((reference): FlowReference[] => {
    const flow = lookUp(scope, reference.key);
    if (flow === undefined) return [{ ...reference, key: keyIn(scope, reference.key) }];
    const axes = flow.dimensions.map((dimension) => wholeAxis(dimension));
    const positions = positionsOn(axes, around.axes);
    if (positions === undefined) {
      around.services.reporter.error(
        'array-shape',
        reference.span,
        `The flow \`${flow.variable.name}\` does not have the dimensions of \`${variable.name}\`.`,
        { variable: variable.name, hint: 'A stock and its flows must be over the same dimensions.' },
      );
      return [];
    }
    const { key, written } = referenceTo(flow, positions, reference.span, around);
    const shown = flow.dimensions.length === 0 && flow.key === reference.key ? reference.written : written;
    const converted = side === 'inflows' && flow.variable.multiplier !== undefined;
    return [{ written: shown, key: converted ? convertedKey(key) : key, span: reference.span }];
  });
}
