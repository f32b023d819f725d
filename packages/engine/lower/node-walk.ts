import type { Assignment, Node, Slot } from './program.js';

/** The nodes a node is made of, one level down. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'constant':
    case 'slot':
    case 'clock':
      return [];
    case 'negate':
    case 'not':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'select':
      return [node.condition, node.then, node.otherwise];
    case 'builtin':
    case 'input':
    case 'random':
      return node.arguments;
    case 'lookup':
      return [node.argument];
  }
}

/** Slots a node reads, each once, in the order of the equation. */
export function slotsRead(node: Node): readonly Slot[] {
  const slots = new Set<Slot>();
  const seen = new Set<Node>();
  function visit(part: Node): void {
    if (seen.has(part)) return;
    seen.add(part);
    if (part.kind === 'slot') slots.add(part.slot);
    operandsOf(part).forEach(visit);
  }
  visit(node);
  return [...slots];
}

/** The assignments that `wanted` slots depend on, in their order. */
export function neededFor(wanted: Iterable<Slot>, assignments: readonly Assignment[]): Assignment[] {
  const needed = new Set(wanted);
  return [...assignments]
    .reverse()
    .filter(({ slot, node }) => {
      if (!needed.has(slot)) return false;
      for (const read of slotsRead(node)) needed.add(read);
      return true;
    })
    .reverse();
}
