import { estimatedWidth } from '@weir/figures';
import { scaleLinear } from 'd3-scale';
import { useWidth } from '../../components/use-width.js';

/** A bar between two values, or a dot with an interval. */
export interface BarRow {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** A mark between the ends, such as an estimate within its interval. */
  readonly dot?: number;
  /** Written at either end, what was tried there. */
  readonly ends?: readonly [string, string];
}

interface Props {
  readonly rows: readonly BarRow[];
  /** Where nothing is changed, or no correlation. */
  readonly zero: number;
  readonly label: string;
  readonly formatTick: (value: number) => string;
  /** The scale's own ends, where the measure has some. */
  readonly span?: readonly [number, number];
}

const ROW = 26;
const TOP = 28;
const AXIS = 14;

/** Horizontal bars around a line, one a constant, with their names beside them. */
export function Bars({ rows, zero, label, formatTick, span }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const finite = rows.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);
  const [least, most] = span ?? [Math.min(zero, ...finite), Math.max(zero, ...finite)];
  const names = Math.min(
    width * 0.45,
    Math.max(80, ...rows.map((row) => estimatedWidth(row.label, 14))) + 12,
  );
  const ends = width < 560 ? 10 : 70;
  const x = scaleLinear()
    .domain(least === most ? [least - 1, most + 1] : [least, most])
    .range([names + ends, Math.max(names + ends + 60, width - ends)]);
  const height = TOP + rows.length * ROW + 8;
  return (
    <div ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {x.ticks(5).map((tick) => (
          <g key={tick}>
            <line className="chart-grid-line" x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={height} />
            <text className="chart-tick" x={x(tick)} y={AXIS} textAnchor="middle">
              {formatTick(tick)}
            </text>
          </g>
        ))}
        <line className="chart-zero" x1={x(zero)} x2={x(zero)} y1={TOP - 8} y2={height} />
        {rows.map((row, at) => {
          const y = TOP + at * ROW + ROW / 2;
          const [left, right] = [x(Math.min(row.low, row.high)), x(Math.max(row.low, row.high))];
          const isWell = Number.isFinite(left) && Number.isFinite(right);
          return (
            <g key={row.id}>
              <text className="chart-text" x={names - 8} y={y + 5} textAnchor="end">
                {shortened(row.label, names)}
              </text>
              {!isWell ? null : row.dot === undefined ? (
                <rect
                  className="bar"
                  x={left}
                  y={y - 8}
                  width={Math.max(1, right - left)}
                  height={16}
                  rx={2}
                />
              ) : (
                <>
                  <line className="bar-interval" x1={left} x2={right} y1={y} y2={y} />
                  <circle className="bar-dot" cx={x(row.dot)} cy={y} r={5} />
                </>
              )}
              {!isWell || row.ends === undefined || ends < 20 ? null : (
                <>
                  <text className="chart-tick" x={left - 4} y={y + 4} textAnchor="end">
                    {row.low <= row.high ? row.ends[0] : row.ends[1]}
                  </text>
                  <text className="chart-tick" x={right + 4} y={y + 4}>
                    {row.low <= row.high ? row.ends[1] : row.ends[0]}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function shortened(label: string, room: number): string {
  let text = label;
  while (text.length > 4 && estimatedWidth(`${text}…`, 14) > room - 8) text = text.slice(0, -1);
  return text === label ? label : `${text.trimEnd()}…`;
}
