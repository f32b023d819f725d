import { describe, expect, it } from 'vitest';
import { StepControl } from './step-control.js';

describe('step control', () => {
  it('lengthens steps with small errors, up to six times', () => {
    const control = new StepControl(1);
    control.taken(1, 1e-9);
    expect(control.step).toBe(6);
    control.taken(6, 0.512);
    // The error grew faster than its order says, so the next step is shorter.
    expect(control.step).toBeLessThan(6);
  });

  it('keeps a step whose error is just right', () => {
    const control = new StepControl(2);
    control.taken(2, 0.512);
    expect(control.step).toBeCloseTo(2, 12);
    control.taken(2, 0.512);
    expect(control.step).toBeCloseTo(2, 12);
  });

  it('shortens what is tried again: between a tenth and a half', () => {
    for (const [error, least, most] of [
      [1.01, 0.5, 0.5],
      [1e9, 0.1, 0.1],
      [Number.NaN, 0.1, 0.1],
      [Number.POSITIVE_INFINITY, 0.1, 0.1],
      [16, 0.1, 0.5],
    ] as const) {
      const control = new StepControl(1);
      control.refused(1, error);
      expect(control.step).toBeGreaterThanOrEqual(least);
      expect(control.step).toBeLessThanOrEqual(most);
    }
  });
});
