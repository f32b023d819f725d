import type { Graph, NodeId } from '../../javascript/graph.js';
import type { Calculus } from '../calculus.js';
import { nodesBelow } from '../rest-graph.js';

/**
 * Copies nodes into another graph.
 *
 * @param roots - What is wanted, with all that it needs down to the leaves.
 * @param leaf - The node of the new graph that takes the place of one; nothing for those that are copied.
 * @param reciprocal - The node of the new graph that is 1 over one of the old, where there is one.
 * @returns The new node of each root.
 */
export function transplant(
  from: Graph,
  roots: readonly NodeId[],
  into: Calculus,
  leaf: (id: NodeId) => NodeId | undefined,
  reciprocal: (id: NodeId) => NodeId | undefined,
): (id: NodeId) => NodeId {
  const copies = new Map<NodeId, NodeId>();
  const copyOf = (id: NodeId): NodeId => {
    const copy = copies.get(id);
    if (copy === undefined) throw new RangeError(`node ${id} was not copied`);
    return copy;
  };
  for (const id of nodesBelow(from, roots, (node) => leaf(node) !== undefined)) {
    const known = leaf(id);
    const { operation, operands } = from.at(id);
    const [dividend = id, divisor = id] = operands;
    const isQuotient = operation.kind === 'binary' && operation.op === 'divide';
    const inverse = isQuotient ? reciprocal(divisor) : undefined;
    const copy = (): NodeId =>
      inverse === undefined
        ? into.apply(operation, operands.map(copyOf))
        : into.multiply(copyOf(dividend), inverse);
    copies.set(id, known ?? copy());
  }
  return copyOf;
}
