import { type Outcome, reached } from '@weir/model';
import { jsonText, type LinkState, linkRequest, runScenario } from '@weir/study';
import { correctedSources } from '../models/reader.js';
import type { StudySources } from '../models/sources.js';

/**
 * The run of the policy worked on as JSON: as `weir run --link LINK --format json` prints it, from the same function.
 *
 * @errors Those of `correctedSources` and `runScenario`.
 */
export function runJson(sources: StudySources, state: LinkState): Outcome<string> {
  const prepared = correctedSources(sources, state.corrections);
  if (!prepared.ok) return prepared;
  const run = runScenario(prepared.value, linkRequest(prepared.value, state));
  return run.ok ? reached(jsonText(run.value)) : run;
}
