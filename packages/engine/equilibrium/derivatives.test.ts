import { BUILTINS } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import type { BinaryOp, Node, Program, PureBuiltin } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { binary, buildProgram, type Equation, literal } from '../testing/build-program.js';
import { RestMotion } from './rest-motion.js';

const operators = Object.keys(OPERATORS).filter((name): name is BinaryOp => name in OPERATORS);
const builtins = Object.keys(BUILTIN_ROWS).filter((name): name is PureBuiltin => name in BUILTIN_ROWS);

const TABLES: Program['tables'] = [
  { type: 'continuous', x: [-1, 0, 2], y: [3, -1, 4] },
  { type: 'extrapolate', x: [0, 1, 2], y: [0, 1, 4] },
  { type: 'discrete', x: [-2, 0, 2], y: [1, 2, 2] },
];

function programOf(equation: Equation): Program {
  return buildProgram({
    constants: { p: 1.7, q: -0.4 },
    stocks: { x: { initial: 1, inflows: ['f'] }, y: { initial: 2, outflows: ['f'] }, z: { initial: 3 } },
    dynamic: { g: (read) => binary('multiply', read('x'), read('p')), f: equation },
    tables: TABLES,
  });
}

/** Derivatives of the rate of x by each stock, generated and by differences; the latter are NaN near kinks. */
function derivatives(program: Program, at: readonly number[]): { exact: number[]; differences: number[] } {
  const motion = new RestMotion(program);
  const values = new Float64Array(program.variables.length);
  values.set([1.7, -0.4]);
  motion.begin(values, { start: 0, stop: 10, dt: 1 });
  const state = Float64Array.from(at);
  motion.slopesAt(state);
  const exact = [0, 0, 0];
  for (const [entry, value] of motion.slope.entries()) {
    if (motion.rowOf[entry] === 0) exact[motion.columnOf[entry] ?? 0] = value;
  }
  const rateAt = (stock: number, shift: number): number => {
    const moved = state.map((value, index) => (index === stock ? value + shift : value));
    const rate = new Float64Array(3);
    motion.ratesAt(moved, rate);
    return rate[0] ?? Number.NaN;
  };
  const differences = at.map((value, stock) => {
    const h = 1e-5 * Math.max(1, Math.abs(value));
    const central = (step: number) => (rateAt(stock, step) - rateAt(stock, -step)) / (2 * step);
    const [wide, narrow] = [central(h), central(h / 3)];
    const here = rateAt(stock, 0);
    const left = (here - rateAt(stock, -h / 3)) / (h / 3);
    const right = (rateAt(stock, h / 3) - here) / (h / 3);
    const size = 1e-3 * (1 + Math.abs(narrow)) + 1e-9 * Math.abs(here / h);
    const smooth = [wide, left, right].every((slope) => Math.abs(slope - narrow) <= size);
    return smooth && Math.abs(here) < 1e6 && Math.abs(narrow) < 1e6 ? narrow : Number.NaN;
  });
  return { exact, differences };
}

/** Stocks of which the generated derivative is not that of differences. */
function wrong(program: Program, at: readonly number[]): readonly string[] {
  const { exact, differences } = derivatives(program, at);
  return differences.flatMap((expected, stock) => {
    const found = exact[stock] ?? Number.NaN;
    if (Number.isNaN(expected)) return [];
    return Math.abs(found - expected) <= 2e-3 * (1 + Math.abs(expected))
      ? []
      : [`d/d${'xyz'.charAt(stock)}: ${found}, not ${expected}`];
  });
}

/** Away from whole numbers, where kinks are. */
const point = fc.array(
  fc.integer({ min: -3000, max: 3000 }).map((value) => (value + 0.37) / 1000),
  { minLength: 3, maxLength: 3 },
);

/** Arguments within (0, 1) or so, where most functions are smooth. */
const tame =
  (index: number): Equation =>
  (read) =>
    binary(
      'add',
      literal(0.3 + 0.07 * index),
      binary('multiply', literal(0.05), read('xyz'.charAt(index % 3))),
    );

