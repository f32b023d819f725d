/**
 * Instructions of WebAssembly that take no immediate operand, by name.
 *
 * @source WebAssembly Core Specification 1.0, 5.4.
 */
export const OPCODES = {
  else: 0x05,
  end: 0x0b,
  return: 0x0f,
  select: 0x1b,
  'i32.eqz': 0x45,
  'i32.ne': 0x47,
  'i32.lt_s': 0x48,
  'i32.gt_s': 0x4a,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.mul': 0x6c,
  'i32.and': 0x71,
  'i32.shr_u': 0x76,
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

/** Byte before the number of every instruction on vectors. */
export const VECTOR_PREFIX = 0xfd;

/**
 * Instructions on vectors of two doubles that take no immediate operand, by name.
 *
 * @source WebAssembly Core Specification 2.0, 5.4.8.
 */
export const VECTOR_OPCODES = {
  'f64x2.splat': 0x14,
  'f64x2.eq': 0x47,
  'f64x2.ne': 0x48,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'v128.any_true': 0x53,
  'f64x2.ceil': 0x74,
  'f64x2.floor': 0x75,
  'f64x2.trunc': 0x7a,
  'f64x2.abs': 0xec,
  'f64x2.neg': 0xed,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.pmin': 0xf6,
  'f64x2.pmax': 0xf7,
} as const;

/** Name of an instruction on vectors without immediate operands. */
export type VectorInstruction = keyof typeof VECTOR_OPCODES;

/** Instructions on vectors that {@link FunctionWriter} writes with their immediate operands. */
export const VECTOR_WITH_IMMEDIATE = {
  'v128.load': 0x00,
  'v128.store': 0x0b,
  'v128.const': 0x0c,
  'f64x2.extract_lane': 0x21,
  'f64x2.replace_lane': 0x22,
  'v128.store64_lane': 0x5b,
} as const;

/** Types of values. */
export const TYPES = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;

/** Name of a type of values. */
export type ValueType = keyof typeof TYPES;

/** Type of a block that leaves nothing. */
export const NO_RESULT = 0x40;
