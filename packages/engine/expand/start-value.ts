import type { CanonicalName, Expression, Model, Variable } from '@weir/model';
import { builtinNamed } from '@weir/model';
import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import { OPERATION } from '../lower/operation.js';

/** Longest chain of variables that is followed to a number. */
const LONGEST_CHAIN = 200;

/** What the start value of an expression was made of. */
export interface StartSources {
  /** Variables and their start values. */
  readonly variables: Map<CanonicalName, number>;
  /** Whether it depends on the time step. */
  usesDt: boolean;
}

/**
 * Value that an expression has at the start of a run, as far as it can be known before one: of numbers, of variables
 * made of them, of the clock, inputs over time, and built-ins that depend on their arguments alone.
 *
 * @param sources - Takes what it was made of.
 * @returns `undefined` where it is made of anything else: draws, memories, graphical functions.
 */
export function startValue(
  model: Model,
  expression: Expression,
  sources: StartSources,
  chain = 0,
): number | undefined {
  const value = (part: Expression): number | undefined => startValue(model, part, sources, chain);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name': {
      const variable = model.variables.get(expression.key);
      if (variable === undefined) return ofBuiltin(model, expression.key, [], sources);
      const known = sources.variables.get(variable.key);
      if (known !== undefined || chain >= LONGEST_CHAIN) return known;
      const equation = startEquation(variable);
      const found = equation && startValue(model, equation, sources, chain + 1);
      if (found !== undefined) sources.variables.set(variable.key, found);
      return found;
    }
    case 'unary': {
      const operand = value(expression.operand);
      if (operand === undefined || expression.operator === '+') return operand;
      return expression.operator === '-' ? -operand : operand === 0 ? 1 : 0;
    }
    case 'binary': {
      const [left, right] = [value(expression.left), value(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      return OPERATORS[OPERATION[expression.operator]].evaluate(left, right);
    }
    case 'if': {
      const condition = value(expression.condition);
      if (condition === undefined) return undefined;
      return value(condition !== 0 ? expression.then : expression.otherwise);
    }
    case 'call': {
      const operands: number[] = [];
      for (const argument of expression.arguments) {
        const operand = value(argument);
        if (operand === undefined) return undefined;
        operands.push(operand);
      }
      return ofBuiltin(model, expression.key, operands, sources);
    }
  }
}

/** What gives a variable its first value. */
function startEquation(variable: Variable): Expression | undefined {
  switch (variable.kind) {
    case 'graphical':
      return undefined;
    case 'stock':
      return variable.equation;
    case 'flow':
    case 'auxiliary':
      return variable.initial ?? (variable.graph === undefined ? variable.equation : undefined);
  }
}

function ofBuiltin(
  { simulation }: Model,
  key: CanonicalName,
  operands: readonly number[],
  sources: StartSources,
): number | undefined {
  const { start, stop, dt } = simulation;
  const name = builtinNamed(key);
  switch (name) {
    case undefined:
      return undefined;
    case 'time':
    case 'starttime':
      return start;
    case 'stoptime':
      return stop;
    case 'dt':
      sources.usesDt = true;
      return dt;
    case 'pi':
      return Math.PI;
    case 'init':
    case 'game':
      return operands[0];
    default:
      break;
  }
  const row = Object.entries(BUILTIN_ROWS).find(([other]) => other === name)?.[1];
  if (row !== undefined) return row.evaluate(operands);
  const input = Object.entries(INPUT_ROWS).find(([other]) => other === name)?.[1];
  return input?.evaluate(operands, start, dt, 0);
}
