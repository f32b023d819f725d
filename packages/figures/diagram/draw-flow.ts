import type { Point } from '@weir/model';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import type { Bridge } from './bridges.js';
import { drawLabel } from './draw-label.js';
import { short } from './geometry.js';
import { PIPE_HEAD } from './pipe.js';
import type { SceneFlow } from './scene.js';
import { CLOUD, VALVE_RADIUS } from './sizes.js';

const PIPE_WIDTH = 6;
const BORE = 2.5;
const CASING = 13;
const BRIDGE_HALF = 4;

/** Draws the pipe of a flow: two walls, an arrowhead, bridges over other pipes, clouds at open ends. */
export function drawPipe(flow: SceneFlow): readonly SvgNode[] {
  if (flow.pipe === undefined) return [];
  const { points, lineEnd, heading } = flow.pipe;
  const line = [...points.slice(0, -1), lineEnd];
  const end = points.at(-1) ?? lineEnd;
  const d = line.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('');
  return [
    ...flow.clouds.map((point) => cloud(point)),
    ...flow.elsewhere.map(({ at: point }) =>
      svg('circle', {
        cx: point.x,
        cy: point.y,
        r: 5,
        fill: LIGHT.surface,
        stroke: LIGHT.control,
        'stroke-dasharray': '2 2',
      }),
    ),
    svg('path', stroke(d, flow.color, PIPE_WIDTH)),
    svg('path', stroke(d, LIGHT.surface, BORE)),
    ...flow.bridges.flatMap((bridge) => bridgeMarks(bridge, flow.color)),
    svg('path', {
      d: `M0 0L${-PIPE_HEAD} -8L${-PIPE_HEAD} 8Z`,
      fill: flow.color,
      transform: turned(end, heading),
    }),
  ];
}

/** Draws the valve of a flow: two triangles tip to tip, lying along the pipe. */
export function drawValve(flow: SceneFlow): SvgElement {
  const r = VALVE_RADIUS;
  return svg('path', {
    d: `M${-r} ${-r + 1}L0 0L${-r} ${r - 1}ZM${r} ${-r + 1}L0 0L${r} ${r - 1}Z`,
    fill: LIGHT.surface,
    stroke: flow.color,
    'stroke-width': 1.8,
    'stroke-linejoin': 'round',
    transform: turned(flow.valve, flow.upright ? Math.PI / 2 : 0),
  });
}

/** Draws the names at a flow: its own at the valve, and those of stocks that stand in other views. */
export function drawFlowLabels(flow: SceneFlow): readonly SvgElement[] {
  return [
    drawLabel(flow.label, { color: LIGHT.text, rim: true }),
    ...flow.elsewhere.map(({ label }) => drawLabel(label, { color: LIGHT.muted, italic: true, rim: true })),
  ];
}

function bridgeMarks(bridge: Bridge, color: string): readonly SvgElement[] {
  const transform = turned(bridge, bridge.heading);
  const path = `M${-BRIDGE_HALF} 0L${BRIDGE_HALF} 0`;
  return [
    svg('path', { ...stroke(path, LIGHT.surface, CASING), transform }),
    svg('path', { ...stroke(path, color, PIPE_WIDTH), transform }),
    svg('path', { ...stroke(path, LIGHT.surface, BORE), transform }),
  ];
}

function stroke(d: string, color: string, width: number) {
  return { d, fill: 'none', stroke: color, 'stroke-width': width, 'stroke-linejoin': 'round' } as const;
}

function cloud(centre: Point): SvgElement {
  const { width, height } = CLOUD;
  const x = (share: number) => short(centre.x + (share * width) / 2);
  const y = (share: number) => short(centre.y + (share * height) / 2);
  return svg('path', {
    d:
      `M${x(-0.6)} ${y(0.75)}` +
      `C${x(-1.1)} ${y(0.75)} ${x(-1.1)} ${y(-0.15)} ${x(-0.62)} ${y(-0.2)}` +
      `C${x(-0.7)} ${y(-1)} ${x(0.05)} ${y(-1.2)} ${x(0.2)} ${y(-0.62)}` +
      `C${x(0.6)} ${y(-1)} ${x(0.95)} ${y(-0.5)} ${x(0.72)} ${y(-0.15)}` +
      `C${x(1.1)} ${y(0)} ${x(1.05)} ${y(0.75)} ${x(0.6)} ${y(0.75)}Z`,
    fill: LIGHT.page,
    stroke: LIGHT.control,
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
  });
}

function at(point: Point): string {
  return `${short(point.x)} ${short(point.y)}`;
}

function turned(point: Point, angle: number): string {
  return `translate(${at(point)}) rotate(${short((angle * 180) / Math.PI)})`;
}
