import type { SvgNode } from '@weir/figures';
import { SvgTree } from '../../../components/svg-tree.js';
import { sectorColor } from './sector-color.js';

/** A mark of the figures, with sector colors that follow the theme. */
export function ThemedTree({ node }: { readonly node: SvgNode }) {
  return <SvgTree node={themed(node)} />;
}

function themed(node: SvgNode): SvgNode {
  if (typeof node === 'string') return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? sectorColor(value) : value,
    ]),
  );
  return { ...node, attributes, children: node.children.map(themed) };
}
