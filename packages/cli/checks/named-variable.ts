import type { Variable } from '@weir/model';
import { type PreparedStudy, resolveName } from '@weir/study';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';

/**
 * The variable of the model that a person names: by an outcome's id, a short name of the study, or its name in the file.
 *
 * @throws Failure: usage for an unknown or ambiguous name.
 */
export function namedVariable(prepared: PreparedStudy, typed: string): Variable {
  const outcome = prepared.study.outcomes.find(({ id }) => id === typed);
  const key = outcome?.variable ?? valueOrFail(resolveName(prepared.bound.names, typed), EXIT.usage).key;
  const variable = prepared.model.variables.get(key);
  if (variable !== undefined) return variable;
  throw usageFailure('unknown-name', `'${typed}' is no variable of the model file.`, 'weir doc MODEL');
}
