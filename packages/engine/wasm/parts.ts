import { Graph, type NodeId } from '../javascript/graph.js';
import type { Assignment, Slot } from '../lower/program.js';
import { writeBlock } from './block.js';
import { FunctionWriter, type Local, type OwnFunction } from './function-writer.js';
import type { ValueType } from './opcodes.js';
import type { ClockLocals, Unit } from './unit.js';
import type { Words } from './words.js';

/** Items of one function, and most nodes of their graphs: engines take long over functions without end. */
const MOST_ITEMS = 100;
const MOST_NODES = 3000;

/** Parameters of a part, a function of moderate size that others call: the clock, two numbers, the stage. */
const parameters = ({ type }: Words): readonly ValueType[] => [
  ...Array.from({ length: 8 }, () => type),
  'i32',
];

/** What a part finds in its parameters. */
export interface PartLocals extends ClockLocals {
  /** Offset of a stage. */
  readonly h: Local;
  /** Weight of a stage, or the factor of the weighted sum. */
  readonly weight: Local;
  readonly stage: Local;
}

/** Begins a part. */
function newPart({ words }: Unit): { readonly writer: FunctionWriter; readonly locals: PartLocals } {
  const writer = new FunctionWriter(parameters(words));
  const at = (index: number): Local => writer.parameter(index);
  const locals = {
    start: at(0),
    stop: at(1),
    dt: at(2),
    seed: at(3),
    step: at(4),
    time: at(5),
    h: at(6),
    weight: at(7),
    stage: at(8),
  };
  return { writer, locals };
}

/** Calls parts in turn. */
export function callParts(writer: FunctionWriter, parts: readonly OwnFunction[], locals: PartLocals): void {
  const { start, stop, dt, seed, step, time, h, weight, stage } = locals;
  for (const part of parts) {
    for (const local of [start, stop, dt, seed, step, time, h, weight, stage]) writer.get(local);
    writer.callOwn(part);
  }
}

/** Writes items in turn, in as many parts as it takes. */
export function partsOf<Item>(
  unit: Unit,
  items: readonly Item[],
  write: (item: Item, writer: FunctionWriter, locals: PartLocals, index: number) => void,
): readonly OwnFunction[] {
  const parts: OwnFunction[] = [];
  for (let from = 0; from < items.length; from += MOST_ITEMS) {
    const { writer, locals } = newPart(unit);
    items.slice(from, from + MOST_ITEMS).forEach((item, index) => {
      write(item, writer, locals, from + index);
    });
    parts.push(unit.module.define(writer));
  }
  return parts;
}

/**
 * Parts that settle assignments in order in memory.
 *
 * @param oncePerStep - Slots that keep what stands in memory at every stage but the first.
 */
export function settleParts(
  unit: Unit,
  assignments: readonly Assignment[],
  oncePerStep: ReadonlySet<Slot>,
): readonly OwnFunction[] {
  const parts: OwnFunction[] = [];
  let graph = new Graph();
  let roots: { readonly slot: Slot; readonly id: NodeId }[] = [];
  const finish = (): void => {
    const { writer, locals } = newPart(unit);
    const push = writeBlock({
      unit,
      writer,
      clock: locals,
      graph,
      roots: roots.map(({ id }) => id),
      nameRoots: true,
      frozen: 'by stage',
    });
    for (const { slot, id } of roots)
      unit.words.store(writer, unit.layout.at('values', slot), () => push(id));
    parts.push(unit.module.define(writer));
    graph = new Graph();
    roots = [];
  };
  for (const { slot, node } of assignments) {
    const added = graph.add(node);
    const id = oncePerStep.has(slot) ? graph.freeze(slot, added) : added;
    graph.define(slot, id);
    roots.push({ slot, id });
    if (roots.length >= MOST_ITEMS || graph.nodes.length >= MOST_NODES) finish();
  }
  if (roots.length > 0) finish();
  return parts;
}

/** As {@link settleParts}, at the first step, except for slots that are given from outside. */
export function initialParts(unit: Unit, assignments: readonly Assignment[]): readonly OwnFunction[] {
  const parts: OwnFunction[] = [];
  let part = newPart(unit);
  let [items, nodes] = [0, 0];
  const finish = (): void => {
    parts.push(unit.module.define(part.writer));
    part = newPart(unit);
    [items, nodes] = [0, 0];
  };
  for (const { slot, node } of assignments) {
    const { writer, locals: clock } = part;
    const graph = new Graph();
    const root = graph.add(node);
    writer.loadByte(unit.layout.given + slot);
    writer.integer(1);
    writer.op('i32.ne');
    writer.if();
    const push = writeBlock({ unit, writer, clock, graph, roots: [root], frozen: 'computed' });
    unit.words.store(writer, unit.layout.at('values', slot), () => push(root));
    writer.op('end');
    items += 1;
    nodes += graph.nodes.length;
    if (items >= MOST_ITEMS || nodes >= MOST_NODES) finish();
  }
  if (items > 0) finish();
  return parts;
}
