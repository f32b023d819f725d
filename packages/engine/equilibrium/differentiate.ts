import type { GraphicalFunction } from '@weir/model';
import type { Graph, NodeId } from '../javascript/graph.js';
import type { Calculus } from './calculus.js';
import { difference, isReplaced, PARTIALS, powerPartial } from './partials.js';

/** Derivatives of one value, by position of the stock; those that are always 0 are left out. */
export type Gradient = ReadonlyMap<number, NodeId>;

const NOTHING: Gradient = new Map();

/**
 * Derivatives of values with respect to the stocks, by forward mode: one sparse gradient for each node, from the
 * stocks up. Choices, MIN, MAX and clamps take the derivative of the branch that is active.
 *
 * @param needed - Nodes the values are made of, operands first.
 * @param stockAt - Position of the stock that a node reads, if it reads one.
 * @param slopeTable - Position of the table that holds the slopes of a table.
 * @source Griewank and Walther 2008, Evaluating Derivatives, chapter 3.
 */
export function differentiate(
  graph: Graph,
  calculus: Calculus,
  needed: readonly NodeId[],
  stockAt: (id: NodeId) => number | undefined,
  slopeTable: (table: number) => number | undefined,
): ReadonlyMap<NodeId, Gradient> {
  const gradients = new Map<NodeId, Gradient>();
  const gradientOf = (id: NodeId): Gradient => gradients.get(id) ?? NOTHING;
  for (const id of needed) {
    const stock = stockAt(id);
    const gradient =
      stock === undefined
        ? gradientOfNode(graph, calculus, id, gradientOf, slopeTable)
        : new Map([[stock, calculus.constant(1)]]);
    if (gradient.size > 0) gradients.set(id, gradient);
  }
  return gradients;
}

function gradientOfNode(
  graph: Graph,
  calculus: Calculus,
  id: NodeId,
  gradientOf: (id: NodeId) => Gradient,
  slopeTable: (table: number) => number | undefined,
): Gradient {
  const { operation, operands } = graph.at(id);
  const [first = id, second = id, third = id] = operands;
  /** Sum of partial derivative times gradient over the operands that move. */
  const chained = (partial: (position: number) => NodeId): Gradient => {
    let sum: Gradient = NOTHING;
    for (const [position, operand] of operands.entries()) {
      const gradient = gradientOf(operand);
      if (gradient.size > 0) sum = added(calculus, sum, scaled(calculus, partial(position), gradient));
    }
    return sum;
  };
  switch (operation.kind) {
    case 'negate':
      return chained(() => calculus.constant(-1));
    case 'select':
      return chosen(calculus, first, gradientOf(second), gradientOf(third));
    case 'lookup': {
      const slopes = slopeTable(operation.table);
      return slopes === undefined ? NOTHING : chained(() => calculus.lookup(slopes, first));
    }
    case 'builtin': {
      const rule = PARTIALS[operation.name];
      if (rule === 'flat') return NOTHING;
      if (rule === 'active') return active(calculus, operation.name, operands, gradientOf);
      const call = { name: operation.name, operands, value: id };
      if (rule === 'quotient unless 0' || rule === 'quotient unless small') {
        const replaced = isReplaced(calculus, rule, second);
        const quotient = added(
          calculus,
          scaled(calculus, calculus.divide(calculus.constant(1), second), gradientOf(first)),
          scaled(calculus, calculus.negate(calculus.divide(id, second)), gradientOf(second)),
        );
        return chosen(calculus, replaced, operands[2] === undefined ? NOTHING : gradientOf(third), quotient);
      }
      if (rule === 'differences') {
        return operands.reduce<Gradient>((sum, operand, position) => {
          const gradient = gradientOf(operand);
          if (gradient.size === 0) return sum;
          // An operand that does not bear may have a derivative that is not a number: 0 times it would be none.
          const partial = difference(calculus, call, position);
          const idle = calculus.compare('equal', partial, calculus.constant(0));
          return added(calculus, sum, chosen(calculus, idle, NOTHING, scaled(calculus, partial, gradient)));
        }, NOTHING);
      }
      return chained((position) => rule(calculus, call, position));
    }
    case 'binary':
      switch (operation.op) {
        case 'add':
          return chained(() => calculus.constant(1));
        case 'subtract':
          return chained((position) => calculus.constant(position === 0 ? 1 : -1));
        case 'multiply':
          return chained((position) => (position === 0 ? second : first));
        case 'divide': {
          const inverse = (): NodeId => calculus.divide(calculus.constant(1), second);
          return chained((position) =>
            position === 0 ? inverse() : calculus.negate(calculus.multiply(id, inverse())),
          );
        }
        case 'power':
          return chained((position) =>
            powerPartial(calculus, { name: 'power', operands, value: id }, position),
          );
        case 'modulo': {
          const whole = (): NodeId => calculus.call('int', calculus.divide(first, second));
          return chained((position) => (position === 0 ? calculus.constant(1) : calculus.negate(whole())));
        }
        default:
          // Comparisons and logic.
          return NOTHING;
      }
    default:
      // Leaves and NOT stand still; what moves on its own is refused before it comes here.
      return NOTHING;
  }
}

