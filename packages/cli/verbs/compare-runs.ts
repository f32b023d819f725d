import {
  type ComparisonDocument,
  compareScenarios,
  type PreparedStudy,
  planScenario,
  type RunRequest,
} from '@weir/study';
import { inWorkers } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { Failure, valueOrFail } from '../failure.js';
import { startProgress } from '../print/progress.js';
import type { Verb } from './verb.js';

/**
 * Runs scenarios against the baseline, with progress on a terminal.
 *
 * @param ids - All of the study's scenarios when empty.
 * @throws Failure: usage where a name or setting is wrong, else the model is at fault.
 */
export async function compare(
  verb: Verb,
  prepared: PreparedStudy,
  ids: readonly string[],
  request: RunRequest,
): Promise<ComparisonDocument> {
  const plans = (ids.length === 0 ? [undefined] : ids).map((scenario) =>
    planScenario(prepared, scenario === undefined ? request : { ...request, scenario }),
  );
  const wrong = plans.find((plan) => !plan.ok);
  if (wrong !== undefined) throw new Failure(EXIT.usage, wrong.diagnostics);
  const progress = startProgress(verb.io);
  const outcome = await compareScenarios(
    prepared,
    ids,
    request,
    verb.io.execute ?? inWorkers(),
    progress.report,
  );
  progress.end();
  const comparison = valueOrFail(outcome, EXIT.data);
  verb.warn(outcome.diagnostics);
  return comparison;
}
