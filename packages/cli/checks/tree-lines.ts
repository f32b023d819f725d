import type { Role, TreeNode } from '@weir/model';
import { wrap } from '../print/wrap.js';

const ROLES: Readonly<Record<Role, string>> = {
  equation: '',
  initial: 'initial value',
  inflow: 'inflow',
  outflow: 'outflow',
};
const CUTS: Readonly<Record<NonNullable<TreeNode['cut']>, string>> = {
  loop: 'a loop: it stands above',
  shown: 'opened elsewhere',
  depth: 'goes on',
};
const LEAST = 20;

/** A tree of causes or uses as lines of text, no wider than `width` where names allow it. */
export function treeLines(root: TreeNode, width: number): readonly string[] {
  const lines: string[] = [];
  const waiting: { readonly node: TreeNode; readonly first: string; readonly rest: string }[] = [
    { node: root, first: '', rest: '' },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, first, rest } = next;
    const below = node.children.length > 0 ? `${rest}|  ` : `${rest}   `;
    for (const [index, line] of wrap(label(node), Math.max(LEAST, width - first.length)).entries())
      lines.push(`${index === 0 ? first : below}${line}`);
    for (const [index, child] of [...node.children.entries()].toReversed()) {
      const last = index === node.children.length - 1;
      waiting.push({
        node: child,
        first: `${rest}${last ? '`- ' : '|- '}`,
        rest: `${rest}${last ? '   ' : '|  '}`,
      });
    }
  }
  return lines.map((line) => line.trimEnd());
}

function label({ variable, role, cut }: TreeNode): string {
  const notes = [
    variable.kind === 'stock' ? 'stock' : '',
    role === undefined ? '' : ROLES[role],
    cut === undefined ? '' : CUTS[cut],
  ].filter((note) => note !== '');
  return notes.length === 0 ? variable.name : `${variable.name} (${notes.join('; ')})`;
}

/** A tree as it is printed in JSON. */
export interface TreeDocument {
  readonly name: string;
  readonly kind: string;
  readonly role?: Role;
  /** Why nothing stands below it although something could. */
  readonly cut?: TreeNode['cut'];
  readonly links: readonly TreeDocument[];
}

/** A tree for JSON. Trees are as deep as a person asks, at most {@link DEEPEST}. */
export function treeDocument({ variable, role, cut, children }: TreeNode): TreeDocument {
  return {
    name: variable.name,
    kind: variable.kind,
    ...(role === undefined ? {} : { role }),
    ...(cut === undefined ? {} : { cut }),
    links: children.map(treeDocument),
  };
}

/** Deepest tree that is shown. */
export const DEEPEST = 20;
