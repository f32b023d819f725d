import { column, matrix, setElement } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromInputs } from './design.js';
import { type Experiment, lawsOf } from './input.js';
import { allLimits, limitsOf } from './limits.js';

const POINTS = 50;
const STEP = 0.01;
/** Places of the six runs of an input around the baseline, in steps. */
export const LOCAL_STEPS = [-0.5, 0.5, -1, 1, -2, 2] as const;

/**
 * The baseline, and for each input equidistant values from its lower to its upper limit, both included, with the
 * others at the baseline: 1 + k G runs.
 *
 * @param baseline - Values of the inputs, shape [k], in their units; need not lie on the grid.
 * @param points - G, at least 2; 50 where nothing is said.
 * @errors bad-size, bad-value, shape-mismatch; bad-distribution for an input without limits; those of the inputs.
 */
export function oneAtATime(
  experiment: Experiment,
  baseline: readonly number[],
  points = POINTS,
): Result<Design> {
  const start = startOf(experiment, baseline);
  if (!start.ok) return start;
  const limits = allLimits(experiment);
  if (!limits.ok) return limits;
  if (!Number.isInteger(points) || points < 2)
    return failure('bad-size', 'The number of points is not 2 or more.');
  const k = baseline.length;
  const inputs = matrix(1 + k * points, k);
  for (const [j, value] of start.value.entries()) column(inputs, j).fill(value);
  for (const [j, [low, high]] of limits.value.entries())
    for (let g = 0; g < points; g += 1) {
      const value = g === points - 1 ? high : low + (g * (high - low)) / (points - 1);
      setElement(inputs, 1 + j * points + g, j, value + 0);
    }
  const blocks = { kind: 'sweep', points: baseline.map(() => points) } as const;
  return success(designFromInputs({ kind: 'sweep', experiment, blocks }, inputs, undefined));
}

/**
 * The baseline, and for each input six runs around it: h/2, h and 2h below and above, relative to the baseline value,
 * or to the width of the range where that is 0. Values stay within the limits of an input that has some.
 *
 * @param step - h, above 0 and below 0.5; 0.01 where nothing is said.
 * @errors bad-value, shape-mismatch; bad-distribution for a baseline of 0 without limits; those of the inputs.
 */
export function localSteps(experiment: Experiment, baseline: readonly number[], step = STEP): Result<Design> {
  const start = startOf(experiment, baseline);
  if (!start.ok) return start;
  if (!(step > 0 && step < 0.5)) return failure('bad-value', 'The step is not above 0 and below 0.5.');
  const k = baseline.length;
  const inputs = matrix(1 + k * LOCAL_STEPS.length, k);
  for (const [j, value] of start.value.entries()) {
    column(inputs, j).fill(value);
    const input = experiment.inputs[j];
    const limits = input === undefined ? undefined : limitsOf(input.distribution);
    if (value === 0 && limits === undefined)
      return failure('bad-distribution', 'An input at 0 needs limits to step within.', [input?.name ?? '']);
    const [low, high] = limits ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const size = step * (value === 0 ? high - low : Math.abs(value));
    for (const [s, steps] of LOCAL_STEPS.entries()) {
      const moved = Math.min(Math.max(high, value), Math.max(Math.min(low, value), value + steps * size));
      setElement(inputs, 1 + j * LOCAL_STEPS.length + s, j, moved + 0);
    }
  }
  return success(
    designFromInputs({ kind: 'local', experiment, blocks: { kind: 'local', step } }, inputs, undefined),
  );
}

function startOf(experiment: Experiment, baseline: readonly number[]): Result<readonly number[]> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  if (baseline.length !== experiment.inputs.length)
    return failure(
      'shape-mismatch',
      `${baseline.length} baseline values for ${experiment.inputs.length} inputs.`,
    );
  const bad = experiment.inputs.filter((_, j) => !Number.isFinite(baseline[j])).map(({ name }) => name);
  return bad.length > 0
    ? failure('bad-value', 'A baseline value is not a finite number.', bad)
    : success(baseline.map((value) => value + 0));
}