/** Gradient of the operand that MIN or MAX takes; of the first where two are equal. */
function active(
  calculus: Calculus,
  name: 'min' | 'max' | string,
  operands: readonly NodeId[],
  gradientOf: (id: NodeId) => Gradient,
): Gradient {
  const [head, ...rest] = operands;
  if (head === undefined) return NOTHING;
  const extreme = name === 'min' ? 'min' : 'max';
  let [value, gradient] = [head, gradientOf(head)];
  for (const operand of rest) {
    const keeps =
      extreme === 'min'
        ? calculus.compare('less-equal', value, operand)
        : calculus.compare('less-equal', operand, value);
    gradient = chosen(calculus, keeps, gradient, gradientOf(operand));
    value = calculus.call(extreme, value, operand);
  }
  return gradient;
}

function chosen(calculus: Calculus, condition: NodeId, whenTrue: Gradient, otherwise: Gradient): Gradient {
  const zero = calculus.constant(0);
  const gradient = new Map<number, NodeId>();
  for (const stock of new Set([...whenTrue.keys(), ...otherwise.keys()])) {
    gradient.set(
      stock,
      calculus.select(condition, whenTrue.get(stock) ?? zero, otherwise.get(stock) ?? zero),
    );
  }
  return gradient;
}

function scaled(calculus: Calculus, factor: NodeId, gradient: Gradient): Gradient {
  if (calculus.constantOf(factor) === 0) return NOTHING;
  return new Map([...gradient].map(([stock, id]) => [stock, calculus.multiply(factor, id)]));
}

function added(calculus: Calculus, left: Gradient, right: Gradient): Gradient {
  const sum = new Map(left);
  for (const [stock, id] of right) {
    const other = sum.get(stock);
    sum.set(stock, other === undefined ? id : calculus.add(other, id));
  }
  return sum;
}

/**
 * Slopes of a graphical function as another one, to be read at the same place: the slope of the piece to the
 * right, 0 beyond its ends unless it is extended there.
 *
 * @returns Nothing where the slope is 0 everywhere.
 */
export function slopesOf({ type, x, y }: GraphicalFunction): GraphicalFunction | undefined {
  if (type === 'discrete' || x.length < 2) return undefined;
  const pieces = x.slice(1).map((right, index) => {
    const left = x[index] ?? Number.NaN;
    return ((y[index + 1] ?? Number.NaN) - (y[index] ?? Number.NaN)) / (right - left);
  });
  const [before = 0, after = 0] = type === 'extrapolate' ? [pieces[0], pieces.at(-1)] : [];
  // Pieces of no width have no slope that counts.
  const finite = pieces.map((slope) => (Number.isFinite(slope) ? slope : 0));
  return { type: 'discrete', x: [-Number.MAX_VALUE, ...x], y: [before, ...finite, after] };
}
