import type { Criterion, Moment, Turn } from '../../study-file/patterns.js';
import type { LinearBehavior } from './linear.js';

/** A curve over time: values at equal distances. */
export interface Points {
  readonly start: number;
  readonly every: number;
  readonly values: readonly number[];
  /** Linear behavior where the curve ends. */
  linear(): LinearBehavior | undefined;
}

/** Times of turns by name; NaN for one that could not be found. */
export type TurnTimes = ReadonlyMap<string, number>;

/** Finds the turning points of a curve, each after those before it. */
export function turnTimes(points: Points, turns: readonly Turn[]): TurnTimes {
  const times = new Map<string, number>();
  for (const { name, kind, from, to } of turns) {
    const [first, last] = [indexOf(points, timeOf(from, times)), indexOf(points, timeOf(to, times))];
    let best = Number.NaN;
    for (let index = first; index <= Math.min(last, points.values.length - 1); index += 1) {
      const [value, known] = [points.values[index] ?? Number.NaN, points.values[best] ?? Number.NaN];
      if (Number.isNaN(best) || (kind === 'lowest' ? value < known : value > known)) best = index;
    }
    times.set(name, points.start + best * points.every);
  }
  return times;
}

/**
 * Measures a curve.
 *
 * @returns NaN where there is nothing to measure; infinity for a level that is never reached.
 */
export function measureOf(points: Points, turns: TurnTimes, { measure, at, from, level }: Criterion): number {
  const [time, other] = [timeOf(at, turns), timeOf(from, turns)];
  const value = (moment: number) => points.values[indexOf(points, moment)] ?? Number.NaN;
  switch (measure) {
    case 'value':
      return value(time);
    case 'time':
      return time;
    case 'first at least':
      return firstTime(points, time, (one) => one >= level);
    case 'first at most':
      return firstTime(points, time, (one) => one <= level);
    case 'time between':
      return time - other;
    case 'difference':
      return value(time) - value(other);
    case 'ratio':
      return Math.abs(value(time) - level) / Math.abs(value(other) - level);
    case 'fall back':
      return (value(other) - value(time)) / (value(other) - level);
    case 'largest drift': {
      const first = points.values[0] ?? Number.NaN;
      return Math.max(...points.values.map((one) => Math.abs(one / first - 1)));
    }
    case 'linear period':
      return points.linear()?.period ?? Number.NaN;
    case 'linear damping':
      return points.linear()?.damping ?? Number.NaN;
    case 'linear peak ratio':
      return points.linear()?.peakRatio ?? Number.NaN;
    case 'slowest rate':
      return points.linear()?.slowestRate ?? Number.NaN;
  }
}

function timeOf(moment: Moment | undefined, turns: TurnTimes): number {
  if (moment === undefined) return Number.NaN;
  return typeof moment === 'number' ? moment : (turns.get(moment.turn) ?? Number.NaN) + moment.plus;
}

function indexOf({ start, every }: Points, time: number): number {
  return Math.round((time - start) / every);
}

function firstTime(points: Points, from: number, holds: (value: number) => boolean): number {
  const { start, every, values } = points;
  const first = values.findIndex((value, index) => start + index * every >= from && holds(value));
  return first < 0 ? Number.POSITIVE_INFINITY : start + first * every;
}
