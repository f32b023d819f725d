import { BUILTINS } from '@weir/model';
import { describe, expect, test } from 'vitest';
import type { Backend } from '../backend.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Node } from '../lower/program.js';
import { binary, buildProgram } from '../testing/build-program.js';
import { BUILTIN_ROWS } from './builtin-table.js';
import { OPERATORS } from './operator-table.js';

const clock = { start: 0, stop: 1, dt: 1 };

/** Value of a node over the variables `p` and `q`, in a backend. */
function computed(backend: Backend, operands: readonly number[], node: (p: Node, q: Node) => Node): number {
  const [p = 0, q = 0] = operands;
  const program = buildProgram({
    constants: { p, q },
    dynamic: { a: (read) => node(read('p'), read('q')) },
  });
  const values = new Float64Array(3);
  const executable = backend(program);
  executable.initialise(values, new Uint8Array(3), clock);
  executable.observe(values, clock, 0);
  return values[2] ?? 0;
}

describe.each([
  ['interpreter', interpreter],
  ['javascript', javascript],
] as const)('%s', (_, backend) => {
  for (const [name, row] of Object.entries(OPERATORS)) {
    test.each(row.vectors)(`%d ${name} %d = %d`, (left, right, expected) => {
      const op = Object.keys(OPERATORS).find((key): key is keyof typeof OPERATORS => key === name);
      if (op === undefined) throw new Error(name);
      expect(computed(backend, [left, right], (p, q) => binary(op, p, q))).toBe(expected);
    });
  }
  for (const [key, row] of Object.entries(BUILTIN_ROWS)) {
    test.each([...row.vectors])(`${key}($operands) = $expected ($source)`, ({ operands, expected }) => {
      const name = Object.keys(BUILTIN_ROWS).find(
        (other): other is keyof typeof BUILTIN_ROWS => other === key,
      );
      if (name === undefined) throw new Error(key);
      const actual = computed(backend, operands, (p, q) => ({
        kind: 'builtin',
        name,
        arguments: BUILTINS[name].arity[0] === 1 ? [p] : [p, q],
      }));
      expect(actual).toBe(expected);
    });
  }
});

test('every row has examples', () => {
  for (const row of [...Object.values(OPERATORS), ...Object.values(BUILTIN_ROWS)]) {
    expect(row.vectors.length).toBeGreaterThan(0);
  }
});