describe.each(builtins)('%s', (name) => {
  const [least, most] = BUILTINS[name].arity;
  const count = most === Number.POSITIVE_INFINITY ? Math.max(least, 5) : most;
  test('differences agree', () => {
    const program = programOf((read) => ({
      kind: 'builtin',
      name,
      arguments: Array.from({ length: count }, (_, index) => tame(index)(read)),
    }));
    fc.assert(
      fc.property(point, (at) => {
        expect(wrong(program, at)).toEqual([]);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
});

test.each(operators)('operator %s', (op) => {
  const program = programOf((read) => binary(op, tame(0)(read), tame(1)(read)));
  fc.assert(
    fc.property(point, (at) => {
      expect(wrong(program, at)).toEqual([]);
    }),
    { numRuns: 40, seed: 4 },
  );
});

/** Expressions of every kind of node that may bear on a rate. */
const { tree } = fc.letrec<{ tree: Equation }>((tie) => {
  const part = tie('tree');
  const leaf = fc.oneof(
    fc.integer({ min: -192, max: 192 }).map(
      (value): Equation =>
        () => ({ kind: 'constant', value: value / 64 }),
    ),
    fc.constantFrom('x', 'y', 'z', 'g', 'p', 'q').map(
      (name): Equation =>
        (read) =>
          read(name),
    ),
    fc.constantFrom('dt', 'start', 'stop').map(
      (quantity): Equation =>
        () => ({ kind: 'clock', quantity }),
    ),
  );
  const node = fc.oneof(
    fc.tuple(fc.constantFrom('negate', 'not'), part).map(
      ([kind, operand]): Equation =>
        (read) => ({ kind, operand: operand(read) }),
    ),
    fc.tuple(fc.constantFrom(...operators), part, part).map(
      ([op, left, right]): Equation =>
        (read) =>
          binary(op, left(read), right(read)),
    ),
    fc.tuple(part, part, part).map(
      ([condition, whenTrue, otherwise]): Equation =>
        (read) =>
          selectNode(condition(read), whenTrue(read), otherwise(read)),
    ),
    fc.constantFrom(...builtins).chain((name) =>
      fc.tuple(...Array.from({ length: BUILTINS[name].arity[0] }, () => part)).map(
        (operands): Equation =>
          (read) => ({ kind: 'builtin', name, arguments: operands.map((operand) => operand(read)) }),
      ),
    ),
    fc.tuple(fc.integer({ min: 0, max: TABLES.length - 1 }), part).map(
      ([table, argument]): Equation =>
        (read): Node => ({ kind: 'lookup', table, argument: argument(read) }),
    ),
  );
  return { tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, node) };
});

test('random expressions of every kind of node', () => {
  let compared = 0;
  fc.assert(
    fc.property(tree, point, (equation, at) => {
      const program = programOf(equation);
      expect(wrong(program, at), JSON.stringify(program.dynamic[1])).toEqual([]);
      compared += derivatives(program, at).differences.filter(
        (value) => !Number.isNaN(value) && value !== 0,
      ).length;
    }),
    { numRuns: 1500, seed: 20 },
  );
  // Enough of them have a derivative to compare, so the test is not empty.
  expect(compared).toBeGreaterThan(200);
});

test('at a kink, the derivative is that of one side', () => {
  const kink = programOf((read) => ({ kind: 'builtin', name: 'max', arguments: [read('x'), literal(2)] }));
  expect(derivatives(kink, [1.9, 0, 0]).exact[0]).toBe(0);
  expect(derivatives(kink, [2.1, 0, 0]).exact[0]).toBe(1);
  expect([0, 1]).toContain(derivatives(kink, [2, 0, 0]).exact[0]);
});

test('slopes of tables: pieces, ends, and what is extended', () => {
  const slope = (table: number, x: number) =>
    derivatives(
      programOf((read) => ({ kind: 'lookup', table, argument: read('x') })),
      [x, 0, 0],
    ).exact[0];
  expect([-2, -0.5, 1, 3].map((x) => slope(0, x))).toEqual([0, -4, 2.5, 0]);
  expect([-2, 0.5, 1.5, 3].map((x) => slope(1, x))).toEqual([1, 1, 3, 3]);
  expect([-3, -1, 1, 3].map((x) => slope(2, x))).toEqual([0, 0, 0, 0]);
});
