const MULTIPLIER_A = 0xd2511f53;
const MULTIPLIER_B = 0xcd9e8d57;
const WEYL_A = 0x9e3779b9;
const WEYL_B = 0xbb67ae85;
const ROUNDS = 10;

/**
 * Philox4x32-10: four random words of 32 bits from a counter of four words and a key of two. The same counter
 * and key give the same words, whatever was drawn before.
 *
 * @param words - Shape [4]; holds the counter, and the random words afterwards.
 * @source Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3, section 4.3.
 */
export function philox(words: Uint32Array, keyA: number, keyB: number): void {
  let a = words[0] ?? 0;
  let b = words[1] ?? 0;
  let c = words[2] ?? 0;
  let d = words[3] ?? 0;
  let first = keyA;
  let second = keyB;
  for (let round = 0; round < ROUNDS; round += 1) {
    const nextA = multiplyHigh(MULTIPLIER_B, c) ^ b ^ first;
    const nextC = multiplyHigh(MULTIPLIER_A, a) ^ d ^ second;
    b = Math.imul(MULTIPLIER_B, c) >>> 0;
    d = Math.imul(MULTIPLIER_A, a) >>> 0;
    a = nextA >>> 0;
    c = nextC >>> 0;
    first = (first + WEYL_A) >>> 0;
    second = (second + WEYL_B) >>> 0;
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}

/** Upper 32 bits of the product of two whole numbers of 32 bits: by halves, so that every step is exact. */
function multiplyHigh(left: number, right: number): number {
  const leftHigh = left >>> 16;
  const leftLow = left & 0xffff;
  const rightHigh = right >>> 16;
  const rightLow = right & 0xffff;
  const middle = leftHigh * rightLow + ((leftLow * rightLow) >>> 16);
  const carried = leftLow * rightHigh + (middle & 0xffff);
  return leftHigh * rightHigh + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000);
}
