import type { Distribution, Law } from '../distributions/distribution.js';
import { lawOf } from '../distributions/law.js';
import type { Seed } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';

/** One uncertain input. */
export interface Input {
  readonly name: string;
  readonly distribution: Distribution;
}

/** What decides the runs of an experiment besides the kind of design. */
export interface Experiment {
  readonly inputs: readonly Input[];
  readonly seed: Seed;
  /** Whatever else decides results, such as hashes of the program and its settings; enters every run id. */
  readonly context?: string;
}

/** The laws of an experiment's inputs, in their order. @errors bad-size, duplicate-name, bad-distribution, bad-value */
export function lawsOf({ inputs, seed }: Experiment): Result<readonly Law[]> {
  if (inputs.length === 0) return failure('bad-size', 'The experiment varies no input.');
  if (typeof seed === 'number' && !Number.isSafeInteger(seed))
    return failure('bad-value', 'The seed is not a whole number that a double holds exactly.');
  const names = inputs.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return failure('duplicate-name', `Two inputs are named ${twice}.`, [twice]);
  const laws: Law[] = [];
  for (const { name, distribution } of inputs) {
    const law = lawOf(distribution);
    if (!law.ok) return failure('bad-distribution', `${name}: ${law.faults[0].message}`, [name]);
    laws.push(law.value);
  }
  return success(laws);
}
