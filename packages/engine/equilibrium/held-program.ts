import { withPlainInputs } from '../lower/plain-inputs.js';
import type { Assignment, Node, Program } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';

/** When time is held. */
export type HeldAt = 'start' | 'stop';

/**
 * A program in which time stands still at the first or the last time of the run, and with it STEP, RAMP, PULSE and their like:
 * what is left is what the stocks do by themselves. Slots mean what they meant.
 */
export function heldProgram(program: Program, at: HeldAt): Program {
  const plain = withPlainInputs(program);
  const held = (list: readonly Assignment[]): readonly Assignment[] =>
    list.map(({ slot, node }) => ({ slot, node: heldNode(node, at) }));
  return {
    ...plain,
    constants: held(plain.constants),
    initial: held(plain.initial),
    dynamic: held(plain.dynamic),
  };
}

const clock = (quantity: 'start' | 'stop' | 'dt'): Node => ({ kind: 'clock', quantity });

/** Number of the step at which time is held. */
function stepAt(at: HeldAt): Node {
  if (at === 'start') return { kind: 'constant', value: 0 };
  const length: Node = { kind: 'binary', op: 'subtract', left: clock('stop'), right: clock('start') };
  const steps: Node = { kind: 'binary', op: 'divide', left: length, right: clock('dt') };
  const half: Node = { kind: 'constant', value: 0.5 };
  return {
    kind: 'builtin',
    name: 'int',
    arguments: [{ kind: 'binary', op: 'add', left: steps, right: half }],
  };
}

function heldNode(node: Node, at: HeldAt): Node {
  const held = (part: Node): Node => heldNode(part, at);
  switch (node.kind) {
    case 'clock':
      if (node.quantity === 'time') return clock(at);
      return node.quantity === 'step' ? stepAt(at) : node;
    case 'constant':
    case 'slot':
      return node;
    case 'negate':
    case 'not':
      return { ...node, operand: held(node.operand) };
    case 'binary':
      return { ...node, left: held(node.left), right: held(node.right) };
    case 'select':
      return selectNode(held(node.condition), held(node.then), held(node.otherwise));
    case 'builtin':
    case 'input':
    case 'random':
      return { ...node, arguments: node.arguments.map(held) };
    case 'lookup':
      return { ...node, argument: held(node.argument) };
  }
}
