import { describe, expect, it } from 'vitest';
import type { LabOutcome } from '../models/lab-study.js';
import { areaUnder, measuredPath } from './difference-path.js';
import type { PairedTable } from './paired-table.js';

const outcome: LabOutcome = {
  id: 'x',
  key: 'x',
  label: 'x',
  short: 'x',
  unit: 'person',
  kind: 'people',
  headline: true,
};
/** One draw, two policies, three times: 100, 100, 0 and 100, 110, 5. */
const table: PairedTable = {
  rows: 1,
  wanted: 1,
  policies: 2,
  times: [0, 1, 2],
  atRest: false,
  observed: ['x'],
  values: Float64Array.of(100, 100, 0, 100, 110, 5),
  status: Uint8Array.of(0, 0),
};

describe('measuredPath', () => {
  it('measures levels, differences and percent', () => {
    expect([...measuredPath(table, 0, 1, outcome, 'level')]).toEqual([100, 110, 5]);
    expect([...measuredPath(table, 0, 1, outcome, 'difference')]).toEqual([0, 10, 5]);
    const percent = [...measuredPath(table, 0, 1, outcome, 'percent')];
    expect(percent.slice(0, 2)).toEqual([0, expect.closeTo(10, 10)]);
    expect(percent[2]).toBeNaN();
  });
});

describe('areaUnder', () => {
  it('adds up trapezoids', () => {
    expect(areaUnder([0, 2, 3], [0, 4, 4])).toBe(8);
    expect(areaUnder([5], [3])).toBe(0);
  });
});
