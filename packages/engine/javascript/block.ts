import { assigned, type Code, choice, element, infix, local, numberCode, word } from './code.js';
import type { Graph, NodeId } from './graph.js';
import { type LeafOperation, printOperation, printTest, printTruth } from './print-operation.js';

/** Deepest expression that is printed in one piece: JavaScript parsers recurse. */
const DEEPEST = 16;

/** A run of `const` statements, and the code by which each wanted node is known after them. */
export interface Block {
  readonly statements: readonly string[];
  codeOf(id: NodeId): Code;
}

/** What a block prints and what it may rely on. */
export interface BlockRequest {
  readonly graph: Graph;
  /** Nodes whose values are wanted afterwards. */
  readonly roots: readonly NodeId[];
  /** Nodes that already have a name. */
  readonly known?: ReadonlyMap<NodeId, Code>;
  /** Whether the roots get names of their own, rather than being printed where they are used. */
  readonly nameRoots?: boolean;
  /** Names of the block's constants: this kind, and the node's id. */
  readonly prefix: 't' | 'c';
  /**
   * What becomes of frozen nodes: computed, where the block stands at the beginning of a step, as it does where this is
   * absent; read from `values`, where it stands later; or the one at `stage` 0 and the other after it.
   */
  readonly frozen?: 'computed' | 'read' | 'by stage';
  leaf(operation: LeafOperation): Code;
}

/**
 * Prints the nodes that `roots` need. A node used more than once gets a `const`, as does one that would nest
 * too deeply; any other is printed where it is used, and so stays lazy inside the branch of a `select`.
 */
export function printBlock(request: BlockRequest): Block {
  const { graph, roots, prefix } = request;
  const names = new Map(request.known ?? []);
  const uses = countUses(request);
  const depths = new Map<NodeId, number>();
  const statements: string[] = [];
  const wanted = new Set(request.nameRoots === true ? roots : []);

  const codeOf = (id: NodeId): Code => names.get(id) ?? print(id);
  function print(id: NodeId): Code {
    const { operation, operands } = graph.at(id);
    if (operation.kind === 'frozen') {
      const [operand = id] = operands;
      const kept = element('values', operation.slot);
      if (request.frozen === 'read') return kept;
      if (request.frozen !== 'by stage') return codeOf(operand);
      return choice(infix('===', word('stage'), numberCode(0)), assigned(kept, codeOf(operand)), kept);
    }
    if (operation.kind !== 'select') return printOperation(operation, operands.map(codeOf), request.leaf);
    const [condition = id, then = id, otherwise = id] = operands;
    return choice(conditionOf(condition), codeOf(then), codeOf(otherwise));
  }
  function conditionOf(id: NodeId): Code {
    const { operation, operands } = graph.at(id);
    const test = names.has(id) ? undefined : printTest(operation, operands.map(codeOf));
    return test ?? printTruth(codeOf(id));
  }

  for (const id of [...uses.keys()].sort((a, b) => a - b)) {
    if (names.has(id)) continue;
    const { operation, operands } = graph.at(id);
    const isLeaf = operands.length === 0;
    const depth = operands.reduce((most, operand) => Math.max(most, 1 + (depths.get(operand) ?? 0)), 1);
    // A frozen value must be kept even where only a branch not taken reads it.
    const isKept = operation.kind === 'frozen' && request.frozen === 'by stage';
    const shared = (uses.get(id) ?? 0) > 1 || isKept;
    if (wanted.has(id) ? operation.kind !== 'constant' : !isLeaf && (shared || depth > DEEPEST)) {
      const name = local(prefix, id);
      statements.push(`const ${name} = ${print(id)};`);
      names.set(id, name);
      depths.set(id, 0);
    } else {
      depths.set(id, depth);
    }
  }
  return { statements, codeOf };
}

/** How often each node that the roots need is used, down to nodes that have a name already or are read. */
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
