import type { CanonicalName } from '@weir/model';
import type { PairedTable } from '../../compute/paired-table.js';
import { pathOf } from '../../compute/paired-table.js';

/** What moves on the map: paths of every variable shown, under current policy and under the one looked at. */
export interface MapPaths {
  /** Model times, shape [times]. */
  readonly times: readonly number[];
  /** By variable, shape [times] each. */
  readonly baseline: ReadonlyMap<string, Float64Array>;
  readonly policy: ReadonlyMap<string, Float64Array>;
}

/** Paths of the default run of a table of two policies; the second is the one looked at. */
export function mapPaths(table: PairedTable): MapPaths {
  const of = (policy: number) =>
    new Map(table.observed.map((key) => [key, pathOf(table, 0, policy, key)] as const));
  return { times: table.times, baseline: of(0), policy: of(table.policies - 1) };
}

/** A variable at a place in time, under current policy and the one looked at; NaN where it is not known. */
export function valuesAt(
  paths: MapPaths | undefined,
  key: CanonicalName | string,
  place: number,
): { readonly baseline: number; readonly policy: number } {
  return {
    baseline: paths?.baseline.get(key)?.[place] ?? Number.NaN,
    policy: paths?.policy.get(key)?.[place] ?? Number.NaN,
  };
}

/** Place of the saved time nearest to a time. */
export function nearestPlace(times: readonly number[], time: number): number {
  let best = 0;
  for (const [place, one] of times.entries())
    if (Math.abs(one - time) < Math.abs((times[best] ?? Number.POSITIVE_INFINITY) - time)) best = place;
  return best;
}
