import { boundsOf, drawLabel, LIGHT, type SceneNode } from '@weir/figures';
import { SvgTree } from '../../../components/svg-tree.js';
import { sectorColor } from './sector-color.js';

interface Props {
  readonly node: SceneNode;
  readonly baseline: Float64Array | undefined;
  readonly policy: Float64Array | undefined;
  readonly place: number;
}

const INSET = 10;
const HEIGHT = 20;
const GAUGE = 6;

/** A stock with what happens in it: its path under either policy from 0 to its own largest value, and a gauge. */
export function LiveStock({ node, baseline, policy, place }: Props) {
  const { x, y, width, height } = boundsOf(node.outline);
  const color = sectorColor(node.color);
  const most = Math.max(...(baseline ?? []), ...(policy ?? []), Number.MIN_VALUE);
  const left = x + INSET + GAUGE;
  const across = width - 2 * INSET - GAUGE;
  const bottom = y + height - 6;
  const at = (index: number, count: number) => left + (across * index) / Math.max(1, count - 1);
  const up = (value: number) => bottom - (HEIGHT * Math.max(0, value)) / most;
  const path = (values: Float64Array | undefined) =>
    values === undefined
      ? ''
      : Array.from(values, (value, index) =>
          Number.isFinite(value)
            ? `${index === 0 ? 'M' : 'L'}${at(index, values.length).toFixed(1)} ${up(value).toFixed(1)}`
            : '',
        ).join('');
  const now = policy?.[place];
  const small = node.label.lines.length > 2 ? { size: 11.5, lineHeight: 12.5 } : {};
  const label = { ...node.label, ...small, y: node.label.y - 10 };
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={4}
        fill="var(--surface)"
        stroke={color}
        strokeWidth={2.5}
      />
      {now === undefined || !Number.isFinite(now) ? null : (
        <>
          <rect x={x + 2} y={y + 2} width={GAUGE} height={height - 4} fill="var(--page)" />
          <rect
            x={x + 2}
            y={y + 2 + (height - 4) * (1 - Math.max(0, now) / most)}
            width={GAUGE}
            height={((height - 4) * Math.max(0, now)) / most}
            fill={color}
          />
        </>
      )}
      <path d={path(baseline)} fill="none" stroke="var(--baseline)" strokeWidth={1.2} strokeDasharray="4 3" />
      <path d={path(policy)} fill="none" stroke={color} strokeWidth={1.8} />
      {now === undefined || !Number.isFinite(now) || policy === undefined ? null : (
        <circle cx={at(place, policy.length)} cy={up(now)} r={3} fill={color} />
      )}
      <SvgTree node={drawLabel(label, { color: LIGHT.text, weight: 600, rim: true })} />
    </>
  );
}
