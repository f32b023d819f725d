import { BUILTINS } from '@weir/model';
import fc from 'fast-check';
import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import type { InputBuiltin } from '../builtins/time-inputs.js';
import type { BinaryOp, Node, Program, PureBuiltin } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { RANDOM_ROWS, type RandomBuiltin } from '../random/random-table.js';
import { buildProgram, type Equation } from './build-program.js';

const operators = Object.keys(OPERATORS).filter((name): name is BinaryOp => name in OPERATORS);
const builtins = Object.keys(BUILTIN_ROWS).filter((name): name is PureBuiltin => name in BUILTIN_ROWS);
const inputs = Object.keys(INPUT_ROWS).filter((name): name is InputBuiltin => name in INPUT_ROWS);
const draws = Object.keys(RANDOM_ROWS).filter((name): name is RandomBuiltin => name in RANDOM_ROWS);
/** More operands than the fewest that a built-in of any number of them takes. */
const MOST_EXTRA = 4;

/** Numbers that tell implementations apart. */
export const awkwardNumber = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.1, 3, 1e-300, 5e-324, 1e300, Number.POSITIVE_INFINITY, Number.NaN),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.double(),
  fc.integer({ min: -5, max: 5 }),
);

const TABLES: Program['tables'] = [
  { type: 'continuous', x: [-1, 0, 2], y: [3, -1, 4] },
  { type: 'extrapolate', x: [0, 1, 2], y: [0, 1, 4] },
  { type: 'discrete', x: [-2, 0, 2], y: [1, 2, 2] },
];

/** A built-in, and as many operands as it may take. */
const operandCount = fc
  .tuple(fc.constantFrom(...builtins), fc.nat(MOST_EXTRA))
  .map(([name, extra]): readonly [PureBuiltin, number] => {
    const [least, most] = BUILTINS[name].arity;
    return [name, Math.min(most, least + extra)];
  });

/** An expression over variables with these names, of every kind of node. */
function arbitraryEquation(names: readonly string[]): fc.Arbitrary<Equation> {
  const { tree } = fc.letrec<{ tree: Equation }>((tie) => {
    const part = tie('tree');
    const leaf = fc.oneof(
      awkwardNumber.map(
        (value): Equation =>
          () => ({ kind: 'constant', value }),
      ),
      fc.constantFrom(...names).map(
        (name): Equation =>
          (read) =>
            read(name),
      ),
      fc.constantFrom('time', 'dt', 'start', 'stop').map(
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
          (read) => ({ kind: 'binary', op, left: left(read), right: right(read) }),
      ),
      fc.tuple(part, part, part).map(
        ([condition, whenTrue, otherwise]): Equation =>
          (read) =>
            selectNode(condition(read), whenTrue(read), otherwise(read)),
      ),
      operandCount.chain(([name, count]) =>
        fc.tuple(...Array.from({ length: count }, () => part)).map(
          (operands): Equation =>
            (read) => ({ kind: 'builtin', name, arguments: operands.map((operand) => operand(read)) }),
        ),
      ),
      fc.constantFrom(...inputs).chain((name) =>
        fc.tuple(...Array.from({ length: BUILTINS[name].arity[1] }, () => part)).map(
          (operands): Equation =>
            (read) => ({ kind: 'input', name, arguments: operands.map((operand) => operand(read)) }),
        ),
      ),
      fc
        .tuple(fc.constantFrom(...draws), fc.nat(), fc.nat(), fc.array(part, { minLength: 5, maxLength: 5 }))
        .map(
          ([name, first, second, operands]): Equation =>
            (read) => ({
              kind: 'random',
              name,
              site: { first, second },
              arguments: operands.slice(0, BUILTINS[name].arity[first % 2]).map((operand) => operand(read)),
            }),
        ),
      fc.tuple(fc.integer({ min: 0, max: TABLES.length - 1 }), part).map(
        ([table, argument]): Equation =>
          (read): Node => ({ kind: 'lookup', table, argument: argument(read) }),
      ),
    );
    return { tree: fc.oneof({ maxDepth: 5, withCrossShrink: true }, leaf, node) };
  });
  return tree;
}

/**
 * A program of two constants, three stocks, two memories and six dynamic variables made of random expressions over
 * everything settled before them; the last of them are the stocks' flows.
 */
export const arbitraryProgram: fc.Arbitrary<Program> = fc
  .tuple(
    fc.tuple(awkwardNumber, awkwardNumber),
    fc.tuple(awkwardNumber, awkwardNumber, awkwardNumber),
    fc.tuple(
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((_, index, names) =>
        arbitraryEquation(['p', 'q', 'x', 'y', 'z', 'g', 'h', ...names.slice(0, index)]),
      ),
    ),
  )
  .map(([[p, q], [x, y, z], equations]) =>
    buildProgram({
      constants: { p, q },
      stocks: {
        x: { initial: x, inflows: ['a', 'd'], outflows: ['e'] },
        y: { initial: y, outflows: ['f', 'b', 'e'] },
        z: { initial: z, inflows: ['f'] },
      },
      dynamic: Object.fromEntries(equations.map((equation, index) => ['abcdef'.charAt(index), equation])),
      held: { g: { initial: x, next: 'c' }, h: { initial: y, next: 'b', delay: 'q' } },
      oncePerStep: ['c', 'd'],
      tables: TABLES,
      start: 1,
    }),
  );
