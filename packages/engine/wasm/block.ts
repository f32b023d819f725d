import type { Graph, NodeId } from '../javascript/graph.js';
import type { Slot } from '../lower/program.js';
import type { Local } from './function-writer.js';
import type { Operand, Place } from './words.js';

/** Deepest expression that is written in one piece: writing it recurses. */
const DEEPEST = 16;

/** Pushes the value of a node that a block was asked for. */
export type PushNode = (id: NodeId) => void;

/** What a block writes and what it may rely on. */
export interface BlockRequest extends Place {
  readonly graph: Graph;
  /** Nodes whose values are wanted afterwards. */
  readonly roots: readonly NodeId[];
  /** Nodes that already have a variable. */
  readonly known?: ReadonlyMap<NodeId, Local>;
  /** Whether the roots get variables of their own, rather than being written where they are used. */
  readonly nameRoots?: boolean;
  /**
   * What becomes of frozen nodes: computed, where the block stands at the beginning of a step; read from memory,
   * where it stands later; or the one at stage 0 and the other after it.
   */
  readonly frozen: 'computed' | 'read' | 'by stage';
  /** Variables that hold values of slots; any other is read from memory. */
  readonly variables?: ReadonlyMap<Slot, Local>;
}

/**
 * Writes the nodes that `roots` need. A node used more than once gets a variable, as does one that would nest too
 * deeply; any other is written where it is used, and so stays lazy inside the branch of a choice.
 */
export function writeBlock(request: BlockRequest): PushNode {
  const { graph, roots, writer, clock, unit } = request;
  const { words } = unit;
  const names = new Map(request.known ?? []);
  const uses = countUses(request);
  const depths = new Map<NodeId, number>();
  const wanted = new Set(request.nameRoots === true ? roots : []);

  const push = (id: NodeId): void => {
    const name = names.get(id);
    if (name === undefined) write(id);
    else writer.get(name);
  };
  const operandOf = (id: NodeId): Operand => {
    const { operation } = graph.at(id);
    return { push: () => push(id), ...(operation.kind === 'constant' ? { constant: operation.value } : {}) };
  };
  const operandsOf = (id: NodeId): readonly Operand[] => graph.at(id).operands.map(operandOf);

  function write(id: NodeId): void {
    const { operation, operands } = graph.at(id);
    switch (operation.kind) {
      case 'constant':
        words.constant(writer, operation.value);
        return;
      case 'clock':
        writer.get(clock[operation.quantity]);
        return;
      case 'value': {
        const variable = request.variables?.get(operation.slot);
        if (variable === undefined) words.load(writer, unit.layout.at('values', operation.slot));
        else writer.get(variable);
        return;
      }
      case 'frozen':
        writeFrozen(operation.slot, operands[0] ?? id);
        return;
      case 'select':
        writeChoice(operands[0] ?? id, operands[1] ?? id, operands[2] ?? id);
        return;
      default:
        words.operation(request, operation, operandsOf(id));
    }
  }

  function writeFrozen(slot: Slot, operand: NodeId): void {
    const address = unit.layout.at('values', slot);
    if (request.frozen === 'computed') {
      push(operand);
      return;
    }
    if (request.frozen === 'by stage') {
      if (clock.stage === undefined) throw new RangeError('no stage');
      writer.get(clock.stage);
      writer.op('i32.eqz');
      writer.if();
      words.store(writer, address, () => push(operand));
      writer.op('end');
    }
    words.load(writer, address);
  }

  function writeChoice(condition: NodeId, then: NodeId, otherwise: NodeId): void {
    words.choose(writer, {
      condition: () => writeCondition(condition),
      whenTrue: operandOf(then),
      otherwise: operandOf(otherwise),
      areAtHand: isAtHand(then) && isAtHand(otherwise),
    });
  }

  function writeCondition(id: NodeId): void {
    if (!names.has(id) && words.test(writer, graph.at(id).operation, operandsOf(id))) return;
    push(id);
    words.truth(writer);
  }

  /** Whether pushing a node costs next to nothing. */
  const isAtHand = (id: NodeId): boolean => names.has(id) || graph.at(id).operands.length === 0;

  for (const id of [...uses.keys()].sort((a, b) => a - b)) {
    if (names.has(id)) continue;
    const { operation, operands } = graph.at(id);
    const isLeaf = operands.length === 0;
    const depth = operands.reduce((most, operand) => Math.max(most, 1 + (depths.get(operand) ?? 0)), 1);
    // A frozen value must be kept even where only a branch not taken reads it.
    const isKept = operation.kind === 'frozen' && request.frozen === 'by stage';
    const isShared = (uses.get(id) ?? 0) > 1 || isKept;
    if (wanted.has(id) ? operation.kind !== 'constant' : !isLeaf && (isShared || depth > DEEPEST)) {
      write(id);
      const name = writer.local(words.type);
      writer.set(name);
      names.set(id, name);
      depths.set(id, 0);
    } else {
      depths.set(id, depth);
    }
  }
  return push;
}

/** How often each node that the roots need is used, down to nodes that have a variable already or are read. */
function countUses({ graph, roots, known, frozen }: BlockRequest): Map<NodeId, number> {
  const uses = new Map<NodeId, number>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const before = uses.get(id) ?? 0;
    uses.set(id, before + 1);
    if (before > 0 || known?.has(id) === true) continue;
    const { operation, operands } = graph.at(id);
    if (operation.kind === 'frozen' && frozen === 'read') continue;
    for (const operand of operands) open.push(operand);
  }
  return uses;
}
