import type { CanonicalName, Expression, Model } from '@weir/model';

/** How deep definitions are followed. */
const DEEPEST = 12;

/** A sum of variables with factors: coefficients by name. */
export type LinearTerms = ReadonlyMap<CanonicalName, number>;

/**
 * A term as a sum of stocks, flows and constants, with what stands behind auxiliaries put in; nothing where it is not
 * such a sum. `MAX(0, x)` counts as x: what holds of an upper bound of x holds of it.
 */
export function linearTerms(model: Model, term: Expression, depth = 0): LinearTerms | undefined {
  if (depth > DEEPEST) return undefined;
  switch (term.kind) {
    case 'name': {
      const variable = model.variables.get(term.key);
      if (variable === undefined || variable.kind === 'graphical') return undefined;
      const isPlain = variable.kind === 'auxiliary' && variable.graph === undefined;
      const behind = isPlain ? linearTerms(model, variable.equation, depth + 1) : undefined;
      return behind ?? new Map([[term.key, 1]]);
    }
    case 'unary':
      return term.operator === 'not'
        ? undefined
        : scaled(linearTerms(model, term.operand, depth), term.operator === '-' ? -1 : 1);
    case 'binary': {
      if (term.operator !== '+' && term.operator !== '-') return undefined;
      const left = linearTerms(model, term.left, depth);
      const right = scaled(linearTerms(model, term.right, depth), term.operator === '-' ? -1 : 1);
      return left === undefined || right === undefined ? undefined : added(left, right);
    }
    case 'call': {
      if (term.key !== 'max') return undefined;
      const others = term.arguments.filter((one) => !(one.kind === 'number' && one.value === 0));
      const [only] = others;
      return others.length === 1 && only !== undefined ? linearTerms(model, only, depth) : undefined;
    }
    default:
      return undefined;
  }
}

function scaled(terms: LinearTerms | undefined, factor: number): LinearTerms | undefined {
  return terms && new Map([...terms].map(([key, own]) => [key, own * factor]));
}

function added(left: LinearTerms, right: LinearTerms): LinearTerms {
  const sum = new Map(left);
  for (const [key, own] of right) {
    const total = (sum.get(key) ?? 0) + own;
    if (total === 0) sum.delete(key);
    else sum.set(key, total);
  }
  return sum;
}
