import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import { type LookupTable, lookUp } from '../builtins/table-lookup.js';
import type { Node } from '../lower/program.js';
import { drawRandom } from '../random/random-table.js';

/** All that the value of a node depends on. */
export interface Scope {
  /** Shape `[variables]`, by slot. */
  readonly values: Float64Array;
  readonly tables: readonly LookupTable[];
  /** First and last time of the run, and the time step. */
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  readonly seed: number;
  /** Steps taken since `start`; inputs over time and random draws hold still within it. */
  readonly step: number;
  /** Current time: within a step for the later stages of a method. */
  readonly time: number;
}

/**
 * Value of a node, by walking it. This is what every other backend is compared with.
 *
 * @throws RangeError where the program refers to a table it does not have.
 */
export function evaluate(node: Node, scope: Scope): number {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'slot':
      return scope.values[node.slot] ?? Number.NaN;
    case 'clock':
      return scope[node.quantity];
    case 'negate':
      return -evaluate(node.operand, scope);
    case 'not':
      return evaluate(node.operand, scope) === 0 ? 1 : 0;
    case 'binary':
      return OPERATORS[node.op].evaluate(evaluate(node.left, scope), evaluate(node.right, scope));
    case 'select':
      return evaluate(node.condition, scope) !== 0
        ? evaluate(node.then, scope)
        : evaluate(node.otherwise, scope);
    case 'builtin':
      return BUILTIN_ROWS[node.name].evaluate(node.arguments.map((argument) => evaluate(argument, scope)));
    case 'input':
      return INPUT_ROWS[node.name].evaluate(
        node.arguments.map((argument) => evaluate(argument, scope)),
        scope.start,
        scope.dt,
        scope.step,
      );
    case 'random':
      return drawRandom(
        node.name,
        scope.seed,
        node.site.first,
        node.site.second,
        scope.step,
        node.arguments.map((argument) => evaluate(argument, scope)),
      );
    case 'lookup': {
      const table = scope.tables[node.table];
      if (table === undefined) throw new RangeError(`no table ${node.table}`);
      return lookUp(table, evaluate(node.argument, scope));
    }
  }
}
