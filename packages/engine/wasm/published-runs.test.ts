import { expect, test } from 'vitest';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import { publishedModel } from '../testing/published-model.js';
import { wasm } from './wasm.js';

const { program, published, slotOf } = publishedModel();

const scenarios: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['criminalization', {}],
  ['full decriminalization', { prosecution_culture: 0, buyer_prosecution_culture: 0 }],
  ['partial decriminalization', { prosecution_culture: 0 }],
  ['equality model', { prosecution_culture: 0, st_services_capacity: 750, lt_services_capacity: 300 }],
  ['equality model as run', { prosecution_culture: 0, st_services_capacity: 500, lt_services_capacity: 200 }],
  ['expungement', { pctExpungement: 0.1 }],
];

test.each(scenarios)('published run, the same bits as the JavaScript backend: %s', (_, set) => {
  const inputs = Object.entries(set).map(([name, value]) => ({ slot: slotOf(name), value }));
  const run = simulate(wasm(program), inputs, published);
  expect(run).toMatchObject({ status: 'ok', reason: 'window rule' });
  expect(run).toEqual(simulate(javascript(program), inputs, published));
});

test.each(['euler', 'rk2', 'rk4', 'rk45'] as const)('the same bits as the interpreter: %s', (method) => {
  const settings: RunSettings = { method, dt: 1 / 64, stop: { kind: 'time', time: 20 }, saveEvery: 1 };
  const run = simulate(wasm(program), [], settings);
  expect(run.status).toBe('ok');
  expect(run).toEqual(simulate(interpreter(program), [], settings));
});
