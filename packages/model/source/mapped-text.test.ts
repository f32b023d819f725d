import { describe, expect, it } from 'vitest';
import { spanIn, wholeText } from './mapped-text.js';
import { placeOf, sourceText } from './source-text.js';

describe('spanIn', () => {
  // `a < b` from the file text `__a &lt; b`
  const mapped = {
    text: 'a < b',
    pieces: [
      { at: 0, length: 2, start: 2, end: 4 },
      { at: 2, length: 1, start: 4, end: 8 },
      { at: 3, length: 2, start: 8, end: 10 },
    ],
  };

  it.each([
    [0, 1, 2, 3],
    [2, 3, 4, 8],
    [4, 5, 9, 10],
    [0, 5, 2, 10],
    [5, 5, 10, 10],
    [2, 2, 4, 4],
  ])('maps [%i, %i) to [%i, %i)', (start, end, from, to) => {
    expect(spanIn(mapped, start, end)).toEqual({ start: from, end: to });
  });

  it('is the identity on a whole source', () => {
    expect(spanIn(wholeText(sourceText('x', 'abcdef')), 2, 4)).toEqual({ start: 2, end: 4 });
  });
});

describe('placeOf', () => {
  it.each(['a\nb\nc', 'a\r\nb\r\nc', 'a\rb\rc'])('counts lines of %j', (text) => {
    const source = sourceText('x', text);
    const start = text.indexOf('c');
    expect(placeOf(source, { start, end: start + 1 })).toEqual({ file: 'x', line: 3, column: 1, length: 1 });
  });
});
