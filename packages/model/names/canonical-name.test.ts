import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName, displayName } from './canonical-name.js';

const separators = fc.stringMatching(/^[ \t\r\n\u00a0_]{1,4}$/);
const words = fc.array(fc.stringMatching(/^[A-Za-z0-9é$ß]{1,6}$/), { minLength: 1, maxLength: 4 });

describe('canonicalName', () => {
  it.each([
    ['Birth Rate', 'birth_rate'],
    ['"Birth  Rate"', 'birth_rate'],
    ['birth\\nrate', 'birth_rate'],
    ['"birth\\nrate"', 'birth_rate'],
    ['birth\u00a0_ rate', 'birth_rate'],
    ['_rate_', 'rate'],
    ['"say \\"no\\""', 'say_"no"'],
    ['"back\\\\slash"', 'back\\slash'],
    ['ÉMIGRÉS', 'émigrés'],
    ['en\u2002space', 'en\u2002space'],
    ['ａ', 'ａ'],
  ])('%j has the key %j', (written, key) => {
    expect(canonicalName(written)).toBe(key);
  });

  // Letters are folded by Unicode's lower-case mapping, not by that of ASCII.
  it('folds case beyond ASCII', () => {
    expect(canonicalName('ΔΗΜΟΣ')).toBe(canonicalName('δημος'));
    expect(canonicalName('ТЕМП')).toBe(canonicalName('темп'));
  });

  it('does not see how words are separated, quoted or cased', () => {
    fc.assert(
      fc.property(words, separators, separators, (parts, one, other) => {
        const key = canonicalName(parts.join(one));
        expect(canonicalName(parts.join(other))).toBe(key);
        expect(canonicalName(`"${parts.join(other)}"`)).toBe(key);
        expect(canonicalName(`${one}${parts.join(one)}${other}`)).toBe(key);
        expect(canonicalName(parts.join(one).toLowerCase())).toBe(key);
      }),
    );
  });

  it('is idempotent on what holds no quotes or escapes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !/["\\]/.test(text)),
        (text) => {
          const key = canonicalName(text);
          expect(canonicalName(key)).toBe(key);
        },
      ),
    );
  });
});

describe('displayName', () => {
  it('keeps case and shows one blank for each run of separators', () => {
    expect(displayName('"Birth\\n _Rate"')).toBe('Birth Rate');
    expect(displayName('birth_rate')).toBe('birth rate');
  });

  it('has the same key as the name', () => {
    fc.assert(
      fc.property(words, separators, (parts, separator) => {
        expect(canonicalName(displayName(parts.join(separator)))).toBe(canonicalName(parts.join(separator)));
      }),
    );
  });
});
