import type { Point, ViewItem } from '@weir/model';
import { SECTOR_COLORS } from './colors.js';
import { holds } from './geometry.js';
import { cornerLabel } from './label.js';
import { TEXT_SIZE } from './node.js';
import type { SceneFrame } from './scene.js';

const INSET = 10;

/**
 * The frames of a view, the largest first, so that an inner frame lies on its outer one.
 *
 * @param colors - Colors by frame name; the others take the sector colors in the order of the file.
 */
export function sceneFrames(
  items: readonly ViewItem[],
  colors: ReadonlyMap<string, string>,
): readonly SceneFrame[] {
  return items
    .filter((item) => item.kind === 'frame')
    .map((item, index) => ({
      box: { x: item.x, y: item.y, width: item.width, height: item.height },
      title: cornerLabel(item.name, { x: item.x + INSET, y: item.y + INSET }, 40, TEXT_SIZE.frame),
      color: colors.get(item.name) ?? SECTOR_COLORS[index % SECTOR_COLORS.length] ?? SECTOR_COLORS[0],
    }))
    .sort((one, other) => area(other) - area(one));
}

/** The color of the innermost frame around a point, or of the market sector outside all frames. */
export function colorAt(frames: readonly SceneFrame[], point: Point): string {
  return frames.findLast((frame) => holds(frame.box, point))?.color ?? SECTOR_COLORS[5];
}

function area(frame: SceneFrame): number {
  return frame.box.width * frame.box.height;
}
