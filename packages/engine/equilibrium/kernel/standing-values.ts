import type { NodeId } from '../../javascript/graph.js';
import type { Program } from '../../lower/program.js';
import { Calculus } from '../calculus.js';
import { FIRST_CHANGE, LEAST_OF_ALL } from '../measures.js';
import { movingNodes, nodesBelow, type RestGraph } from '../rest-graph.js';
import { ROSENBROCK } from '../rosenbrock.js';
import type { Result } from './tick-parts.js';
import type { StockPlace, TickPlaces } from './tick-places.js';

/** The values with which a run begins, from the stocks and rates at its start. */
export function startOf(
  program: Program,
  { graph, rates }: RestGraph,
  places: TickPlaces,
): readonly Result[] {
  const calculus = new Calculus(graph, program.variables.length);
  const state = program.stocks.map(({ slot }) => calculus.value(slot));
  const sizes = state.map((value) => calculus.absolute(value));
  const largest = calculus.largest(sizes);
  const zero = calculus.constant(0);
  const one = calculus.constant(1);
  const isEmpty = calculus.compare('equal', largest, zero);
  const least = calculus.select(isEmpty, one, calculus.scaled(LEAST_OF_ALL, largest));
  const speeds = sizes.map((size, stock) =>
    calculus.select(
      calculus.compare('equal', size, zero),
      zero,
      calculus.divide(calculus.absolute(rates[stock] ?? zero), calculus.maximum(size, least)),
    ),
  );
  const shift = calculus.scaled(1 / (FIRST_CHANGE * ROSENBROCK.gamma), calculus.largest(speeds));
  const ofStocks = (place: StockPlace, nodes: readonly NodeId[]): readonly Result[] =>
    nodes.map((node, stock) => ({ slot: places.of(place, stock), node }));
  return [
    ...ofStocks('state', state),
    ...ofStocks('next', state),
    ...ofStocks(
      'least',
      state.map(() => least),
    ),
    { slot: places.single('shift'), node: shift },
  ];
}

/** What stands still in a run and is read by what moves, and the reciprocals of such divisors, which are among it. */
export function standing(
  program: Program,
  rest: RestGraph,
): { still: readonly NodeId[]; inverses: ReadonlyMap<NodeId, NodeId> } {
  const { graph } = rest;
  const roots = [...rest.rates, ...rest.entries.map(({ node }) => node)];
  const needed = nodesBelow(graph, roots);
  const moving = movingNodes(rest, needed);
  const isStill = (id: NodeId): boolean => !moving.has(id) && graph.at(id).operation.kind !== 'constant';
  const calculus = new Calculus(graph, program.variables.length);
  const inverses = new Map<NodeId, NodeId>();
  const read = new Set(roots.filter(isStill));
  for (const id of needed) {
    if (!moving.has(id)) continue;
    const { operation, operands } = graph.at(id);
    const divisor = operation.kind === 'binary' && operation.op === 'divide' ? operands[1] : undefined;
    for (const operand of operands) if (isStill(operand) && operand !== divisor) read.add(operand);
    if (divisor === undefined || !isStill(divisor)) continue;
    const inverse = calculus.divide(calculus.constant(1), divisor);
    inverses.set(divisor, inverse);
    read.add(inverse);
  }
  return { still: [...read], inverses };
}
