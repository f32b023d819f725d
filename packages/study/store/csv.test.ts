import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.js';

describe('csvText', () => {
  it('ends every line with CRLF and quotes what needs it', () => {
    expect(csvText(['a', 'b'], [['x,y', 'say "no"']])).toBe('a,b\r\n"x,y","say ""no"""\r\n');
    expect(csvText(['a'], [['two\nlines']])).toBe('a\r\n"two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('keeps the text %j from being a formula', (text) => {
    expect(csvText(['a'], [[text]])).toContain(`'${text}`);
  });

  it('leaves numbers as they are, with all their digits', () => {
    expect(csvText(['a', 'b', 'c'], [[-0.1, 9919.765287548746, 1e-7]])).toBe(
      'a,b,c\r\n-0.1,9919.765287548746,1e-7\r\n',
    );
  });

  it('leaves out what is not a number', () => {
    expect(csvText(['a', 'b', 'c'], [[Number.NaN, Infinity, null]])).toBe('a,b,c\r\n,,\r\n');
  });

  it('gives back every number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const cell = csvText(['a'], [[value]]).split('\r\n')[1] ?? '';
        expect(Object.is(Number(cell), value)).toBe(true);
      }),
    );
  });
});
