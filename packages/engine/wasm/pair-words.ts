import type { VectorInstruction } from './opcodes.js';
import { writePairOperation, writePairTest } from './pair-operations.js';
import type { Arithmetic, Words } from './words.js';

const ARITHMETIC: Readonly<Record<Arithmetic, VectorInstruction>> = {
  add: 'f64x2.add',
  subtract: 'f64x2.sub',
  multiply: 'f64x2.mul',
  divide: 'f64x2.div',
};

/**
 * Values of two runs side by side: a vector of two doubles each. What decides a choice is a vector of all ones or all
 * zeros for each run; both branches are computed, which is sound because every operation is pure and total.
 */
export const PAIR_WORDS: Words = {
  lanes: 2,
  type: 'v128',
  constant: (writer, value) => writer.twice(value),
  load: (writer, address) => writer.loadVector(address),
  store: (writer, address, push) => writer.storeVector(address, push),
  arithmetic: (writer, ...operations) =>
    writer.vector(...operations.map((operation) => ARITHMETIC[operation])),
  spread: (writer) => writer.vector('f64x2.splat'),
  operation: writePairOperation,
  test: writePairTest,
  truth(writer) {
    writer.twice(0);
    writer.vector('f64x2.ne');
  },
  choose(writer, { condition, whenTrue, otherwise }) {
    // A branch of all zeros needs no selection.
    if (Object.is(otherwise.constant, 0)) {
      whenTrue.push();
      condition();
      writer.vector('v128.and');
    } else if (Object.is(whenTrue.constant, 0)) {
      otherwise.push();
      condition();
      writer.vector('v128.andnot');
    } else {
      whenTrue.push();
      otherwise.push();
      condition();
      writer.vector('v128.bitselect');
    }
  },
};
