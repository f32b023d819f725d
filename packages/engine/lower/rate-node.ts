import type { Node, ProgramStock, Slot } from './program.js';

/**
 * Net rate of a stock as a node: (in1 + in2 + ...) - (out1 + out2 + ...), both in file order, the sum of no
 * inflows being 0. The same order as `netFlow`.
 */
export function rateNode(stock: ProgramStock): Node {
  const inflow = sumNode(stock.inflows) ?? { kind: 'constant', value: 0 };
  const outflow = sumNode(stock.outflows);
  return outflow === undefined ? inflow : { kind: 'binary', op: 'subtract', left: inflow, right: outflow };
}

function sumNode(slots: readonly Slot[]): Node | undefined {
  const [first, ...rest] = slots.map((slot): Node => ({ kind: 'slot', slot }));
  if (first === undefined) return undefined;
  return rest.reduce<Node>((left, right) => ({ kind: 'binary', op: 'add', left, right }), first);
}
