import { describe, expect, it } from 'vitest';
import type { Expression } from '../equation/expression.js';
import { partsOf } from '../equation/subexpressions.js';
import type { Model, Variable } from '../model.js';
import { displayName } from '../names/canonical-name.js';
import { readModel } from '../read-model.js';
import { sourceText } from '../source/source-text.js';
import { bundledModels, largestBundledModel } from '../testing/bundled-models.js';
import { xmileFile } from '../testing/files.js';
import { valueIn } from '../testing/outcomes.js';
import { checkUnits } from './check-units.js';
import { UnitInference } from './infer-units.js';
import { inferVariableUnits } from './infer-variables.js';
import { unitTable } from './unit-table.js';

/** A product or quotient of an equation. */
type Product = Expression & { readonly kind: 'binary'; readonly operator: '*' | '/' };

function products(term: Expression): readonly Product[] {
  const inside = partsOf(term).flatMap(products);
  if (term.kind !== 'binary') return inside;
  const { operator } = term;
  return operator === '*' || operator === '/' ? [{ ...term, operator }, ...inside] : inside;
}

/** The equation with `*` and `/` exchanged at one place. */
function swapped(term: Expression, at: Product): Expression {
  switch (term.kind) {
    case 'unary':
      return { ...term, operand: swapped(term.operand, at) };
    case 'call':
      return { ...term, arguments: term.arguments.map((argument) => swapped(argument, at)) };
    case 'if':
      return {
        ...term,
        condition: swapped(term.condition, at),
        // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
        then: swapped(term.then, at),
        otherwise: swapped(term.otherwise, at),
      };
    case 'binary': {
      const here = term.left === at.left && term.right === at.right;
      const operator = here ? (term.operator === '*' ? '/' : '*') : term.operator;
      return here
        ? { ...term, operator }
        : { ...term, left: swapped(term.left, at), right: swapped(term.right, at) };
    }
    default:
      return term;
  }
}

const withEquation = (model: Model, variable: Variable, equation: Expression): Model => {
  if (variable.kind === 'graphical') return model;
  return { ...model, variables: new Map(model.variables).set(variable.key, { ...variable, equation }) };
};

describe.each(bundledModels())('the bundled model %s', (_, model) => {
  it('balances', () => {
    expect(checkUnits(model)).toEqual([]);
  });

  it('gives one warning for a wrong unit of a flow, at its place', () => {
    const [, name = ''] =
      /<flow name="([^"]+)">[\s\S]*?<units>person\/month<\/units>/.exec(model.source.text) ?? [];
    const text = model.source.text.replace(
      new RegExp(`(<flow name="${name}">[\\s\\S]*?<units>)person/month`),
      '$1person',
    );
    const found = checkUnits(valueIn(readModel(sourceText('model.xmile', text)))).filter(
      ({ code }) => code === 'unit-flow',
    );
    expect(found.map(({ variable }) => variable)).toEqual([displayName(name)]);
    expect(found[0]?.hint).toContain('The flow of a stock in person needs person/month');
  });
});

describe('the largest bundled model', () => {
  it('betrays every swap of * and / that its units can show', () => {
    const model = largestBundledModel();
    const units = inferVariableUnits(model, unitTable(model).table);
    const inference = new UnitInference(model, units);
    let shown = 0;
    const missed: string[] = [];
    for (const variable of model.variables.values()) {
      if (variable.kind === 'graphical') continue;
      for (const product of products(variable.equation)) {
        const right = inference.infer(product.right);
        // A factor without unit may stand on either side of the line.
        if (right.kind !== 'known' || right.dimension.size === 0) continue;
        shown += 1;
        const broken = withEquation(model, variable, swapped(variable.equation, product));
        if (checkUnits(broken).length !== 1) missed.push(`${variable.name} at ${product.span.start}`);
      }
    }
    expect(missed).toEqual([]);
    expect(shown).toBeGreaterThan(60);
  });
});

describe('one slip', () => {
  const check = (variables: string) => checkUnits(valueIn(readModel(xmileFile({ variables }))));
  const aux = (name: string, units: string) =>
    `<aux name="${name}"><eqn>1</eqn><units>${units}</units></aux>`;
  const stock = (units: string) =>
    `<stock name="S"><eqn>1</eqn><inflow>f</inflow><outflow>g</outflow><units>${units}</units></stock>`;
  const flow = (name: string, equation: string, units = 'person/month') =>
    `<flow name="${name}"><eqn>${equation}</eqn><units>${units}</units></flow>`;
  const base = aux('n', 'person') + aux('r', '1/month') + aux('p', 'USD');

  it.each([
    [
      'in the declared unit of a flow',
      stock('person') + flow('f', 'n * r', 'person') + flow('g', 'n * r'),
      'unit-flow',
      'f',
    ],
    [
      'in the equation of a flow',
      stock('person') + flow('f', 'n') + flow('g', 'n * r'),
      'unit-equation',
      'f',
    ],
    ['in the unit of a stock', stock('USD') + flow('f', 'n * r') + flow('g', 'n * r'), 'unit-flow', 'S'],
  ])('%s gives one warning', (_, variables, code, variable) => {
    const found = check(base + variables);
    expect(found.map((one) => [one.code, one.variable])).toEqual([[code, variable]]);
  });

  it('in a product names the factor and its side', () => {
    const hint = (equation: string) =>
      check(base + stock('person') + flow('f', equation) + flow('g', '1'))[0]?.hint;
    expect(hint('n / r')).toContain('Multiply by `r` instead of dividing');
    expect(hint('n * r * p')).toContain('do not multiply by `p`');
  });
});
