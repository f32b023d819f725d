import type { PolicyLook } from '../policy-look.js';

/** A line of a chart over time. */
export interface ChartLine {
  readonly id: string;
  /** Written at the line's end. */
  readonly label: string;
  readonly look: PolicyLook;
  /** Ascending; shape as that of {@link values}. */
  readonly times: ArrayLike<number>;
  /** NaN leaves a gap. */
  readonly values: ArrayLike<number>;
}

/** A thin line behind: one draw of many. Without a label of its own. */
export interface ThinLine {
  readonly id: string;
  readonly color: string;
  readonly times: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** A labeled vertical line, such as the start of a policy. */
export interface ChartMark {
  readonly time: number;
  readonly label: string;
}

/** What a chart over time shows. */
export interface LineChartData {
  readonly lines: readonly ChartLine[];
  readonly thin?: readonly ThinLine[];
  readonly marks?: readonly ChartMark[];
  /** `level` starts at zero; `difference` centers on it. */
  readonly measure: 'level' | 'difference';
  readonly timeLabel: string;
  readonly formatTime: (time: number) => string;
  readonly formatValue: (value: number) => string;
  /** Shorter, for the axis; {@link formatValue} unless given. */
  readonly formatTick?: (value: number) => string;
}

/** Values that a chart has to make room for. */
export function valuesOf({ lines, thin = [] }: LineChartData): readonly number[] {
  return [...lines, ...thin].flatMap(({ values }) => Array.from(values).filter(Number.isFinite));
}

/** First and last time of a chart. */
export function spanOf({ lines, thin = [] }: LineChartData): readonly [number, number] {
  const times = [...lines, ...thin].flatMap(({ times: all }) => [all[0] ?? 0, all[all.length - 1] ?? 0]);
  return times.length === 0 ? [0, 1] : [Math.min(...times), Math.max(...times)];
}

/** The last value of a line that is a number. */
export function endOf({
  times,
  values,
}: ChartLine): { readonly time: number; readonly value: number } | undefined {
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const value = values[at];
    if (value !== undefined && Number.isFinite(value)) return { time: times[at] ?? 0, value };
  }
  return undefined;
}
