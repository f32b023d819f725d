import type { Matrix } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import type { Design } from './design.js';
import { experimentIdOf, foreignRunIds } from './run-id.js';

/** Runs of somebody else's choice: a row each, named by a key. */
export interface GivenRuns {
  /** Names of the inputs, shape [k]. */
  readonly names: readonly string[];
  /** Shape [n]; each its own. */
  readonly keys: readonly string[];
  /** Values of the inputs, shape [n x k]. */
  readonly inputs: Matrix;
  /** Whatever else decides results, such as hashes of the program and its settings. */
  readonly context?: string;
}

/**
 * A design whose runs are given: their keys are the run ids. Names, keys and context make its identity; values are
 * checked by the echo of each result.
 *
 * @errors duplicate-run, duplicate-name, shape-mismatch, bad-value for an input that is not a finite number.
 */
export function givenDesign({ names, keys, inputs, context = '' }: GivenRuns): Result<Design> {
  if (inputs.rows !== keys.length || inputs.columns !== names.length)
    return failure('shape-mismatch', 'Keys, names and values of the inputs differ in number.');
  const twice = firstRepeated(keys);
  if (twice !== undefined) return failure('duplicate-run', `The run ${twice} stands twice.`, [twice]);
  const name = firstRepeated(names);
  if (name !== undefined) return failure('duplicate-name', `Two inputs are named ${name}.`, [name]);
  const bad = inputs.data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const key = keys[bad % inputs.rows] ?? '';
    return failure('bad-value', `An input of the run ${key} is not a finite number.`, [key]);
  }
  // Adding 0 turns -0 into 0, so that a value survives text formats.
  const data = inputs.data.some((value) => Object.is(value, -0))
    ? inputs.data.map((value) => value + 0)
    : inputs.data;
  return success({
    id: experimentIdOf('given', { inputs: [], seed: 0, context: JSON.stringify([names, keys, context]) }),
    kind: 'given',
    names,
    runs: foreignRunIds(keys),
    unit: undefined,
    inputs: { ...inputs, data },
    categorical: names.map(() => false),
    correlated: false,
    blocks: { kind: 'points', nested: false },
    experiment: undefined,
  });
}

function firstRepeated(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) return text;
    seen.add(text);
  }
  return undefined;
}
