import { Swatch } from '../swatch.js';
import { endOf, type LineChartData } from './line-chart-data.js';
import type { WalkPoint } from './use-walk.js';

interface Props {
  readonly data: LineChartData;
  /** Whether the chart has no room for names at the ends of its lines: then they stand here. */
  readonly isNarrow: boolean;
  readonly point: WalkPoint | undefined;
}

/** The values at the point walked to, said politely; in a narrow chart the names of the lines too. */
export function Readout({ data, isNarrow, point }: Props) {
  const { lines, formatTime, formatValue } = data;
  return (
    <>
      {isNarrow ? (
        <ul className="chart-names">
          {lines.map((line) => (
            <li key={line.id}>
              <Swatch look={line.look} /> {line.label}: {formatValue(endOf(line)?.value ?? Number.NaN)}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="chart-readout" aria-live="polite">
        {point === undefined
          ? '\u00a0'
          : `${point.line.label}, ${formatTime(point.time)}: ${formatValue(point.value)}`}
      </p>
    </>
  );
}
