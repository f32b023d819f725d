const MULTIPLIER_A = 0xd2511f53;
const MULTIPLIER_B = 0xcd9e8d57;
const WEYL_A = 0x9e3779b9;
const WEYL_B = 0xbb67ae85;
const ROUNDS = 10;

/** Four words of 32 bits, each a whole number from 0 to 2^32 - 1. */
export type Words = readonly [number, number, number, number];

/**
 * Philox4x32-10: four random words from a counter of four words and a key of two. The same counter and key give
 * the same words, whatever was drawn before.
 *
 * @source Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3.
 */
export function philox(counter: Words, keyA: number, keyB: number): Words {
  let [a, b, c, d] = counter;
  let [first, second] = [keyA, keyB];
  for (let round = 0; round < ROUNDS; round += 1) {
    const highA = multiplyHigh(MULTIPLIER_A, a);
    const lowA = Math.imul(MULTIPLIER_A, a);
    const highB = multiplyHigh(MULTIPLIER_B, c);
    const lowB = Math.imul(MULTIPLIER_B, c);
    [a, b, c, d] = [(highB ^ b ^ first) >>> 0, lowB >>> 0, (highA ^ d ^ second) >>> 0, lowA >>> 0];
    first = (first + WEYL_A) >>> 0;
    second = (second + WEYL_B) >>> 0;
  }
  return [a, b, c, d];
}

/** Upper 32 bits of the product of two whole numbers of 32 bits: by halves, so that every step is exact. */
function multiplyHigh(left: number, right: number): number {
  const [leftHigh, leftLow] = [left >>> 16, left & 0xffff];
  const [rightHigh, rightLow] = [right >>> 16, right & 0xffff];
  const middle = leftHigh * rightLow + ((leftLow * rightLow) >>> 16);
  const carried = leftLow * rightHigh + (middle & 0xffff);
  return leftHigh * rightHigh + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000);
}
