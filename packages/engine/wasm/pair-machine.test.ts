import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ClockSettings } from '../backend.js';
import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import type { InputBuiltin } from '../builtins/time-inputs.js';
import { giveInputs } from '../integrate/inputs.js';
import type { Input } from '../integrate/run.js';
import type { FixedMethod } from '../integrate/settings.js';
import { interpreter } from '../interpreter/interpreter.js';
import type { BinaryOp, Node, Program, PureBuiltin } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { slotAt } from '../lower/slot.js';
import { arbitraryProgram, awkwardNumber } from '../testing/arbitrary-program.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { longChain } from '../testing/models.js';
import { pairKernel } from './pair-kernel.js';
import { pairMachine } from './pair-machine.js';

const clock: ClockSettings = { start: 1, stop: 4, dt: 0.1, seed: 7 };
const operators = Object.keys(OPERATORS).filter((name): name is BinaryOp => name in OPERATORS);
const builtins = Object.keys(BUILTIN_ROWS).filter((name): name is PureBuiltin => name in BUILTIN_ROWS);
const inputNames = Object.keys(INPUT_ROWS).filter((name): name is InputBuiltin => name in INPUT_ROWS);

/** Values of one run of the interpreter: at the start observed, and after some steps observed. */
function alone(
  program: Program,
  inputs: readonly Input[],
  method: FixedMethod,
  steps: number,
): readonly Float64Array[] {
  const executable = interpreter(program);
  const values = new Float64Array(program.variables.length);
  const given = new Uint8Array(values.length);
  giveInputs(program, inputs, values, given);
  const memory = executable.initialise(values, given, clock);
  executable.observe(values, clock, 0);
  const first = values.slice();
  executable.advance(values, clock, 0, steps, method, memory);
  executable.observe(values, clock, steps);
  return [first, values];
}

/** The same of two runs side by side, the second some steps behind the first. */
function paired(
  program: Program,
  inputs: readonly [readonly Input[], readonly Input[]],
  method: FixedMethod,
  steps: number,
  behind: number,
): readonly (readonly Float64Array[])[] {
  const machine = pairMachine(program, pairKernel(program, method));
  const read = (lane: 0 | 1): Float64Array => {
    const values = new Float64Array(program.variables.length);
    machine.read(lane, values);
    return values;
  };
  machine.begin(0, inputs[0], clock);
  machine.mirror(0);
  machine.observe(clock, [0, 0]);
  const first = read(0);
  machine.advance(clock, [0, 0], behind);
  machine.begin(1, inputs[1], clock);
  machine.observe(clock, [behind, 0]);
  const second = read(1);
  machine.advance(clock, [behind, 0], steps - behind);
  machine.observe(clock, [steps, steps - behind]);
  const firstEnd = read(0);
  machine.advance(clock, [steps, steps - behind], behind);
  machine.observe(clock, [steps + behind, steps]);
  return [
    [first, firstEnd],
    [second, read(1)],
  ];
}

function expectSame(
  actual: readonly Float64Array[] | undefined,
  expected: readonly Float64Array[],
  what = '',
): void {
  expected.forEach((row, index) => {
    for (const [slot, value] of row.entries()) {
      if (!Object.is(actual?.[index]?.[slot], value)) {
        expect(actual?.[index]?.[slot], `${what} value ${slot} of look ${index}`).toBe(value);
      }
    }
  });
}

/** A program whose memories are of one step: pure delays cannot stand side by side. */
const withoutDelays = (program: Program): Program => ({
  ...program,
  held: program.held.map(({ slot, next }) => ({ slot, next })),
});

describe.each(['euler', 'rk2', 'rk4'] as const)('%s', (method) => {
  it('random programs: the bits of each run are those of the interpreter, whatever runs beside it', () => {
    const numbers = fc.tuple(awkwardNumber, awkwardNumber, awkwardNumber, fc.nat(4));
    fc.assert(
      fc.property(arbitraryProgram, numbers, numbers, (made, one, other) => {
        const program = withoutDelays(made);
        const inputs = ([p, q, x]: readonly number[]): readonly Input[] =>
          [
            ['p', p],
            ['q', q],
            ['x', x],
          ].flatMap(([name, value]) => {
            const isFit =
              typeof value === 'number' && (name === 'x' ? Number.isFinite(value) : !Number.isNaN(value));
            return isFit ? [{ slot: slotNamed(program, String(name)), value }] : [];
          });
        const both = paired(program, [inputs(one), inputs(other)], method, 7, one[3]);
        expectSame(both[0], alone(program, inputs(one), method, 7), 'first');
        expectSame(both[1], alone(program, inputs(other), method, 7), 'second');
      }),
      { numRuns: 200, seed: 20262 },
    );
  });

  it('many functions of moderate size', () => {
    const program = longChain(1200);
    const rate = slotNamed(program, 'rate');
    const inputs = [[{ slot: rate, value: 0.2 }], [{ slot: rate, value: 0.7 }]] as const;
    const both = paired(program, [inputs[0], inputs[1]], method, 9, 4);
    inputs.forEach((own, lane) => {
      expectSame(both[lane], alone(program, own, method, 9));
    });
  });
});

