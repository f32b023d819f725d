import { delimitedRows } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { columnKey } from './column-name.js';
import { decodeText } from './decode-text.js';
import type { ReadOutput } from './output-table.js';
import { readOutput } from './output-table.js';

function valuesOf(output: ReadOutput): Record<string, readonly number[]> {
  if (!output.ok) throw new Error(output.reason);
  return Object.fromEntries([...output.table.columns].map(([key, { values }]) => [key, values]));
}

describe('delimitedRows', () => {
  it.each([
    ['LF', 'a,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR alone', 'a,b\r1,2\r'],
    ['no line end at the end', 'a,b\n1,2'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['blank lines', 'a,b\n\n1,2\n\n\n'],
  ])('splits lines ended by %s', (_, text) => {
    expect(delimitedRows(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps separators, line ends and doubled quotes inside quotes', () => {
    expect(delimitedRows('"x[a,b]","say ""no""","two\nlines"\n1,2,3')).toEqual([
      ['x[a,b]', 'say "no"', 'two\nlines'],
      ['1', '2', '3'],
    ]);
  });

  it('does not split at commas where the first line has tabs', () => {
    expect(delimitedRows('t\tx[a,b]\n0\t1')[0]).toEqual(['t', 'x[a,b]']);
  });

  it('keeps empty fields, the last one too', () => {
    expect(delimitedRows('a,b,c\n,,\n1,,3')).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
      ['1', '', '3'],
    ]);
  });
});

describe('columnKey', () => {
  it.each([
    ['Birth Rate', 'birth_rate'],
    ['birth_rate', '"Birth  Rate"'],
    ['Stock with \\n Newline', 'stock with newline'],
    ['x[Entry 1, Column 2]', 'X[entry_1,column_2]'],
    ['"quoted name"[ A ]', 'quoted name[a]'],
    ['\u00c9tat', '\u00e9tat'],
  ])('reads %s and %s as one', (left, right) => {
    expect(columnKey(left)).toBe(columnKey(right));
  });

  it('tells different names apart', () => {
    expect(columnKey('x[a,b]')).not.toBe(columnKey('x[b,a]'));
    expect(columnKey('a b')).not.toBe(columnKey('ab'));
  });
});

describe('readOutput', () => {
  it('fills constants down and nothing else', () => {
    const values = valuesOf(readOutput('Time\tconstant\thole\n0\t5\t1\n1\t\t\n2\t\t3\n'));
    expect(values).toEqual({ constant: [5, 5, 5], hole: [1, Number.NaN, 3] });
  });

  it('reads a row that ends early as blanks', () => {
    expect(valuesOf(readOutput('time,x,y\n0,1,2\n1,5\n'))).toEqual({ x: [1, 5], y: [2, 2] });
  });

  it('takes nothing but numbers for numbers', () => {
    const values = valuesOf(readOutput('time,x\n0,1e3\n1,-.5\n2,NaN\n3,0x10\n4,Infinity\n5,+2.\n'));
    expect(values.x).toEqual([1000, -0.5, Number.NaN, Number.NaN, Number.NaN, 2]);
  });

  it.each([
    ['', 'is empty'],
    ['Time,x\n', 'no rows'],
    ['x,y\n1,2\n', "'x', not time"],
    ['Time,x\n0,1,2\n', 'more fields than the head'],
    ['Time,my x,My_X\n0,1,2\n', 'two columns'],
  ])('refuses %j', (text, reason) => {
    expect(readOutput(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe('decodeText', () => {
  it('reads UTF-8, and what is not UTF-8 as ISO-8859-1', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9]))).toBe('\u00e9');
    expect(decodeText(new Uint8Array([0x61, 0xe9, 0x20, 0xfc]))).toBe('a\u00e9 \u00fc');
  });
});
