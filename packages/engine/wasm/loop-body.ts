import type { NodeId } from '../javascript/graph.js';
import { type Motion, varyingNodes } from '../javascript/motion.js';
import type { Slot } from '../lower/program.js';
import { type PushNode, writeBlock } from './block.js';
import type { Entry } from './entry.js';
import type { Local } from './function-writer.js';
import type { Unit } from './unit.js';

/** Computes before the loop what does not change in it; gives the variables that hold it. */
export function writeInvariants(
  unit: Unit,
  motion: Motion,
  { writer, locals }: Entry,
): ReadonlyMap<NodeId, Local> {
  const { graph, rates, next, needed } = motion;
  const varying = varyingNodes(motion);
  const usedByLoop = [
    ...needed.filter((id) => varying.has(id)).flatMap((id) => graph.at(id).operands),
    ...rates,
    ...next,
  ];
  const roots = [...new Set(usedByLoop)].filter(
    (id) => !varying.has(id) && graph.at(id).operation.kind !== 'constant',
  );
  const push = writeBlock({
    unit,
    writer,
    clock: locals,
    graph,
    roots,
    nameRoots: true,
    frozen: 'computed',
  });
  return new Map(
    roots.map((id) => {
      const local = writer.local(unit.words.type);
      push(id);
      writer.set(local);
      return [id, local];
    }),
  );
}

/** Writes what the rates and memories share, with stocks in these variables. */
export function writeLoopBody(
  unit: Unit,
  { graph, rates, next }: Motion,
  { writer, locals }: Entry,
  known: ReadonlyMap<NodeId, Local>,
  stocks: readonly Local[],
  frozen: 'computed' | 'by stage',
): PushNode {
  const variables = new Map<Slot, Local>();
  unit.program.stocks.forEach(({ slot }, stock) => {
    const local = stocks[stock];
    if (local !== undefined) variables.set(slot, local);
  });
  return writeBlock({
    unit,
    writer,
    clock: locals,
    graph,
    roots: [...rates, ...next],
    known,
    frozen,
    variables,
  });
}
