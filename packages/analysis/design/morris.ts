import { matrix, setElement } from '../numeric/matrix.js';
import { permutation, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromUnit } from './design.js';
import { type Experiment, lawsOf } from './input.js';
import { allLimits } from './limits.js';

const LEVELS = 4;

/**
 * Morris trajectories on a grid of p levels: from a random point, every input moves once, in a random order, by
 * p / (2 (p - 1)) up or down. More trajectories of the same experiment keep the earlier ones.
 *
 * @param trajectories - r, at least 1; r (k + 1) runs.
 * @param levels - p, even; 4 where nothing is said.
 * @errors bad-size for odd p or r below 1; bad-distribution for an input without limits; those of the inputs.
 * @source Morris 1991, Factorial sampling plans for preliminary computational experiments, section 3.
 */
export function morrisTrajectories(
  experiment: Experiment,
  trajectories: number,
  levels = LEVELS,
): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  const limits = allLimits(experiment);
  if (!limits.ok) return limits;
  if (!Number.isInteger(trajectories) || trajectories < 1)
    return failure('bad-size', 'The number of trajectories is not 1 or more.');
  if (!Number.isInteger(levels) || levels < 2 || levels % 2 !== 0)
    return failure(
      'bad-size',
      `${levels} is not an even number of levels: the steps of an odd one are uneven.`,
    );
  const k = experiment.inputs.length;
  const unit = matrix(trajectories * (k + 1), k);
  const moved = new Int32Array(trajectories * k);
  const key = streamKey(experiment.seed, 'design/morris');
  for (let walk = 0; walk < trajectories; walk += 1) {
    const draws = stream(key, walk);
    const order = permutation(k, draws);
    moved.set(order, walk * k);
    for (let j = 0; j < k; j += 1) {
      const start = draws.below(levels / 2);
      const up = draws.below(2) === 1;
      const step = order.indexOf(j) + 1;
      for (let t = 0; t <= k; t += 1) {
        const atEnd = t >= step === up;
        const level = atEnd ? start + levels / 2 : start;
        setElement(unit, walk * (k + 1) + t, j, level / (levels - 1));
      }
    }
  }
  const blocks = { kind: 'trajectories', count: trajectories, moved, levels } as const;
  return success(designFromUnit({ kind: 'morris', experiment, blocks }, laws.value, unit));
}
