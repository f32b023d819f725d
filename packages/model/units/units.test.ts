import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from '../read-model.js';
import { sourceText } from '../source/source-text.js';
import { SPECS, TANK, xmileFile } from '../testing/files.js';
import { codesOf, valueIn } from '../testing/outcomes.js';
import { checkUnits } from './check-units.js';
import { combine, printDimension, raise, sameDimension } from './dimension.js';
import { parseUnits } from './parse-units.js';
import { printUnits } from './print-units.js';
import { unitTable } from './unit-table.js';

const unit = (text: string) => parseUnits(sourceText('u', text));
const declarations =
  '<model_units><unit name="person"><alias>people</alias></unit><unit name="USD"><alias>$</alias></unit><unit name="pct"><eqn>1</eqn></unit><unit name="wage"><eqn>USD/(person*month)</eqn></unit></model_units>';
const model = (variables: string, extra = declarations, specs = SPECS) =>
  readModel(xmileFile({ variables, extra, specs }));
const aux = (name: string, equation: string, units: string) =>
  `<aux name="${name}"><eqn>${equation}</eqn>${units === '' ? '' : `<units>${units}</units>`}</aux>`;
const dimension = (text: string) => {
  const { table } = unitTable(valueIn(model('')));
  const found = table.dimensionOf(valueIn(unit(text)));
  return found && printDimension(found, table.nameOf);
};

describe('parseUnits', () => {
  it.each([
    ['person', 'person'],
    ['1', '1'],
    ['', '1'],
    [' square  meter ', 'square  meter'],
    ['person-month', 'person*month'],
    ['person/month/year', 'person/month/year'],
    ['person/(month*year)', 'person/(month*year)'],
    ['m^2', 'm^2'],
    ['m^-2', 'm^-2'],
    ['m^(-2)', 'm^-2'],
    ['(a/b)^2', '(a/b)^2'],
    ['$', '$'],
    ['%', '%'],
    ['1/month', '1/month'],
  ])('reads %j as %j', (text, printed) => {
    expect(printUnits(valueIn(unit(text)))).toBe(printed);
  });

  it.each([
    ['person/', '1:7'],
    ['/month', '1:1'],
    ['100', '1:1'],
    ['(a', '1:1'],
    ['a)', '1:2'],
    ['a*/b', '1:3'],
    ['m^x', '1:3'],
    ['m^0.5', '1:3'],
    ['a (b)', '1:3'],
  ])('refuses %j at %s', (text, at) => {
    const outcome = unit(text);
    expect(codesOf(outcome)).toEqual(['unit-syntax']);
    const place = outcome.diagnostics[0]?.place;
    expect(`${place?.line}:${place?.column}`).toBe(at);
  });

  it('never throws, however deep', () => {
    expect(codesOf(unit('('.repeat(100_000)))).toEqual(['unit-syntax']);
    expect(codesOf(unit('a*'.repeat(100_000)))).toEqual(['unit-syntax']);
    const pieces = fc.constantFrom('a', 'b c', '1', '2', '*', '/', '^', '-', '(', ')', ' ', '.', '😀');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const outcome = unit(parts.join(''));
        expect(outcome.diagnostics).toHaveLength(outcome.ok ? 0 : 1);
        if (outcome.ok)
          expect(printUnits(valueIn(unit(printUnits(outcome.value))))).toBe(printUnits(outcome.value));
      }),
    );
  });
});

describe('dimensions', () => {
  it('form a group', () => {
    const some = fc
      .dictionary(
        fc.constantFrom('a', 'b', 'c'),
        fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0),
      )
      .map((record) => new Map(Object.entries(record)));
    fc.assert(
      fc.property(some, some, (left, right) => {
        expect(sameDimension(combine(left, right, 1), combine(right, left, 1))).toBe(true);
        expect(sameDimension(combine(combine(left, right, 1), right, -1), left)).toBe(true);
        expect(raise(left, 0).size).toBe(0);
        expect(sameDimension(raise(raise(left, -1), -1), left)).toBe(true);
      }),
    );
  });

  it('resolve aliases, definitions, the time unit in its common words, and the words for none', () => {
    expect(dimension('people/month')).toBe('person/month');
    expect(dimension('Months')).toBe('month');
    expect(dimension('wage*person')).toBe('USD/month');
    expect(dimension('$^2/USD')).toBe('USD');
    expect(dimension('pct')).toBe('1');
    expect(dimension('dmnl')).toBe('1');
    expect(dimension('USD/(person*month^2)')).toBe('USD/(person*month^2)');
    expect(dimension('year')).toBeUndefined();
  });
});

