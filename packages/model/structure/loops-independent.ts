import { components } from './graph.js';
import type { FoundLoops } from './loops-johnson.js';

/**
 * A shortest independent loop set: for every link that lies on a loop, its shortest loop; taken by length, each that has a
 * link no earlier one has. Every link that lies on a loop is on one of them; there are at most as many as links less nodes
 * plus one in each strongly connected part.
 *
 * @param work - Most edges followed; where that is not enough, `complete` is false.
 * @source R. Oliva, Model structure analysis through graph theory, System Dynamics Review 20 (2004), 313-336.
 */
export function independentLoops(effects: readonly (readonly number[])[], work: number): FoundLoops {
  const all = effects.map((_, node) => node);
  const candidates: (readonly number[])[] = [];
  let left = work;
  for (const component of components(effects.length, (node) => effects[node] ?? [], all)) {
    const members = new Set(component);
    const next = (node: number) => (effects[node] ?? []).filter((target) => members.has(target));
    for (const start of [...component].sort((one, other) => one - other)) {
      if (left <= 0) return { loops: chosen(candidates), complete: false };
      // The shortest way from `start` to each node, for the links that lead back to it.
      const cameFrom = new Map<number, number>();
      const queue = [start];
      for (let at = 0; at < queue.length; at += 1) {
        const node = queue[at] ?? start;
        for (const target of next(node)) {
          left -= 1;
          if (target === start) candidates.push(pathTo(node, start, cameFrom));
          else if (!cameFrom.has(target)) {
            cameFrom.set(target, node);
            queue.push(target);
          }
        }
      }
    }
  }
  return { loops: chosen(candidates), complete: true };
}

function pathTo(node: number, start: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const path: number[] = [];
  for (let at: number | undefined = node; at !== undefined; at = at === start ? undefined : cameFrom.get(at))
    path.push(at);
  return path.reverse();
}

/** Shortest first, those that bring a link of their own. */
function chosen(candidates: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Set<string>();
  return [...candidates]
    .sort((one, other) => one.length - other.length)
    .filter((loop) => {
      const links = loop.map((node, at) => `${node} ${loop[(at + 1) % loop.length] ?? node}`);
      const fresh = links.some((link) => !seen.has(link));
      if (fresh) for (const link of links) seen.add(link);
      return fresh;
    });
}
