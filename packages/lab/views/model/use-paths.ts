import { useMemo } from 'react';
import { useLab } from '../../app/lab-context.js';
import { NO_DRAWS } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import type { PairedTable } from '../../compute/paired-table.js';
import type { PairedTask } from '../../compute/task.js';
import { type Asked, usePaired } from '../../compute/use-compute.js';
import type { Atlas } from '../../models/atlas.js';
import { firstPolicy } from '../../models/draft.js';
import { yearOf } from '../../models/horizons.js';

/** Years shown where a model rests; a model that does not is shown as far as its file runs it. */
const YEARS = 10;
const SAVES = 120;

/** Paths of every variable of the atlas, under the baseline and the draft. */
export function useMapPaths(atlas: Atlas | undefined): Asked<PairedTable> {
  const { study, program, state } = useLab();
  const task = useMemo((): PairedTask | undefined => {
    if (atlas === undefined) return undefined;
    const { start, stop } = study.time;
    const until = study.rests ? start + YEARS * (yearOf(study) ?? (stop - start) / YEARS) : stop;
    const request = pairedRequest({
      study,
      program,
      policies: [{ scenario: study.baseline, settings: [] }, state.draft ?? firstPolicy(study)],
      draws: NO_DRAWS,
      until,
      saveEvery: (until - start) / SAVES,
    });
    const observed = atlas.variables.filter(({ kind }) => kind !== 'graphical').map(({ key }) => key);
    return { ...request, observed, atRest: false };
  }, [atlas, study, program, state.draft]);
  return usePaired('model/paths', task);
}
