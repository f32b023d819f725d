import type { ProgramVariable } from '@weir/engine';
import { type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { WEIR_VERSION } from '../execute/version.js';
import { resolveName } from '../names/name-index.js';
import { settableProblem } from '../scenario/settable.js';
import type { SurfaceExperiment } from './experiment.js';
import type { SurfaceResult } from './experiment-result.js';
import { measuredRows } from './measured-rows.js';
import type { VariedRows } from './path-rows.js';

/**
 * Runs a response surface: every pair of the two axes' values.
 *
 * @errors `unknown-name`, `ambiguous-name`, `not-settable`, `not-finite`, `set-twice` where both axes, or an axis and the
 *   scenario, set one constant, and those of `measuredRows`.
 */
export function runSurface(prepared: PreparedStudy, experiment: SurfaceExperiment): Outcome<SurfaceResult> {
  const { x, y, scenario, set, measures } = experiment;
  const { bound } = prepared;
  const variables: ProgramVariable[] = [];
  for (const { name, values } of [x, y]) {
    const found = resolveName(bound.names, name);
    if (!found.ok) return found;
    const problem = settableProblem(
      found.value,
      name,
      values.find((value) => !Number.isFinite(value)) ?? 0,
      bound.names,
    );
    if (problem !== undefined) return refused([problem]);
    const own = bound.scenarios.get(scenario);
    const isSet =
      variables.includes(found.value) ||
      own?.inputs.some(({ variable }) => variable === found.value) === true ||
      own?.changes.some(({ variable }) => variable === found.value) === true ||
      [...set.keys()].some((typed) => {
        const other = resolveName(bound.names, typed);
        return other.ok && other.value === found.value;
      });
    if (isSet) {
      const message = `\`${name}\` is varied by the experiment \`${experiment.id}\`, and set besides.`;
      return refused([
        { code: 'set-twice', severity: 'error', message, variable: name, hint: 'Take it out of one.' },
      ]);
    }
    variables.push(found.value);
  }
  const varied: VariedRows = {
    variables,
    values: Float64Array.from(y.values.flatMap((down) => x.values.flatMap((along) => [along, down]))),
    rows: x.values.length * y.values.length,
  };
  const measured = measuredRows(prepared, [scenario], set, varied, measures);
  if (!measured.ok) return measured;
  const own = measured.value.get(scenario);
  if (own === undefined) throw new Error(`no rows of ${scenario}`);
  const grid = (column: Float64Array | undefined) =>
    y.values.map((_, down) =>
      x.values.map((__, along) => {
        const value = column?.[down * x.values.length + along] ?? Number.NaN;
        return Number.isFinite(value) ? value : null;
      }),
    );
  return reached({
    kind: 'surface',
    weir: WEIR_VERSION,
    model: prepared.study.id,
    corrections: prepared.corrections,
    runs: { [scenario]: own.runId },
    experiment,
    values: Object.fromEntries(measures.map(({ id }) => [id, grid(own.values.get(id))])),
  });
}
