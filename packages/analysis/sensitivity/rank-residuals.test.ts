import { expect, test } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { dot } from '../statistics/correlation-matrix.js';
import { sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import { correlations } from './correlations.js';
import { rankResiduals } from './rank-residuals.js';

const design = sound(latinHypercube(unitExperiment(4), 200));

test('the correlation of the residuals is the PRCC', () => {
  const table = tableOf(design, [([a = 0, b = 0, c = 0]) => Math.exp(a) + 3 * b * c], (run) =>
    run % 17 === 3 ? 'diverged' : 'ok',
  );
  const [outcome] = sound(correlations(table)).outcomes;
  for (let j = 0; j < 4; j += 1) {
    const cell = outcome?.cells[j];
    const left = sound(rankResiduals(table, 0, j));
    if (cell?.kind !== 'value' || left.kind !== 'value') throw new Error('no value');
    expect(dot(left.input, left.outcome)).toBeCloseTo(cell.partial, 12);
    expect(left.rows).toHaveLength(outcome?.runs ?? 0);
  }
});

test('undefined where the index is', () => {
  expect(sound(rankResiduals(tableOf(design, [() => 1]), 0, 0))).toMatchObject({ reason: 'constant-output' });
  expect(sound(rankResiduals(tableOf(design, [([a = 0]) => a]), 0, 1))).toMatchObject({
    reason: 'zero-residual',
  });
  const few = sound(latinHypercube(unitExperiment(4), 4));
  expect(sound(rankResiduals(tableOf(few, [([a = 0]) => a]), 0, 1))).toMatchObject({
    reason: 'too-few-runs',
  });
});
