import type { CanonicalName, Expression, Model } from '@weir/model';

/**
 * A model in which the equations of some variables are plain numbers; of a stock, its initial value.
 *
 * @param values - Finite numbers by canonical name. Names that the model does not have are left out.
 */
export function constantSet(model: Model, values: ReadonlyMap<CanonicalName, number>): Model {
  const variables = new Map(model.variables);
  for (const [key, value] of values) {
    const variable = variables.get(key);
    if (variable === undefined || variable.kind === 'graphical') continue;
    const { span } = variable.equation;
    const size: Expression = { kind: 'number', value: Math.abs(value), span };
    const equation: Expression = value < 0 ? { kind: 'unary', operator: '-', operand: size, span } : size;
    variables.set(key, { ...variable, equation });
  }
  return { ...model, variables };
}
