import type { Program, Slot } from '@weir/engine';
import { slotsRead } from '@weir/engine';

/** What these slots are computed from within a moment, constants and stocks included; to a depth where given. */
export function neededSlots(
  program: Program,
  slots: readonly Slot[],
  depth = Number.POSITIVE_INFINITY,
): ReadonlySet<Slot> {
  const nodes = new Map(program.dynamic.map(({ slot, node }) => [slot, node]));
  const needed = new Set<Slot>();
  let level = slots;
  for (let deep = 0; deep < depth && level.length > 0; deep += 1) {
    const next = level.flatMap((slot) => {
      const node = nodes.get(slot);
      return node === undefined ? [] : slotsRead(node);
    });
    level = [...new Set(next)].filter((slot) => !needed.has(slot));
    for (const slot of level) needed.add(slot);
  }
  return needed;
}
