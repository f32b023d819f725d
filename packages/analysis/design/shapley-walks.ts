import { matrix, setElement } from '../numeric/matrix.js';
import { permutation, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromUnit } from './design.js';
import { type Experiment, lawsOf } from './input.js';

/**
 * Walks for Shapley effects: from one random point to another, an input at a time, in a random order; k + 1 runs a
 * walk. More walks of the same experiment keep the earlier ones.
 *
 * @param walks - N, at least 1.
 * @errors bad-size; those of the inputs.
 * @source Goda 2021, A simple algorithm for global sensitivity analysis with Shapley effects, algorithm 1.
 */
export function shapleyWalks(experiment: Experiment, walks: number): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  if (!Number.isInteger(walks) || walks < 1)
    return failure('bad-size', 'The number of walks is not 1 or more.');
  const k = experiment.inputs.length;
  const unit = matrix(walks * (k + 1), k);
  const moved = new Int32Array(walks * k);
  const key = streamKey(experiment.seed, 'design/walk');
  for (let walk = 0; walk < walks; walk += 1) {
    const draws = stream(key, walk);
    const order = permutation(k, draws);
    moved.set(order, walk * k);
    for (let j = 0; j < k; j += 1) {
      const [from, to] = [draws.next(), draws.next()];
      const step = order.indexOf(j) + 1;
      for (let t = 0; t <= k; t += 1) setElement(unit, walk * (k + 1) + t, j, t < step ? from : to);
    }
  }
  return success(
    designFromUnit(
      { kind: 'shapley', experiment, blocks: { kind: 'walks', count: walks, moved } },
      laws.value,
      unit,
    ),
  );
}
