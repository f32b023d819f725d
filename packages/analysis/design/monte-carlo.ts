import { matrix, setElement } from '../numeric/matrix.js';
import { stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromUnit } from './design.js';
import { type Experiment, lawsOf } from './input.js';

/**
 * Independent random runs. More runs of the same experiment keep the earlier ones, with their ids.
 *
 * @param runs - n, at least 1.
 * @errors bad-size, and those of the inputs.
 */
export function monteCarlo(experiment: Experiment, runs: number): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  if (!Number.isInteger(runs) || runs < 1) return failure('bad-size', 'The number of runs is not 1 or more.');
  const unit = matrix(runs, experiment.inputs.length);
  const key = streamKey(experiment.seed, 'design/jitter');
  for (let i = 0; i < runs; i += 1) {
    const draws = stream(key, i);
    for (let j = 0; j < unit.columns; j += 1) setElement(unit, i, j, draws.next());
  }
  const blocks = { kind: 'points', nested: true } as const;
  return success(designFromUnit({ kind: 'monte-carlo', experiment, blocks }, laws.value, unit));
}
