import { describe, expect, it } from 'vitest';
import { type PairedTable, statusCounts } from '../../compute/paired-table.js';
import type { LabOutcome, LabStudy } from '../../models/lab-study.js';
import { cellOf } from './cell.js';
import { cellSentence } from './cell-name.js';
import { checkPlans } from './check-plans.js';
import { columnsOf } from './columns.js';
import { stacked } from './panel/dots.js';
import { lowestCounts } from './ranking.js';

const outcome = (id: string, headline = true): LabOutcome => ({
  id,
  label: id,
  short: id,
  key: id,
  unit: 'person',
  kind: 'people',
  headline,
});
const adults = outcome('adults');
const young = outcome('young');
const all = outcome('all');

/** A table of draws: for each draw, for each policy, the values of both times of both outcomes. */
function table(draws: readonly (readonly (readonly number[])[])[], wanted = draws.length): PairedTable {
  return {
    rows: draws.length,
    wanted,
    policies: draws[0]?.length ?? 0,
    times: [60],
    atRest: true,
    observed: ['adults', 'young'],
    values: Float64Array.from(draws.flat(2)),
    status: new Uint8Array(draws.length * (draws[0]?.length ?? 0)),
  };
}

/** So many draws of a baseline at 1,000 and a policy with these values: adults and young, at 60 and at rest. */
const draws = (count: number, policy: readonly number[]) =>
  Array.from({ length: count }, () => [[1000, 1000, 1000, 1000], policy]);

describe('cellOf', () => {
  const source = {
    single: table(draws(1, [950, 1100, 1050, 1100])),
    draws: table(draws(100, [950, 1100, 1050, 1100])),
    checks: [],
    time: 60,
    last: 'rest',
  } as const;

  it('joins by outcome and time, and tells where the long run differs', () => {
    const cell = cellOf(source, 1, adults);
    expect(cell.rung).toMatchObject({ kind: 'word', direction: 'lower', size: 'moderate' });
    expect(cell.single?.direction).toBe('lower');
    expect(cell.later).toBe('higher');
    expect(cellOf(source, 1, young).later).toBe(undefined);
    expect(cellOf({ ...source, time: 'rest' }, 1, adults)).toMatchObject({
      rung: { direction: 'higher' },
      later: undefined,
    });
  });

  it('has no direction word before 100 draws', () => {
    const cell = cellOf({ ...source, draws: table(draws(60, [950, 1100, 1050, 1100]), 200) }, 1, adults);
    expect(cell.rung?.kind).toBe('counting');
    expect(cellSentence('Partial', adults, '5 years', cell, 200)).toBe(
      'Partial, adults, 5 years: default run lower, \u22125\u00a0%; counting, 60 of 200.',
    );
  });

  it('counts failed runs against the word', () => {
    const failed = draws(21, [Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    const cell = cellOf({ ...source, draws: table([...draws(79, [950, 1, 1, 1]), ...failed]) }, 1, adults);
    expect(cell.rung?.kind).toBe('mixed');
  });

  it('takes checks that are whole, and shows the worst', () => {
    const checks = [
      { id: 'a', label: 'A', table: table(draws(100, [1050, 1, 1, 1])) },
      { id: 'b', label: 'B', table: table(draws(100, [950, 1, 1, 1])) },
      { id: 'c', label: 'C', table: table(draws(100, [1050, 1, 1, 1]), 200) },
    ];
    expect(cellOf({ ...source, checks }, 1, adults).summary).toEqual({
      word: 'reverses',
      count: 1,
      total: 2,
    });
  });
});

const bare: LabStudy = {
  id: 's',
  title: 'S',
  version: '1',
  citation: '',
  rests: true,
  time: { units: 'month', start: 0, stop: 240, dt: 1, method: 'euler' },
  baseline: 'base',
  outcomes: [adults, young, all, outcome('price', false)],
  scenarios: [],
  constants: [],
  stocks: [],
  controls: [],
  ranges: [
    { id: '20pct', label: '20', justification: '', inputs: [] },
    { id: 'wide', label: 'wide', justification: '', inputs: [] },
  ],
  limits: { strip: '', points: [] },
  groups: [{ id: 'g', label: 'G', total: 'all', parts: ['adults', 'young'] }],
  spotlights: [],
  findings: [],
  published: [],
  corrections: [
    { id: 'D1', title: 'D1', what: '', why: '', evidence: '', status: 'proved', conflicts: [] },
    { id: 'D4a', title: 'D4a', what: '', why: '', evidence: '', status: 'inferred', conflicts: ['D4b'] },
    { id: 'D4b', title: 'D4b', what: '', why: '', evidence: '', status: 'inferred', conflicts: ['D4a'] },
  ],
  correctionGroups: {},
};

describe('columnsOf', () => {
  it('never shows a total without its parts', () => {
    expect(columnsOf(bare, ['all']).map(({ id }) => id)).toEqual(['adults', 'young', 'all']);
    expect(columnsOf(bare, ['price']).map(({ id }) => id)).toEqual(['price']);
    expect(columnsOf(bare, []).map(({ id }) => id)).toEqual(['adults', 'young', 'all']);
  });
});

describe('checkPlans', () => {
  const ids = (corrections: string[], ranges: string) =>
    checkPlans(bare, { corrections, ranges }).map((plan) => [plan.id, plan.corrections, plan.ranges.id]);

  it('are every inferred correction beside those in force, then wide ranges', () => {
    expect(ids(['D1'], '20pct')).toEqual([
      ['D4a', ['D1', 'D4a'], '20pct'],
      ['D4b', ['D1', 'D4b'], '20pct'],
      ['wide', ['D1'], 'wide'],
    ]);
  });

  it('leave out what is in force, and what that excludes', () => {
    expect(ids(['D4b'], 'wide')).toEqual([]);
  });
});

describe('lowestCounts', () => {
  it('counts draws in which every policy finished, and ties for each', () => {
    const rows = table([
      [
        [10, 1, 0, 0],
        [9, 1, 0, 0],
      ],
      [
        [10, 1, 0, 0],
        [Number.NaN, 1, 0, 0],
      ],
    ]);
    expect(lowestCounts(rows, 60, [adults, young]).map(({ draws: n, counts }) => [n, counts])).toEqual([
      [1, [0, 1]],
      [2, [2, 2]],
    ]);
  });
});

describe('statusCounts', () => {
  it('counts runs by the names of their status', () => {
    const rows = { ...table(draws(2, [1, 1, 1, 1])), status: Uint8Array.of(0, 1, 0, 2) };
    expect([...statusCounts(rows, ['ok', 'slow', 'gone'])]).toEqual([
      ['ok', 2],
      ['slow', 1],
      ['gone', 1],
    ]);
  });
});

describe('stacked', () => {
  it('gives every value a place of its own within the columns', () => {
    const dots = stacked([-1, -1, 0.999, 1], -1, 1, 4);
    expect(dots).toEqual([
      { bin: 0, level: 0 },
      { bin: 0, level: 1 },
      { bin: 3, level: 0 },
      { bin: 3, level: 1 },
    ]);
  });
});
