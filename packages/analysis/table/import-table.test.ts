import { describe, expect, it } from 'vitest';
import { sweepIndices } from '../sensitivity/sweep-index.js';
import { codeOf, sound } from '../testing/experiments.js';
import type { ImportPlan } from './import-plan.js';
import { importTable } from './import-table.js';

const plan: ImportPlan = {
  samples: { keys: ['0', '1', '2'], columns: new Map([['a', Float64Array.of(1, 2, 3)]]) },
  results: {
    keys: ['2', '0', '1'],
    columns: new Map([
      ['A', Float64Array.of(3, 1, 2 * (1 + 4e-16))],
      ['y', Float64Array.of(30, 10, 20)],
    ]),
  },
  inputs: ['a'],
  outcomes: ['y'],
  echoes: [{ input: 'a', result: 'A' }],
};

describe('foreign files', () => {
  it('are joined by key, with what joining by position would have done', () => {
    const { table, report } = sound(importTable(plan));
    expect([...table.outputs.data]).toEqual([10, 20, 30]);
    expect(report).toMatchObject({ rows: 3, inPlace: 0, largestDisplacement: 2, echoCells: 3, equalBits: 2 });
    expect(report.largestByKey).toBeLessThan(1e-15);
    expect(report.largestByPosition).toBeGreaterThan(0.3);
  });

  it('without a key are joined by the inputs they repeat', () => {
    const { table, report } = sound(importTable({ ...plan, results: { ...plan.results, keys: undefined } }));
    expect([...table.outputs.data]).toEqual([10, 20, 30]);
    expect(report).toMatchObject({ joinedBy: 'echo', rows: 3, inPlace: 0 });
  });

  it('are refused where a row repeats the inputs of two samples', () => {
    const columns = new Map([['a', Float64Array.of(1, 1, 3)]]);
    const samples = { keys: undefined, columns };
    const results = {
      keys: undefined,
      columns: new Map([
        ['A', Float64Array.of(3, 1)],
        ['y', Float64Array.of(30, 10)],
      ]),
    };
    expect(codeOf(importTable({ ...plan, samples, results }))).toBe('ambiguous-echo');
  });

  it('of one-at-a-time samples in any order give sweeps', () => {
    const samples = { keys: ['b', 'x', 'c'], columns: new Map([['a', Float64Array.of(2, 1, 0)]]) };
    const results = { keys: ['x', 'c', 'b'], columns: new Map([['y', Float64Array.of(10, 8, 14)]]) };
    const varied = ['a', undefined, 'a'];
    const { table } = sound(importTable({ ...plan, samples, results, echoes: [], varied }));
    const [outcome] = sound(sweepIndices(table));
    expect(outcome?.baseline).toBe(10);
    expect(outcome?.cells[0]).toMatchObject({ kind: 'value', index: 60, atLow: -20, atHigh: 40 });
  });

  it('with a missing row leave a gap', () => {
    const columns = new Map([...plan.results.columns].map(([name, values]) => [name, values.slice(0, 2)]));
    const { table } = sound(importTable({ ...plan, results: { keys: ['2', '0'], columns } }));
    expect(table.status).toEqual(['ok', 'missing', 'ok']);
    expect([...table.outputs.data]).toEqual([10, Number.NaN, 30]);
  });

  it.each<readonly [string, Partial<ImportPlan>]>([
    ['no-key', { results: { ...plan.results, keys: undefined }, echoes: [] }],
    ['no-key', { samples: { ...plan.samples, keys: undefined }, echoes: [] }],
    ['echo-mismatch', { results: { ...plan.results, keys: undefined }, tolerance: 1e-17 }],
    ['wrong-design', { varied: [undefined, undefined, 'a'] }],
    ['wrong-design', { varied: [undefined, 'b', 'a'] }],
    ['shape-mismatch', { varied: ['a'] }],
    ['duplicate-run', { samples: { ...plan.samples, keys: ['0', '0', '2'] } }],
    ['unknown-run', { results: { ...plan.results, keys: ['2', '0', '7'] } }],
    ['echo-mismatch', { results: { ...plan.results, keys: ['0', '1', '2'] } }],
    ['echo-mismatch', { tolerance: 1e-17 }],
    ['no-such-column', { inputs: ['b'] }],
    ['shape-mismatch', { samples: { ...plan.samples, keys: ['0', '1'] } }],
    [
      'bad-value',
      { samples: { keys: ['0', '1', '2'], columns: new Map([['a', Float64Array.of(1, Number.NaN, 3)]]) } },
    ],
  ])('are refused with %s', (code, change) => {
    expect(codeOf(importTable({ ...plan, ...change }))).toBe(code);
  });
});
