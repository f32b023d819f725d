import { boundsOf, type Scene } from '@weir/figures';
import { pointOf } from './point-of.js';

/** A ring around what is selected. */
export function Ring({ scene, selected }: { readonly scene: Scene; readonly selected: string | undefined }) {
  const point = selected === undefined ? undefined : pointOf(scene, selected);
  if (point === undefined) return null;
  const node = scene.nodes.find(({ variable }) => variable === selected);
  const box =
    node === undefined ? { x: point.x - 14, y: point.y - 14, width: 28, height: 28 } : boundsOf(node.outline);
  return (
    <rect
      className="map-ring"
      x={box.x - 6}
      y={box.y - 6}
      width={box.width + 12}
      height={box.height + 12}
      rx={8}
    />
  );
}
