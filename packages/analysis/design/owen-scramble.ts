import { philox } from '../random/philox.js';
import { type Seed, type StreamKey, streamKey } from '../random/stream.js';

/** Bits that share one random block: a tree of 63 places has that many. */
const CHUNK = 6;
const BITS = 32;

/** Scrambles coordinates of one replicate: equal arguments give equal numbers, whatever else was asked for. */
export type Scramble = (dimension: number, integer: number) => number;

/**
 * Nested uniform scrambling: each bit is flipped by a random bit that belongs to (dimension, the original bits above
 * it). The 21 bits below the 32 of the sequence are random and belong to all 32.
 *
 * @returns A function from (dimension, integer of 32 bits) to u in [0, 1).
 * @source Owen 1995, Randomly permuted (t,m,s)-nets and (t,s)-sequences, section 3.
 */
export function owenScramble(seed: Seed, replicate: number): Scramble {
  const key: StreamKey = streamKey(seed, `design/owen/${replicate}`);
  const words = new Uint32Array(4);
  const block = (prefix: number, chunk: number, dimension: number): void => {
    words[0] = prefix;
    words[1] = chunk;
    words[2] = dimension;
    words[3] = 0;
    philox(words, key.a, key.b);
  };
  return (dimension, integer) => {
    let scrambled = 0;
    for (let chunk = 0; chunk * CHUNK < BITS; chunk += 1) {
      const first = chunk * CHUNK;
      block(first === 0 ? 0 : integer >>> (BITS - first), chunk, dimension);
      const last = Math.min(BITS, first + CHUNK);
      // The bits of this chunk passed so far, with a leading 1, name a place in the tree: 1 to 63.
      for (let place = 1, b = first; b < last; b += 1) {
        const bit = (integer >>> (BITS - 1 - b)) & 1;
        const flip = ((words[place >>> 5] ?? 0) >>> (place & 31)) & 1;
        scrambled = (scrambled << 1) | (bit ^ flip);
        place = 2 * place + bit;
      }
    }
    block(integer, BITS, dimension);
    return ((scrambled >>> 0) * 2 ** 21 + ((words[0] ?? 0) >>> 11)) / 2 ** 53;
  };
}
