import type { Graph, NodeId } from '../javascript/graph.js';
import type { BinaryOp, Node, PureBuiltin } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { slotAt } from '../lower/slot.js';

/**
 * Arithmetic on the nodes of a graph, for derivatives: adds nodes, and leaves out what plainly does nothing (terms
 * of 0, factors of 0 and 1). Unlike the engine's own lowering it does not keep the last bit of anything.
 */
export class Calculus {
  readonly #graph: Graph;
  readonly #firstFree: number;

  /** @param firstFree - Slots from here on are free: nodes are handed to the graph under such names. */
  constructor(graph: Graph, firstFree: number) {
    this.#graph = graph;
    this.#firstFree = firstFree;
  }

  constant(value: number): NodeId {
    return this.#graph.add({ kind: 'constant', value });
  }

  /** The number that a node always is, if it is a constant. */
  constantOf(id: NodeId): number | undefined {
    const { operation } = this.#graph.at(id);
    return operation.kind === 'constant' ? operation.value : undefined;
  }

  add(left: NodeId, right: NodeId): NodeId {
    if (this.constantOf(left) === 0) return right;
    if (this.constantOf(right) === 0) return left;
    return this.#binary('add', left, right);
  }

  subtract(left: NodeId, right: NodeId): NodeId {
    if (this.constantOf(right) === 0) return left;
    if (this.constantOf(left) === 0) return this.negate(right);
    return this.#binary('subtract', left, right);
  }

  negate(operand: NodeId): NodeId {
    const value = this.constantOf(operand);
    if (value !== undefined) return this.constant(-value);
    const { operation, operands } = this.#graph.at(operand);
    if (operation.kind === 'negate') return operands[0] ?? operand;
    return this.#graph.add({ kind: 'negate', operand: this.#node(operand) });
  }

  multiply(left: NodeId, right: NodeId): NodeId {
    const [a, b] = [this.constantOf(left), this.constantOf(right)];
    if (a !== undefined && b !== undefined) return this.constant(a * b);
    if (a === 0 || b === 0) return this.constant(0);
    if (a === 1) return right;
    if (b === 1) return left;
    if (a === -1) return this.negate(right);
    if (b === -1) return this.negate(left);
    return this.#binary('multiply', left, right);
  }

  divide(left: NodeId, right: NodeId): NodeId {
    if (this.constantOf(left) === 0) return left;
    if (this.constantOf(right) === 1) return left;
    return this.#binary('divide', left, right);
  }

  /** 1 or 0, by comparison. */
  compare(op: Extract<BinaryOp, 'less' | 'less-equal' | 'equal'>, left: NodeId, right: NodeId): NodeId {
    return this.#binary(op, left, right);
  }

  power(base: NodeId, exponent: NodeId): NodeId {
    return this.#binary('power', base, exponent);
  }

  modulo(left: NodeId, right: NodeId): NodeId {
    return this.#binary('modulo', left, right);
  }

  select(condition: NodeId, whenTrue: NodeId, otherwise: NodeId): NodeId {
    if (whenTrue === otherwise) return whenTrue;
    const known = this.constantOf(condition);
    if (known !== undefined) return known !== 0 ? whenTrue : otherwise;
    return this.#graph.add(selectNode(this.#node(condition), this.#node(whenTrue), this.#node(otherwise)));
  }

  call(name: PureBuiltin, ...operands: readonly NodeId[]): NodeId {
    return this.#graph.add({
      kind: 'builtin',
      name,
      arguments: operands.map((operand) => this.#node(operand)),
    });
  }

  lookup(table: number, argument: NodeId): NodeId {
    return this.#graph.add({ kind: 'lookup', table, argument: this.#node(argument) });
  }

  #binary(op: BinaryOp, left: NodeId, right: NodeId): NodeId {
    return this.#graph.add({ kind: 'binary', op, left: this.#node(left), right: this.#node(right) });
  }

  /** A node of the graph as an operand: the graph takes expressions over slots, so it gets a slot as its name. */
  #node(id: NodeId): Node {
    const slot = slotAt(this.#firstFree + id);
    this.#graph.define(slot, id);
    return { kind: 'slot', slot };
  }
}
