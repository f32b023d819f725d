import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapLabel } from './wrap-label.js';

describe('wrapLabel', () => {
  it('makes lines about equally long', () => {
    expect(wrapLabel('Trafficked adults without record', 20)).toEqual([
      'Trafficked adults',
      'without record',
    ]);
    expect(wrapLabel('Out, still at risk', 12)).toEqual(['Out, still', 'at risk']);
  });

  it('loses no word and cuts none', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z,&<]{1,15}$/), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (parts, length) => {
        const lines = wrapLabel(parts.join('  '), length);
        expect(lines.join(' ')).toBe(parts.join(' '));
        for (const line of lines) expect(line.length <= length || !line.includes(' ')).toBe(true);
      }),
    );
  });
});
