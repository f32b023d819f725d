import type { RandomSite } from './stream.js';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Words that tell calls of random built-ins apart, made from the name of a call's place. They depend on that name
 * alone, so a change elsewhere in a model leaves a call's numbers as they are.
 *
 * @source Fowler, Noll and Vo, FNV-1a with 32 bits, over the UTF-16 units of the name; run twice from two offsets.
 */
export function randomSite(name: string): RandomSite {
  return { first: fnv(name, OFFSET), second: fnv(name, (OFFSET ^ PRIME) >>> 0) };
}

function fnv(text: string, offset: number): number {
  let hash = offset;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), PRIME);
    hash = Math.imul(hash ^ (unit >>> 8), PRIME);
  }
  return mixed(hash >>> 0);
}

/** Spreads every bit over the whole word: the finalizer of MurmurHash3 (Appleby, public domain). */
function mixed(hash: number): number {
  let word = hash;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}
