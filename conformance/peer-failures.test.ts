import { readModel, sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { compareTables } from '../packages/cli/conformance/compare-tables.js';
import { auxiliaries, columnsOf, runText, vensimText, xmileText } from './testing/run-text.js';

/** Values of one variable of a run of a few auxiliaries at the first time. */
const value = (equation: string): number | undefined =>
  columnsOf(runText(xmileText(auxiliaries({ x: equation })))).x?.[0];

// Failures measured or documented in other tools, each turned into a test of its own.
describe('SDEverywhere', () => {
  it('saves at accumulated times: dt 0.01 saved every 0.1 gives 500 rows at the right times, none shifted or zero', () => {
    const variables =
      '<stock name="s"><eqn>0</eqn><inflow>f</inflow></stock><flow name="f"><eqn>1</eqn></flow><aux name="now"><eqn>TIME</eqn></aux>';
    const run = runText(xmileText(variables, { stop: 49.9, dt: 0.01, more: 'isee:save_interval="0.1"' }));
    if (!run.ok) throw new Error(run.reason);
    expect(run.table.times).toHaveLength(500);
    const { s = [], now = [] } = columnsOf(run);
    for (const [row, time] of run.table.times.entries()) {
      expect(Math.abs(time - row / 10)).toBeLessThan(1e-12);
      expect(now[row]).toBe(time);
      expect(Math.abs((s[row] ?? Number.NaN) - row / 10)).toBeLessThan(1e-9);
    }
  });

  it('takes -2^2 for 4: every pair of operators groups as the table of XMILE says', () => {
    // From the tightest: ^ (right to left), signs and NOT, * / MOD, + -, comparisons, equalities, AND, OR.
    const binding: Readonly<Record<string, number>> = {
      '^': 8,
      '*': 6,
      '/': 6,
      MOD: 6,
      '+': 5,
      '-': 5,
      '<': 4,
      '<=': 4,
      '>': 4,
      '>=': 4,
      '=': 3,
      '<>': 3,
      AND: 2,
      OR: 1,
    };
    const operators = Object.keys(binding);
    const numbers = [
      [2, 3, 2],
      [7, 2, 5],
      [5, 5, 1],
      [0, 1, 4],
    ] as const;
    const equations: Record<string, string> = {};
    const pairs: { readonly plain: string; readonly grouped: string }[] = [];
    for (const first of operators)
      for (const second of operators)
        for (const [a, b, c] of numbers) {
          const rightFirst =
            (binding[second] ?? 0) > (binding[first] ?? 0) || (first === '^' && second === '^');
          const name = `p${pairs.length}`;
          equations[`${name} plain`] = `${a} ${first} ${b} ${second} ${c}`;
          equations[`${name} grouped`] = rightFirst
            ? `${a} ${first} (${b} ${second} ${c})`
            : `(${a} ${first} ${b}) ${second} ${c}`;
          pairs.push({ plain: `${name}_plain`, grouped: `${name}_grouped` });
        }
    const columns = columnsOf(runText(xmileText(auxiliaries(equations), { stop: 1 })));
    for (const { plain, grouped } of pairs)
      expect(columns[plain], equations[plain.replace('_', ' ')]).toEqual(columns[grouped]);
    expect(value('-2^2')).toBe(-4);
    expect(value('(-2)^2')).toBe(4);
    expect(value('4^3^2')).toBe(4 ** 9);
    expect(value('2^-3')).toBe(0.125);
    expect(value('-2 * -3')).toBe(6);
    expect(value('NOT 0 + 1')).toBe(2);
    expect(value('NOT 0 * 5')).toBe(5);
    expect(value('1 OR 0 AND 0')).toBe(1);
    expect(value('IF 1 THEN 2 ELSE 3 + 10')).toBe(2);
  });

  it('ignores reciprocal steps: dt as a reciprocal and as a number give the same run', () => {
    const variables =
      '<stock name="s"><eqn>100</eqn><outflow>f</outflow></stock><flow name="f"><eqn>s / 10</eqn></flow>';
    const written = runText(xmileText(variables, { dt: 0.125 }));
    const reciprocal = runText(xmileText(variables, { dt: '<dt reciprocal="true">8</dt>' }));
    expect(columnsOf(reciprocal)).toEqual(columnsOf(written));
    expect(columnsOf(written).s?.at(-1)).toBeCloseTo(100 * 0.9875 ** 32, 10);
  });

  it.each(['euler', 'rk4'])(
    'ignores <non_negative/>: a non-negative stock conserves what it holds (%s)',
    (method) => {
      const variables = `<stock name="a"><eqn>10</eqn><outflow>f</outflow><outflow>g</outflow><non_negative/></stock>
      <stock name="b"><eqn>0</eqn><inflow>f</inflow></stock><stock name="c"><eqn>0</eqn><inflow>g</inflow></stock>
      <flow name="f"><eqn>3</eqn></flow><flow name="g"><eqn>4 + TIME</eqn></flow>`;
      const {
        a = [],
        b = [],
        c = [],
      } = columnsOf(runText(xmileText(variables, { stop: 6, dt: 0.5, method })));
      expect(a.length).toBe(13);
      for (const [row, left] of a.entries()) {
        expect(left).toBeGreaterThanOrEqual(-1e-12);
        expect(left + (b[row] ?? 0) + (c[row] ?? 0)).toBeCloseTo(10, 10);
      }
      expect(a.at(-1)).toBeCloseTo(0, 3);
    },
  );

  it('ignores <behavior>: <non_negative> of <behavior> holds unless a stock says false', () => {
    const stock = (name: string, more: string) =>
      `<stock name="${name}"><eqn>1</eqn><outflow>${name}out</outflow>${more}</stock><flow name="${name}out"><eqn>1</eqn></flow>`;
    const variables = stock('limited', '') + stock('free', '<non_negative> FALSE </non_negative>');
    const run = runText(
      xmileText(variables, { beside: '<behavior><stock><non_negative/></stock></behavior>' }),
    );
    expect(columnsOf(run)).toMatchObject({ limited: [1, 0, 0, 0, 0], free: [1, 0, -1, -2, -3] });
  });

  it('crashes on quoted names', () => {
    const run = runText(
      xmileText(auxiliaries({ 'a, b (c)': '4', d: '"a, b (c)" + "D"' }).replace('+ "D"', '* 2')),
    );
    expect(columnsOf(run).d?.[0]).toBe(8);
  });

  it.each([
    ['PI', 'PI * 0', 0],
    ['PI with parentheses', 'PI() * 0', 0],
    ['SAFEDIV', 'SAFEDIV(1, 0, 5)', 5],
    ['DELAY', 'DELAY(TIME, 1, 3)', 3],
  ])('fails on XMILE files with %s', (_, equation, expected) => {
    expect(value(equation)).toBe(expected);
  });

  it('fails on MIN and MAX of one argument', () => {
    const array =
      '<aux name="v"><dimensions><dim name="D"/></dimensions><element subscript="1"><eqn>4</eqn></element><element subscript="2"><eqn>-2</eqn></element></aux>';
    const text = xmileText(`${auxiliaries({ x: 'MIN(v) * 10 + MAX(v)' })}${array}`, {
      beside: '<dimensions><dim name="D" size="2"/></dimensions>',
    });
    expect(columnsOf(runText(text)).x?.[0]).toBe(-16);
  });

  it('keeps a model in its module: two models can be read and run in turns', () => {
    const first = xmileText(auxiliaries({ x: 'SMTH1(STEP(1, 1), 2)', y: '2' }));
    const second = xmileText(auxiliaries({ x: 'RANDOM(0, 1, 7)', y: 'x * 3' }));
    const alone = [first, second].map((text) => columnsOf(runText(text)));
    const models = [first, second].map((text) => readModel(sourceText('test.xmile', text)));
    const turns = [0, 1, 0, 1].map((index) => ({ index, read: models[index] }));
    expect(turns.every(({ read }) => read?.ok)).toBe(true);
    for (const index of [1, 0, 1, 0]) {
      const text = index === 0 ? first : second;
      expect(columnsOf(runText(text))).toEqual(alone[index]);
    }
  });
});

describe('PySD', () => {
  it('fails on equations that hold only a comment', () => {
    const inner =
      '<model name="m"><variables><aux name="given" access="input"><eqn>{from outside}</eqn></aux><aux name="twice"><eqn>given * 2</eqn></aux></variables></model>';
    const text = xmileText(
      `${auxiliaries({ source: '21' })}<module name="m"><connect to="given" from="source"/></module>`,
    ).replace('</xmile>', `${inner}</xmile>`);
    expect(columnsOf(runText(text))['m.twice']?.[0]).toBe(42);
  });

  it('fails on LOOKUP(gf, x)', () => {
    const text = xmileText(
      `${auxiliaries({ x: 'LOOKUP(g, 1)' })}<gf name="g"><xpts>0,2</xpts><ypts>0,8</ypts></gf>`,
    );
    expect(columnsOf(runText(text)).x?.[0]).toBe(4);
  });

  it('fails on names without quotes in <inflow>', () => {
    const text = xmileText(
      `<stock name="s"><eqn>0</eqn><inflow>in w/ a, b (and c)</inflow></stock><flow name="in w/ a, b (and c)"><eqn>2</eqn></flow>`,
    );
    expect(columnsOf(runText(text)).s).toEqual([0, 2, 4, 6, 8]);
  });

  it('accepts what is not XML: a <flow> that is never closed is refused with its line', () => {
    const text =
      '<xmile version="1.0">\n<model>\n<variables>\n<flow name="f">\n<eqn>1</eqn>\n</variables>\n</model>\n</xmile>';
    const read = readModel(sourceText('test.xmile', text));
    expect(read.ok).toBe(false);
    expect(read.diagnostics[0]?.place?.line).toBe(4);
    expect(read.diagnostics[0]?.message).toContain('<flow>');
  });

  it('truncates with INT, where XMILE takes the floor', () => {
    expect(value('INT(-9.9)')).toBe(-10);
    expect(value('-7 MOD 3')).toBe(2);
    expect(value('7 MOD -3')).toBe(-2);
  });

  it('holds a stock at zero and lets its outflow run on: the outflow is limited instead', () => {
    const text = xmileText(
      '<stock name="s"><eqn>5</eqn><outflow>f</outflow><non_negative/></stock><flow name="f"><eqn>2</eqn></flow>',
    );
    expect(columnsOf(runText(text))).toMatchObject({ s: [5, 3, 1, 0, 0], f: [2, 2, 1, 0, 0] });
  });
});

describe('simlin', () => {
  it('once read :NA: as not a number: IF x = :NA: holds', () => {
    const text = vensimText({ x: '= :NA:', y: '= IF THEN ELSE(x = :NA:, 1, 0)' });
    expect(columnsOf(runText(text, 'test.mdl')).y?.[0]).toBe(1);
  });

  it('puts + and - below comparisons in .mdl files: 1 + 2 > 2 is true', () => {
    const text = vensimText({
      x: '= IF THEN ELSE(1 + 2 > 2, 1, 0)',
      y: '= IF THEN ELSE(3 - 1 = 2 :AND: :NOT: 1 = 2, 1, 0)',
    });
    const columns = columnsOf(runText(text, 'test.mdl'));
    expect(columns.x?.[0]).toBe(1);
    expect(columns.y?.[0]).toBe(1);
  });

  it('goes on with invalid XMILE: a file with any error is refused, not run', () => {
    const text = xmileText(auxiliaries({ good: '1', bad: '1 +' }));
    expect(runText(text)).toMatchObject({ ok: false, code: 'equation-operand' });
  });

  it('reads one form of <connect>: both forms of <connect> give the same run', () => {
    const inner =
      '<model name="m"><variables><aux name="given" access="input"><eqn>0</eqn></aux></variables></model>';
    const run = (to: string) =>
      columnsOf(
        runText(
          xmileText(
            `${auxiliaries({ source: '7' })}<module name="m"><connect to="${to}" from="source"/></module>`,
          ).replace('</xmile>', `${inner}</xmile>`),
        ),
      );
    expect(run('given')['m.given']?.[0]).toBe(7);
    expect(run('m.given')).toEqual(run('given'));
  });
});

describe('the comparison script of test-models', () => {
  it('ends at a missing column without an error: here it fails', () => {
    const column = (name: string) => [name, { name, values: [1] }] as const;
    const expected = { times: [0], columns: new Map([column('x'), column('y')]) };
    const found = { times: [0], columns: new Map([column('x')]) };
    expect(compareTables(expected, found, { relative: 1, absolute: 1 }).agrees).toBe(false);
  });
});
