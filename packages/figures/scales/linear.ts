import { scaleLinear } from 'd3-scale';

/** A straight scale from data to pixels, with round ticks. */
export interface LinearScale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

function linear(
  domain: readonly [number, number],
  range: readonly [number, number],
  count: number,
): LinearScale {
  const scale = scaleLinear().domain(domain).range(range);
  const map = (value: number): number => scale(value);
  return Object.assign(map, { domain, ticks: scale.ticks(count) });
}

/** A scale from zero to a round number not below the largest value. */
export function fromZero(
  values: readonly number[],
  range: readonly [number, number],
  count = 4,
): LinearScale {
  const [, top = 1] = scaleLinear()
    .domain([0, Math.max(0, ...values) || 1])
    .nice(count)
    .domain();
  return linear([0, top], range, count);
}

/** A scale with zero in its middle, as far to each side as the largest value of either sign. */
export function aroundZero(
  values: readonly number[],
  range: readonly [number, number],
  count = 5,
): LinearScale {
  const reach = Math.max(0, ...values.map(Math.abs)) || 1;
  const [, top = reach] = scaleLinear().domain([0, reach]).nice(count).domain();
  return linear([-top, top], range, count);
}

/** A scale over the values, rounded outwards. */
export function covering(
  values: readonly number[],
  range: readonly [number, number],
  count = 4,
): LinearScale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const [from = low, to = high] = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .nice(count)
    .domain();
  return linear([from, to], range, count);
}
