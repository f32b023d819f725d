import { boundsOf, drawLabel, LIGHT, type SceneNode } from '@weir/figures';
import { sectorColor } from './sector-color.js';
import { ThemedTree } from './themed-tree.js';

/** An auxiliary, a constant or an alias. */
export function PlainNode({ node }: { readonly node: SceneNode }) {
  const { x, y, width, height } = boundsOf(node.outline);
  const color = sectorColor(node.color);
  const isAlias = node.kind === 'alias';
  return (
    <>
      {node.outline.form === 'box' ? (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={4}
          fill="var(--surface)"
          stroke="var(--control)"
          strokeDasharray="4 3"
        />
      ) : (
        <circle
          cx={x + width / 2}
          cy={y + height / 2}
          r={width / 2}
          fill={node.kind === 'auxiliary' ? color : 'var(--surface)'}
          stroke={color}
          strokeWidth={1.8}
        />
      )}
      <ThemedTree
        node={drawLabel(node.label, {
          color: isAlias ? LIGHT.muted : LIGHT.text,
          italic: isAlias,
          rim: true,
        })}
      />
    </>
  );
}
