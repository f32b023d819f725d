import { describe, expect, test } from 'vitest';
import type { Backend } from '../backend.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Node, PureBuiltin } from '../lower/program.js';
import { binary, buildProgram } from '../testing/build-program.js';
import { BUILTIN_ROWS } from './builtin-table.js';
import { OPERATORS } from './operator-table.js';

const clock = { start: 0, stop: 1, dt: 1 };
const isBuiltin = (name: string): name is PureBuiltin => name in BUILTIN_ROWS;

/** Value of a node over variables with these values, in a backend. */
function computed(
  backend: Backend,
  operands: readonly number[],
  node: (operands: readonly Node[]) => Node,
): number {
  const names = operands.map((_, index) => `p${index}`);
  const program = buildProgram({
    constants: Object.fromEntries(names.map((name, index) => [name, operands[index] ?? 0])),
    dynamic: { a: (read) => node(names.map(read)) },
  });
  const count = program.variables.length;
  const values = new Float64Array(count);
  const executable = backend(program);
  executable.initialise(values, new Uint8Array(count), clock);
  executable.observe(values, clock, 0);
  return values[count - 1] ?? 0;
}

const backends = [
  ['interpreter', interpreter],
  ['javascript', javascript],
] as const;

describe.each(backends)('operators: %s', (_, backend) => {
  for (const [name, row] of Object.entries(OPERATORS)) {
    test.each(row.vectors)(`%d ${name} %d = %d`, (left, right, expected) => {
      const op = Object.keys(OPERATORS).find((key): key is keyof typeof OPERATORS => key === name);
      if (op === undefined) throw new Error(name);
      const actual = computed(backend, [left, right], ([p, q]) =>
        p === undefined || q === undefined ? { kind: 'constant', value: Number.NaN } : binary(op, p, q),
      );
      expect(actual).toBe(expected);
    });
  }
});

describe.each(backends)('built-ins: %s', (_, backend) => {
  for (const name of Object.keys(BUILTIN_ROWS).filter(isBuiltin)) {
    test.each([...BUILTIN_ROWS[name].vectors])(
      `${name}($operands) = $expected ($source)`,
      ({ operands, expected, tolerance }) => {
        const actual = computed(backend, operands, (nodes) => ({ kind: 'builtin', name, arguments: nodes }));
        if (tolerance === undefined) expect(actual).toBe(expected);
        else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
      },
    );
  }
});

test('every row has examples', () => {
  for (const row of [...Object.values(OPERATORS), ...Object.values(BUILTIN_ROWS)]) {
    expect(row.vectors.length).toBeGreaterThan(0);
  }
});

test('a maximum of more operands than JavaScript takes in one call', () => {
  const operands = Array.from({ length: 2500 }, (_, index) => (index === 1700 ? 7 : -index));
  for (const [, backend] of backends) {
    const max = computed(backend, operands, (nodes) => ({ kind: 'builtin', name: 'max', arguments: nodes }));
    expect(max).toBe(7);
  }
});
