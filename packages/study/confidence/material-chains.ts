import type { Program, ProgramStock, Slot } from '@weir/engine';

/** The stocks that a flow joins; nothing where it comes from or goes to outside. */
export interface FlowEnds {
  readonly from?: ProgramStock;
  readonly to?: ProgramStock;
}

/** Where each flow comes from and goes to. */
export function flowEnds(program: Program): ReadonlyMap<Slot, FlowEnds> {
  const ends = new Map<Slot, FlowEnds>();
  for (const stock of program.stocks) {
    for (const flow of stock.outflows) ends.set(flow, { ...ends.get(flow), from: stock });
    for (const flow of stock.inflows) ends.set(flow, { ...ends.get(flow), to: stock });
  }
  return ends;
}

/** Stocks that flows join, with the flows among them and across their boundary. */
export interface MaterialChain {
  readonly stocks: readonly ProgramStock[];
  readonly joining: readonly Slot[];
  readonly entering: readonly Slot[];
  readonly leaving: readonly Slot[];
}

/** The groups of stocks that flows join; a stock by itself is a group of one. */
export function materialChains(program: Program): readonly MaterialChain[] {
  const ends = flowEnds(program);
  const done = new Set<ProgramStock>();
  return program.stocks.flatMap((first) => {
    if (done.has(first)) return [];
    const stocks: ProgramStock[] = [];
    const waiting = [first];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (done.has(next)) continue;
      done.add(next);
      stocks.push(next);
      for (const flow of [...next.inflows, ...next.outflows]) {
        const { from, to } = ends.get(flow) ?? {};
        waiting.push(...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to]));
      }
    }
    const inflows = stocks.flatMap((stock) => stock.inflows);
    const outflows = stocks.flatMap((stock) => stock.outflows);
    const isJoining = (flow: Slot) => ends.get(flow)?.from !== undefined && ends.get(flow)?.to !== undefined;
    return [
      {
        stocks,
        joining: inflows.filter(isJoining),
        entering: inflows.filter((flow) => !isJoining(flow)),
        leaving: outflows.filter((flow) => !isJoining(flow)),
      },
    ];
  });
}
