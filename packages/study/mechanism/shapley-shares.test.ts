import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyShares } from './shapley-shares.js';

const gainsOf = (players: number) =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
    minLength: 2 ** players,
    maxLength: 2 ** players,
  });

describe('shapleyShares', () => {
  it('shares the gloves of the textbook: a left one, and two right ones', () => {
    // Player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1. Known answer: 2/3, 1/6, 1/6.
    const gains = Array.from({ length: 8 }, (_, group) => (group & 1 && group & 6 ? 1 : 0));
    expect(shapleyShares(gains).map(({ share }) => share)).toEqual([
      expect.closeTo(2 / 3, 14),
      expect.closeTo(1 / 6, 14),
      expect.closeTo(1 / 6, 14),
    ]);
  });

  it('gives out the whole gain and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(gainsOf), (gains) => {
        const whole = (gains.at(-1) ?? 0) - (gains[0] ?? 0);
        const sum = shapleyShares(gains).reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo(whole, 9);
      }),
    );
  });

  it('gives each player of a sum what the player brings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (own) => {
          const gains = Array.from({ length: 2 ** own.length }, (_, group) =>
            own.reduce((sum, value, player) => sum + (group & (1 << player) ? value : 0), 5),
          );
          for (const [player, { share, only }] of shapleyShares(gains).entries()) {
            expect(share).toBeCloseTo(own[player] ?? Number.NaN, 9);
            expect(only).toBeCloseTo(own[player] ?? Number.NaN, 9);
          }
        },
      ),
    );
  });

  it('says what one player does alone, and the others without', () => {
    // 0 alone 1, 1 alone 2, both 10.
    expect(shapleyShares([0, 1, 2, 10])).toEqual([
      { share: 4.5, only: 1, without: 2 },
      { share: 5.5, only: 2, without: 1 },
    ]);
  });

  it('refuses gains that are not of all groups', () => {
    expect(() => shapleyShares([0, 1, 2])).toThrow(RangeError);
  });
});
