import { expect, test } from 'vitest';
import { latinHypercube } from '../design/latin-hypercube.js';
import { saltelli } from '../design/saltelli.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { tableOf } from '../testing/simulate.js';
import { kendallCorrelations } from './kendall-correlations.js';

test('an ascending function agrees in every pair, a constant one has no value', () => {
  const table = tableOf(sound(latinHypercube(unitExperiment(1), 30)), [([a = 0]) => Math.exp(a), () => 1]);
  const [up, none] = sound(kendallCorrelations(table));
  expect(up).toMatchObject({ runs: 30, cells: [{ kind: 'value', tau: 1 }] });
  expect(none?.cells[0]).toMatchObject({ reason: 'constant-output' });
});

test('needs a sample of more than one run', () => {
  const one = tableOf(sound(latinHypercube(unitExperiment(1), 1)), [([a = 0]) => a]);
  expect(sound(kendallCorrelations(one))[0]?.cells[0]).toMatchObject({ reason: 'too-few-runs' });
  expect(codeOf(kendallCorrelations(tableOf(sound(saltelli(unitExperiment(1), 8)), [() => 1])))).toBe(
    'wrong-design',
  );
});
