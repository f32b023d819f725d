import { PAIR_WORDS } from '../../wasm/pair-words.js';
import { SINGLE_WORDS } from '../../wasm/single-words.js';
import type { Inner, Operand, Place, Words } from '../../wasm/words.js';

/**
 * How a kernel writes values: as the engine does, but MIN and MAX of two runs side by side as one instruction each. They differ for operands that
 * are not numbers only, which a search does not survive either way.
 */
export const tickWords = (lanes: 1 | 2): Words => (lanes === 1 ? SINGLE_WORDS : TICK_PAIR_WORDS);

const TICK_PAIR_WORDS: Words = {
  ...PAIR_WORDS,
  operation(place: Place, operation: Inner, operands: readonly Operand[]): void {
    const [first, second, third] = operands;
    const isExtreme = operation.kind === 'builtin' && (operation.name === 'min' || operation.name === 'max');
    if (!isExtreme || first === undefined || second === undefined || third !== undefined) {
      PAIR_WORDS.operation(place, operation, operands);
      return;
    }
    first.push();
    second.push();
    place.writer.vector(operation.name === 'min' ? 'f64x2.pmin' : 'f64x2.pmax');
  },
};
