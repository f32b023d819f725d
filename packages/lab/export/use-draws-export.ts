import { useLab } from '../app/lab-context.js';
import { drawsOf } from '../compute/draws.js';
import { horizonTime, pairedRequest } from '../compute/paired-request.js';
import { emptyTable, withChunk } from '../compute/paired-table.js';
import { comparedPolicies } from '../views/compare/policies.js';
import { drawsJson } from './draws-json.js';

const CHUNK_ROWS = 25;

/** Makes the draws of the comparison anew and gives them as JSON; undefined where they could not be made. */
export function useDrawsExport(): () => Promise<string | undefined> {
  const { study, state, desk, program, compute } = useLab();
  return async () => {
    const ranges = study.ranges.find(({ id }) => id === state.ranges) ?? study.ranges[0];
    if (ranges === undefined) return undefined;
    const draws = drawsOf(ranges, state.draws, state.seed);
    const policies = comparedPolicies(study, state.pins).map(({ policy, label }) => ({ ...policy, label }));
    const task = pairedRequest({ study, program, policies, draws, also: [state.horizon] });
    let table = emptyTable(task);
    const done = await compute.paired('export/draws', task, {
      chunkRows: CHUNK_ROWS,
      urgency: 1,
      onPart: (part, rows) => {
        table = withChunk(table, part, rows);
      },
    });
    if (done.kind !== 'done') return undefined;
    const time = horizonTime(study, state.horizon);
    return drawsJson({
      study,
      state,
      programHash: desk.loaded.programHash,
      policies,
      draws,
      table,
      time,
    });
  };
}
