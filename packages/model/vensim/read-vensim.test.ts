import { describe, expect, it } from 'vitest';
import { printExpression } from '../equation/print.js';
import { sourceText } from '../source/source-text.js';
import { codesOf, valueIn } from '../testing/outcomes.js';
import { printUnits } from '../units/print-units.js';
import { readVensim } from './read-vensim.js';
import { CONTROL, readSmall, smallModel, variableIn } from './testing/small-models.js';

const equation = (entries: string, name: string): string => {
  const expression = variableIn(readSmall(entries), name).parts[0]?.expression;
  return expression === undefined ? '' : printExpression(expression);
};
const codes = (entries: string) => codesOf(readVensim(smallModel(entries)));

describe('readVensim', () => {
  it('reads name, equation, units, range and comment of a variable', () => {
    const births = variableIn(
      readSmall(
        'birth rate =\n\t0.04\n\t~\t1/Month [0,0.1,0.01]\n\t~\tBirths per \\\n\t\tperson.\n\tOf all ages.\n\t|',
      ),
      'Birth_Rate',
    );
    expect(births).toMatchObject({
      kind: 'auxiliary',
      name: 'birth rate',
      range: { min: 0, max: 0.1 },
      documentation: 'Births per person.\nOf all ages.',
    });
    expect(births.units && printUnits(births.units)).toBe('1/Month');
  });

  it('takes the run from the control variables, and lets equations read the clock', () => {
    const file = readSmall('x = TIME STEP * 2 ~~|');
    expect(file.simulation).toEqual({
      start: 0,
      stop: 10,
      dt: 0.25,
      saveStep: 0.25,
      methods: ['euler'],
      timeUnits: 'Month',
    });
    expect(variableIn(file, 'TIME STEP').parts[0]?.expression).toMatchObject({ kind: 'call', key: 'dt' });
    expect(variableIn(file, 'x').parts[0]?.expression).toMatchObject({
      left: { kind: 'name', key: 'time_step' },
    });
  });

  it('works out control variables from constants', () => {
    const text = CONTROL.replace('= 10', '= start year + 2 ^ 3').replace(
      'INITIAL TIME  = 0',
      'INITIAL TIME = start year',
    );
    const file = valueIn(readVensim(sourceText('test.mdl', `start year = 1990 ~~|\n${text}`)));
    expect(file.simulation).toMatchObject({ start: 1990, stop: 1998 });
  });

  it('refuses a chain of constants that doubles at every step without taking its time', () => {
    const chain = Array.from({ length: 60 }, (_, index) => `c${index} = c${index + 1} + c${index + 1} ~~|`);
    const text = CONTROL.replace('= 10', '= c0');
    const read = readVensim(sourceText('test.mdl', `${chain.join('\n')}\nc60 = 1 ~~|\n${text}`));
    expect(valueIn(read).simulation.stop).toBe(2 ** 60);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
    const source = sourceText(
      'test.mdl',
      smallModel('x = 1 +\\\n\t\t2 ~ Month ~ note |\ny = x ~~|').text.replaceAll('\n', end),
    );
    const file = valueIn(readVensim(source));
    expect(file.root.variables.slice(0, 2).map(({ name }) => name)).toEqual(['x', 'y']);
    expect(source.text.slice(variableIn(file, 'y').span.start)).toMatch(/^y = x/);
  });

  it.each([
    ['a `|` in a comment', 'x = 1 ~ ~ P(A|B) or a|b\n\t|\ny = 2 ~~|'],
    ['an odd quote in a comment', 'x = 1 ~ ~ 6" wide, "open\n\t|\ny = 2 ~~|'],
    ['a brace in a comment', 'x = 1 ~ ~ set {1, 2\n\t|\ny = 2 ~~|'],
    ['a `~` in a comment', 'x = 1 ~ ~ about ~5 per cent\n\t~\t:SUPPLEMENTARY\n\t|\ny = 2 ~~|'],
    ['nested comments', '{ one { two | ~ } three } x = 1 { of {1} } ~~|\ny = 2 ~~|'],
    ['several entries on a line', 'x = 1 ~~| y = 2 ~~|'],
    ['entries without units or comment', 'x = 1 |\ny = 2 |'],
    ['a group', 'x = 1 ~~|\n****\n\t.Group | one\n****~\n\t\tabout it\n\t|\ny = 2 ~~|'],
    ['quoted names with marks', '"x" = 1 ~~|\n"y" = 2 ~~|'],
  ])('is not derailed by %s', (_, entries) => {
    expect(
      readSmall(entries)
        .root.variables.slice(0, 2)
        .map(({ key }) => key),
    ).toEqual(['x', 'y']);
  });

  it('reads names with blanks, apostrophes, dollars, letters of all languages, and quotes', () => {
    const file = readSmall(
      'people\'s  $ income = 1 ~~|\ntaux d\'intérêt = 2 ~~|\n"a-b \\"c\\" | ~ d" = 3 ~~|\nx = People\'s $ Income + TAUX d\'Intérêt + "a-b \\"c\\" | ~ d" ~~|',
    );
    const x = variableIn(file, 'x').parts[0]?.expression;
    expect(file.root.variables.slice(0, 3).map(({ name }) => name)).toEqual([
      "people's $ income",
      "taux d'intérêt",
      'a-b "c" | ~ d',
    ]);
    expect(x).toMatchObject({
      left: { left: { key: "people's_$_income" }, right: { key: "taux_d'intérêt" } },
    });
  });

  it.each([
    ['-2 ^ 2', '-2 ^ 2'],
    ['2 ^ 3 ^ 2', '2 ^ 3 ^ 2'],
    ['(2 ^ 3) ^ 2', '(2 ^ 3) ^ 2'],
    ['2 ^ -1', '2 ^ -1'],
    ['1 + 2 > 2', '1 + 2 > 2'],
    ['1 - 2 - 3 * 4 / 5', '1 - 2 - 3 * 4 / 5'],
    [':NOT: 1 = 2 :AND: 3 > 2 :OR: 0', 'NOT (1 = 2) AND 3 > 2 OR 0'],
    ['1 <> 2', '1 <> 2'],
  ])('reads %s by the precedence of Vensim', (written, expected) => {
    expect(equation(`x = ${written} ~~|`, 'x')).toBe(expected);
  });

  it.each([
    ['IF THEN ELSE(Time > 3, 1, 2)', 'IF Time > 3 THEN 1 ELSE 2'],
    ['if then else(1, 2, 3)', 'IF 1 THEN 2 ELSE 3'],
    ['DELAY N(a, 5, 1, 3)', 'DELAYN(a, 5, 3, 1)'],
    ['SMOOTH N(a, 5, 1, 3)', 'SMTHN(a, 5, 3, 1)'],
    ['SMOOTH3I(a, 5, 1)', 'SMTH3(a, 5, 1)'],
    ['DELAY1(a, 5)', 'DELAY1(a, 5)'],
    ['FORECAST(a, 5, 2)', 'FORCST(a, 5, 2)'],
    ['PULSE(1, 2)', 'VENSIM_PULSE(1, 2)'],
    ['RAMP(1, 2)', 'VENSIM_RAMP(1, 2, STOPTIME())'],
    ['INTEGER(a) + MODULO(a, 2)', 'INTEGER(a) + MODULO(a, 2)'],
    ['INITIAL(a)', 'INIT(a)'],
    ['RANDOM 0 1()', 'RANDOM_UNIFORM(0, 1)'],
    ['TABXL(f, 2)', 'LOOKUP_EXTRAPOLATE(f, 2)'],
    ['f(2) + a', 'f(2) + a'],
    [':NA:', '-6.490371073168535e+32'],
  ])('says %s as %s', (written, expected) => {
    expect(equation(`a = 1 ~~|\nf((0,0),(1,1)) ~~|\nx = ${written} ~~|`, 'x')).toBe(expected);
  });

  it.each([
    [
      'DELAY N(Time, 2.5 * TIME STEP, 1, 3)',
      'DELAYN(Time, 2.5 * TIME_STEP, MIN(3, MAX(1, INTEGER(2.5 * TIME_STEP / TIME_STEP))), 1)',
    ],
    ['DELAY N(Time, 3 * TIME STEP, 1, 3)', 'DELAYN(Time, 3 * TIME_STEP, 3, 1)'],
    ['DELAY N(1, 2 + STEP(1, 5), 1, 3)', 'VENSIM_DELAYN(1, 2 + STEP(1, 5), 3, 1)'],
    ['SMOOTH N(Time, TIME STEP, 1, 3)', 'SMTHN(Time, TIME_STEP, 3, 1)'],
  ])('says what DELAY N means when it is short or varies: %s', (written, expected) => {
    expect(equation(`x = ${written} ~~|`, 'x')).toBe(expected);
  });

  it('points at the very character that is wrong', () => {
    const read = readVensim(smallModel('x = 1 ~~|\ny = 3 *\n\t* 4 ~~|'));
    expect(read.ok).toBe(false);
    expect(read.diagnostics[0]).toMatchObject({
      code: 'equation-operand',
      place: { line: 4, column: 2, length: 1 },
    });
  });

  it('reports every faulty entry, not only the first', () => {
    expect(codes('x = 3 * ~~|\ny = (1 ~~|\nz = 1 $$ ~~|\nw = SQR(2) ~~|')).toEqual(
      ['equation-operand', 'equation-parenthesis', 'equation-operator'].concat(codes('w = SQR(2) ~~|')),
    );
  });

  it.each([
    ["x = GET DIRECT CONSTANTS('a.xlsx', 'A', 'B2') ~~|", 'unsupported-data'],
    ['x :INTERPOLATE: ~~|', 'unsupported-data'],
    ['x ~~|', 'unsupported-data'],
    ['x := Time ~~|', 'unsupported-data'],
    ['x = ALLOCATE AVAILABLE(1, 2, 3) ~~|', 'unsupported-function'],
    ['x = SQR(2) ~~|', 'unknown-function'],
    ['x = SMTH1(2, 3) ~~|', 'unknown-function'],
    ['x = STEP(2) ~~|', 'wrong-arguments'],
    ['x = A FUNCTION OF(Time) ~~|', 'equation-unfinished'],
    ['x = 1 + ACTIVE INITIAL(1, 2) ~~|', 'vensim-placement'],
    ['x = 1 ~~|\nX = 2 ~~|', 'duplicate-name'],
    ['x[a] = 1 ~~|', 'unknown-subscript'],
    ['d: a ~~|\nx[d] = 1 ~~|\nx[a, a] = 2 ~~|', 'vensim-equation'],
    [':MACRO: F(a)\nG = a ~~|\n:END OF MACRO:', 'vensim-macro'],
    [':MACRO: TREND(a)\nTREND = a ~~|\n:END OF MACRO:', 'vensim-macro'],
  ])('refuses %s by name', (entries, code) => {
    expect(codes(entries)).toEqual([code]);
  });

  it('takes `==` and `:=` with a number as constants', () => {
    expect(equation('x == 7 ~~|', 'x')).toBe('7');
    expect(equation('x := -7 ~~|', 'x')).toBe('-7');
  });

  it('lets variables have the names of built-ins and of inherited properties', () => {
    const file = readSmall(
      'pi = 3 ~~|\nconstructor = 1 ~~|\n__proto__ = 2 ~~|\ntoString = 3 ~~|\nx = pi + constructor + __proto__ + toString ~~|',
    );
    expect(file.root.variables.slice(0, 4).map(({ name }) => name)).toEqual([
      'pi',
      'constructor',
      'proto',
      'toString',
    ]);
    expect(codes('x = constructor(1) ~~|')).toEqual(['unknown-function']);
  });

  it('passes Reality Checks over with a warning', () => {
    const read = readVensim(
      smallModel(
        'x = 1 ~~|\nshould rise :THE CONDITION: x > 1 :IMPLIES: x > 0 ~~|\nheat :TEST INPUT: x = 5 ~~|',
      ),
    );
    expect(read.ok).toBe(true);
    expect(codesOf(read)).toEqual(['vensim-reality-check', 'vensim-reality-check']);
  });

  it('reads the integration type and the synonyms of units, and declares the other units in use', () => {
    const settings = '///---\\\\\\\n:L<%^E!@\n15:0,0,0,1,0,0\n22:Month,Months\n22:$,Dollar\n';
    const file = readSmall('price = 3 ~ $/widget ~|\nshare = 1 ~ Dmnl ~|', settings);
    expect(file.simulation.methods).toEqual(['rk4']);
    expect(file.units.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['Month', 'Months'],
      ['$', 'Dollar'],
      ['widget'],
    ]);
  });

  it.each(['', '   ', '<xmile/>', '{"a": 1}', 'PK\u0000\u0001', 'hello'])(
    'refuses %j as no Vensim model',
    (text) => {
      expect(codesOf(readVensim(sourceText('test.mdl', text)))).toEqual(['not-vensim']);
    },
  );
});
