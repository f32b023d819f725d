import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hang, joinFacts, wrap } from './wrap.js';

describe('wrap', () => {
  it('keeps every line within the width and every letter in place', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('shows where a word is cut when asked to', () => {
    expect(wrap('decriminalization', 11, '-')).toEqual(['decriminal-', 'ization']);
  });
});

describe('hang', () => {
  it('indents all lines but the first', () => {
    expect(hang('aa bb cc', 4, 2)).toEqual(['aa', '  bb', '  cc']);
  });
});

describe('joinFacts', () => {
  it('breaks between facts only', () => {
    expect(joinFacts(['euler, dt 1', 'until 24', 'month 24'], 22)).toEqual([
      'euler, dt 1 | until 24',
      'month 24',
    ]);
  });
});
