/**
 * Instructions of WebAssembly that take no immediate operand, by name.
 *
 * @source WebAssembly Core Specification 1.0, 5.4.
 */
export const OPCODES = {
  else: 0x05,
  end: 0x0b,
  select: 0x1b,
  'i32.eqz': 0x45,
  'i32.ne': 0x47,
  'i32.lt_s': 0x48,
  'i32.add': 0x6a,
  'i32.mul': 0x6c,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'f64.eq': 0x61,
  'f64.ne': 0x62,
  'f64.lt': 0x63,
  'f64.gt': 0x64,
  'f64.le': 0x65,
  'f64.ge': 0x66,
  'f64.abs': 0x99,
  'f64.neg': 0x9a,
  'f64.floor': 0x9c,
  'f64.trunc': 0x9d,
  'f64.sqrt': 0x9f,
  'f64.add': 0xa0,
  'f64.sub': 0xa1,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f64.min': 0xa4,
  'f64.max': 0xa5,
  'f64.convert_i32_s': 0xb7,
} as const;

/** Name of an instruction without immediate operands. */
export type Instruction = keyof typeof OPCODES;

/** Instructions that {@link FunctionWriter} writes with their immediate operands. */
export const WITH_IMMEDIATE = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  br: 0x0c,
  br_if: 0x0d,
  call: 0x10,
  'local.get': 0x20,
  'local.set': 0x21,
  'local.tee': 0x22,
  'f64.load': 0x2b,
  'i32.load8_u': 0x2d,
  'f64.store': 0x39,
  'i32.const': 0x41,
  'f64.const': 0x44,
} as const;

/** Types of values. */
export const TYPES = { i32: 0x7f, f64: 0x7c } as const;

/** Name of a type of values. */
export type ValueType = keyof typeof TYPES;

/** Type of a block that leaves nothing. */
export const NO_RESULT = 0x40;
