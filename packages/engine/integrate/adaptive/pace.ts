import { operandsOf } from '../../lower/node-walk.js';
import type { Node, Program } from '../../lower/program.js';

/** How far a method that chooses its own steps may go in one. */
export type Pace =
  /**
   * From one whole DT to the next, for what changes at whole DT only (inputs over time, draws, memories), and for what
   * follows the clock: where a function of time bends at whole DT, no step goes over the bend.
   */
  | 'to each step'
  /** As far as the tolerance allows: the rates depend on the stocks alone. */
  | 'free';

/** The pace that the equations of a program allow. */
export function paceOf(program: Program): Pace {
  if (program.held.length > 0 || program.oncePerStep.size > 0) return 'to each step';
  const seen = new Set<Node>();
  const open = program.dynamic.map(({ node }) => node);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'input' || node.kind === 'random') return 'to each step';
    if (node.kind === 'clock' && node.quantity === 'time') return 'to each step';
    for (const operand of operandsOf(node)) open.push(operand);
  }
  return 'free';
}
