import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { philox } from './philox.js';

const TWO_26 = 2 ** 26;
const TWO_32 = 2 ** 32;
const TWO_52 = 2 ** 52;
const TWO_53 = 2 ** 53;

/** Seed of an experiment: a whole number or a text; 0 and "0" are two seeds, and 0 is one like any other. */
export type Seed = number | string;

/** What a stream is for. Streams of different purposes have nothing in common. */
export type Purpose =
  | 'bootstrap'
  | 'design/anneal'
  | 'design/jitter'
  | 'design/morris'
  | 'design/permutation'
  | 'design/scores'
  | 'design/walk'
  | `design/halton/${number}`
  | `design/owen/${number}`
  | 'dummy'
  | 'noise'
  | 'permutation-test'
  | 'world';

/** Two words of 32 bits made from (seed, purpose). */
export interface StreamKey {
  readonly a: number;
  readonly b: number;
}

/**
 * Key of the streams of one purpose: the first 8 bytes of the SHA-256 of
 * `"weir-stream-v1" NUL tag seed NUL purpose`, with the tag `i:` for a number and `s:` for a text.
 */
export function streamKey(seed: Seed, purpose: Purpose): StreamKey {
  const tagged = typeof seed === 'number' ? `i:${Object.is(seed, -0) ? 0 : seed}` : `s:${seed}`;
  const view = new DataView(sha256(utf8ToBytes(`weir-stream-v1\0${tagged}\0${purpose}`)).buffer);
  return { a: view.getUint32(0), b: view.getUint32(4) };
}

/** Uniform numbers in [0, 1): the n-th is a function of (key, run, n) alone. */
export interface Stream {
  /** The next number. */
  next(): number;
  /** A whole number from 0 to count - 1. One draw. */
  below(count: number): number;
}

/**
 * The stream of one run, row, column or replicate.
 *
 * @param run - A whole number from 0 to 2^53 - 1, or the 16 hex digits of a run id.
 * @param first - Number of the draw that comes first; 0 where nothing is said.
 * @source Counters as in Salmon and others 2011, section 2: draw d is half d mod 2 of block floor(d / 2).
 */
export function stream(key: StreamKey, run: number | string, first = 0): Stream {
  const [low, high] = runWords(run);
  const words = new Uint32Array(4);
  let block = Math.floor(first / 2);
  let half = 0;
  const next = (): number => {
    if (half === 1) {
      half = 0;
      return uniformOf(words[2] ?? 0, words[3] ?? 0);
    }
    words[0] = block % TWO_32;
    words[1] = Math.floor(block / TWO_32);
    words[2] = low;
    words[3] = high;
    philox(words, key.a, key.b);
    block += 1;
    half = 1;
    return uniformOf(words[0] ?? 0, words[1] ?? 0);
  };
  if (first % 2 === 1) next();
  return { next, below: (count) => Math.floor(next() * count) };
}

function runWords(run: number | string): readonly [low: number, high: number] {
  if (typeof run === 'number') return [run % TWO_32, Math.floor(run / TWO_32)];
  return [Number.parseInt(run.slice(8, 16), 16), Number.parseInt(run.slice(0, 8), 16)];
}

/** A number in [0, 1) from two words: 53 bits. */
export function uniformOf(a: number, b: number): number {
  return ((a >>> 5) * TWO_26 + (b >>> 6)) / TWO_53;
}

/** A number strictly between 0 and 1: the middle of the one of 2^52 equal parts in which u lies; 1 counts to the last. */
export function openUnit(u: number): number {
  return (2 * Math.min(Math.floor(u * TWO_52), TWO_52 - 1) + 1) / TWO_53;
}

/** A random order of 0 .. count - 1. @source Durstenfeld 1964, Algorithm 235. */
export function permutation(count: number, draws: Stream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = draws.below(i + 1);
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}
