import type { WrittenExpression } from '../equation/expression.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Draft } from './drafts.js';

/** The constants among the variables of a model, control variables included. */
export function constantsOf(drafts: readonly Draft[]): ConstantValues {
  const byKey = new Map(drafts.map(({ variable }) => [variable.key, variable]));
  return new ConstantValues((key) => {
    const variable = byKey.get(key);
    const [part, second] = variable?.parts ?? [];
    const plain = variable?.kind === 'auxiliary' && second === undefined && part?.subscripts.length === 0;
    return plain && part.graph === undefined && part.initial === undefined ? part.expression : undefined;
  });
}

/** Longest chain of names from a constant to its number. */
const MAX_CHAIN = 100;

/** Works out equations made of numbers, arithmetic and other such equations, each once. Belongs to one reading. */
export class ConstantValues {
  private readonly known = new Map<CanonicalName, number | undefined>();
  private chain = 0;

  /** @param equationOf - The equation of a scalar variable. */
  constructor(private readonly equationOf: (key: CanonicalName) => WrittenExpression | undefined) {}

  /** The number a variable stands for; `undefined` where anything but constants is in it. */
  of(key: CanonicalName): number | undefined {
    if (this.known.has(key)) return this.known.get(key);
    const equation = this.chain < MAX_CHAIN ? this.equationOf(key) : undefined;
    // What refers to itself has no value.
    this.known.set(key, undefined);
    this.chain += 1;
    const value = equation && this.evaluate(equation);
    this.chain -= 1;
    this.known.set(key, value);
    return value;
  }

  /** The number an equation stands for; `undefined` where anything but constants is in it. */
  evaluate(expression: WrittenExpression): number | undefined {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'name':
        return this.of(expression.key);
      case 'unary': {
        const operand = this.evaluate(expression.operand);
        if (operand === undefined || expression.operator === 'not') return undefined;
        return expression.operator === '-' ? -operand : operand;
      }
      case 'binary': {
        const left = this.evaluate(expression.left);
        const right = left === undefined ? undefined : this.evaluate(expression.right);
        if (left === undefined || right === undefined) return undefined;
        switch (expression.operator) {
          case '+':
            return left + right;
          case '-':
            return left - right;
          case '*':
            return left * right;
          case '/':
            return left / right;
          case '^':
            return left ** right;
          default:
            return undefined;
        }
      }
      default:
        return undefined;
    }
  }
}
