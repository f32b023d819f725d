import { operandsOf } from './node-walk.js';
import type { Node, Program } from './program.js';

/** Whether a program draws random numbers, so that its runs depend on a seed. */
export function usesRandom(program: Program): boolean {
  const waiting: Node[] = [...program.constants, ...program.initial, ...program.dynamic].map(
    ({ node }) => node,
  );
  const seen = new Set<Node>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'random') return true;
    if (seen.has(node)) continue;
    seen.add(node);
    waiting.push(...operandsOf(node));
  }
  return false;
}
