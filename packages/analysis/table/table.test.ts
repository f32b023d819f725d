import fc from 'fast-check';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { type RunId, readRunId } from '../design/run-id.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { recordsOf } from '../testing/simulate.js';
import type { RunRecord } from './run-record.js';
import { joinRuns, type Table } from './table.js';

const design = sound(monteCarlo(unitExperiment(3), 20));
const records = recordsOf(design, [([a = 0, b = 0]) => a - b, ([, , c = 0]) => c]);
const bytes = (list: readonly RunRecord[]) => {
  const { table } = sound(joinRuns(design, ['y1', 'y2'], list));
  return Buffer.from(table.outputs.data.buffer).toString('hex') + table.status.join();
};
const first = records[0];
if (first === undefined) throw new Error('no record');

describe('completions in any order', () => {
  it('give the same bytes', () => {
    const expected = bytes(records);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 20, maxLength: 20 }), (shuffled) => {
        expect(bytes(shuffled)).toBe(expected);
      }),
    );
  });

  it('give the same bytes when some came twice', () => {
    const expected = bytes(records);
    fc.assert(
      fc.property(fc.shuffledSubarray(records), (again) => {
        expect(bytes([...again, ...records])).toBe(expected);
      }),
    );
    expect(sound(joinRuns(design, ['y1', 'y2'], [first, ...records])).arrival.repeated).toBe(1);
  });

  it('mark those that never came, and fill nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(records), (some) => {
        const { table, arrival } = sound(joinRuns(design, ['y1', 'y2'], some));
        const there = new Set(some.map(({ run }) => run));
        for (const [i, run] of design.runs.entries()) {
          expect(table.status[i]).toBe(there.has(run) ? 'ok' : 'missing');
          expect(Number.isNaN(table.outputs.data[i] ?? 0)).toBe(!there.has(run));
        }
        expect(arrival.missing).toBe(20 - there.size);
      }),
    );
  });
});

describe('is refused', () => {
  const join = (list: readonly RunRecord[]) => joinRuns(design, ['y1', 'y2'], list);
  const other = sound(monteCarlo(unitExperiment(3, 99), 1));
  const stranger = other.runs[0];
  if (stranger === undefined) throw new Error('no run');

  it('another experiment', () =>
    expect(codeOf(join([{ ...first, experiment: other.id }]))).toBe('other-experiment'));
  it('an unknown run', () => expect(codeOf(join([{ ...first, run: stranger }]))).toBe('unknown-run'));
  it('other inputs, down to the last bit', () => {
    const echo = first.echo.slice();
    echo[1] = (echo[1] ?? 0) * (1 + 2 ** -52);
    expect(codeOf(join([{ ...first, echo }]))).toBe('echo-mismatch');
  });
  it('rows that moved against each other', () => {
    const moved = records.map((record, i) => ({ ...record, run: records[(i + 1) % 20]?.run ?? record.run }));
    expect(codeOf(join(moved))).toBe('echo-mismatch');
  });
  it('two results of a run that differ', () => {
    const differs = { ...first, outputs: Float64Array.of(9, 9) };
    expect(codeOf(join([...records, differs]))).toBe('duplicate-conflict');
    expect(codeOf(join([...records, { ...first, status: 'crashed' }]))).toBe('duplicate-conflict');
  });
  it('another number of outputs, and two outcomes of one name', () => {
    expect(codeOf(join([{ ...first, outputs: Float64Array.of(1) }]))).toBe('shape-mismatch');
    expect(codeOf(joinRuns(design, ['y', 'y'], []))).toBe('duplicate-name');
    const twice = { ...design, runs: [stranger, stranger] };
    expect(codeOf(joinRuns(twice, ['y'], []))).toBe('duplicate-run');
  });
  it('with the same words for any order of arrival', () => {
    const bad = records.map((record) => ({ ...record, echo: Float64Array.of(0, 0, 0) }));
    expect(join([...bad].reverse())).toEqual(join(bad));
  });
});

test('a number that is none becomes a gap, not a value', () => {
  const outputs = Float64Array.of(Number.POSITIVE_INFINITY, 2);
  const { table } = sound(joinRuns(design, ['y1', 'y2'], [{ ...first, outputs }]));
  expect([table.outputs.data[0], table.outputs.data[20]]).toEqual([Number.NaN, 2]);
});

test('run ids and tables cannot be made by hand', () => {
  expectTypeOf<string>().not.toExtend<RunId>();
  expectTypeOf<number>().not.toExtend<RunId>();
  expectTypeOf<RunId>().toExtend<string>();
  expectTypeOf<{
    design: typeof design;
    outcomes: string[];
    status: 'ok'[];
    outputs: Table['outputs'];
  }>().not.toExtend<Table>();
  expectTypeOf<number[][]>().not.toExtend<Table>();
  expectTypeOf<RunRecord['run']>().toEqualTypeOf<RunId>();
  expect(readRunId('0')).toBeUndefined();
  expect(readRunId(first.run)).toBe(first.run);
});
