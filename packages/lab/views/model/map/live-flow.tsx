import type { SceneFlow } from '@weir/figures';
import type { Point } from '@weir/model';
import { pipeWidth } from './pipe-width.js';
import { sectorColor } from './sector-color.js';

interface Props {
  readonly flow: SceneFlow;
  readonly rate: number;
  readonly largest: number;
}

const HEAD = 11;
const CASING = 5;

/** A pipe as wide as what it carries. Where the rate is below 0 it runs against its arrow, and the arrowhead turns. */
export function LiveFlow({ flow, rate, largest }: Props) {
  const { pipe } = flow;
  if (pipe === undefined) return null;
  const color = sectorColor(flow.color);
  const width = pipeWidth(rate, largest);
  const isBackwards = rate < 0;
  const points = isBackwards ? [...pipe.points].reverse() : pipe.points;
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return null;
  const heading = Math.atan2(end.y - before.y, end.x - before.x);
  const stop = { x: end.x - (HEAD - 2) * Math.cos(heading), y: end.y - (HEAD - 2) * Math.sin(heading) };
  const d = path([...points.slice(0, -1), stop]);
  return (
    <g data-kind="pipe" data-variable={flow.variable}>
      {flow.clouds.map((point) => (
        <Cloud key={`${point.x} ${point.y}`} at={point} />
      ))}
      <path d={d} fill="none" stroke="var(--surface)" strokeWidth={width + CASING} strokeLinejoin="round" />
      <path d={d} fill="none" stroke={color} strokeWidth={width} strokeLinejoin="round" />
      <path
        d={`M0 0L${-HEAD} -8L${-HEAD} 8Z`}
        fill={color}
        transform={`translate(${end.x} ${end.y}) rotate(${(heading * 180) / Math.PI})`}
      />
    </g>
  );
}

/** Where a flow comes from, or goes to, outside the model. */
function Cloud({ at }: { readonly at: Point }) {
  return (
    <ellipse
      cx={at.x}
      cy={at.y}
      rx={17}
      ry={11}
      fill="var(--page)"
      stroke="var(--control)"
      strokeDasharray="3 3"
    />
  );
}

function path(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}
