import { describe, expect, it } from 'vitest';
import { compareTables } from './compare-tables.js';
import type { OutputTable } from './output-table.js';
import { readOutput } from './output-table.js';

function table(text: string): OutputTable {
  const output = readOutput(text);
  if (!output.ok) throw new Error(output.reason);
  return output.table;
}

const EXPECTED = table('Time,x,y\n0,100,0\n1,200,0\n2,300,0\n');
const TOLERANCE = { relative: 1e-3, absolute: 1e-6 };
const compare = (text: string, ignored: readonly string[] = []) =>
  compareTables(EXPECTED, table(text), TOLERANCE, ignored);

describe('the comparer itself', () => {
  it('passes equal tables, whatever their order of columns and whatever they have besides', () => {
    expect(compare('Time,more,Y,X\n0,7,0,100\n1,8,0,200\n2,9,0,300\n')).toMatchObject({
      agrees: true,
      columns: 2,
      rows: 3,
    });
  });

  it('passes at the edge of the tolerance and fails beyond it', () => {
    expect(compare('Time,x,y\n0,100.1,1e-6\n1,200,0\n2,300,0\n').agrees).toBe(true);
    expect(compare('Time,x,y\n0,100.11,0\n1,200,0\n2,300,0\n').agrees).toBe(false);
    expect(compare('Time,x,y\n0,100,1.1e-6\n1,200,0\n2,300,0\n').agrees).toBe(false);
  });

  it('names the worst column and the first time it differs', () => {
    const comparison = compare('Time,x,y\n0,100,0\n1,201,0\n2,330,0.1\n');
    expect(comparison.agrees).toBe(false);
    expect(comparison.worst).toMatchObject({
      name: 'y',
      time: 2,
      firstDiffering: 2,
      expected: 0,
      found: 0.1,
    });
    const other = compare('Time,x,y\n0,100,0\n1,201,0\n2,330,0\n');
    expect(other.worst).toMatchObject({ name: 'x', time: 2, firstDiffering: 1 });
  });

  it('fails on a missing column: the fault that let the corpus script of test-models pass', () => {
    expect(compare('Time,x\n0,100\n1,200\n2,300\n')).toEqual({
      agrees: false,
      reason: "the run has no column 'y'",
    });
  });

  it('fails on a missing row, and on one too many', () => {
    expect(compare('Time,x,y\n0,100,0\n1,200,0\n')).toMatchObject({ agrees: false });
    expect(compare('Time,x,y\n0,100,0\n1,200,0\n2,300,0\n3,400,0\n')).toMatchObject({ agrees: false });
  });

  it('fails on a value that is not a number, on either side', () => {
    expect(compare('Time,x,y\n0,100,0\n1,nan,0\n2,300,0\n').agrees).toBe(false);
    const holed = table('Time,x,y\n0,100,0\n1,,0\n2,300,0\n');
    expect(compareTables(holed, EXPECTED, TOLERANCE).agrees).toBe(false);
    expect(compareTables(holed, holed, TOLERANCE).agrees).toBe(false);
  });

  it('fails where rows stand at other times', () => {
    expect(compare('Time,x,y\n0,100,0\n1.5,200,0\n2,300,0\n').agrees).toBe(false);
  });

  it('matches rows by position where times are printed with six digits', () => {
    const rounded = table('Time,x\n0,1\n0.333333,2\n0.666667,3\n');
    const exact: OutputTable = {
      times: [0, 1 / 3, 2 / 3],
      columns: new Map([['x', { name: 'x', values: [1, 2, 3] }]]),
    };
    expect(compareTables(rounded, exact, TOLERANCE).agrees).toBe(true);
  });

  it('passes over ignored columns and the four control variables', () => {
    expect(compare('Time,x\n0,100\n1,200\n2,300\n', ['Y']).agrees).toBe(true);
    const controls = table('Time,x,FINAL TIME,INITIAL TIME,SAVEPER,TIME STEP\n0,1,2,0,1,1\n');
    expect(compareTables(controls, table('Time,x\n0,1\n'), TOLERANCE).agrees).toBe(true);
  });

  it('fails where nothing is left to compare', () => {
    expect(compare('Time,x,y\n0,100,0\n1,200,0\n2,300,0\n', ['x', 'y']).agrees).toBe(false);
  });

  it('fails where only one side is infinite', () => {
    const infinite: OutputTable = {
      times: [0],
      columns: new Map([['x', { name: 'x', values: [Number.POSITIVE_INFINITY] }]]),
    };
    expect(compareTables(table('Time,x\n0,1\n'), infinite, TOLERANCE).agrees).toBe(false);
  });
});
