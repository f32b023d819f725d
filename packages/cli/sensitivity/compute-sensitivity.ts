import { type Sensitivity, type SensitivityPlan, sensitivityOf } from '@weir/study';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import type { Verb } from '../verbs/verb.js';
import { runTables } from './run-tables.js';

/**
 * Makes the runs of an analysis and computes its indices.
 *
 * @throws Failure where runs cannot be made or indices cannot be computed.
 */
export async function computeSensitivity(verb: Verb, plan: SensitivityPlan): Promise<Sensitivity> {
  const [tables] = await runTables(verb, [plan.ensemble]);
  if (tables === undefined) throw new Error('no tables of a plan');
  return valueOrFail(sensitivityOf(plan, tables), EXIT.data);
}
