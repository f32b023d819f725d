import { fileURLToPath } from 'node:url';
import {
  type ActionsExperiment,
  type LoopsExperiment,
  runExperiment,
  type SurfaceExperiment,
} from '@weir/study';
import { openExperiments } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { FOLDER, prepared } from './testing/model-runs.js';

// Figures beside these tests are those of a separate coding of the equations: the one that gave the golden values.

const opened = openExperiments(fileURLToPath(FOLDER));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const { experiments } = opened.value;

function experiment(id: 'information-feedback'): SurfaceExperiment;
function experiment(id: 'actions'): ActionsExperiment;
function experiment(id: 'loops' | 'slow-loops'): LoopsExperiment;
function experiment(id: string) {
  const found = experiments.get(id);
  if (found === undefined) throw new Error(`no experiment ${id}`);
  return found;
}

function ran(own: Parameters<typeof runExperiment>[1]) {
  const outcome = runExperiment(prepared, own);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
  return outcome.value;
}

describe('information feedback', () => {
  const own = experiment('information-feedback');
  const { x, y } = own;
  // The corner of the surface is the scenario close-information-early, by its own numbers.
  const result = ran({ ...own, x: { ...x, values: [0, 0.25] }, y: { ...y, values: [0, 0.8] } });
  if (result.kind !== 'surface') throw new Error('no surface');
  const { level, swing } = result.values;

  it('lowers the level, by what is seen and not by when', () => {
    expect(level?.[0]?.[0]).toBeCloseTo(1000.24851952781, 4);
    expect(level?.[1]?.[1]).toBeCloseTo(810.317815796, 4);
    expect(Math.abs((level?.[1]?.[0] ?? 0) - (level?.[0]?.[0] ?? 0))).toBeLessThan(1);
  });

  it('calms the ups and downs', () => {
    expect(swing?.[0]?.[0]).toBeCloseTo(0.318, 3);
    expect(swing?.[1]?.[1]).toBeCloseTo(0.225, 3);
  });

  it('has a surface that falls with everything that is seen', () => {
    const whole = ran(own);
    if (whole.kind !== 'surface') throw new Error('no surface');
    for (const row of [...(whole.values.level ?? []), ...(whole.values.swing ?? [])]) {
      const falls = row.every((value, k) => k === 0 || (value ?? 0) < (row[k - 1] ?? 0));
      expect(falls).toBe(true);
    }
  });
});

describe('actions', () => {
  const { robustness: _, ...defaults } = experiment('actions');
  const result = ran(defaults);
  if (result.kind !== 'actions') throw new Error('no actions');
  const { values } = result;

  it.each([
    ['close-information', -13.9, 21.8, 52.8],
    ['service-surge', -0.4, 4.1, 14.9],
    ['demand-reduction', -7.8, -10.8, -7.1],
    ['prosecution-focus', -2.2, 1.5, -2.0],
    ['partnership', -10.5, 16.7, 40.8],
    ['prevention', -5.8, -8.3, -5.0],
    ['supply-side-only', -2.6, 29.2, -2.7],
    ['combined', -20.3, 15.8, 65.8],
  ])('%s: person-months %d %%, recruited %d %%, recovered %d %%', (id, months, recruited, recovered) => {
    const change = (measure: string) => values[id]?.[measure]?.change ?? Number.NaN;
    expect(Math.abs(change('person-months') - months)).toBeLessThan(0.051);
    expect(Math.abs(change('recruited') - recruited)).toBeLessThan(0.051);
    expect(Math.abs(change('recovered') - recovered)).toBeLessThan(0.051);
  });

  it('services are back at 95 % after 23 months, in February 2022', () => {
    expect(values['covid-base']?.['services-back']?.value).toBe(23);
  });

  it.each([
    ['covid-base', 1168],
    ['close-information', 1021],
    ['supply-side-only', 1096],
    ['combined', 976],
  ])('%s peaks at %d', (id, peak) => expect(Math.round(values[id]?.peak?.value ?? 0)).toBe(peak));

  it('keeps the order of closed information, the cut in demand and removal over sets of parameters', () => {
    const drawn = ran({
      ...experiment('actions'),
      scenarios: ['close-information', 'demand-reduction', 'supply-side-only'],
      measures: experiment('actions').measures.filter(({ id }) => id === 'person-months'),
      robustness: { ranges: '20pct', sets: 30, seed: 1 },
    });
    if (drawn.kind !== 'actions') throw new Error('no actions');
    const spread = (id: string) => drawn.values[id]?.['person-months']?.robustness;
    expect(spread('close-information')).toMatchObject({ sets: 30, shareLower: 1, shareLowest: 1 });
    expect(spread('supply-side-only')?.shareLower).toBe(1);
    expect(spread('demand-reduction')?.high).toBeLessThan(spread('supply-side-only')?.low ?? 0);
  });
});

describe('loops', () => {
  const result = ran({ ...experiment('loops'), from: 20, to: 60, every: 4 });
  if (result.kind !== 'loops') throw new Error('no loops');
  const { effects, times, dominant } = result;

  it('do nothing before the pandemic strikes', () => {
    for (const [id, own] of Object.entries(effects)) expect(Math.abs(own[0] ?? 1), id).toBeLessThan(1e-6);
    expect(dominant[0]).toBeNull();
  });

  it('the market first pulls the number down, then up, then down again', () => {
    const revenue = (month: number) => effects.revenue?.[times.indexOf(month)] ?? 0;
    expect(revenue(28)).toBeLessThan(-2);
    expect(revenue(40)).toBeGreaterThan(2);
    expect(revenue(52)).toBeLessThan(-1);
    const led = dominant.filter((id) => id === 'revenue').length;
    expect(led).toBeGreaterThan(dominant.length / 2);
  });

  it('what comes from outside has no effect where the pandemic inputs stand still', () => {
    const last = times.length - 1;
    expect(effects['stay-at-home']?.[last]).toBeCloseTo(0, 9);
    expect(effects['closed-doors']?.[last]).toBeCloseTo(0, 9);
  });

  it('slow loops act over years', () => {
    const slow = ran(experiment('slow-loops'));
    if (slow.kind !== 'loops') throw new Error('no loops');
    const most = (own: readonly (number | null)[] = []) =>
      Math.max(...own.map((value) => Math.abs(value ?? 0)));
    expect(most(slow.effects.will)).toBeGreaterThan(10 * most(effects.will));
  });
});
