import { expect, test } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { element } from '../numeric/matrix.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import { pairedDifference } from './paired-difference.js';

const design = sound(latinHypercube(unitExperiment(2), 20));
const one = tableOf(design, [([a = 0, b = 0]) => 2 * a + b], (run) => (run === 3 ? 'diverged' : 'ok'));
const other = tableOf(design, [([a = 0]) => a], (run) => (run === 5 ? 'not_converged' : 'ok'));

test('is the difference, or the change in percent, draw by draw', () => {
  const difference = sound(pairedDifference(one, other, 'difference'));
  const percent = sound(pairedDifference(one, other, 'percent'));
  for (let i = 0; i < 20; i += 1) {
    const [a, b] = [element(design.inputs, i, 0), element(design.inputs, i, 1)];
    expect(element(difference.outputs, i, 0)).toBeCloseTo(a + b, 12);
    expect(element(percent.outputs, i, 0)).toBeCloseTo((100 * (a + b)) / a, 8);
  }
});

test('a draw that failed in either failed', () => {
  const { status } = sound(pairedDifference(one, other, 'difference'));
  expect([status[3], status[5], status[0]]).toEqual(['diverged', 'not_converged', 'ok']);
});

test('a change in percent of nothing is no number', () => {
  const nothing = tableOf(design, [() => 0]);
  const { outputs } = sound(pairedDifference(one, nothing, 'percent'));
  expect(element(outputs, 0, 0)).toBeNaN();
});

test('other draws are refused', () => {
  const elsewhere = tableOf(sound(latinHypercube(unitExperiment(2, 9), 20)), [([a = 0]) => a]);
  expect(codeOf(pairedDifference(one, elsewhere, 'difference'))).toBe('other-experiment');
  const more = tableOf(design, [([a = 0]) => a, () => 1]);
  expect(codeOf(pairedDifference(one, more, 'difference'))).toBe('shape-mismatch');
});
