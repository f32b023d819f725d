import { describe, expect, it } from 'vitest';
import { changeText, valueText } from './value-text.js';

describe('valueText', () => {
  it.each([
    [9919.765, 'people', '9,920'],
    [0.39852, 'share', '39.9 %'],
    [202.6509, 'money', '202.65'],
    [200890.3, 'rate', '200,890'],
    [8.5349, 'rate', '8.53'],
    [0.01234, 'rate', '0.01234'],
    [-3, 'people', '-3'],
    [Number.NaN, 'people', 'not a number'],
  ] as const)('writes %s as %s: %s', (value, kind, text) => {
    expect(valueText(value, kind)).toBe(text);
  });
});

describe('changeText', () => {
  it.each([
    [{ unit: 'percent', value: -5.694, direction: 'lower' }, 'v -5.7 %'],
    [{ unit: 'percent', value: 0.2, direction: 'same' }, '= +0.2 %'],
    [{ unit: 'percent', value: -0.01, direction: 'same' }, '= 0.0 %'],
    [{ unit: 'points', value: 15.1, direction: 'higher' }, '^ +15.1 pt'],
    [{ unit: 'none', value: 300, direction: 'higher' }, '^ few'],
  ] as const)('writes %j as %s', (change, text) => {
    expect(changeText(change)).toBe(text);
  });

  it('says where there is nothing to compare with', () => {
    expect(changeText(undefined)).toBe('n/a');
  });
});
