import { describe, expect, it } from 'vitest';
import { settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { correctionFlips } from './correction-flips.js';
import { flipPoints } from './flip-points.js';

const RANGES = `ranges:
  some:
    label: Some
    justification: Made for tests.
    inputs:
      rate: { low: 0, high: 40 }
`;
const prepared = tank(TANK_STUDY.replace('stop_rules:', `${RANGES}stop_rules:`));
const request = { scenario: 'busy', outcome: 'people', ranges: 'some' };

describe('flipPoints', () => {
  it('finds the rate at which an open door is as busy', () => {
    // Busy sets the rate to 10; now has 5, and as many at 10.
    const found = settled(flipPoints(prepared, request));
    expect(found.values).toEqual({ scenario: expect.closeTo(40, 8), against: expect.closeTo(20, 8) });
    expect(found.constants).toHaveLength(1);
    expect(found.constants[0]?.found).toMatchObject({ kind: 'changes', at: expect.closeTo(10, 6) });
  });

  it.each([
    ['unknown-scenario', { ...request, scenario: 'bosy' }],
    ['unknown-scenario', { ...request, against: 'naw' }],
    ['unknown-outcome', { ...request, outcome: 'peeple' }],
    ['unknown-ranges', { ...request, ranges: 'same' }],
    ['no-difference', { ...request, scenario: 'now' }],
  ])('%s', (code, asked) => {
    const found = flipPoints(prepared, asked);
    expect(found.ok ? [] : found.diagnostics.map((problem) => problem.code)).toEqual([code]);
  });

  it('has no corrections where a study offers none', () => {
    expect(settled(correctionFlips(prepared, [], { ...request, against: 'now' }))).toEqual([]);
  });
});
