import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readModel, sourceText } from '@weir/model';
import { expect, test } from 'vitest';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import { lower } from '../lower/lower.js';
import type { Slot } from '../lower/program.js';
import { wasm } from './wasm.js';

const path = fileURLToPath(new URL('../../../models/massachusetts/model.xmile', import.meta.url));
const read = readModel(sourceText(path, readFileSync(path, 'utf8')));
if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
const model = read.value;
const lowered = lower(model);
if (!lowered.ok) throw new Error(JSON.stringify(lowered.diagnostics));
const program = lowered.value;

/** Slot of a variable by its name in the archive, which its documentation states. */
function slotOf(archiveName: string): Slot {
  const stated = new RegExp(`Archive name:\\s+(?:none; here )?${archiveName}\\.`);
  const variable = [...model.variables.values()].find(({ documentation = '' }) => stated.test(documentation));
  const slot = variable && program.slotOf.get(variable.key);
  if (slot === undefined) throw new Error(`no variable ${archiveName}`);
  return slot;
}

/** The archive's Euler step and stop rule. */
const published: RunSettings = {
  method: 'euler',
  dt: 0.001,
  stop: {
    kind: 'window',
    rule: {
      watch: [slotOf('pctTraffickedVsNontrafficked'), slotOf('pctSSCrimRecord')],
      sampleEvery: 1,
      window: 5,
      from: 100,
      every: 5,
      tolerance: 1e-4,
    },
    cap: 10000,
  },
};

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
