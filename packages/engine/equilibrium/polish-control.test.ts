import { describe, expect, it } from 'vitest';
import { PolishControl } from './polish-control.js';

const control = (isQuick = false): PolishControl => new PolishControl(1, 0.02, false, isQuick);

describe('polish control', () => {
  it('goes on until changes are next to nothing', () => {
    const polish = control();
    expect([1e-3, 1e-5, 1e-9, 1e-12].map((size) => polish.step(size, 1e-3))).toEqual([
      'again',
      'again',
      'again',
      'rest',
    ]);
    expect(polish.contracted).toBe(true);
  });

  it('leaves out the last iteration where it is known to change nothing', () => {
    const polish = control(true);
    expect([1e-3, 1e-7, 1e-12].map((size) => polish.step(size, 1e-3))).toEqual(['again', 'again', 'rest']);
    const quick = control(true);
    expect([1e-4, 1e-10].map((size) => quick.step(size, 1e-4))).toEqual(['again', 'rest']);
    // One iteration alone tells nothing of how they shrink.
    expect(control(true).step(1e-10, 1e-10)).toBe('again');
    expect(control(true).step(1e-13, 1e-13)).toBe('again');
    expect(control().step(1e-13, 1e-13)).toBe('rest');
  });

  it('gives up far away, without a number, on the way out, and where nothing contracts', () => {
    expect(control().step(0.03, 0.03)).toBe('far');
    expect(control().step(Number.NaN, 0)).toBe('failed');
    expect(control().step(1e-3, 5e-3)).toBe('failed');
    const rough = control();
    const seen = Array.from({ length: 8 }, () => rough.step(1e-3, 1e-3));
    expect(seen.at(-1)).toBe('failed');
    expect(rough.contracted).toBe(false);
  });
});
