import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printExpression } from '../equation/print.js';
import type { Model } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import { readModel } from '../read-model.js';
import { eulerSteps, evaluate } from '../testing/evaluate.js';
import { xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf } from '../testing/outcomes.js';

const specs = '<sim_specs><start>0</start><stop>10</stop><dt>1</dt></sim_specs>';
const flow = (name: string, equation: string, more = '') =>
  `<flow name="${name}"><eqn>${equation}</eqn>${more}</flow>`;
const stock = (name: string, start: string, flows: string, more = '<non_negative/>') =>
  `<stock name="${name}"><eqn>${start}</eqn>${flows}${more}</stock>`;
const model = (variables: string): Model => flatModel(xmileFile({ specs, variables }));
const equationOf = (flat: Model, name: string) => {
  const found = flat.variables.get(canonicalName(name));
  return found === undefined || found.kind === 'graphical' ? undefined : printExpression(found.equation);
};

describe('flows of one direction', () => {
  it('are never below 0', () => {
    const flat = model(flow('f', 'TIME - 5', '<non_negative/>') + flow('g', '5', '<non_negative/>'));
    expect(equationOf(flat, 'f')).toBe('MAX(0, TIME - 5)');
    expect(equationOf(flat, 'g')).toBe('5');
  });

  it('limit the value of their graph, not its input', () => {
    const graph = (y: string) => `<gf><xpts>0,10</xpts><ypts>${y}</ypts></gf><non_negative/>`;
    const flat = model(
      flow('f', '2', graph('-10,10')) + flow('g', '2', graph('0,10')) + flow('h', '8', graph('-10,10')),
    );
    const values = evaluate(flat);
    expect([values.get('f'), values.get('g'), values.get('h')]).toEqual([0, 2, 6]);
    expect(equationOf(flat, 'f')).toBe('MAX(0, "f (graph)"(2))');
  });
});

describe('non-negative stocks', () => {
  it('limit their outflows to what they hold and what flows in, in the order of the tags', () => {
    const flat = model(
      stock('S', '10', '<inflow>in</inflow><outflow>second</outflow><outflow>first</outflow>') +
        flow('in', '2') +
        flow('first', '9') +
        flow('second', '8'),
    );
    // 10 + 2 to take: 8 to the one whose tag comes first, the other 4.
    const values = evaluate(flat);
    expect([values.get('second'), values.get('first')]).toEqual([8, 4]);
    expect(eulerSteps(flat, 2).map((row) => row.get('s'))).toEqual([10, 0, 0]);
    // Then 2 flow in each step, and leave at once.
    expect(evaluate(flat, new Map([['s', 0]])).get('second')).toBe(2);
    expect(evaluate(flat, new Map([['s', 0]])).get('first')).toBe(0);
  });

  it('change nothing where the limit does not bind, and where it is switched off', () => {
    const flows = '<outflow>out</outflow>';
    expect(evaluate(model(stock('S', '10', flows) + flow('out', 'S * 0.3'))).get('out')).toBe(3);
    expect(equationOf(model(stock('S', '10', flows, '') + flow('out', 'S * 0.3')), 'out')).toBe('S * 0.3');
    expect(
      equationOf(
        model(stock('S', '10', flows, '<non_negative>false</non_negative>') + flow('out', '20')),
        'out',
      ),
    ).toBe('20');
  });

  it('let a negative outflow add, and share nothing below nothing', () => {
    const flat = model(
      stock('S', '10', '<outflow>a</outflow><outflow>b</outflow>') + flow('a', '-5') + flow('b', '100'),
    );
    const values = evaluate(flat);
    expect([values.get('a'), values.get('b')]).toEqual([-5, 15]);
    const drained = model(
      stock('S', '1', '<inflow>in</inflow><outflow>out</outflow>') + flow('in', '-4') + flow('out', '3'),
    );
    expect(evaluate(drained).get('out')).toBe(0);
  });

  it('pass on no more than they lose, along a chain', () => {
    const chain =
      stock('A', '5', '<outflow>ab</outflow>') +
      stock('B', '0', '<inflow>ab</inflow><outflow>bc</outflow>') +
      stock('C', '0', '<inflow>bc</inflow>') +
      flow('ab', '4') +
      flow('bc', '3');
    expect(eulerSteps(model(chain), 3).map((row) => [...row.values()])).toEqual([
      [5, 0, 0],
      [1, 1, 3],
      [0, 0, 5],
      [0, 0, 5],
    ]);
  });

  it('keep every stock at 0 or above and all material, whatever the flows', () => {
    const rate = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(rate, { minLength: 6, maxLength: 6 }),
        fc.array(rate, { minLength: 3, maxLength: 3 }),
        (rates, starts) => {
          const pairs = ['ab', 'ac', 'bc', 'ba', 'ca', 'cb'];
          const tags = (one: string) =>
            pairs
              .map((pair) =>
                pair[0] === one
                  ? `<outflow>${pair}</outflow>`
                  : pair[1] === one
                    ? `<inflow>${pair}</inflow>`
                    : '',
              )
              .join('');
          const flat = model(
            ['a', 'b', 'c'].map((one, place) => stock(one, String(starts[place]), tags(one))).join('') +
              pairs.map((pair, place) => flow(pair, String(rates[place]))).join(''),
          );
          const total = starts.reduce((sum, start) => sum + start, 0);
          for (const row of eulerSteps(flat, 5)) {
            const held = [...row.values()];
            // Rounding of a few units in the last place of the largest number.
            for (const level of held) expect(level).toBeGreaterThanOrEqual(-1e-12);
            expect(held.reduce((sum, level) => sum + level, 0)).toBeCloseTo(total, 9);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leave out of the limit what depends on the outflow itself, with a warning', () => {
    const circle = (more: string) =>
      stock('Staff', '10', '<inflow>hiring</inflow><inflow>other</inflow><outflow>leaving</outflow>') +
      flow('hiring', 'replaced') +
      flow('other', '1') +
      flow('leaving', '20') +
      `<aux name="replaced"><eqn>leaving${more}</eqn></aux>`;
    const outcome = readModel(xmileFile({ specs, variables: circle('') }));
    expect(outcome.diagnostics.map(({ code, severity, variable }) => [code, severity, variable])).toEqual([
      ['non-negative-circle', 'warning', 'leaving'],
    ]);
    expect(evaluate(model(circle(''))).get('leaving')).toBe(11);
  });

  it('may be elements of an array', () => {
    const dimensions = '<dimensions><dim name="n"/></dimensions>';
    const text = xmileFile({
      specs,
      extra: '<dimensions><dim name="n" size="2"/></dimensions>',
      variables: stock('S', '5, 50', `<outflow>out</outflow>${dimensions}`) + flow('out', '20', dimensions),
    });
    expect(codesOf(readModel(text))).toEqual([]);
    const values = evaluate(flatModel(text));
    expect([values.get('out[1]'), values.get('out[2]')]).toEqual([5, 20]);
  });
});

describe('a multiplier', () => {
  it('changes what arrives, not what leaves', () => {
    const variables =
      stock('Wood', '10', '<outflow>sawing</outflow>', '') +
      stock('Boards', '0', '<inflow>sawing</inflow>', '') +
      flow('sawing', '2', '<multiplier>boards_per_log</multiplier>') +
      '<aux name="boards per log"><eqn>6</eqn></aux>';
    expect(codesOf(readModel(xmileFile({ specs, variables })))).toEqual([]);
    expect(eulerSteps(model(variables), 2).map((row) => [...row.values()])).toEqual([
      [10, 0],
      [8, 12],
      [6, 24],
    ]);
  });
});
