import { BORDERLINE_DRAWS } from '@weir/figures';
import { useMemo } from 'react';
import { useLab } from '../../app/lab-context.js';
import { drawsOf, NO_DRAWS } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import type { PairedTable } from '../../compute/paired-table.js';
import { type Asked, usePaired } from '../../compute/use-compute.js';
import { monthOf } from '../../models/horizons.js';
import type { LabOutcome, LabRanges } from '../../models/lab-study.js';
import type { ComparedPolicy } from './policies.js';

/** Draws of a chunk: near 50 ms for a model of this size and half a dozen policies. */
export const CHUNK_ROWS = 10;

/** Draws of a chunk where 1,000 are made in the background. */
const MORE_CHUNK_ROWS = 25;

/** What Compare asks the workers for. */
export interface Comparison {
  /** One row: the default run, month by month. */
  readonly single: Asked<PairedTable>;
  readonly draws: Asked<PairedTable>;
  /** More draws for counts near a threshold; the earlier words stay until they are all there. */
  readonly more: Asked<PairedTable>;
}

/**
 * Asks for the default run and the draws of all rows and columns.
 *
 * @param isBorderline - Whether a count of the draws is near a threshold.
 */
export function useComparison(
  policies: readonly ComparedPolicy[],
  columns: readonly LabOutcome[],
  ranges: LabRanges | undefined,
  isBorderline: boolean,
): Comparison {
  const { study, program, state } = useLab();
  const { seed, horizon, draws: count } = state;
  const outcomes = columns.map(({ id }) => id).join(',');
  const wish = useMemo(
    () => ({
      study,
      program,
      policies: policies.map(({ policy }) => policy),
      outcomes: outcomes.split(','),
      also: [horizon],
    }),
    [study, program, policies, outcomes, horizon],
  );
  const single = useMemo(
    () => pairedRequest({ ...wish, draws: NO_DRAWS, saveEvery: monthOf(study) }),
    [wish, study],
  );
  const draws = useMemo(
    () =>
      ranges === undefined ? undefined : pairedRequest({ ...wish, draws: drawsOf(ranges, count, seed) }),
    [wish, ranges, count, seed],
  );
  const more = useMemo(() => {
    if (ranges === undefined || !isBorderline || count >= BORDERLINE_DRAWS) return undefined;
    return pairedRequest({ ...wish, draws: drawsOf(ranges, BORDERLINE_DRAWS, seed) });
  }, [wish, ranges, isBorderline, count, seed]);
  return {
    single: usePaired('compare/default', single),
    draws: usePaired('compare/draws', draws, { chunkRows: CHUNK_ROWS, urgency: 1 }),
    more: usePaired('compare/more', more, { chunkRows: MORE_CHUNK_ROWS, urgency: 3 }),
  };
}
