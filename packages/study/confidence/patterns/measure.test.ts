import { describe, expect, it } from 'vitest';
import type { Criterion, Measure } from '../../study-file/patterns.js';
import { measureOf, type Points, turnTimes } from './measure.js';

/** A swing around 1 that halves from peak to peak: peaks at 2, 6, 10; troughs at 4, 8. */
const PEAKS = [0, 0.4, 0, -0.3, -0.4, -0.2, 0.2, 0.1, -0.1, 0, 0.1];
const points: Points = {
  start: 10,
  every: 2,
  values: PEAKS.map((height) => 1 + height),
  linear: () => undefined,
};
const turns = turnTimes(points, [
  { name: 'peak', kind: 'highest', from: 10, to: 30 },
  { name: 'trough', kind: 'lowest', from: { turn: 'peak', plus: 0 }, to: { turn: 'peak', plus: 10 } },
  { name: 'second', kind: 'highest', from: { turn: 'trough', plus: 2 }, to: 30 },
]);
const measured = (measure: Measure, more: Partial<Criterion> = {}) =>
  measureOf(points, turns, { measure, level: 1, bounds: {}, ...more });
const at = (turn: string, plus = 0) => ({ turn, plus });

describe('measures of a curve', () => {
  it('finds turning points in their windows', () => {
    expect([...turns]).toEqual([
      ['peak', 12],
      ['trough', 18],
      ['second', 22],
    ]);
  });

  it.each([
    ['value', { at: at('peak') }, 1.4],
    ['value', { at: at('trough', 2) }, 0.8],
    ['time', { at: at('second') }, 22],
    ['time between', { at: at('second'), from: at('peak') }, 10],
    ['difference', { at: at('peak'), from: at('trough') }, 0.8],
    ['ratio', { at: at('second'), from: at('peak') }, 0.5],
    ['fall back', { at: at('trough'), from: at('peak') }, 2],
    ['first at least', { at: at('trough'), level: 1 }, 22],
    ['first at most', { at: 10, level: 0.7 }, 16],
    ['first at least', { at: 10, level: 9 }, Number.POSITIVE_INFINITY],
    ['largest drift', {}, 0.4],
  ] as const)('%s %o', (measure, more, value) => {
    expect(measured(measure, more)).toBeCloseTo(value, 12);
  });

  it('is not a number outside the curve', () => {
    expect(measured('value', { at: 40 })).toBeNaN();
    expect(measured('linear damping')).toBeNaN();
  });
});
