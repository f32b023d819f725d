import type { Graph, NodeId, Operation } from '../javascript/graph.js';
import type { BinaryOp, Node, PureBuiltin, Slot } from '../lower/program.js';
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

  /** What a node is the negative of, if it is written as one. */
  #negated(id: NodeId): NodeId | undefined {
    const { operation, operands } = this.#graph.at(id);
    return operation.kind === 'negate' ? operands[0] : undefined;
  }

  add(left: NodeId, right: NodeId): NodeId {
    if (this.constantOf(left) === 0) return right;
    if (this.constantOf(right) === 0) return left;
    const [minusLeft, minusRight] = [this.#negated(left), this.#negated(right)];
    if (minusRight !== undefined) return this.subtract(left, minusRight);
    if (minusLeft !== undefined) return this.subtract(right, minusLeft);
    return this.#binary('add', left, right);
  }

  subtract(left: NodeId, right: NodeId): NodeId {
    if (this.constantOf(right) === 0) return left;
    if (this.constantOf(left) === 0) return this.negate(right);
    const [minusLeft, minusRight] = [this.#negated(left), this.#negated(right)];
    if (minusRight !== undefined) return this.add(left, minusRight);
    if (minusLeft !== undefined) return this.negate(this.add(minusLeft, right));
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
    const [minusLeft, minusRight] = [this.#negated(left), this.#negated(right)];
    if (minusLeft !== undefined) return this.negate(this.multiply(minusLeft, right));
    if (minusRight !== undefined) return this.negate(this.multiply(left, minusRight));
    return this.#binary('multiply', left, right);
  }

  divide(left: NodeId, right: NodeId): NodeId {
    const [a, b] = [this.constantOf(left), this.constantOf(right)];
    if (a !== undefined && b !== undefined) return this.constant(a / b);
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

  /** A number times a node. */
  scaled(factor: number, node: NodeId): NodeId {
    return this.multiply(this.constant(factor), node);
  }

  minimum(left: NodeId, right: NodeId): NodeId {
    return left === right ? left : this.call('min', left, right);
  }

  maximum(left: NodeId, right: NodeId): NodeId {
    return left === right ? left : this.call('max', left, right);
  }

  absolute(operand: NodeId): NodeId {
    const value = this.constantOf(operand);
    if (value !== undefined) return this.constant(Math.abs(value));
    return this.call('abs', this.#negated(operand) ?? operand);
  }

  /** Sum of nodes, from the first to the last; 0 of none. */
  sum(terms: readonly NodeId[]): NodeId {
    return terms.reduce((sum, term) => this.add(sum, term), this.constant(0));
  }

  /** Largest of nodes, from the first to the last; 0 of none. */
  largest(terms: readonly NodeId[]): NodeId {
    const [first, ...rest] = terms;
    if (first === undefined) return this.constant(0);
    return rest.reduce((largest, term) => this.maximum(largest, term), first);
  }

  /** A value from outside the graph. */
  value(slot: Slot): NodeId {
    return this.#graph.add({ kind: 'slot', slot });
  }

  /**
   * An operation of another graph on nodes of this one. A quotient becomes a product with the reciprocal of its
   * divisor, which other quotients share.
   */
  apply(operation: Operation, operands: readonly NodeId[]): NodeId {
    const nothing = this.constant(Number.NaN);
    const [first = nothing, second = nothing, third = nothing] = operands;
    switch (operation.kind) {
      case 'constant':
        return this.constant(operation.value);
      case 'negate':
        return this.negate(first);
      case 'not':
        return this.#graph.add({ kind: 'not', operand: this.#node(first) });
      case 'select':
        return this.select(first, second, third);
      case 'builtin':
        return this.call(operation.name, ...operands);
      case 'lookup':
        return this.lookup(operation.table, first);
      case 'binary':
        switch (operation.op) {
          case 'add':
            return this.add(first, second);
          case 'subtract':
            return this.subtract(first, second);
          case 'multiply':
            return this.multiply(first, second);
          case 'divide':
            return this.multiply(first, this.divide(this.constant(1), second));
          default:
            return this.#binary(operation.op, first, second);
        }
      default:
        throw new RangeError(`${operation.kind} does not stand still`);
    }
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
