import { useMemo } from 'react';
import { useLab } from '../../app/lab-context.js';
import { drawsOf, NO_DRAWS } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import type { PairedTable } from '../../compute/paired-table.js';
import { type Asked, usePaired } from '../../compute/use-compute.js';
import { monthOf } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';
import type { ShownPolicies } from './policies-shown.js';

/** Draws whose paths are drawn. */
export const THIN_LINES = 30;
const CHUNK = 10;

/** What the charts over time are drawn from. */
export interface Paths {
  /** The default run of all policies. */
  readonly single: Asked<PairedTable>;
  /** The baseline and the policy worked on, under the first draws of the sample. */
  readonly draws: Asked<PairedTable>;
}

/**
 * Asks for the paths of all policies, and of the draws of the one worked on.
 *
 * @param until - Model time at which the charts end.
 */
export function usePaths(shown: ShownPolicies, outcomes: readonly LabOutcome[], until: number): Paths {
  const { study, program, state } = useLab();
  const { ranges, seed, draws } = state;
  const ids = outcomes.map(({ id }) => id).join(',');
  const wish = useMemo(
    () => ({ study, program, outcomes: ids.split(','), until, saveEvery: monthOf(study) }),
    [study, program, ids, until],
  );
  const single = useMemo(
    () => pairedRequest({ ...wish, policies: shown.all.map(({ policy }) => policy), draws: NO_DRAWS }),
    [wish, shown],
  );
  const sample = useMemo(() => {
    const chosen = study.ranges.find(({ id }) => id === ranges) ?? study.ranges[0];
    if (chosen === undefined) return undefined;
    // The whole sample is made and its first rows taken, so that lines and counts are of the same draws.
    const { varied, values } = drawsOf(chosen, draws, seed);
    const rows = Math.min(THIN_LINES, draws);
    return { rows, varied, values: values.slice(0, rows * varied.length) };
  }, [study, ranges, seed, draws]);
  const baseline = shown.all[0]?.policy;
  const worked = shown.all[shown.worked]?.policy;
  const drawn = useMemo(() => {
    if (sample === undefined || baseline === undefined || worked === undefined) return undefined;
    return pairedRequest({ ...wish, policies: [baseline, worked], draws: sample });
  }, [wish, sample, baseline, worked]);
  return {
    single: usePaired('over-time/default', single),
    draws: usePaired('over-time/draws', drawn, { chunkRows: CHUNK, urgency: 1 }),
  };
}
