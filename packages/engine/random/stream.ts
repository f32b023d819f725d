import { philox } from './philox.js';

const TWO_32 = 2 ** 32;
/** Two draws of 26 bits make a number of 52. */
const TWO_26 = 2 ** 26;
const TWO_52 = 2 ** 52;

/** One call of a random built-in in a program: two words made from the name of its place in the model. */
export interface RandomSite {
  readonly first: number;
  readonly second: number;
}

/** Uniform numbers of one call at one step: the n-th is a function of (run seed, call, own seed, step, n) alone. */
export interface Stream {
  /** The next number strictly between 0 and 1. */
  next(): number;
}

/**
 * The stream of one call at one step.
 *
 * @param seed - Of the run; its fraction does not count.
 * @param own - Seed in the call itself; NaN where it gives none.
 * @param step - Whole steps since the start, below 2^52.
 */
export function streamOf(seed: number, first: number, second: number, own: number, step: number): Stream {
  const hasOwn = !Number.isNaN(own);
  const stepHigh = Math.floor(step / TWO_32) % 0x400;
  let drawn = 0;
  let spare: number | undefined;
  return {
    next() {
      if (spare !== undefined) {
        const number = spare;
        spare = undefined;
        return number;
      }
      const place = (hasOwn ? 0x80000000 : 0) + stepHigh * 0x100000 + (drawn % 0x100000);
      const counter = [step >>> 0, place >>> 0, second, hasOwn ? wordOf(own) : 0] as const;
      const [a, b, c, d] = philox(counter, wordOf(seed), first);
      drawn += 1;
      spare = between(c, d);
      return between(a, b);
    },
  };
}

/** A seed as 32 bits. */
function wordOf(seed: number): number {
  return (Number.isFinite(seed) ? ((Math.floor(seed) % TWO_32) + TWO_32) % TWO_32 : 0) >>> 0;
}

/** A number strictly between 0 and 1 from two words: the middle of one of 2^52 equal parts. */
function between(high: number, low: number): number {
  return ((high >>> 6) * TWO_26 + (low >>> 6) + 0.5) / TWO_52;
}
