import { Graph, type NodeId } from '../../javascript/graph.js';
import type { Program } from '../../lower/program.js';
import { type EliminationStep, eliminationOrder } from '../elimination-order.js';
import type { FlowGroups } from '../flow-groups.js';
import type { RestGraph } from '../rest-graph.js';
import { Elements, factor, solveWith } from './eliminate.js';
import { PartTools } from './part-tools.js';
import { standing, startOf } from './standing-values.js';
import { stockParts } from './stock-parts.js';
import type { Part, PartName, Result, StockPart, StockPartName } from './tick-parts.js';
import { TickPlaces } from './tick-places.js';
import { transplant } from './transplant.js';

/** One tick of a search for rest, in parts, and what must be settled once a run before it. */
export interface TickGraph {
  readonly places: TickPlaces;
  /** Over the program's slots: what stands still, into slots of the kernel. */
  readonly settle: Part;
  /** Over the kernel's slots. */
  readonly parts: Readonly<Record<PartName, Part>>;
  readonly stockParts: Readonly<Record<StockPartName, StockPart>>;
}

/**
 * Makes the graphs of a tick: a step along the trajectory by the Rosenbrock method, or an iteration of Newton's method, and the measures by
 * which it is judged. There are no branches, so that several runs can be computed side by side whatever each of them is at; and what is
 * done more than once is a part of its own, so that the code stays small.
 */
export function tickGraph(program: Program, rest: RestGraph, groups: FlowGroups): TickGraph {
  const size = program.stocks.length;
  const { still, inverses } = standing(program, rest);
  const order = eliminationOrder(size, rest.entries);
  const pattern = filledPattern(size, rest, order);
  const places = new TickPlaces(program, {
    still: still.length,
    entries: rest.entries.length,
    elements: [...pattern.values()].length,
  });
  const stillAt = new Map(still.map((id, index) => [id, places.still(index)]));
  const part = (write: (tools: PartTools) => readonly Result[]): Part => {
    const graph = new Graph();
    return { graph, results: write(new PartTools(graph, places, size)) };
  };
  /** Nodes of the rest graph, with the stocks at these values. */
  const evaluated = ({ calculus }: PartTools, roots: readonly NodeId[], stocks: readonly NodeId[]) => {
    const settled = (id: NodeId | undefined): NodeId | undefined => {
      const slot = id === undefined ? undefined : stillAt.get(id);
      return slot === undefined ? undefined : calculus.value(slot);
    };
    return transplant(
      rest.graph,
      roots,
      calculus,
      // A divisor that is read by its reciprocal only is never asked for.
      (id) =>
        settled(id) ?? (inverses.has(id) ? calculus.constant(Number.NaN) : stocks[rest.stockAt(id) ?? -1]),
      (id) => settled(inverses.get(id)),
    );
  };
  const own = [...rest.rates, ...rest.entries.map(({ node }) => node)];

  const slopes = part((tools) => {
    const { calculus } = tools;
    const take = tools.flag('take');
    const state = tools.each((i) => calculus.select(take, tools.value('next', i), tools.value('state', i)));
    const here = evaluated(tools, own, state);
    const rates = rest.rates.map(here);
    return [
      ...tools.store('state', state),
      ...tools.store('rate', rates),
      ...tools.store('vector', rates),
      ...tools.store(
        'own',
        tools.each((i) => {
          const diagonal = rest.entries.find(({ row, column }) => row === i && column === i);
          return diagonal === undefined ? calculus.constant(0) : here(diagonal.node);
        }),
      ),
      ...tools.store(
        'shared',
        tools.each((i) => {
          const isJoined = (_: NodeId, j: number): boolean => groups.groupOf[j] === groups.groupOf[i];
          return calculus.largest(tools.all('least').filter(isJoined));
        }),
      ),
      ...rest.entries.map(({ node }, index) => ({ slot: places.entry(index), node: here(node) })),
    ];
  });

  const factors = part((tools) => {
    const { calculus } = tools;
    const matrix = new Elements<NodeId>(size);
    for (let index = 0; index < size; index += 1) matrix.set(index, index, tools.single('shift'));
    rest.entries.forEach(({ row, column }, index) => {
      const before = matrix.get(row, column) ?? calculus.constant(0);
      matrix.set(row, column, calculus.subtract(before, calculus.value(places.entry(index))));
    });
    factor(calculus, order, matrix);
    const pivots = tools.each((i) => matrix.get(i, i) ?? calculus.constant(Number.NaN));
    return [
      ...[...matrix.values()].map((node, index) => ({ slot: places.element(index), node })),
      { slot: places.single('leastPivot'), node: pivots.reduce((a, b) => calculus.minimum(a, b)) },
      { slot: places.single('mostPivot'), node: calculus.largest(pivots) },
    ];
  });

  const solve = part((tools) => {
    const known = pattern.map((_, index) => tools.calculus.value(places.element(index)));
    return tools.store('vector', solveWith(tools.calculus, order, known, tools.all('vector')));
  });

  const within = part((tools) => {
    const first = tools.all('vector');
    const stage = tools.each((i) => tools.calculus.add(tools.value('state', i), tools.value('vector', i)));
    const later = evaluated(tools, rest.rates, stage);
    return [
      ...tools.store('first', first),
      ...tools.store('within', stage),
      ...tools.store('later', rest.rates.map(later)),
    ];
  });

  return {
    places,
    settle: {
      graph: rest.graph,
      results: [
        ...still.map((node, index) => ({ slot: places.still(index), node })),
        ...startOf(program, rest, places),
      ],
    },
    parts: { slopes, factor: factors, solve, within },
    stockParts: stockParts(places),
  };
}

/** The places of the matrix (shift I - J) and its factors, in the order in which `factor` sets them. */
function filledPattern(
  size: number,
  { entries }: RestGraph,
  order: readonly EliminationStep[],
): Elements<true> {
  const pattern = new Elements<true>(size);
  for (let index = 0; index < size; index += 1) pattern.set(index, index, true);
  for (const { row, column } of entries) pattern.set(row, column, true);
  for (const { below, right } of order) {
    for (const row of below) for (const column of right) pattern.set(row, column, true);
  }
  return pattern;
}
