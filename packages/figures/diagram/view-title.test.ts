import type { View } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { viewTitle } from './view-title.js';

const label = (text: string, y: number) => ({ kind: 'label', text, x: 0, y }) as const;

describe('viewTitle', () => {
  it('is the name where the file gives one', () => {
    const view: View = { name: 'Market', items: [label('Something else', 0)] };
    expect(viewTitle(view)).toBe('Market');
  });

  it('is the topmost label otherwise', () => {
    expect(viewTitle({ items: [label('a note', 400), label(' Market ', 20)] })).toBe('Market');
  });

  it('is absent where there is neither', () => {
    expect(viewTitle({ items: [] })).toBeUndefined();
  });
});
