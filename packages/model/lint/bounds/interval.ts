/** Where a value can lie, ends included; ends may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Nothing is known. */
export const ANYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Zero or more. */
export const NOT_NEGATIVE: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

/** A single value; nothing known of one that is not a number. */
export function exactly(value: number): Interval {
  return Number.isNaN(value) ? ANYTHING : { low: value, high: value };
}

/** An interval, with ends that are not numbers opened. */
export function between(low: number, high: number): Interval {
  return {
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
  };
}

/** The least interval that holds all of them; nothing known of none. */
export function hull(intervals: readonly Interval[]): Interval {
  const [first, ...rest] = intervals;
  if (first === undefined) return ANYTHING;
  return rest.reduce(
    (all, { low, high }) => ({ low: Math.min(all.low, low), high: Math.max(all.high, high) }),
    first,
  );
}

/** Whether two intervals are the same. */
export function sameInterval(left: Interval, right: Interval): boolean {
  return left.low === right.low && left.high === right.high;
}

/** Whether a value lies in an interval. */
export function holds({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}

/** Sum. */
export function plus(left: Interval, right: Interval): Interval {
  return between(left.low + right.low, left.high + right.high);
}

/** Difference of values that have nothing to do with each other. */
export function minus(left: Interval, right: Interval): Interval {
  return between(left.low - right.high, left.high - right.low);
}

/** Product. Values are finite, so that zero times an open end is zero. */
export function times(left: Interval, right: Interval): Interval {
  const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);
  const corners = [
    product(left.low, right.low),
    product(left.low, right.high),
    product(left.high, right.low),
    product(left.high, right.high),
  ];
  return between(Math.min(...corners), Math.max(...corners));
}

/** Quotient, where the divisor is not zero. */
export function over(left: Interval, right: Interval): Interval {
  if (right.low < 0 && right.high > 0) return left.low === 0 && left.high === 0 ? exactly(0) : ANYTHING;
  // A divisor with zero at its end comes as near to it as one likes, from one side.
  const inverse =
    right.low === 0 && right.high === 0
      ? ANYTHING
      : right.low >= 0
        ? between(1 / right.high, right.low === 0 ? Number.POSITIVE_INFINITY : 1 / right.low)
        : between(right.high === 0 ? Number.NEGATIVE_INFINITY : 1 / right.high, 1 / right.low);
  return times(left, inverse);
}

/** Opposite. */
export function opposite({ low, high }: Interval): Interval {
  return { low: -high, high: -low };
}

/** The values of a function that only rises. */
export function rising({ low, high }: Interval, of: (value: number) => number): Interval {
  return between(of(low), of(high));
}

/** An interval as people read it. */
export function printInterval({ low, high }: Interval): string {
  const shown = (value: number) => String(Number(value.toPrecision(6)));
  if (low === high) return shown(low);
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) return 'anything';
  if (high === Number.POSITIVE_INFINITY) return `${shown(low)} or more`;
  if (low === Number.NEGATIVE_INFINITY) return `${shown(high)} or less`;
  return `${shown(low)} to ${shown(high)}`;
}
