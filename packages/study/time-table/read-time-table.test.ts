import { sourceText } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settled } from '../testing/small-study.js';
import { readTimeTable } from './read-time-table.js';

const reading = { timeUnits: 'month', names: ['arrivals', 'Arrival series'] };

const read = (text: string, column?: string) =>
  readTimeTable(
    { source: sourceText('data.csv', text), ...(column === undefined ? {} : { column }) },
    reading,
  );

const WIDE = 'month,arrivals,other\n0,5,x\n6,7.5,\n12,1e1,y\n';
const LONG = 'series,month,value\na,0,1\nb,0,2\na,5,3\nb,5,4\n';

describe('readTimeTable', () => {
  it('reads the column of the variable, and where its ends stand', () => {
    expect(settled(read(WIDE))).toEqual({
      file: 'data.csv',
      column: 'arrivals',
      times: [0, 6, 12],
      values: [5, 7.5, 10],
      first: { file: 'data.csv', line: 2, column: 1, length: 1 },
      last: { file: 'data.csv', line: 4, column: 1, length: 2 },
    });
  });

  it('reads another column by its name, and the only one without', () => {
    expect(settled(read('Months,A b\n0,1\n1,2\n', 'a_B')).values).toEqual([1, 2]);
    expect(settled(read('time\tx\n0\t1\n1\t2\n')).values).toEqual([1, 2]);
  });

  it('reads series that stand one below the other', () => {
    expect(settled(read(LONG, 'b'))).toMatchObject({ column: 'b', times: [0, 5], values: [2, 4] });
  });

  it('passes over empty lines, notes, quotes, blanks and byte order marks', () => {
    const text = '\ufeff# from a report\r\n\r\n"month" , "arrivals"\r\n "0" ,"5"\r\n# more\r\n1, 6\r\n';
    expect(settled(read(text))).toMatchObject({
      times: [0, 1],
      values: [5, 6],
      first: { line: 4, column: 2 },
    });
  });

  it.each([
    ['', 'table-form', '1:1'],
    ['# nothing\n', 'table-form', '1:1'],
    ['date,arrivals\n2020-01,5\n', 'table-form', '1:1'],
    ['month;arrivals\n0;5\n', 'table-form', '1:1'],
    ['month,arrivals\n0,5\n', 'table-form', '1:1'],
    ['month,arrivals\n0,5\n1,0,5\n', 'table-form', '3:1'],
    ['month,a,b\n0,5,6\n1,5,6\n', 'table-column', '1:1'],
    ['month,arrivals\n0,5\n,6\n', 'table-value', '3:1'],
    ['month,arrivals\n0,5\n1,\n', 'table-value', '3:3'],
    ['month,arrivals\n0,5\n1,n/a\n', 'table-value', '3:3'],
    ['month,arrivals\n0,5\n1,NaN\n', 'table-value', '3:3'],
    ['month,arrivals\n0,5\n1,1e999\n', 'table-value', '3:3'],
    ['month,arrivals\n0,5\n1,=1+1\n', 'table-value', '3:3'],
    ['month,arrivals\n0,5\n0,6\n', 'table-order', '3:1'],
    ['month,arrivals\n1,5\n0,6\n', 'table-order', '3:1'],
  ])('refuses %j with %s at %s', (text, code, at) => {
    const [first] = read(text).diagnostics;
    expect(first).toMatchObject({ code, severity: 'error' });
    expect(`${first?.place?.line}:${first?.place?.column}`).toBe(at);
    expect(first?.hint).toBeTruthy();
  });

  it('refuses a file of more rows than its limit', () => {
    const [first] = read(`month,arrivals\n${'0,1\n'.repeat(100_001)}`).diagnostics;
    expect(first).toMatchObject({ code: 'table-form', place: { line: 1, column: 1 } });
  });

  it('names every bad row at once, and the series that there are', () => {
    expect(read('month,arrivals\n0,x\n1,y\n').diagnostics.map(({ place }) => place?.line)).toEqual([2, 3]);
    expect(read(LONG, 'c').diagnostics[0]).toMatchObject({
      message: '`data.csv` has no series `c`.',
      hint: expect.stringContaining('`a`'),
    });
  });

  it('never throws, and never gives what is not a number', () => {
    const part = fc.constantFrom(
      'month',
      'arrivals',
      ',',
      '\n',
      '"',
      '0',
      '1',
      '-',
      '#',
      '\t',
      '\r',
      'é',
      '😀',
    );
    const hostile = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const outcome = read(text);
        if (!outcome.ok) return outcome.diagnostics.length > 0;
        const { times, values } = outcome.value;
        expect([...times, ...values].every(Number.isFinite)).toBe(true);
        return times.every((time, index) => index === 0 || time > (times[index - 1] ?? time));
      }),
    );
  });
});
