import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName, displayName } from '../names/canonical-name.js';
import { attributeName, quotedName } from './name-text.js';

const anyName = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '_', '"', '\\', 'n', '\n', '.', ',', '\u00a0', '\u00e9'),
    }),
  )
  .filter((name) => canonicalName(name) !== '');

describe('attributeName', () => {
  it('keeps the key of any name', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const key = canonicalName(name);
        expect(canonicalName(attributeName(name, key).trim())).toBe(key);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves a plain name as it is', () => {
    expect(attributeName('Birth rate', canonicalName('Birth rate'))).toBe('Birth rate');
  });

  it('keeps the display name of a name of letters, blanks and punctuation', () => {
    for (const name of ['Flow w/ a, b (and c)', 'say "yes"', '"in quotes"', 'back\\slash', 'two\\nlines']) {
      const text = attributeName(displayName(name), canonicalName(name));
      expect(displayName(text)).toBe(displayName(name));
    }
  });
});

describe('quotedName', () => {
  it('is read as the same name', () => {
    for (const name of ['a b', 'a, b', 'say "yes"', 'a.b', '1st'])
      expect(canonicalName(quotedName(name))).toBe(canonicalName(name));
  });
});
