import { type ExperimentResult, type LeverComparison, type PreparedStudy, runExperiment } from '@weir/study';
import { openExperiments, openLevers, runLevers } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import type { Verb } from './verb.js';

/**
 * The experiments of a study, run; none where it has no file of them.
 *
 * @throws Failure where the file, or what it asks for, is at fault.
 */
export function experimentsOf(
  verb: Verb,
  reference: string,
  prepared: PreparedStudy,
): readonly ExperimentResult[] {
  const opened = openExperiments(reference, whereOf(verb));
  if (!opened.ok && opened.diagnostics.every(({ code }) => code === 'no-experiments')) return [];
  return [...valueOrFail(opened, EXIT.data).experiments.values()].map((experiment) => {
    const ran = runExperiment(prepared, experiment);
    verb.warn(ran.diagnostics);
    return valueOrFail(ran, EXIT.data);
  });
}

/**
 * The levers that the bundled models share, run, where this is one of these models as it was read.
 *
 * @throws Failure where the file, or what it asks for, is at fault.
 */
export function leversOf(
  verb: Verb,
  { study, corrections }: PreparedStudy,
): { readonly levers?: LeverComparison } {
  const opened = openLevers(whereOf(verb));
  if (!opened.ok && opened.diagnostics.every(({ code }) => code === 'no-levers')) return {};
  const levers = valueOrFail(opened, EXIT.data);
  if (!levers.until.has(study.id) || corrections.length > 0) return {};
  return { levers: valueOrFail(runLevers(levers, whereOf(verb)), EXIT.data) };
}

function whereOf({ io }: Verb): { readonly modelsFolder?: string } {
  return io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder };
}
