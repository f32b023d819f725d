import { describe, expect, it } from 'vitest';
import { canonicalName } from '../names/canonical-name.js';
import { readModel } from '../read-model.js';
import { xmileFile } from '../testing/files.js';
import { valueIn } from '../testing/outcomes.js';
import { checkUnits } from './check-units.js';
import { inferVariableUnits } from './infer-variables.js';
import { printer } from './print-dimension.js';
import { unitTable } from './unit-table.js';

const aux = (name: string, equation: string, units = '', more = '') =>
  `<aux name="${name}"><eqn>${equation}</eqn>${more}${units === '' ? '' : `<units>${units}</units>`}</aux>`;
const read = (variables: string) => valueIn(readModel(xmileFile({ variables })));

/** The inferred or declared unit of a variable, as text. */
function unitOf(variables: string, name: string): string | undefined {
  const model = read(variables);
  const { table } = unitTable(model);
  const unit = inferVariableUnits(model, table).ofKey(canonicalName(name));
  return unit && printer(table)(unit.dimension);
}

const BASE = aux('n', '5', 'person') + aux('r', '0.1', '1/month') + aux('p', '1', 'USD/person');

describe('inferVariableUnits', () => {
  it.each([
    ['from its own equation', aux('x', 'n * r'), 'x', 'person/month'],
    ['through a chain, whatever the order', aux('z', 'y * p') + aux('y', 'x') + aux('x', 'n'), 'z', 'USD'],
    ['from a sum it stands in', aux('x', '7') + aux('s', 'n + x', 'person'), 'x', 'person'],
    ['from a comparison', aux('x', '7') + aux('s', 'IF n > x THEN 1 ELSE 0', '1'), 'x', 'person'],
    ['as the missing factor', aux('x', '7') + aux('s', 'n * x', 'USD'), 'x', 'USD/person'],
    ['as the missing divisor', aux('x', '7') + aux('s', 'n / x', 'person/month'), 'x', 'month'],
    ['from a power', aux('x', '7') + aux('s', 'x ^ 2', 'person^2'), 'x', 'person'],
    ['not where no whole exponent fits', aux('x', '7') + aux('s', 'x ^ 2', 'person'), 'x', undefined],
    ['from the rule of a built-in', aux('x', '7') + aux('s', 'STEP(n, x)', 'person'), 'x', 'month'],
    ['from the other arguments', aux('x', '7') + aux('s', 'MAX(n, x) * r'), 'x', 'person'],
    ['from the argument of EXP', aux('x', '7') + aux('s', 'EXP(-r * x)'), 'x', 'month'],
    [
      'not where two factors are open',
      aux('x', '7') + aux('y', '7') + aux('s', 'x * y', 'USD'),
      'x',
      undefined,
    ],
    [
      'not from a graph, which changes units',
      `${aux('g', 'n', 'USD', '<gf><xpts>0,1</xpts><ypts>0,1</ypts></gf>')}`,
      'nothing',
      undefined,
    ],
  ])('infers a variable %s', (_, variables, name, unit) => {
    expect(unitOf(BASE + variables, name)).toBe(unit);
  });

  it('takes a stock and its flows before equations', () => {
    const tank =
      '<stock name="S"><eqn>5</eqn><inflow>f</inflow><outflow>g</outflow><units>person</units></stock><flow name="f"><eqn>n * 0.03</eqn></flow><flow name="g"><eqn>7</eqn></flow><stock name="T"><eqn>1</eqn><inflow>g</inflow></stock>';
    expect(unitOf(BASE + tank, 'f')).toBe('person/month');
    expect(unitOf(BASE + tank, 'T')).toBe('person');
    const [slip, ...rest] = checkUnits(read(BASE + tank));
    expect(rest).toEqual([]);
    expect(slip?.message).toBe('`f` is in person/month by its stock `S`, but its equation gives person.');
    expect(slip?.hint).toContain('multiply by a rate in 1/month');
  });

  it('leaves a model without any unit alone', () => {
    const free = aux('x', 'TIME * 2') + aux('y', 'EXP(x)');
    expect(unitOf(free, 'x')).toBeUndefined();
    expect(checkUnits(read(free))).toEqual([]);
  });

  it('says where an inferred unit that does not fit comes from', () => {
    const [slip] = checkUnits(read(BASE + aux('x', 'n * r') + aux('y', 'x + n', 'person')));
    expect(slip?.message).toContain('(`x` declares no unit; its equation puts it in person/month.)');
  });

  it('takes time in proportion to the model, chains and fans alike', () => {
    const time = (count: number) => {
      const variables = Array.from({ length: count }, (_, index) =>
        index === 0 ? aux('v0', '1', 'person') : aux(`v${index}`, `v${index - 1} + v${index >> 1}`),
      );
      const model = read(variables.toReversed().join(''));
      const started = performance.now();
      const { table } = unitTable(model);
      expect(inferVariableUnits(model, table).ofKey(canonicalName(`v${count - 1}`))).toBeDefined();
      return performance.now() - started;
    };
    time(500);
    // Far above what linear growth takes, far below what quadratic growth would.
    expect(time(20_000)).toBeLessThan(5_000);
  });
});

describe('arrays', () => {
  it('share one unit, and are reported once', () => {
    const model = read(BASE + aux('x 1', 'n * r') + aux('x 2', 'n * r') + aux('y', 'x_2 + n', 'person'));
    const variables = new Map(
      [...model.variables].map(([key, variable]) => {
        const subscripts = /^x (\d)$/.exec(variable.name);
        const element =
          subscripts === null
            ? {}
            : { element: { array: canonicalName('x'), name: 'X', subscripts: [subscripts[1] ?? ''] } };
        return [key, { ...variable, ...element }];
      }),
    );
    const first = variables.get(canonicalName('x 1'));
    const second = variables.get(canonicalName('x 2'));
    if (first?.kind !== 'auxiliary' || second?.kind !== 'auxiliary') throw new Error('no elements');
    // Both elements have the equation of the array, which stands once in the file.
    const slip = valueIn(readModel(xmileFile({ variables: BASE + aux('s', 'n + r', 'person') })));
    const sum = slip.variables.get(canonicalName('s'));
    if (sum?.kind !== 'auxiliary') throw new Error('no sum');
    variables.set(first.key, { ...first, equation: sum.equation });
    variables.set(second.key, { ...second, equation: sum.equation });
    const found = checkUnits({ ...model, variables });
    expect(found.map(({ code, variable }) => [code, variable])).toEqual([['unit-mismatch', 'X']]);
  });
});
