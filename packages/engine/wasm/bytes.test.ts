import { expect, test } from 'vitest';
import { ByteWriter } from './bytes.js';

const bytesOf = (write: (out: ByteWriter) => void): readonly number[] => {
  const out = new ByteWriter();
  write(out);
  return [...out.written];
};

// Examples of DWARF 4, figures 22 and 23, where LEB128 comes from.
test.each([
  [2, [0x02]],
  [127, [0x7f]],
  [128, [0x80, 0x01]],
  [12857, [0xb9, 0x64]],
  [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
])('unsigned %i', (value, expected) => {
  expect(bytesOf((out) => out.unsigned(value))).toEqual(expected);
});

test.each([
  [2, [0x02]],
  [-2, [0x7e]],
  [127, [0xff, 0x00]],
  [-127, [0x81, 0x7f]],
  [128, [0x80, 0x01]],
  [-129, [0xff, 0x7e]],
])('signed %i', (value, expected) => {
  expect(bytesOf((out) => out.signed(value))).toEqual(expected);
});

test('a number rewritten in place', () => {
  const bytes = bytesOf((out) => {
    out.paddedUnsigned(0);
    out.byte(7);
    out.rewrite(0, 128);
  });
  expect(bytes).toEqual([0x80, 0x81, 0x80, 0x80, 0x00, 7]);
});

test('doubles keep their bits, whatever the number of bytes before them', () => {
  const bytes = bytesOf((out) => {
    for (let index = 0; index < 255; index += 1) out.byte(1);
    out.double(-0);
    out.double(0.1);
  });
  expect(bytes.slice(255)).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0x80, 0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f,
  ]);
});
