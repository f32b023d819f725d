import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as analysis from './index.js';

const documentation = readFileSync(new URL('../../docs/analysis.md', import.meta.url), 'utf8');

test('the documentation lists every code, and no other', () => {
  const listed = [...documentation.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code]) => code);
  expect(listed).toEqual(Object.keys(analysis.ANALYSIS_CODES));
});

test('the documentation names every design and index', () => {
  const names = Object.keys(analysis).filter((name) =>
    /Assumptions$|Indices$|Correlations$|Effects$|Walks$|Points$/.test(name),
  );
  for (const name of names) expect(documentation).toContain(`\`${name}`);
});

test('no function takes columns side by side: kernels stay inside', () => {
  for (const kernel of [
    'regress',
    'binnedFirstOrder',
    'hsicOf',
    'sweepIndex',
    'firstOrderOf',
    'foreignRunIds',
  ])
    expect(Object.keys(analysis)).not.toContain(kernel);
});
