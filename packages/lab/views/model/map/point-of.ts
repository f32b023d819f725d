import { centreOf, type Scene } from '@weir/figures';

/** Where a variable stands on a map: the middle of its shape, or the valve of a flow. */
export function pointOf(scene: Scene, key: string): { x: number; y: number } | undefined {
  const node = scene.nodes.find(({ variable }) => variable === key);
  if (node !== undefined) return centreOf(node.outline);
  return scene.flows.find(({ variable }) => variable === key)?.valve;
}
