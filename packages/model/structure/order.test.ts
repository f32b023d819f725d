import { describe, expect, it } from 'vitest';
import type { Expression } from '../equation/expression.js';
import type { Model, Variable } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import { auxiliaries, TANK, xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf, valueIn } from '../testing/outcomes.js';
import { orderEquations } from './order.js';

const model = (variables: string): Model => flatModel(xmileFile({ variables }));
const order = (variables: string) => valueIn(orderEquations(model(variables)));
const aux = (name: string, equation: string) => `<aux name="${name}"><eqn>${equation}</eqn></aux>`;
const stock = (name: string, equation: string) => `<stock name="${name}"><eqn>${equation}</eqn></stock>`;
const circle = (equations: Readonly<Record<string, string>>) => {
  const outcome = orderEquations(flatModel(auxiliaries(equations)));
  return outcome.diagnostics.map(({ message }) => message);
};

describe('orderEquations', () => {
  it('puts what is needed first, and otherwise keeps the order of the file', () => {
    const found = order(
      aux('c', 'b + a') +
        aux('a', 'TIME') +
        aux('b', 'a * k') +
        aux('z', 'TIME') +
        aux('k', '2 * m') +
        aux('m', '3'),
    );
    expect(found.dynamic).toEqual(['a', 'b', 'c', 'z']);
    expect(found.constants).toEqual(['m', 'k']);
    expect(found.initial).toEqual([]);
  });

  it('takes stocks as given at each step, and as their initial equations at the start', () => {
    const found = order(`${aux('report', 'Tank * 2')}${TANK}${stock('Second', 'report + 1')}`);
    expect(found.initial).toEqual(['tank', 'report', 'second']);
    expect(found.dynamic).toEqual(['report', 'draining']);
    expect(found.constants).toEqual(['filling', 'residence_time']);
    expect(Object.fromEntries(found.timing)).toEqual({
      report: 'dynamic',
      tank: 'stock',
      filling: 'constant',
      draining: 'dynamic',
      residence_time: 'constant',
      second: 'stock',
    });
  });

  it('settles INIT once: what it needs is in the initial order, what depends on it alone is initial', () => {
    const found = order(
      stock('S', '5') +
        aux('grown', 'S * 2') +
        aux('first', 'INIT(grown) + k') +
        aux('k', '1') +
        aux('ratio', 'grown / first'),
    );
    expect(found.timing.get(canonicalName('first'))).toBe('initial');
    expect(found.timing.get(canonicalName('ratio'))).toBe('dynamic');
    expect(found.initial).toEqual(['s', 'grown', 'first']);
    expect(found.dynamic).toEqual(['grown', 'ratio']);
  });

  it('knows what changes with time by itself', () => {
    const found = order(
      aux('a', 'DT + STARTTIME + STOPTIME + PI') +
        aux('b', 'STEP(1, 2)') +
        aux('c', 'PULSE(1, 2)') +
        aux('d', 'RAMP(1, 2)') +
        aux('e', 'TIME()'),
    );
    expect([...found.timing.values()]).toEqual(['constant', 'dynamic', 'dynamic', 'dynamic', 'dynamic']);
  });

  it('lets loops pass through what only bears on later values', () => {
    // The smooth gives what it holds; its input counts for its initial value unless one is given.
    const given = order(aux('x', 'SMTH1(y, 5, 1)') + aux('y', 'x * 2'));
    expect(given.dynamic).toEqual(['x', 'y']);
    expect(order(aux('x', 'PREVIOUS(y, 0)') + aux('y', 'x + 1')).dynamic).toEqual(['x', 'y']);
    const needed = orderEquations(model(stock('S', 'x') + aux('x', 'SMTH1(y, 5)') + aux('y', 'x * 2')));
    expect(codesOf(needed)).toEqual(['circular-equations']);
    expect(needed.diagnostics[0]?.message).toContain('initial values');
  });

  it('takes the initial value apart from the equation where there is one', () => {
    const flat = model(stock('S', 'x') + aux('x', 'S * 2') + aux('y', '7'));
    const x = flat.variables.get(canonicalName('x'));
    const y = flat.variables.get(canonicalName('y'));
    if (x?.kind !== 'auxiliary' || y?.kind !== 'auxiliary') throw new Error('not as written');
    expect(codesOf(orderEquations(flat))).toEqual(['circular-equations']);
    const initial: Expression = { kind: 'name', written: 'y', key: y.key, span: x.span };
    const settled = valueIn(
      orderEquations({ ...flat, variables: new Map(flat.variables).set(x.key, { ...x, initial }) }),
    );
    expect(settled.initial).toEqual(['x', 's']);
    expect(settled.timing.get(x.key)).toBe('dynamic');
  });

  it('leaves graphical functions out', () => {
    const found = order(`<gf name="f"><xpts>0,1</xpts><ypts>0,1</ypts></gf>${aux('a', 'f(3)')}`);
    expect(found.constants).toEqual(['a']);
    expect(found.timing.size).toBe(1);
  });

  it('names a whole circle once, in the words of the file', () => {
    expect(
      circle({ 'Net birth': 'Death + 1', Death: '"Net  birth" + Other', Other: 'Death', free: 'Death' }),
    ).toEqual(['The equations go in a circle: `Net birth` needs `Death`, `Death` needs `Net birth`.']);
    expect(circle({ a: 'a + 1' })).toEqual(['The equations go in a circle: `a` needs itself.']);
    expect(circle({ a: 'b', b: 'a', c: 'd', d: 'c' })).toHaveLength(2);
    expect(circle({ a: 'INIT(a) + 1' })).toEqual(['The initial values go in a circle: `a` needs itself.']);
  });

  it('finds circles of initial values, and lets stocks break those of each step', () => {
    const initial = orderEquations(model(stock('A', 'b') + aux('b', 'C') + stock('C', 'A * 2')));
    expect(initial.diagnostics.map(({ message, place }) => [message, place?.line, place?.column])).toEqual([
      ['The initial values go in a circle: `A` needs `b`, `b` needs `C`, `C` needs `A`.', 8, 22],
    ]);
    expect(codesOf(orderEquations(model(TANK)))).toEqual([]);
  });

  it('is linear in the size of the model, and does not overflow', () => {
    const count = 100_000;
    const span = { start: 0, end: 0 };
    const template = model(aux('a', '1'));
    const chain = (closed: boolean): Model => {
      const variables = Array.from({ length: count }, (_, index): Variable => {
        const key = canonicalName(`v${index}`);
        const next = index + 1 < count ? index + 1 : 0;
        const equation: Expression =
          index + 1 < count || closed
            ? { kind: 'name', written: `v${next}`, key: canonicalName(`v${next}`), span }
            : { kind: 'number', value: 1, span };
        return { kind: 'auxiliary', written: key, name: key, key, span, equation };
      });
      return { ...template, variables: new Map(variables.map((variable) => [variable.key, variable])) };
    };
    const started = performance.now();
    const ordered = valueIn(orderEquations(chain(false)));
    expect(ordered.constants).toHaveLength(count);
    expect(ordered.constants[0]).toBe(`v${count - 1}`);
    expect(codesOf(orderEquations(chain(true)))).toEqual(['circular-equations']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