/** Numbers that tell implementations apart. */
const AWKWARD = [
  0,
  -0,
  1,
  -1,
  0.5,
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

/** Checks a function of two numbers, as one of constants and as one that changes, on all pairs of awkward numbers. */
function expectSameFunction(node: (left: Node, right: Node) => Node): void {
  const program = buildProgram({
    constants: { p: 0, q: 0 },
    dynamic: {
      a: (read) => node(read('p'), read('q')),
      ...Object.fromEntries(
        AWKWARD.flatMap((number, index) => [
          [`b${index}`, (read: (name: string) => Node) => node(read('p'), literal(number))],
          [`c${index}`, (read: (name: string) => Node) => node(literal(number), read('q'))],
        ]),
      ),
    },
  });
  const executable = interpreter(program);
  const machine = pairMachine(program, pairKernel(program, 'euler'));
  const [p, q] = [slotAt(0), slotAt(1)];
  const values = new Float64Array(program.variables.length);
  const actual = values.slice();
  const expected = (left: number, right: number): Float64Array => {
    const given = new Uint8Array(values.length);
    values.set([left, right]);
    given.set([1, 1]);
    executable.initialise(values, given, clock);
    executable.observe(values, clock, 0);
    return values.slice();
  };
  // NaN is refused as an input; 0/0 would make it, and constants of the file may.
  const usual = AWKWARD.filter((number) => !Number.isNaN(number));
  for (const left of usual) {
    for (const right of usual) {
      machine.begin(
        0,
        [
          { slot: p, value: left },
          { slot: q, value: right },
        ],
        clock,
      );
      machine.begin(
        1,
        [
          { slot: p, value: right },
          { slot: q, value: left },
        ],
        clock,
      );
      machine.observe(clock, [0, 0]);
      machine.read(0, actual);
      expectSame([actual], [expected(left, right)], `of ${left} and ${right}:`);
      machine.read(1, actual);
      expectSame([actual], [expected(right, left)], `of ${right} and ${left}:`);
    }
  }
}

const notANumber = (of: Node): Node => binary('subtract', of, of);

describe('on awkward numbers, the same bits as the interpreter', () => {
  test.each(operators)('%s, as a value and as a condition', (op) => {
    expectSameFunction((left, right) => binary(op, left, right));
    expectSameFunction((left, right) =>
      selectNode(binary(op, left, right), binary('divide', left, right), right),
    );
    expectSameFunction((left, right) => selectNode(binary(op, left, right), left, literal(0)));
    expectSameFunction((left, right) => selectNode(binary(op, left, right), literal(0), right));
    expectSameFunction((left, right) => selectNode(binary(op, left, right), literal(-0), right));
  });

  test.each(['negate', 'not'] as const)('%s', (kind) => {
    expectSameFunction((left) => ({ kind, operand: left }));
  });

  test.each(builtins)('%s of one to four operands', (name) => {
    for (const count of [1, 2, 3, 4]) {
      expectSameFunction((left, right) => ({
        kind: 'builtin',
        name,
        arguments: [left, right, right, left].slice(0, count),
      }));
    }
  });

  test.each(['min', 'max'] as const)('%s with what is not a number for infinite operands', (name) => {
    expectSameFunction((left, right) => ({ kind: 'builtin', name, arguments: [notANumber(left), right] }));
    expectSameFunction((left, right) => ({ kind: 'builtin', name, arguments: [left, notANumber(right)] }));
  });

  test('division by powers of two, and by numbers beside them', () => {
    for (const divisor of [
      2,
      -0.25,
      2 ** 1022,
      2 ** 1023,
      2 ** -1021,
      2 ** -1022,
      5e-324,
      3,
      6,
      1.5,
      1 + 2 ** -52,
    ]) {
      expectSameFunction((left, right) =>
        binary('divide', binary('multiply', left, right), literal(divisor)),
      );
    }
  });
});

test.each(inputNames)('%s at steps of its own for each run', (name) => {
  const program = buildProgram({
    constants: { p: 3, q: 1.2, r: 0.4, s: 1.4 },
    stocks: { x: { initial: 0, inflows: ['a'] } },
    dynamic: {
      a: (read) => ({
        kind: 'input',
        name,
        arguments: ['p', 'q', 'r', 's'].slice(0, INPUT_COUNTS[name]).map(read),
      }),
    },
  });
  const both = paired(program, [[], []], 'rk4', 25, 6);
  expectSame(both[0], alone(program, [], 'rk4', 25));
  expectSame(both[1], alone(program, [], 'rk4', 25));
});

const INPUT_COUNTS: Readonly<Record<InputBuiltin, number>> = {
  step: 2,
  ramp: 2,
  pulse: 3,
  pulse_train: 4,
  vensim_pulse: 2,
  vensim_ramp: 3,
};

test('lists longer than a call has parameters', () => {
  const program = buildProgram({
    constants: { p: 3 },
    stocks: { x: { initial: 1, inflows: ['a'] } },
    dynamic: {
      a: (read) => {
        const numbers = Array.from({ length: 20 }, (_, index) =>
          binary('multiply', read('x'), literal(index)),
        );
        const inner: Node = { kind: 'builtin', name: 'stddev', arguments: [...numbers, read('p')] };
        return { kind: 'builtin', name: 'stddev', arguments: [read('p'), ...numbers, inner] };
      },
    },
  });
  const p = slotNamed(program, 'p');
  const inputs = [[{ slot: p, value: 5 }], [{ slot: p, value: -2 }]] as const;
  const both = paired(program, [inputs[0], inputs[1]], 'rk2', 8, 3);
  inputs.forEach((own, lane) => {
    expectSame(both[lane], alone(program, own, 'rk2', 8));
  });
});
