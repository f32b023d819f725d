import type { Program, Slot } from '@weir/engine';
import { slotsRead } from '@weir/engine';
import type { Link } from '../mechanism/link-switches.js';

/** An auxiliary on a feedback loop, and the links by which it bears on others. */
export interface FeedbackAuxiliary {
  readonly slot: Slot;
  readonly links: readonly Link[];
  /** How many variables it bears on, directly or not, within a moment. */
  readonly reach: number;
}

/** The auxiliaries of a program that lie on a feedback loop, those that bear on most first. */
export function feedbackAuxiliaries(program: Program): readonly FeedbackAuxiliary[] {
  const readers = new Map<Slot, Slot[]>();
  const add = (source: Slot, target: Slot) => readers.set(source, [...(readers.get(source) ?? []), target]);
  for (const { slot, node } of program.dynamic) for (const read of slotsRead(node)) add(read, slot);
  const within = new Map([...readers].map(([slot, targets]) => [slot, targets]));
  const stocks = new Set(program.stocks.map(({ slot }) => slot));
  for (const { slot, inflows, outflows } of program.stocks)
    for (const flow of [...inflows, ...outflows]) add(flow, slot);
  const reached = (start: Slot, over: ReadonlyMap<Slot, readonly Slot[]>) => {
    const seen = new Set<Slot>();
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      for (const target of over.get(next) ?? []) {
        if (seen.has(target)) continue;
        seen.add(target);
        waiting.push(target);
      }
    return seen;
  };
  return program.variables
    .filter(({ slot, kind, timing }) => kind === 'auxiliary' && timing === 'dynamic' && !stocks.has(slot))
    .filter(({ slot }) => reached(slot, readers).has(slot))
    .map(({ slot }) => ({
      slot,
      links: [...new Set(within.get(slot) ?? [])].map((target) => ({ source: slot, target })),
      reach: reached(slot, within).size,
    }))
    .toSorted((one, other) => other.reach - one.reach);
}
