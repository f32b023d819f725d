import { column, type Design, joinRuns, type Result, type Table } from '@weir/analysis';

/**
 * A design with the numbers of its runs, joined by run id: each number travels with its run's id and an echo of its
 * inputs.
 *
 * @param answers - Shape [runs]; NaN where a run failed.
 */
export function joined(design: Design, outcome: string, answers: Float64Array): Result<Table> {
  const columns = design.names.map((_, at) => column(design.inputs, at));
  const made = joinRuns(
    design,
    [outcome],
    design.runs.map((run, row) => {
      const value = answers[row] ?? Number.NaN;
      return {
        experiment: design.id,
        run,
        echo: Float64Array.from(columns, (values) => values[row] ?? Number.NaN),
        status: Number.isFinite(value) ? 'ok' : 'not_converged',
        outputs: Float64Array.of(value),
      };
    }),
  );
  return made.ok ? { ok: true, value: made.value.table } : made;
}
