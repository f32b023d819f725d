import type { Program } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { Graph, type NodeId } from './graph.js';

/** The equations of motion as one graph: what the rates and the memories need and nothing else. */
export interface Motion {
  readonly program: Program;
  readonly graph: Graph;
  /** Rate of each stock, shape `[stocks]`. */
  readonly rates: readonly NodeId[];
  /** What each memory takes over at the end of a step, shape `[held]`. */
  readonly next: readonly NodeId[];
  /** Nodes that these need, operands first. */
  readonly needed: readonly NodeId[];
}

/** Gathers the equations of motion of a program. */
export function motionOf(program: Program): Motion {
  const graph = new Graph();
  for (const { slot, node } of program.dynamic) {
    const id = graph.add(node);
    graph.define(slot, program.oncePerStep.has(slot) ? graph.freeze(slot, id) : id);
  }
  const rates = program.stocks.map((stock) => graph.add(rateNode(stock)));
  const next = program.held.map((memory) => graph.add({ kind: 'slot', slot: memory.next }));
  const reached = new Set<NodeId>();
  const open = [...rates, ...next];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const operand of graph.at(id).operands) open.push(operand);
  }
  return { program, graph, rates, next, needed: [...reached].sort((a, b) => a - b) };
}

/** Nodes whose value may change in the course of a run. */
export function varyingNodes({ program, graph, needed }: Motion): ReadonlySet<NodeId> {
  const moving = new Set([...program.stocks, ...program.held].map(({ slot }) => slot));
  const varying = new Set<NodeId>();
  for (const id of needed) {
    const { operation, operands } = graph.at(id);
    const moves =
      operation.kind === 'input' ||
      operation.kind === 'random' ||
      operation.kind === 'frozen' ||
      (operation.kind === 'clock' && (operation.quantity === 'time' || operation.quantity === 'step')) ||
      (operation.kind === 'value' && moving.has(operation.slot));
    if (moves || operands.some((operand) => varying.has(operand))) varying.add(id);
  }
  return varying;
}
