import { describe, expect, test } from 'vitest';
import type { Backend } from '../backend.js';
import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import { interpreter } from '../interpreter/interpreter.js';
import type { BinaryOp, Node, PureBuiltin } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { binary, buildProgram } from '../testing/build-program.js';
import { wasm } from './wasm.js';

const clock = { start: 0, stop: 1, dt: 1 };
const operators = Object.keys(OPERATORS).filter((name): name is BinaryOp => name in OPERATORS);
const builtins = Object.keys(BUILTIN_ROWS).filter((name): name is PureBuiltin => name in BUILTIN_ROWS);

/** Numbers that tell implementations apart. */
const AWKWARD = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2.5,
  -9.9,
  1e-7,
  -5e-324,
  0.9999999999999999,
  4503599627370495.5,
  1e300,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
] as const;

/** A function of two numbers, made of a node over two constants. */
function functionOf(backend: Backend, node: (left: Node, right: Node) => Node) {
  const program = buildProgram({
    constants: { p: 0, q: 0 },
    dynamic: { a: (read) => node(read('p'), read('q')) },
  });
  const executable = backend(program);
  return (left: number, right: number): number => {
    const values = Float64Array.of(left, right, 0);
    executable.initialise(values, Uint8Array.of(1, 1, 0), clock);
    executable.observe(values, clock, 0);
    return values[2] ?? Number.NaN;
  };
}

function expectSame(node: (left: Node, right: Node) => Node): void {
  const expected = functionOf(interpreter, node);
  const actual = functionOf(wasm, node);
  for (const left of AWKWARD) {
    for (const right of AWKWARD) {
      // toBe tells -0 from 0.
      expect(actual(left, right), `of ${left} and ${right}`).toBe(expected(left, right));
    }
  }
}

describe('on awkward numbers, the same bits as the interpreter', () => {
  test.each(operators)('%s, as a value and as a condition', (op) => {
    expectSame((left, right) => binary(op, left, right));
    expectSame((left, right) => selectNode(binary(op, left, right), binary('divide', left, right), right));
  });

  test.each(['negate', 'not'] as const)('%s', (kind) => {
    expectSame((left) => ({ kind, operand: left }));
  });

  test.each(builtins)('%s of one to four operands', (name) => {
    for (const count of [1, 2, 3, 4]) {
      expectSame((left, right) => ({
        kind: 'builtin',
        name,
        arguments: [left, right, right, left].slice(0, count),
      }));
    }
  });

  test('a number as a condition, and as one of the branches', () => {
    expectSame((left, right) => selectNode(left, right, left));
  });
});

describe('published examples', () => {
  test.each(builtins)('%s', (name) => {
    for (const { operands, expected, tolerance = 0 } of BUILTIN_ROWS[name].vectors) {
      const names = operands.map((_, index) => `p${index}`);
      const program = buildProgram({
        constants: Object.fromEntries(names.map((key, index) => [key, operands[index] ?? 0])),
        dynamic: { a: (read) => ({ kind: 'builtin', name, arguments: names.map(read) }) },
      });
      const values = new Float64Array(program.variables.length);
      const executable = wasm(program);
      executable.initialise(values, new Uint8Array(values.length), clock);
      executable.observe(values, clock, 0);
      const actual = values.at(-1) ?? 0;
      if (tolerance === 0) expect(actual).toBe(expected);
      else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
    }
  });
});
