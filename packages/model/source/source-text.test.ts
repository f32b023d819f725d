import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laidEndToEnd, lineText, placeOf, sourceText } from './source-text.js';

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r'), maxLength: 8 }), {
  minLength: 1,
  maxLength: 5,
});

describe('laidEndToEnd', () => {
  it('gives each offset the place it has in its own file', () => {
    fc.assert(
      fc.property(texts, ([first = '', ...others]) => {
        const main = sourceText('0', first);
        const files = others.map((text, index) => sourceText(String(index + 1), text));
        const whole = laidEndToEnd([main, ...files]);
        let start = 0;
        for (const file of [main, ...files]) {
          for (let offset = 0; offset <= file.text.length; offset += 1)
            expect(placeOf(whole, { start: start + offset, end: start + offset + 2 })).toEqual(
              placeOf(file, { start: offset, end: offset + 2 }),
            );
          start += file.text.length + 1;
        }
      }),
    );
  });

  it('leaves a file that stands alone as it is', () => {
    const file = sourceText('a', 'b');
    expect(laidEndToEnd([file])).toBe(file);
  });
});

describe('lineText', () => {
  it('names the file only where it is another', () => {
    const whole = laidEndToEnd([sourceText('a', 'x\ny'), sourceText('b', 'z')]);
    const [x, y, z] = [0, 2, 4].map((start) => ({ start, end: start + 1 }));
    expect(x && y && z && [lineText(whole, y, x), lineText(whole, z, x), lineText(whole, x, z)]).toEqual([
      'line 2',
      'line 1 of `b`',
      'line 1 of `a`',
    ]);
  });
});
