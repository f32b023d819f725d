import { BUILTINS } from '@weir/model';
import { expect, test } from 'vitest';
import { builtinsReference } from './reference.js';

test('docs/built-ins.md is what the table says', async () => {
  await expect(builtinsReference()).toMatchFileSnapshot('../../../docs/built-ins.md');
});

test('every built-in stands on the page once', () => {
  const rows = builtinsReference()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.map((row) => row.split('`')[1]).sort()).toEqual(Object.keys(BUILTINS).sort());
});

test('the standard prescribes these, and no others are called standard', () => {
  // XMILE 1.0, 3.5.1 to 3.5.6 and 3.7.1.3.
  const prescribed =
    'abs arccos arcsin arctan cos exp inf int ln log10 max min pi sin sqrt tan exprnd lognormal normal poisson random ' +
    'delay delay1 delay3 delayn forcst smth1 smth3 smthn trend pulse ramp step dt starttime stoptime time init previous ' +
    'self mean rank size stddev sum';
  const standard = Object.entries(BUILTINS).filter(([, { origin }]) => origin === 'standard');
  expect(standard.map(([name]) => name).sort()).toEqual(prescribed.split(' ').sort());
});