describe('names of units', () => {
  it('gives one error for each unknown name, at its first use, with a suggestion', () => {
    const { diagnostics } = model(
      aux('a', '1', 'persom/month') + aux('b', '1', '1/Persom') + aux('c', '1', 'people'),
    );
    expect(diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['unknown-unit', 'The unit `persom` is not declared. It is used 2 times.', 'Did you mean `person`?'],
    ]);
  });

  it('explains "per"', () => {
    expect(model(aux('a', '1', 'people per month')).diagnostics[0]?.hint).toBe('Write `people/month`.');
  });

  it('accepts any name in a file that declares none, and only warns of what it cannot read', () => {
    expect(codesOf(model(aux('a', '1', 'persom'), ''))).toEqual([]);
    const outcome = model(aux('a', '1', 'persom/'), '<model_units/>');
    expect(outcome.ok).toBe(true);
    expect(codesOf(outcome)).toEqual(['unit-syntax']);
  });

  it('takes a plural in s and its singular as one where nothing is declared', () => {
    const read = valueIn(
      model(
        aux('a', '1', 'widgets') +
          aux('b', 'a', 'widget') +
          aux('c', '1', 'people') +
          aux('d', 'c', 'person'),
        '',
      ),
    );
    expect(checkUnits(read)).toEqual([]);
  });

  it('takes words of one time unit as one, declared or not', () => {
    const variables = aux('a', '1', 'minute') + aux('b', 'a', 'minutes');
    const declared = '<model_units><unit name="minute"/><unit name="minutes"/></model_units>';
    expect(checkUnits(valueIn(model(variables, declared)))).toEqual([]);
    expect(checkUnits(valueIn(model(variables, '')))).toEqual([]);
  });

  it('asks nothing of time in a model whose time unit is called Time', () => {
    const nameless = SPECS.replace('month', 'Time');
    const tank =
      '<stock name="S"><eqn>1</eqn><outflow>f</outflow><units>litre</units></stock><flow name="f"><eqn>S / d</eqn><units>litre/day</units></flow>';
    const read = (specs: string) => checkUnits(valueIn(model(tank + aux('d', '2', 'day'), '', specs)));
    expect(read(nameless)).toEqual([]);
    expect(read(SPECS).map(({ code }) => code)).toEqual(['unit-flow']);
  });

  it('finds definitions in a circle once', () => {
    const circle =
      '<model_units><unit name="a"><eqn>b^2</eqn></unit><unit name="b"><eqn>1/c</eqn></unit><unit name="c"><eqn>a</eqn></unit></model_units>';
    expect(codesOf(model(aux('x', '1', 'a*b'), circle))).toEqual(['circular-units']);
  });
});

