import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source-text.js';
import { readVensim } from './read-vensim.js';
import { FULL_MODEL } from './testing/full-model.js';
import { CONTROL } from './testing/small-models.js';
import { writeVensim } from './write/write-vensim.js';

const SCRAPS = [
  ...[
    '{',
    '}',
    '"',
    '|',
    '~',
    '[',
    ']',
    '(',
    ')',
    ',',
    ';',
    ':',
    '!',
    '=',
    '\\\n',
    '\r',
    "'",
    '\u0000',
    '\ud800',
  ],
  ...['->', '<->', ':EXCEPT:', ':NA:', ':MACRO:', ':END OF MACRO:', '***', '\\\\\\---///', '///---\\\\\\'],
  ...['INTEG(', 'WITH LOOKUP(', 'TABBED ARRAY(', '__proto__', 'constructor', '1e999', '((((((((('],
];
const edit = fc.record({
  at: fc.nat(FULL_MODEL.length),
  cut: fc.nat(60),
  put: fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 5 })),
});

/** Longest time for a text of this size; the machine of a test may be busy. */
const LIMIT_MS = 5000;

describe('readVensim', () => {
  it('gives a model or errors for any text, and writes what it can read', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = FULL_MODEL;
        for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut);
        const read = readVensim(sourceText('test.mdl', text));
        if (!read.ok) {
          expect(read.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
          return;
        }
        const written = writeVensim(read.value);
        if (written.ok) expect(readVensim(sourceText('test.mdl', written.value)).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every message a place within the file', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SCRAPS, 'x', ' = ', '1', ' ~~|\n', '\n')), (scraps) => {
        const source = sourceText('test.mdl', scraps.join(''));
        for (const { place, message } of readVensim(source).diagnostics) {
          expect(message).toMatch(/\.$/);
          expect(place?.line).toBeGreaterThan(0);
          expect(place?.line).toBeLessThanOrEqual(source.lineStarts.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{', ''],
    ['"', ''],
    ['"\\', ''],
    ['x = 1 ~ ~ |\n = ', ''],
    ['~|', ''],
    [':MACRO:', ''],
    ['x = 1 ~~| ', ''],
    ['(', 'x = '],
    ['-', 'x = '],
    [':NOT:', 'x = '],
    ['[', 'x'],
    ['1+', 'x = '],
    ['a ', 'x = '],
    ['(1,1),', 'x('],
    ['a*', 'x = 1 ~'],
    ['a | b', 'x = 1 ~ ~ '],
    ['*** a', ''],
  ])('reads a long row of %j in time', (scrap, before) => {
    const text = `${CONTROL}${before}${scrap.repeat(50_000 / scrap.length)}|`;
    const begun = performance.now();
    readVensim(sourceText('test.mdl', text));
    expect(performance.now() - begun).toBeLessThan(LIMIT_MS);
  });
});
