import type { Node } from './program.js';

/** A choice between two nodes: `whenTrue` where `condition` is not 0. */
export function selectNode(condition: Node, whenTrue: Node, otherwise: Node): Node {
  // biome-ignore lint/suspicious/noThenProperty: the equation language's own word; nodes are never awaited.
  return { kind: 'select', condition, then: whenTrue, otherwise };
}
