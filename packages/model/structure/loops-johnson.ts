import { components } from './graph.js';

/** How far an enumeration may go. */
export interface LoopLimits {
  /** Loops found. */
  readonly loops: number;
  /** Edges followed. */
  readonly work: number;
}

/** Loops, each as its nodes in order, and whether these are all. */
export interface FoundLoops {
  readonly loops: readonly (readonly number[])[];
  readonly complete: boolean;
}

/**
 * All elementary circuits of a graph, or those through one node, up to a limit.
 *
 * Johnson's algorithm with a stack of its own: time grows with the number of circuits times the size of the graph.
 *
 * @param through - Only circuits through this node.
 * @source D. B. Johnson, Finding all the elementary circuits of a directed graph, SIAM J. Comput. 4 (1975), 77-84.
 */
export function elementaryLoops(
  effects: readonly (readonly number[])[],
  limits: LoopLimits,
  through?: number,
): FoundLoops {
  const found: (readonly number[])[] = [];
  let work = 0;
  const all = effects.map((_, node) => node);
  const parts = components(
    effects.length,
    (node) => effects[node] ?? [],
    through === undefined ? all : [through],
  );
  const starts = parts
    .filter((part) => part.length > 1 || (effects[part[0] ?? -1] ?? []).includes(part[0] ?? -1))
    .filter((part) => through === undefined || part.includes(through))
    .flatMap((part) => (through === undefined ? rising(part) : [through]).map((start) => ({ start, part })));
  for (const { start, part } of starts) {
    // Circuits are told by their lowest node; through one node, by that node.
    const members = within(effects, part, through === undefined ? start : Number.NEGATIVE_INFINITY, start);
    const next = (node: number) => (effects[node] ?? []).filter((target) => members.has(target));
    work += part.length;

    const blocked = new Set<number>();
    const blocks = new Map<number, Set<number>>();
    const unblock = (first: number) => {
      const waiting = [first];
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (!blocked.delete(node)) continue;
        waiting.push(...(blocks.get(node) ?? []));
        blocks.delete(node);
      }
    };
    const path: { readonly node: number; readonly edges: readonly number[]; at: number; closed: boolean }[] =
      [];
    const enter = (node: number) => {
      path.push({ node, edges: next(node), at: 0, closed: false });
      blocked.add(node);
    };
    enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const target = visit.edges[visit.at];
      if (target !== undefined) {
        visit.at += 1;
        work += 1;
        if (target === start) {
          found.push(path.map(({ node }) => node));
          visit.closed = true;
          if (found.length >= limits.loops) return { loops: found, complete: false };
        } else if (!blocked.has(target)) enter(target);
        if (work > limits.work) return { loops: found, complete: false };
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (visit.closed) {
        unblock(visit.node);
        if (parent !== undefined) parent.closed = true;
      } else
        for (const edge of visit.edges) {
          const waiting = blocks.get(edge);
          if (waiting === undefined) blocks.set(edge, new Set([visit.node]));
          else waiting.add(visit.node);
        }
    }
  }
  return { loops: found, complete: true };
}

function rising(nodes: readonly number[]): readonly number[] {
  return [...nodes].sort((left, right) => left - right);
}

/** The strongly connected part around a node, among the nodes of a part from `least` on. */
function within(
  effects: readonly (readonly number[])[],
  part: readonly number[],
  least: number,
  node: number,
): ReadonlySet<number> {
  const allowed = part.filter((member) => member >= least);
  const numbers = new Map(allowed.map((member, index) => [member, index]));
  const next = (index: number) =>
    (effects[allowed[index] ?? -1] ?? []).flatMap((target) => numbers.get(target) ?? []);
  const own = numbers.get(node) ?? 0;
  const around = components(allowed.length, next, [own]).find((members) => members.includes(own)) ?? [];
  return new Set(around.flatMap((index) => allowed[index] ?? []));
}