describe('checkUnits', () => {
  const check = (variables: string, specs = SPECS) =>
    checkUnits(valueIn(model(variables, specs === SPECS ? declarations : '', specs)));
  const base =
    aux('n', '5', 'person') +
    aux('t', '2', 'month') +
    aux('p', '1', 'USD/person') +
    aux('r', '0.1', '1/month') +
    aux('free', '1', '') +
    aux('one', '1', '1');
  const codes = (equation: string, units: string) =>
    check(base + aux('x', equation, units)).map(({ code }) => code);

  it('is silent on a balanced model', () => {
    expect(checkUnits(valueIn(readModel(xmileFile({ variables: TANK }))))).toEqual([]);
  });

  it.each([
    ['n / t', 'person/month'],
    ['n * r', 'person/month'],
    ['n * p', 'USD'],
    ['n + 5', 'person'],
    ['5 - n', 'person'],
    ['1 - one', '1'],
    ['3 * 4', 'USD'],
    ['n * free', 'USD'],
    ['n + free', 'person'],
    ['MAX(0, n)', 'person'],
    ['ABS(-n) MOD 7', 'person'],
    ['n ^ 2', 'person^2'],
    ['n ^ -1', '1/person'],
    ['SQRT(n ^ 2)', 'person'],
    ['EXP(-t * r)', '1'],
    ['IF n > 5 AND NOT (t = 1) THEN n ELSE 0', 'person'],
    ['(n > 3) * n', 'person'],
    ['STEP(n, 10)', 'person'],
    ['STEP(n, t)', 'person'],
    ['RAMP(n, t)', 'person*month'],
    ['PULSE(n, t)', 'person/month'],
    ['PULSE(1, 2, 3)', 'USD'],
    ['INIT(n)', 'person'],
    ['SAFEDIV(n, t)', 'person/month'],
    ['SAFEDIV(n, t, 0)', 'person/month'],
    ['TIME - STARTTIME + DT', 'month'],
    ['2 * PI', '1'],
    ['INF', 'USD'],
    ['2 ^ one', '1'],
    ['300 * (n > 3)', 'USD'],
    ['300 * NOT one + 200 * (t &lt; 5)', 'USD'],
    ['n * (t > 3)', 'person'],
    ['DELAY1(n, t) / t', 'person/month'],
    ['SMTH3(n, t, 5)', 'person'],
    ['DELAYN(n, t, 3)', 'person'],
    ['TREND(n, t)', '1/month'],
    ['FORCST(n, t, t)', 'person'],
    ['PREVIOUS(n, 0)', 'person'],
    ['NORMAL(n, n, 7)', 'person'],
    ['POISSON(n)', 'person'],
    ['MEAN(n, 3, n)', 'person'],
  ])('%s may be in %s', (equation, units) => {
    expect(codes(equation, units)).toEqual([]);
  });

  it.each([
    ['n / t', 'person', 'unit-equation'],
    ['n + t', 'person', 'unit-mismatch'],
    ['n > t', '1', 'unit-mismatch'],
    ['MAX(n, t)', 'person', 'unit-mismatch'],
    ['IF n > 1 THEN n ELSE t', 'person', 'unit-mismatch'],
    ['IF n THEN 1 ELSE 2', '1', 'unit-condition'],
    ['n AND one', '1', 'unit-condition'],
    ['NOT n', '1', 'unit-condition'],
    ['LN(n)', '1', 'unit-argument'],
    ['STEP(1, n)', '1', 'unit-argument'],
    ['SAFEDIV(n, t, n)', 'person/month', 'unit-argument'],
    ['n ^ free', 'person', 'unit-exponent'],
    ['2 ^ n', '1', 'unit-exponent'],
    ['SQRT(n)', '1', 'unit-exponent'],
    ['n MOD t', 'person', 'unit-mismatch'],
    ['TIME', 'person', 'unit-equation'],
    ['2 * PI', 'USD', 'unit-equation'],
    ['SMTH1(n, n)', 'person', 'unit-argument'],
    ['SMTHN(n, t, n)', 'person', 'unit-argument'],
    ['DELAY1(n, t, t)', 'person', 'unit-mismatch'],
    ['TREND(n, t, n)', '1/month', 'unit-argument'],
    ['NORMAL(n, t)', 'person', 'unit-mismatch'],
    ['n * (t > 3)', 'month', 'unit-equation'],
  ])('%s may not be in %s', (equation, units, code) => {
    expect(codes(equation, units)).toEqual([code]);
  });

  it('blames the term that does not fit its variable', () => {
    const [first] = check(base + aux('x', 't + n + n', 'person'));
    expect(first).toMatchObject({
      severity: 'warning',
      variable: 'x',
      message: '`t` is in month, but `n` is in person; the terms of a sum must have one unit.',
      place: { length: 1 },
    });
    const [second] = check(base + aux('x', 'n + n * t', 'person'));
    expect(second?.message).toContain('`n * t` is in person*month, but `n` is in person');
  });

  it('names the factor that is missing', () => {
    expect(check(base + aux('x', 'n', 'person/month'))[0]?.hint).toContain(
      'multiply by a rate in 1/month or divide by a time in month',
    );
    expect(check(base + aux('x', 'n', 'person*month'))[0]?.hint).toContain('multiply by something in month');
    expect(check(base + aux('x', 'n', 'USD'))[0]?.hint).toContain('multiply by something in USD/person');
  });

  it('asks of flows the unit of their stock per time unit', () => {
    const stock = '<stock name="S"><eqn>n</eqn><inflow>f</inflow><units>person</units></stock>';
    const flow = (units: string) => `<flow name="f"><eqn>5</eqn><units>${units}</units></flow>`;
    expect(check(base + stock + flow('people/month'))).toEqual([]);
    const [slip, ...rest] = check(base + stock + flow('person'));
    expect([slip?.code, rest]).toEqual(['unit-flow', []]);
    expect(slip?.hint).toContain('person/month');
    // Without a time unit nothing can be asked.
    const timeless = SPECS.replace('month', '');
    expect(check(aux('n', '5', 'person') + stock + flow('person'), timeless)).toEqual([]);
  });

  it('lets a graph turn any unit into any other', () => {
    const graph = '<gf><xpts>0,1</xpts><ypts>0,1</ypts></gf>';
    const with_ = `<aux name="g"><eqn>n</eqn>${graph}<units>USD</units></aux><gf name="f"><xpts>0,1</xpts><ypts>0,1</ypts><units>month</units></gf>`;
    expect(check(base + with_ + aux('x', 'f(n)', 'month'))).toEqual([]);
    expect(check(base + with_ + aux('x', 'f(n)', 'person')).map(({ code }) => code)).toEqual([
      'unit-equation',
    ]);
  });
});
