import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Link, Role } from './uses.js';
import { causesOf } from './uses.js';

/** A variable in a tree of causes or uses, with what stands below it. */
export interface TreeNode {
  readonly variable: Variable;
  /** How it bears on the one above, or the one above on it; absent at the root. */
  readonly role?: Role;
  readonly children: readonly TreeNode[];
  /** Why nothing stands below it although something could: it stands above itself, or further up in the tree, or the depth is reached. */
  readonly cut?: 'loop' | 'shown' | 'depth';
}

/** What a variable depends on, directly and further, to a depth. Each variable is opened once, where it stands highest. */
export function causeTree(model: Model, key: CanonicalName, depth: number): TreeNode | undefined {
  return grow(model, key, depth, (cause) => causesOf(model, cause));
}

/** What depends on a variable, directly and further, to a depth. Each variable is opened once, where it stands highest. */
export function useTree(model: Model, key: CanonicalName, depth: number): TreeNode | undefined {
  const uses = new Map<CanonicalName, Link[]>();
  for (const variable of model.variables.values())
    for (const { variable: cause, role, span } of causesOf(model, variable.key)) {
      const links = uses.get(cause.key);
      const link = { variable, role, span };
      if (links === undefined) uses.set(cause.key, [link]);
      else links.push(link);
    }
  return grow(model, key, depth, (user) => uses.get(user) ?? []);
}

interface Growing {
  readonly variable: Variable;
  readonly role: Role | undefined;
  readonly above: Growing | undefined;
  readonly level: number;
  readonly children: Growing[];
  cut: TreeNode['cut'] | undefined;
}

/** Level by level, so that a variable is opened where it stands highest. */
function grow(
  model: Model,
  key: CanonicalName,
  depth: number,
  below: (key: CanonicalName) => readonly Link[],
): TreeNode | undefined {
  const variable = model.variables.get(key);
  if (variable === undefined) return undefined;
  const root: Growing = {
    variable,
    role: undefined,
    above: undefined,
    level: 0,
    children: [],
    cut: undefined,
  };
  const opened = new Set<CanonicalName>();
  const queue = [root];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? root;
    const links = below(node.variable.key);
    if (links.length === 0) continue;
    if (opened.has(node.variable.key)) node.cut = standsAbove(node) ? 'loop' : 'shown';
    else if (node.level >= depth) node.cut = 'depth';
    else {
      opened.add(node.variable.key);
      for (const { variable: next, role } of links) {
        const child: Growing = {
          variable: next,
          role,
          above: node,
          level: node.level + 1,
          children: [],
          cut: undefined,
        };
        node.children.push(child);
        queue.push(child);
      }
    }
  }
  return finished(root, queue);
}

function standsAbove({ variable, above }: Growing): boolean {
  for (let node = above; node !== undefined; node = node.above) if (node.variable === variable) return true;
  return false;
}

/** Makes the nodes, the lowest first. */
function finished(root: Growing, queue: readonly Growing[]): TreeNode | undefined {
  const nodes = new Map<Growing, TreeNode>();
  for (const { variable, role, children, cut, ...rest } of queue
    .toReversed()
    .map((node) => ({ ...node, node }))) {
    nodes.set(rest.node, {
      variable,
      ...(role === undefined ? {} : { role }),
      children: children.flatMap((child) => nodes.get(child) ?? []),
      ...(cut === undefined ? {} : { cut }),
    });
  }
  return nodes.get(root);
}
