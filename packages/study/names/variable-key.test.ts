import { canonicalName } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { variableKey } from './variable-key.js';

describe('variableKey', () => {
  it.each([
    ['Tank level[North, Upper]', 'tank_level[north,upper]'],
    ['tank_level[ north ,upper ]', 'tank_level[north,upper]'],
    ['Tank Level[New  York,1]', 'tank_level[new_york,1]'],
  ])('reads %s', (written, key) => {
    expect(variableKey(written)).toBe(key);
  });

  it('is the canonical name of everything else', () => {
    for (const name of ['Birth rate', '"a [b] c"', 'x]', '[', 'a.b']) {
      expect(variableKey(name)).toBe(canonicalName(name));
    }
  });
});
