import { aroundZero, estimatedWidth, fromZero, type LinearScale, spread } from '@weir/figures';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo } from 'react';
import { useWidth } from '../use-width.js';
import {
  type ChartLine,
  endOf,
  type LineChartData,
  spanOf,
  type ThinLine,
  valuesOf,
} from './line-chart-data.js';
import { Readout } from './readout.js';
import { useWalk } from './use-walk.js';

interface Props {
  readonly data: LineChartData;
  /** Read aloud in place of the picture. */
  readonly label: string;
  readonly height?: number;
  readonly onEnter?: (lineId: string) => void;
}

const TOP = 24;
const BOTTOM = 40;
const LABEL_SIZE = 14;
const LABEL_GAP = 8;

/** Lines over time with their names at their ends. One tab stop: arrows walk points and lines. */
export function LineChart({ data, label, height = 260, onEnter }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(560);
  const { lines, thin = [], marks = [], measure, formatTick = data.formatValue } = data;
  const range: readonly [number, number] = [height - BOTTOM, TOP];
  const y = measure === 'level' ? fromZero(valuesOf(data), range) : aroundZero(valuesOf(data), range);
  const left = 12 + Math.max(...y.ticks.map((tick) => estimatedWidth(formatTick(tick), 13)));
  const named = width < 460 ? 0 : Math.min(220, widestLabel(lines));
  const right = named === 0 ? 12 : named + 20;
  const x = useMemo(
    () =>
      scaleLinear()
        .domain(spanOf(data))
        .range([left, Math.max(left + 40, width - right)]),
    [data, left, width, right],
  );
  const walk = useWalk(lines, onEnter);
  const draw = (one: ThinLine | ChartLine): string =>
    line<number>()
      .defined((at) => Number.isFinite(one.values[at] ?? Number.NaN))
      .x((at) => Math.round(x(one.times[at] ?? 0) * 10) / 10)
      .y((at) => Math.round(y(one.values[at] ?? 0) * 10) / 10)(Array.from(one.values, (_, at) => at)) ?? '';
  return (
    <div ref={ref} className="line-chart">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label} Arrow keys walk its points.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a figure is one tab stop, and arrows walk its points.
        tabIndex={0}
        {...walk.handlers((px) => x.invert(px), ref)}
      >
        <Axes
          x={x}
          y={y}
          left={left}
          width={width - right}
          bottom={height - BOTTOM}
          data={data}
          format={formatTick}
        />
        {marks.map(({ time, label: text }) => (
          <g key={text}>
            <line className="chart-cursor" x1={x(time)} x2={x(time)} y1={TOP - 6} y2={height - BOTTOM} />
            <text className="chart-tick" x={x(time) + 4} y={TOP - 8}>
              {text}
            </text>
          </g>
        ))}
        <g fill="none" strokeWidth="1" opacity="0.45">
          {thin.map((one) => (
            <path key={one.id} d={draw(one)} stroke={one.color} />
          ))}
        </g>
        {lines.map((one) => (
          <path
            key={one.id}
            d={draw(one)}
            fill="none"
            stroke={one.look.color}
            strokeWidth={one.look.width}
            strokeDasharray={one.look.dash}
          />
        ))}
        {named === 0 ? null : <EndLabels lines={lines} x={width - right} y={y} height={height} />}
        {walk.point === undefined ? null : (
          <line
            className="chart-cursor"
            x1={x(walk.point.time)}
            x2={x(walk.point.time)}
            y1={TOP}
            y2={height - BOTTOM}
          />
        )}
        {walk.point === undefined ? null : (
          <circle
            cx={x(walk.point.time)}
            cy={y(walk.point.value)}
            r="5"
            fill="none"
            stroke="var(--text)"
            strokeWidth="2"
          />
        )}
      </svg>
      <Readout data={data} isNarrow={named === 0} point={walk.point} />
    </div>
  );
}

function widestLabel(lines: readonly ChartLine[]): number {
  return Math.max(0, ...lines.map(({ label }) => estimatedWidth(label, LABEL_SIZE)));
}

interface AxesProps {
  readonly x: ReturnType<typeof scaleLinear<number, number>>;
  readonly y: LinearScale;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly data: LineChartData;
  readonly format: (value: number) => string;
}

function Axes({ x, y, left, width, bottom, data, format }: AxesProps) {
  const ticks = x.ticks(Math.max(2, Math.floor((width - left) / 90)));
  return (
    <g>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 && data.measure === 'difference' ? 'chart-zero' : 'chart-grid'}
            x1={left}
            x2={width}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="chart-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick} className="chart-tick" x={x(tick)} y={bottom + 18} textAnchor="middle">
          {data.formatTime(tick)}
        </text>
      ))}
      <text className="chart-tick" x={width} y={bottom + 35} textAnchor="end">
        {data.timeLabel}
      </text>
    </g>
  );
}

interface EndLabelProps {
  readonly lines: readonly ChartLine[];
  readonly x: number;
  readonly y: LinearScale;
  readonly height: number;
}

/** Names at the ends of the lines, moved apart where they would meet. */
function EndLabels({ lines, x, y, height }: EndLabelProps) {
  const ends = lines.map((one) => y(endOf(one)?.value ?? 0));
  const places = spread(
    ends,
    lines.map(() => LABEL_SIZE + 4),
    TOP - 8,
    height - BOTTOM + 8,
  );
  return lines.map((one, at) => (
    <g key={one.id}>
      <line
        x1={x + 1}
        x2={x + LABEL_GAP}
        y1={ends[at]}
        y2={places[at]}
        stroke={one.look.color}
        strokeWidth={one.look.width}
      />
      <text className="chart-text" x={x + LABEL_GAP + 4} y={(places[at] ?? 0) + 5}>
        {one.label}
      </text>
    </g>
  ));
}
