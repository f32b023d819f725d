import { expect, test } from 'vitest';
import { aux, programOf } from '../testing/read-program.js';
import { seriesOf } from '../testing/run-both.js';

const noise = aux('Noise', 'RANDOM(0, 1)');

test('the same seed gives the same run, another seed another', () => {
  const program = programOf(noise);
  expect(seriesOf(program, 'Noise')).toEqual(seriesOf(program, 'Noise', { seed: 1234 }));
  expect(seriesOf(program, 'Noise')).not.toEqual(seriesOf(program, 'Noise', { seed: 1235 }));
  expect(new Set(seriesOf(program, 'Noise')).size).toBe(11);
});

test('what stands elsewhere in a model leaves a call its numbers', () => {
  const more = programOf(aux('Before', 'NORMAL(0, 1)') + noise + aux('After', 'POISSON(3)'));
  expect(seriesOf(more, 'Noise')).toEqual(seriesOf(programOf(noise), 'Noise'));
});

test('two calls draw apart, also in one equation; a call is read twice as one value', () => {
  const program = programOf(
    aux('Gap', 'RANDOM(0, 1) - RANDOM(0, 1)') +
      noise +
      aux('Same', 'Noise - Noise') +
      aux('Seeded', 'RANDOM(0, 1, 7)'),
  );
  expect(seriesOf(program, 'Gap').every((value) => value !== 0)).toBe(true);
  expect(seriesOf(program, 'Same').every((value) => value === 0)).toBe(true);
  expect(seriesOf(program, 'Seeded')).not.toEqual(seriesOf(program, 'Noise'));
});

test.each(['rk2', 'rk4', 'rk45', 'gear'] as const)('draws stand still within a step: %s', (method) => {
  const walk = `<stock name="Walk"><eqn>0</eqn><inflow>Move</inflow></stock><flow name="Move"><eqn>Noise</eqn></flow>`;
  const program = programOf(walk + aux('Noise', 'NORMAL(0, 1, 3)'));
  const euler = seriesOf(program, 'Walk', { dt: 0.25 });
  for (const [row, value] of seriesOf(program, 'Walk', { dt: 0.25, method }).entries()) {
    expect(value).toBeCloseTo(euler[row] ?? Number.NaN, 10);
  }
});

test('draws are settled once for initial values and the first step', () => {
  const program = programOf(`${noise}${aux('First', 'INIT(Noise)')}`);
  const values = seriesOf(program, 'Noise');
  expect(seriesOf(program, 'First')).toEqual(values.map(() => values[0]));
});
