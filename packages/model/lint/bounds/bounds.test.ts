import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName } from '../../names/canonical-name.js';
import { readModel } from '../../read-model.js';
import { orderEquations } from '../../structure/order.js';
import { symbolicPolarity } from '../../structure/polarity.js';
import { xmileFile } from '../../testing/files.js';
import { valueIn } from '../../testing/outcomes.js';
import type { Interval } from './interval.js';
import { between, holds, minus, over, plus, printInterval, times } from './interval.js';
import { ModelBounds } from './model-bounds.js';

const STOCKS = `<stock name="A"><eqn>5</eqn></stock><stock name="B"><eqn>5</eqn></stock>`;
const aux = (name: string, equation: string) => `<aux name="${name}"><eqn>${equation}</eqn></aux>`;

function boundsOf(equation: string, more = '', empty?: string): string {
  const source = xmileFile({ variables: STOCKS + aux('half', '0.5') + more + aux('x', equation) });
  const model = valueIn(readModel(source));
  const bounds = new ModelBounds(model, valueIn(orderEquations(model)));
  const state = empty === undefined ? bounds : bounds.whenEmpty(canonicalName(empty));
  return printInterval(state.of(canonicalName('x')));
}

describe('intervals', () => {
  const ends = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(-Infinity, Infinity));
  const interval = fc
    .tuple(ends, ends)
    .map(([left, right]) => between(Math.min(left, right), Math.max(left, right)))
    .filter(({ low, high }) => low < Infinity && high > -Infinity);
  const member = ({ low, high }: Interval) =>
    fc
      .double({ min: Math.max(low, -1e6), max: Math.min(high, 1e6), noNaN: true })
      .map((value) => (value === 0 ? 0 : value));

  it('hold every result of their members', () => {
    const pair = fc
      .tuple(interval, interval)
      .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), member(a), member(b)));
    fc.assert(
      fc.property(pair, ([a, b, x, y]) => {
        expect(holds(plus(a, b), x + y)).toBe(true);
        expect(holds(minus(a, b), x - y)).toBe(true);
        expect(holds(times(a, b), x * y)).toBe(true);
        const quotient = x / y;
        // The quotient of tiny numbers rounds; one bit of room.
        if (y !== 0 && Number.isFinite(quotient)) {
          const { low, high } = over(a, b);
          const room = Math.abs(quotient) * 1e-12;
          expect(quotient + room >= low && quotient - room <= high).toBe(true);
        }
      }),
    );
  });
});

describe('bounds of a model', () => {
  it.each([
    ['half * A', '0 or more'],
    ['1 - half', '0.5'],
    ['A - B', 'anything'],
    ['MAX(0, A - B)', '0 or more'],
    ['MIN(A, 3)', '0 to 3'],
    ['A - MIN(A, B)', '0 or more'],
    ['A - MIN(B, half * A)', '0 or more'],
    ['A - 2 * A', 'anything'],
    ['A / (A + B)', '0 to 1'],
    ['IF A + B = 0 THEN 0 ELSE B / (A + B)', '0 to 1'],
    ['1 - MAX(0, A - B) / A', '0 to 1'],
    ['TIME', '0 to 10'],
    ['SIN(A)', '-1 to 1'],
    ['EXP(-half)', '0.606531'],
    ['A ^ 2', '0 or more'],
    ['(A - B) ^ 2', '0 or more'],
    ['A MOD 7', '0 to 7'],
    ['IF half > 0 THEN 3 ELSE -A', '3'],
    ['STEP(half, 5)', '0 to 0.5'],
  ])('%s is %s', (equation, bounds) => {
    expect(boundsOf(equation)).toBe(bounds);
  });

  it('follow names into their equations', () => {
    const more = aux('all', 'A + B') + aux('part', 'MIN(A, B) * half') + aux('share', 'A / all');
    expect(boundsOf('1 - share', more)).toBe('0 to 1');
    expect(boundsOf('A - part', more)).toBe('0 or more');
  });

  it('take a stock as anything where it starts below zero, and a graph by its points', () => {
    const debt = '<stock name="D"><eqn>-5</eqn></stock>';
    expect(boundsOf('D', debt)).toBe('anything');
    const graph = '<aux name="g"><eqn>A</eqn><gf><xpts>0,1</xpts><ypts>2,8</ypts></gf></aux>';
    expect(boundsOf('g', graph)).toBe('2 to 8');
  });

  it('know a moment when a stock is empty', () => {
    const more = aux('use', 'A * half') + aux('rest', 'MAX(B, 1) - use');
    expect(boundsOf('use', more, 'A')).toBe('0');
    expect(boundsOf('rest - use', more, 'A')).toBe('1 or more');
    expect(boundsOf('MIN(use, B - A)', more, 'A')).toBe('0');
    expect(boundsOf('use - B', more, 'B')).toBe('0 or more');
  });

  it.each([
    ['sums', `${'A - '.repeat(300)}A`],
    ['quotients', `${'A / '.repeat(300)}A`],
    ['fractions', `${'A / (A + '.repeat(150)}A${')'.repeat(150)}`],
    ['differences', `${'A - ('.repeat(150)}A${')'.repeat(150)}`],
  ])('stay quick on deeply nested %s, and so do polarities', (_, equation) => {
    const model = valueIn(readModel(xmileFile({ variables: STOCKS + aux('x', equation) })));
    const started = performance.now();
    new ModelBounds(model, valueIn(orderEquations(model)));
    symbolicPolarity(model)(canonicalName('A'), canonicalName('x'));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('stay quick where forms could multiply', () => {
    const fan = Array.from({ length: 30 }, (_, level) =>
      aux(
        `v${level}`,
        level === 0
          ? 'A - B'
          : Array.from({ length: 20 }, (__, one) => (one % 2 === 0 ? 1 : 2))
              .map((f) => `v${level - 1} * ${f}`)
              .join(' - '),
      ),
    ).join('');
    const started = performance.now();
    boundsOf('v29 - MIN(v28, v27)', fan);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
