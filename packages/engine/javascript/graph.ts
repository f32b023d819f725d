import type { InputBuiltin } from '../builtins/time-inputs.js';
import type { BinaryOp, ClockQuantity, Node, PureBuiltin, Slot } from '../lower/program.js';
import type { RandomBuiltin } from '../random/random-table.js';
import type { RandomSite } from '../random/stream.js';

/** Position of a node in its {@link Graph}; operands always stand before what uses them. */
export type NodeId = number & { readonly __brand: 'NodeId' };

/** What a node does with its operands. */
export type Operation =
  | { readonly kind: 'constant'; readonly value: number }
  /** A value read from outside the graph: a stock, or what was settled before. */
  | { readonly kind: 'value'; readonly slot: Slot }
  | { readonly kind: 'clock'; readonly quantity: ClockQuantity }
  | { readonly kind: 'negate' | 'not' }
  | { readonly kind: 'select' }
  | { readonly kind: 'binary'; readonly op: BinaryOp }
  | { readonly kind: 'builtin'; readonly name: PureBuiltin }
  | { readonly kind: 'input'; readonly name: InputBuiltin }
  | { readonly kind: 'random'; readonly name: RandomBuiltin; readonly site: RandomSite }
  | { readonly kind: 'lookup'; readonly table: number }
  /** Its operand as it was at the beginning of the step, kept in this slot. */
  | { readonly kind: 'frozen'; readonly slot: Slot };

/** A node of the graph: an operation on the values of earlier nodes. */
export interface GraphNode {
  readonly operation: Operation;
  readonly operands: readonly NodeId[];
}

/**
 * Expressions as a graph in which equal operations on equal operands are one node, so that each is computed
 * once. Every operation is pure and total, so sharing changes no value, not even the last bit.
 */
export class Graph {
  readonly nodes: GraphNode[] = [];
  readonly #known = new Map<string, NodeId>();
  readonly #settled = new Map<Slot, NodeId>();

  /** Lets `slot` mean this node from now on, instead of a value from outside. */
  define(slot: Slot, id: NodeId): void {
    this.#settled.set(slot, id);
  }

  /** Adds an expression; its parts that are known already are shared. */
  add(node: Node): NodeId {
    switch (node.kind) {
      case 'constant':
        return this.#intern({ kind: 'constant', value: node.value }, []);
      case 'slot':
        return this.#settled.get(node.slot) ?? this.#intern({ kind: 'value', slot: node.slot }, []);
      case 'clock':
        return this.#intern({ kind: 'clock', quantity: node.quantity }, []);
      case 'negate':
      case 'not':
        return this.#intern({ kind: node.kind }, [node.operand]);
      case 'binary':
        return this.#intern({ kind: 'binary', op: node.op }, [node.left, node.right]);
      case 'select':
        return this.#intern({ kind: 'select' }, [node.condition, node.then, node.otherwise]);
      case 'builtin':
        if (node.name === 'safediv') return this.#addSafeDivision(node.arguments);
        return this.#intern({ kind: 'builtin', name: node.name }, node.arguments);
      case 'input':
        return this.#intern({ kind: 'input', name: node.name }, node.arguments);
      case 'random':
        return this.#intern({ kind: 'random', name: node.name, site: node.site }, node.arguments);
      case 'lookup':
        return this.#intern({ kind: 'lookup', table: node.table }, [node.argument]);
    }
  }

  /** A node as it was at the beginning of the step, kept in `slot` for the rest of it. */
  freeze(slot: Slot, id: NodeId): NodeId {
    return this.#internIds({ kind: 'frozen', slot }, [id]);
  }

  /** The node of this id. */
  at(id: NodeId): GraphNode {
    const node = this.nodes[id];
    if (node === undefined) throw new RangeError(`no node ${id}`);
    return node;
  }

  #intern(operation: Operation, operandNodes: readonly Node[]): NodeId {
    return this.#internIds(
      operation,
      operandNodes.map((operand) => this.add(operand)),
    );
  }

  /** A choice whose denominator is one node, however often it is read. */
  #addSafeDivision([numerator, denominator, otherwise]: readonly Node[]): NodeId {
    const nothing: Node = { kind: 'constant', value: Number.NaN };
    const divisor = this.add(denominator ?? nothing);
    const zero = this.#internIds({ kind: 'constant', value: 0 }, []);
    const meetsZero = this.#internIds({ kind: 'binary', op: 'equal' }, [divisor, zero]);
    const quotient = this.#internIds({ kind: 'binary', op: 'divide' }, [
      this.add(numerator ?? nothing),
      divisor,
    ]);
    const instead = otherwise === undefined ? zero : this.add(otherwise);
    return this.#internIds({ kind: 'select' }, [meetsZero, instead, quotient]);
  }

  #internIds(operation: Operation, operands: readonly NodeId[]): NodeId {
    const key = `${keyOf(operation)}(${operands.join(',')})`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length as NodeId;
    this.nodes.push({ operation, operands });
    this.#known.set(key, id);
    return id;
  }
}

function keyOf(operation: Operation): string {
  switch (operation.kind) {
    case 'constant':
      return `constant ${Object.is(operation.value, -0) ? '-0' : operation.value}`;
    case 'value':
      return `value ${operation.slot}`;
    case 'clock':
      return `clock ${operation.quantity}`;
    case 'binary':
      return `binary ${operation.op}`;
    case 'builtin':
    case 'input':
      return `${operation.kind} ${operation.name}`;
    case 'random':
      return `random ${operation.name} ${operation.site.first} ${operation.site.second}`;
    case 'lookup':
      return `lookup ${operation.table}`;
    case 'frozen':
      return `frozen ${operation.slot}`;
    default:
      return operation.kind;
  }
}
