import { useMemo } from 'react';
import { useLab } from '../../app/lab-context.js';
import { drawsOf, NO_DRAWS } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import type { PairedTable } from '../../compute/paired-table.js';
import { type Asked, usePaired } from '../../compute/use-compute.js';
import { firstPolicy } from '../../models/draft.js';
import { horizonsOf, monthOf } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';

/** What Explore asks the workers for. The first policy of both tables is the baseline, the second the draft, then pins. */
export interface Explored {
  /** The default run, month by month; it follows the sliders. */
  readonly single: Asked<PairedTable>;
  /** The baseline and the draft under the draws, every three months. */
  readonly draws: Asked<PairedTable>;
}

const CHUNK_ROWS = 10;

/** Milliseconds for which a slider must rest before draws are made: until then the workers are free for the default run. */
const PAUSE = 150;

/** Asks for the draft as it stands: its default run at once, its draws as they come. */
export function useExplore(columns: readonly LabOutcome[]): Explored {
  const { study, program, state } = useLab();
  const { pins, draws: count, seed } = state;
  const draft = useMemo(() => state.draft ?? firstPolicy(study), [state.draft, study]);
  const ranges = study.ranges.find(({ id }) => id === state.ranges) ?? study.ranges[0];
  const outcomes = columns.map(({ id }) => id).join(',');
  const sample = useMemo(
    () => (ranges === undefined ? undefined : drawsOf(ranges, count, seed)),
    [ranges, count, seed],
  );
  const wish = useMemo(() => {
    const baseline = { scenario: study.baseline, settings: [] };
    const times = horizonsOf(study).all.flatMap(({ at }) => (at === 'long' ? [] : [at]));
    const until = study.rests ? study.time.start + Math.max(...times, 0) : study.time.stop;
    return { study, program, baseline, until, also: [state.horizon], outcomes: outcomes.split(',') };
  }, [study, program, outcomes, state.horizon]);
  const single = useMemo(
    () =>
      pairedRequest({
        ...wish,
        policies: [wish.baseline, draft, ...pins],
        draws: NO_DRAWS,
        saveEvery: monthOf(study),
        until: untilOf(wish),
      }),
    [wish, draft, pins, study],
  );
  const many = useMemo(
    () =>
      sample === undefined
        ? undefined
        : pairedRequest({
            ...wish,
            policies: [wish.baseline, draft],
            draws: sample,
            saveEvery: 3 * monthOf(study),
            until: untilOf(wish),
          }),
    [wish, draft, sample, study],
  );
  return {
    single: usePaired('explore/default', single),
    draws: usePaired('explore/draws', many, { chunkRows: CHUNK_ROWS, urgency: 1, delay: PAUSE }),
  };
}

function untilOf({
  until,
  study,
  also,
}: {
  until: number;
  study: { time: { start: number } };
  also: readonly (number | 'long')[];
}): number {
  return Math.max(until, ...also.flatMap((at) => (at === 'long' ? [] : [study.time.start + at])));
}
