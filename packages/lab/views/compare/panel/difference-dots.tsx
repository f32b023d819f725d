import { aroundZero, type DataTable, fixed } from '@weir/figures';
import { useMemo } from 'react';
import { Figure } from '../../../components/figure.js';
import { useWidth } from '../../../components/use-width.js';
import { type Differences, stacked } from './dots.js';

interface Props {
  readonly differences: Differences;
  readonly title: string;
  readonly method: string;
  readonly color: string;
  readonly isOld: boolean;
}

const HEIGHT = 150;
const BOTTOM = 34;
const BINS = 60;

/** One dot a draw, at its difference from the same draw of the baseline. */
export function DifferenceDots({ differences, title, method, color, isOld }: Props) {
  const { values, unit } = differences;
  const [ref, width] = useWidth<HTMLDivElement>(380);
  const scale = aroundZero(values.length === 0 ? [1] : values, [8, Math.max(120, width - 8)], 4);
  const [from, to] = scale.domain;
  const dots = useMemo(() => stacked(values, from, to, BINS), [values, from, to]);
  const step = (Math.max(120, width - 8) - 8) / BINS;
  const tallest = Math.max(1, ...dots.map(({ level }) => level + 1));
  const rise = Math.min(step, (HEIGHT - BOTTOM - 8) / tallest);
  const word = unit === 'points' ? 'points' : '%';
  const table: DataTable = {
    id: 'paired-differences',
    caption: 'Paired differences, smallest first',
    columns: [
      { key: 'place', label: 'Place' },
      { key: `change_${unit}`, label: `Difference, ${word}` },
    ],
    rows: [...values]
      .sort((a, b) => a - b)
      .map((value, place) => [String(place + 1), { value, shown: fixed(value, 1) }]),
  };
  return (
    <Figure
      title={title}
      subtitle={`One dot a draw: difference from current law under the same draw, in ${unit === 'points' ? 'percentage points' : 'percent'}.`}
      summary={`${values.length} draws, from ${fixed(Math.min(...values), 1)} to ${fixed(Math.max(...values), 1)} ${word}.`}
      table={table}
      fileName="paired-differences"
      method={method}
      isOld={isOld}
    >
      <div ref={ref}>
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title}>
          <line className="chart-grid" x1="0" x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
          <line className="chart-zero" x1={scale(0)} x2={scale(0)} y1="4" y2={HEIGHT - BOTTOM} />
          {dots.map(({ bin, level }) => (
            <circle
              key={`${bin} ${level}`}
              cx={8 + (bin + 0.5) * step}
              cy={HEIGHT - BOTTOM - (level + 0.5) * rise}
              r={Math.max(1.2, Math.min(step, rise) * 0.46)}
              fill={color}
            />
          ))}
          {scale.ticks.map((tick) => (
            <text
              key={tick}
              className="chart-tick"
              x={scale(tick)}
              y={HEIGHT - BOTTOM + 18}
              textAnchor="middle"
            >
              {fixed(tick, 0)}
            </text>
          ))}
          <text className="chart-tick" x="0" y={HEIGHT - 2}>
            lower
          </text>
          <text className="chart-tick" x={width} y={HEIGHT - 2} textAnchor="end">
            higher
          </text>
        </svg>
      </div>
    </Figure>
  );
}
