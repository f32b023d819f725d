import type { GraphicalFunction } from '@weir/model';
import { Graph, type NodeId } from '../javascript/graph.js';
import type { Program } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { Calculus } from './calculus.js';
import { differentiate, slopesOf } from './differentiate.js';

/** One entry of the Jacobian that is not always 0: the derivative of a stock's rate by a stock. */
export interface JacobianEntry {
  readonly row: number;
  readonly column: number;
  readonly node: NodeId;
}

/** The rates of the stocks and their derivatives, as one graph. */
export interface RestGraph {
  readonly graph: Graph;
  /** Rate of each stock, shape `[stocks]`. */
  readonly rates: readonly NodeId[];
  /** In no particular order. */
  readonly entries: readonly JacobianEntry[];
  /** The program's tables, and those of their slopes. */
  readonly tables: readonly GraphicalFunction[];
  /** Position of each node's stock, for nodes that read one. */
  stockAt(id: NodeId): number | undefined;
}

/** Makes the graph of a program whose rates depend on its stocks and on what stands still in a run. */
export function restGraph(program: Program): RestGraph {
  const graph = new Graph();
  for (const { slot, node } of program.dynamic) graph.define(slot, graph.add(node));
  const rates = program.stocks.map((stock) => graph.add(rateNode(stock)));

  const positions = new Map(program.stocks.map(({ slot }, position) => [slot, position]));
  const stockAt = (id: NodeId): number | undefined => {
    const { operation } = graph.at(id);
    return operation.kind === 'value' ? positions.get(operation.slot) : undefined;
  };
  const tables = [...program.tables];
  const slopeTables = program.tables.map((table) => {
    const slopes = slopesOf(table);
    return slopes === undefined ? undefined : tables.push(slopes) - 1;
  });
  const gradients = differentiate(
    graph,
    new Calculus(graph, program.variables.length),
    nodesBelow(graph, rates),
    stockAt,
    (table) => slopeTables[table],
  );
  const entries = rates.flatMap((rate, row) =>
    [...(gradients.get(rate) ?? [])].map(([column, node]) => ({ row, column, node })),
  );
  return { graph, rates, entries, tables, stockAt };
}

/**
 * Every node that some nodes need, operands first.
 *
 * @param isLeaf - Nodes whose operands are not needed; none unless given.
 */
export function nodesBelow(
  graph: Graph,
  roots: Iterable<NodeId>,
  isLeaf: (id: NodeId) => boolean = () => false,
): readonly NodeId[] {
  const reached = new Set<NodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    if (!isLeaf(id)) open.push(...graph.at(id).operands);
  }
  return [...reached].sort((a, b) => a - b);
}

/** Nodes whose value depends on the stocks. */
export function movingNodes(rest: RestGraph, needed: readonly NodeId[]): ReadonlySet<NodeId> {
  const moving = new Set<NodeId>();
  for (const id of needed) {
    const moves = rest.stockAt(id) !== undefined;
    if (moves || rest.graph.at(id).operands.some((operand) => moving.has(operand))) moving.add(id);
  }
  return moving;
}
