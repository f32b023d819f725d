import type { Method } from '@weir/engine';

/** How a model counts time, and how its file is run. */
export interface FileTime {
  readonly units: string;
  readonly dt: number;
  readonly method: Method;
}

/** How a path over time is stepped. */
export interface PathSettings {
  readonly method: Method;
  readonly dt: number;
}

/**
 * Step of a transition in months. Runge-Kutta 4 follows the policy transitions of the bundled models with it within
 * 2e-6 of a step five times as small.
 */
const MONTHS = 0.25;

/**
 * How the path of a link's scenario is stepped, in the lab and by `weir run --link` alike: Runge-Kutta 4 with a step of
 * a quarter month from a point of rest, where the model counts in months and its own step is finer or of first order;
 * else as the file says.
 *
 * @param fromRest - Whether it begins at a point of rest, so that nothing in it depends on dates.
 */
export function pathSettings({ units, dt, method }: FileTime, fromRest: boolean): PathSettings {
  const inMonths = /^months?$/i.test(units.trim());
  return fromRest && inMonths ? { method: 'rk4', dt: MONTHS } : { method, dt };
}
