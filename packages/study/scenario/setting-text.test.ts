import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseInText, readPhaseIn, readSetting, settingText } from './setting-text.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const length = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });

describe('readSetting', () => {
  it.each([
    ['0.1', 0.1],
    ['-1e-3', -0.001],
    ['0.1@12', { value: 0.1, at: 12, over: 0 }],
    ['0.1@12+6', { value: 0.1, at: 12, over: 6 }],
    ['1e+2@1e+1+1e+0', { value: 100, at: 10, over: 1 }],
    ['.5@-3+.25', { value: 0.5, at: -3, over: 0.25 }],
  ])('reads %s', (text, setting) => expect(readSetting(text)).toEqual(setting));

  it.each([
    '',
    'x',
    '@12',
    '1@',
    '1@12+',
    '1@12+-6',
    '1@12++',
    '1@12+6+7',
    '1e999',
    '1@1e999',
    'NaN',
    '1 @ 2',
    '0x1',
  ])('does not read %j', (text) => expect(readSetting(text)).toBeUndefined());

  it('reads back what settingText writes, to the last bit', () => {
    fc.assert(
      fc.property(number, number, length, (value, at, over) => {
        const change = { value, at, over: over === 0 ? 0 : over };
        expect(readSetting(settingText(change))).toEqual(change);
      }),
    );
  });
});

describe('readPhaseIn', () => {
  it('reads back what phaseInText writes', () => {
    fc.assert(
      fc.property(number, length, (at, over) => {
        const phase = { at, over: over === 0 ? 0 : over };
        expect(readPhaseIn(phaseInText(phase))).toEqual(phase);
      }),
    );
  });

  it.each(['', '12+', 'x', '12-6', '12+6+1'])('does not read %j', (text) =>
    expect(readPhaseIn(text)).toBeUndefined(),
  );
});
