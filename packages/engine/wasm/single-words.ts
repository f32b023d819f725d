import type { Instruction } from './opcodes.js';
import { writeOperation, writeTest, writeTruth } from './operations.js';
import type { Arithmetic, Words } from './words.js';

const ARITHMETIC: Readonly<Record<Arithmetic, Instruction>> = {
  add: 'f64.add',
  subtract: 'f64.sub',
  multiply: 'f64.mul',
  divide: 'f64.div',
};

/** Values of one run: a double each. */
export const SINGLE_WORDS: Words = {
  lanes: 1,
  type: 'f64',
  constant: (writer, value) => writer.double(value),
  load: (writer, address) => writer.load(address),
  store: (writer, address, push) => writer.store(address, push),
  arithmetic: (writer, ...operations) => writer.op(...operations.map((operation) => ARITHMETIC[operation])),
  spread: () => undefined,
  operation: writeOperation,
  test: writeTest,
  truth: writeTruth,
  choose(writer, { condition, whenTrue, otherwise, areAtHand }) {
    if (areAtHand) {
      whenTrue.push();
      otherwise.push();
      condition();
      writer.op('select');
      return;
    }
    // Only the branch taken is computed.
    condition();
    writer.if('f64');
    whenTrue.push();
    writer.op('else');
    otherwise.push();
    writer.op('end');
  },
};
