import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import { type LookupTable, lookUp } from '../builtins/table-lookup.js';
import { pulseInput, rampInput, stepInput } from '../builtins/time-inputs.js';
import type { Node } from '../lower/program.js';

/** All that the value of a node depends on. */
export interface Scope {
  /** Shape `[variables]`, by slot. */
  readonly values: Float64Array;
  readonly tables: readonly LookupTable[];
  /** First and last time of the run, and the time step. */
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  /** Steps taken since `start`; STEP, RAMP and PULSE hold still within it. */
  readonly step: number;
  /** Current time: within a step for the later stages of RK4. */
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
      return evaluateInput(
        node.name,
        node.arguments.map((argument) => evaluate(argument, scope)),
        scope,
      );
    case 'lookup': {
      const table = scope.tables[node.table];
      if (table === undefined) throw new RangeError(`no table ${node.table}`);
      return lookUp(table, evaluate(node.argument, scope));
    }
  }
}

function evaluateInput(
  name: 'step' | 'ramp' | 'pulse',
  [size = Number.NaN, first = Number.NaN, interval = 0]: readonly number[],
  { start, dt, step }: Scope,
): number {
  switch (name) {
    case 'step':
      return stepInput(size, first, start, dt, step);
    case 'ramp':
      return rampInput(size, first, start, dt, step);
    case 'pulse':
      return pulseInput(size, first, interval, start, dt, step);
  }
}
