import { useMemo } from 'react';
import { useLab } from '../../app/lab-context.js';
import { drawsOf, NO_DRAWS } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import type { PairedTable } from '../../compute/paired-table.js';
import { type Asked, usePaired } from '../../compute/use-compute.js';
import { firstPolicy } from '../../models/draft.js';
import { monthOf, yearOf } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { columnsOf } from '../compare/columns.js';
import { type ShownPolicies, shownPolicies } from '../over-time/policies-shown.js';
import { type Question, type Varied, variedOf } from '../sensitivity/question.js';
import { type Flips, useFlips } from '../sensitivity/use-flips.js';

/** What a brief is made of. */
export interface BriefParts {
  readonly columns: readonly LabOutcome[];
  readonly shown: ShownPolicies;
  /** Every policy under the draws. */
  readonly draws: Asked<PairedTable>;
  /** The default run of every policy over ten years. */
  readonly paths: Asked<PairedTable>;
  /** The outcome of the chart and of the flip point: the total where the study has groups, else the first. */
  readonly outcome: LabOutcome | undefined;
  readonly flips: Flips | undefined;
  readonly varied: readonly Varied[];
}

const YEARS = 10;
const CHUNK_ROWS = 20;

/** Asks for everything on the brief. */
export function useBrief(): BriefParts {
  const { study, state, program } = useLab();
  const columns = useMemo(() => columnsOf(study, state.outcomes), [study, state.outcomes]);
  const shown = useMemo(() => shownPolicies(study, state), [study, state]);
  const ranges = study.ranges.find(({ id }) => id === state.ranges) ?? study.ranges[0];
  const total = study.groups.map(({ total: id }) => columns.find((one) => one.id === id))[0];
  const outcome = total ?? columns[0];
  const wish = useMemo(
    () => ({
      study,
      program,
      policies: shown.all.map(({ policy }) => policy),
      outcomes: columns.map(({ id }) => id),
      also: [state.horizon],
    }),
    [study, program, shown, columns, state.horizon],
  );
  const draws = useMemo(
    () =>
      ranges === undefined
        ? undefined
        : pairedRequest({ ...wish, draws: drawsOf(ranges, state.draws, state.seed) }),
    [wish, ranges, state.draws, state.seed],
  );
  const paths = useMemo(() => {
    const year = yearOf(study);
    const { start, stop } = study.time;
    const until = study.rests && year !== undefined ? start + YEARS * year : stop;
    return pairedRequest({ ...wish, also: [], draws: NO_DRAWS, until, saveEvery: monthOf(study) });
  }, [wish, study]);
  const varied = useMemo(() => (ranges === undefined ? [] : variedOf(study, ranges)), [study, ranges]);
  const policy = useMemo(() => state.draft ?? firstPolicy(study), [state.draft, study]);
  const question = useMemo(
    (): Question | undefined =>
      outcome === undefined || ranges === undefined
        ? undefined
        : { study, program, outcome, measure: 'effect', policy, ranges },
    [study, program, outcome, policy, ranges],
  );
  return {
    columns,
    shown,
    outcome,
    varied,
    draws: usePaired('brief/draws', draws, { chunkRows: CHUNK_ROWS, urgency: 1 }),
    paths: usePaired('brief/paths', paths),
    flips: useFlips(question, varied, 'brief/flips'),
  };
}
