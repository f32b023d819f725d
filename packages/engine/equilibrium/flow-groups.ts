import type { Program, Slot } from '../lower/program.js';

/** Stocks that flows join, directly or by way of others: what one holds could come to be held by another. */
export interface FlowGroups {
  /** Number of each stock's group, shape `[stocks]`. */
  readonly groupOf: Int32Array;
  readonly count: number;
  /** Groups whose total cannot change: every flow leaves one of their stocks and enters another. */
  readonly conserved: ReadonlySet<number>;
}

/** Finds the groups of a program's stocks. A stock without flows is a group of its own, and conserved. */
export function flowGroups(program: Program): FlowGroups {
  const count = program.stocks.length;
  const parent = Int32Array.from({ length: count }, (_, stock) => stock);
  const root = (stock: number): number => {
    let at = stock;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const sources = new Map<Slot, number[]>();
  const targets = new Map<Slot, number[]>();
  const note = (map: Map<Slot, number[]>, flow: Slot, stock: number): void => {
    map.set(flow, [...(map.get(flow) ?? []), stock]);
  };
  for (const [stock, { inflows, outflows }] of program.stocks.entries()) {
    for (const flow of inflows) note(targets, flow, stock);
    for (const flow of outflows) note(sources, flow, stock);
  }
  const flows = new Set([...sources.keys(), ...targets.keys()]);
  for (const flow of flows) {
    const [first = 0, ...others] = [...(sources.get(flow) ?? []), ...(targets.get(flow) ?? [])];
    for (const other of others) parent[root(other)] = root(first);
  }
  const open = new Set<number>();
  for (const flow of flows) {
    const [from, to] = [sources.get(flow) ?? [], targets.get(flow) ?? []];
    if (from.length === 1 && to.length === 1) continue;
    for (const stock of [...from, ...to]) open.add(root(stock));
  }
  const roots = [...new Set(Array.from(parent, (_, stock) => root(stock)))];
  const numbers = new Map(roots.map((stock, group) => [stock, group]));
  return {
    groupOf: Int32Array.from(parent, (_, stock) => numbers.get(root(stock)) ?? 0),
    count: roots.length,
    conserved: new Set(roots.flatMap((stock, group) => (open.has(stock) ? [] : [group]))),
  };
}
