/**
 * The strongly connected components of a graph of dependencies, each after all that it depends on; among equals,
 * in the order of `roots`. A component of one node without an edge to itself is no circle.
 *
 * Tarjan's algorithm with a stack of its own: linear time, and no recursion, so that a chain of any length fits.
 *
 * @param count - Nodes are numbered from 0 to `count - 1`.
 * @param dependencies - What a node depends on, in the order in which it shall be visited.
 * @param roots - Nodes from which to start, in order.
 */
export function components(
  count: number,
  dependencies: (node: number) => readonly number[],
  roots: Iterable<number>,
): readonly (readonly number[])[] {
  const order = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const waiting = new Uint8Array(count);
  const found: number[][] = [];
  const path: number[] = [];
  let next = 0;
  for (const root of roots) {
    if (order[root] !== -1) continue;
    const visits: { readonly node: number; readonly edges: readonly number[]; at: number }[] = [];
    const enter = (node: number) => {
      order[node] = next;
      lowest[node] = next;
      next += 1;
      waiting[node] = 1;
      path.push(node);
      visits.push({ node, edges: dependencies(node), at: 0 });
    };
    enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const target = visit.edges[visit.at];
      if (target !== undefined) {
        visit.at += 1;
        if (order[target] === -1) enter(target);
        else if (waiting[target] === 1) lowest[node] = Math.min(lowest[node] ?? 0, order[target] ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lowest[parent.node] = Math.min(lowest[parent.node] ?? 0, lowest[node] ?? 0);
      if (lowest[node] !== order[node]) continue;
      const members = path.splice(path.lastIndexOf(node));
      for (const member of members) waiting[member] = 0;
      found.push(members);
    }
  }
  return found;
}

/**
 * The shortest circle through the lowest node of a component, as the nodes in order of dependency; `undefined` when
 * the component is no circle.
 */
export function circleIn(
  component: readonly number[],
  dependencies: (node: number) => readonly number[],
): readonly number[] | undefined {
  const start = component.reduce((least, node) => Math.min(least, node), Number.POSITIVE_INFINITY);
  const members = new Set(component);
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? start;
    for (const target of dependencies(node)) {
      if (target === start) {
        const circle = [node];
        for (let back = cameFrom.get(node); back !== undefined; back = cameFrom.get(back)) circle.push(back);
        return circle.reverse();
      }
      if (!members.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      queue.push(target);
    }
  }
  return undefined;
}
